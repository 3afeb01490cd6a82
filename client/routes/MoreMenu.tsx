import { Link } from '@tanstack/react-router'
import { Check, FileUp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useMay, useSession } from '#client/api/session.ts'
import { setPreferences, usePreferences } from '#client/ui/preferences.ts'
import { AccountLinks } from './AccountLinks.tsx'
import { AccountWords } from './AccountWords.tsx'
import { iconOf } from './destination-icons.ts'
import type { Destination } from './destinations.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { closedPlaces, MORE_DESTINATIONS } from './more-destinations.ts'
import { TaskCount } from './TaskCount.tsx'

const THEMES = [
  { theme: 'system', label: 'themeSystem' },
  { theme: 'light', label: 'themeLight' },
  { theme: 'dark', label: 'themeDark' },
] as const

interface MoreMenuProps {
  onChoose: () => void
  /** Destinations that the bar of the phone has no room for. */
  before?: readonly Destination[]
  withLanguage?: boolean
}

/** The rest: further destinations, then how this device shows the page. */
export function MoreMenu({ onChoose, before = [], withLanguage = false }: MoreMenuProps) {
  const t = useTranslations('common.nav')
  const { theme } = usePreferences()
  const session = useSession()
  const may = session?.actions
  const closed = session ? closedPlaces(session) : []
  const links = [
    ...before.filter(({ to }) => !closed.includes(to)).map((place) => ({ ...place, icon: iconOf(place.to) })),
    ...MORE_DESTINATIONS.filter(({ action }) => !action || may?.includes(action)),
  ]
  const line =
    'flex min-h-11 w-full items-center gap-2.5 rounded-sm px-2.5 text-left no-underline hover:bg-hover md:min-h-8'
  return (
    <div>
      {withLanguage ? (
        <div className="mb-1.5 border-b border-hairline pb-1.5">
          <AccountWords waiting={null}>
            <AccountLinks onChoose={onChoose} />
          </AccountWords>
        </div>
      ) : null}
      {links.length > 0 ? (
        <ul className="mb-1.5 border-b border-hairline pb-1.5">
          {links.map(({ to, label, icon: Icon }) => {
            return (
              <li key={to}>
                <Link to={to} className={line} onClick={onChoose}>
                  <Icon size={16} strokeWidth={1.75} aria-hidden />
                  {t(label)}
                  {to === '/tugas' ? <TaskCount /> : null}
                </Link>
              </li>
            )
          })}
          <AccountWords waiting={null}>
            <ImportLink className={line} onChoose={onChoose} />
          </AccountWords>
        </ul>
      ) : null}
      <p id="tampilan" className="caption px-2.5 pt-1">
        {t('theme')}
      </p>
      <ul aria-labelledby="tampilan">
        {THEMES.map((choice) => (
          <li key={choice.theme}>
            <button
              type="button"
              className={line}
              aria-pressed={theme === choice.theme}
              onClick={() => setPreferences({ theme: choice.theme })}
            >
              <span className="w-4">
                {theme === choice.theme ? <Check size={16} strokeWidth={1.75} aria-hidden /> : null}
              </span>
              {t(choice.label)}
            </button>
          </li>
        ))}
      </ul>
      {withLanguage ? (
        <div className="mt-1.5 flex items-center justify-between border-t border-hairline px-2.5 pt-1.5">
          <span>{t('language')}</span>
          <LanguageSwitch />
        </div>
      ) : null}
    </div>
  )
}

/** For those who may: its word stays out of the first load, which names the other destinations. */
function ImportLink({ className, onChoose }: { className: string; onChoose: () => void }) {
  const t = useTranslations('accounts.menu')
  if (!useMay('imports.write')) return null
  return (
    <li>
      <Link to="/impor" className={className} onClick={onChoose}>
        <FileUp size={16} strokeWidth={1.75} aria-hidden />
        {t('imports')}
      </Link>
    </li>
  )
}
