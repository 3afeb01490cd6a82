import { Link, useLocation } from '@tanstack/react-router'
import { LogIn, LogOut, UserRound, UsersRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { signOut } from '#client/api/accounts.ts'
import { useMay, useSession } from '#client/api/session.ts'

const LINE =
  'flex min-h-11 w-full items-center gap-2.5 rounded-sm px-2.5 text-left no-underline hover:bg-hover md:min-h-8'
const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Who is signed in, and what they can do with their account; or the way to the sign-in. */
export function AccountLinks({ onChoose }: { onChoose: () => void }) {
  const t = useTranslations('accounts')
  const account = useSession()?.account
  const mayManage = useMay('people.manage')
  const here = useLocation({ select: ({ href }) => href })
  if (!account)
    return (
      <Link to="/masuk" search={{ ke: here }} className={LINE} onClick={onChoose}>
        <LogIn {...ICON} />
        {t('menu.signIn')}
      </Link>
    )
  return (
    <>
      <p className="px-2.5 pt-1 pb-1.5">
        <span className="block font-semibold">{account.name}</span>
        <span className="caption block">
          {t(`role.${account.role}`)}
          {account.demonstration ? ` · ${t('demo.tag')}` : ''}
        </span>
      </p>
      <ul>
        <li>
          <Link to="/akun" className={LINE} onClick={onChoose}>
            <UserRound {...ICON} />
            {t('menu.own')}
          </Link>
        </li>
        {mayManage ? (
          <li>
            <Link to="/admin" className={LINE} onClick={onChoose}>
              <UsersRound {...ICON} />
              {t('menu.people')}
            </Link>
          </li>
        ) : null}
        <li>
          <button type="button" className={LINE} onClick={() => void signOut('here')}>
            <LogOut {...ICON} />
            {t('menu.signOut')}
          </button>
        </li>
      </ul>
    </>
  )
}
