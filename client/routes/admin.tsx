import '#client/styles/staff.css'
import '#client/styles/account.css'
import { useTranslations } from 'use-intl'
import { People } from '#client/features/accounts/People.tsx'
import { AccountWords } from './AccountWords.tsx'
import { Guarded } from './Guarded.tsx'

export function AdminPage() {
  const t = useTranslations('common.state')
  return (
    <main id="isi" className="page w-full" tabIndex={-1}>
      <Guarded action="people.manage">
        <AccountWords waiting={<p className="caption py-8">{t('loading')}</p>}>
          <People />
        </AccountWords>
      </Guarded>
    </main>
  )
}
