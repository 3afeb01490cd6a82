import '#client/styles/staff.css'
import { useTranslations } from 'use-intl'
import { OwnAccount } from '#client/features/accounts/OwnAccount.tsx'
import { AccountWords } from './AccountWords.tsx'
import { Guarded } from './Guarded.tsx'

export function AccountPage() {
  const t = useTranslations('common.state')
  return (
    <main id="isi" className="page w-full" tabIndex={-1}>
      <Guarded action="account.own">
        <AccountWords waiting={<p className="caption py-8">{t('loading')}</p>}>
          <OwnAccount />
        </AccountWords>
      </Guarded>
    </main>
  )
}
