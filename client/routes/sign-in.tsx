import '#client/styles/staff.css'
import '#client/styles/account.css'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { SignIn } from '#client/features/accounts/SignIn.tsx'
import { AccountWords } from './AccountWords.tsx'

/** Only an address of ours: a link must not lead elsewhere by way of the sign-in. */
const ownPath = (ke = ''): string => (/^\/(?![/\\])/.test(ke) && !ke.startsWith('/masuk') ? ke : '/')

export function SignInPage() {
  const t = useTranslations('common.state')
  const { ke } = useSearch({ from: '/masuk' })
  const { history } = useRouter()
  return (
    <main id="isi" className="page w-full" tabIndex={-1}>
      <AccountWords waiting={<p className="caption py-8">{t('loading')}</p>}>
        <SignIn onSignedIn={() => history.push(ownPath(ke))} />
      </AccountWords>
    </main>
  )
}
