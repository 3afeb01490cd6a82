import { Link, useLocation } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import { useTitle } from '#client/ui/use-title.ts'
import type { Session } from '#shared/contract/accounts.ts'
import type { Action } from '#shared/contract/rights.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'
import { AccountWords } from './AccountWords.tsx'

interface SignInFirstProps {
  action: Action
  account: Session['account']
}

/** Says what signing in is for, and brings back here afterwards. */
export function SignInFirst(props: SignInFirstProps) {
  return (
    <AccountWords waiting={null}>
      <Notice {...props} />
    </AccountWords>
  )
}

type What = keyof Messages['accounts']['first']['what']

function Notice({ action, account }: SignInFirstProps) {
  const t = useTranslations('accounts')
  const here = useLocation({ select: ({ href }) => href })
  const key = action.replace('.', '-') as What
  const what = t(`first.what.${t.has(`first.what.${key}`) ? key : 'other'}`)
  const title = t(account ? 'first.noRight' : 'first.title', { what })
  useTitle(title)
  return (
    <div className="grid max-w-[42rem] justify-items-start gap-3 py-8">
      <h1 className="page-title">{title}</h1>
      <p className="text-ink-2">
        {account
          ? t('first.noRightHint', { name: account.name, role: t(`role.${account.role}`) })
          : t('first.hint')}
      </p>
      {account ? null : (
        <Link to="/masuk" search={{ ke: here }} className={buttonClass('filled')}>
          {t('menu.signIn')}
        </Link>
      )}
    </div>
  )
}
