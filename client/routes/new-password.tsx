import '#client/styles/staff.css'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { NewPasswordForm } from '#client/features/accounts/NewPasswordForm.tsx'
import { AccountWords } from './AccountWords.tsx'

export function NewPasswordPage() {
  const t = useTranslations('common.state')
  const { history } = useRouter()
  const [token] = useState(() => location.hash.slice(1))
  return (
    <main id="isi" className="page w-full" tabIndex={-1}>
      <AccountWords waiting={<p className="caption py-8">{t('loading')}</p>}>
        <NewPasswordForm token={token} onSignedIn={() => history.replace('/')} />
      </AccountWords>
    </main>
  )
}
