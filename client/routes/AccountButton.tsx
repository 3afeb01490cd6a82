import '#client/styles/account.css'
import { Link, useLocation } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { type KnownSession, useSession } from '#client/api/session.ts'
import { Popover } from '#client/ui/Popover.tsx'
import { AccountLinks } from './AccountLinks.tsx'
import { closedPlaces } from './more-destinations.ts'
import { SignInAgain } from './SignInAgain.tsx'

/** At the end of the bar: who is signed in, with their menu; or the way in. On the phone both are in the menu at the thumb. */
export function AccountButton() {
  const t = useTranslations('accounts')
  const session = useSession()
  const here = useLocation({ select: ({ href }) => href })
  useOfferedLinks(session)
  if (!session) return null
  const { account } = session
  return (
    <>
      {account ? (
        <Popover
          menu
          align="end"
          label={t('menu.label')}
          trigger={(trigger) => (
            <button type="button" className="account-button" {...trigger}>
              <UserRound size={16} strokeWidth={1.75} aria-hidden />
              <span className="account-name">
                {account.name}, {t(`role.${account.role}`)}
              </span>
            </button>
          )}
        >
          {(close) => <AccountLinks onChoose={close} />}
        </Popover>
      ) : (
        <Link to="/masuk" search={{ ke: here }} className="account-button">
          <UserRound size={16} strokeWidth={1.75} aria-hidden />
          <span className="account-name">{t('menu.signIn')}</span>
        </Link>
      )}
      <SignInAgain session={session} />
    </>
  )
}

/** Links to what whoever is here may not use are not shown. */
function useOfferedLinks(session: KnownSession | undefined): void {
  const closed = session ? closedPlaces(session).join(' ') : ''
  useEffect(() => {
    document.documentElement.dataset['closed'] = closed
  }, [closed])
}
