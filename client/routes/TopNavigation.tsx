import { Link } from '@tanstack/react-router'
import { ChevronDown, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import { Popover } from '#client/ui/Popover.tsx'
import { useMedia } from '#client/ui/use-media.ts'
import { DESTINATIONS } from './destinations.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LazyMoreMenu } from './LazyMoreMenu.tsx'

const main = DESTINATIONS.filter(({ place }) => place === 'main')
const log = DESTINATIONS.find(({ place }) => place === 'log')

/** From 768 px: destinations as words in one row. */
export function TopNavigation() {
  const t = useTranslations('common.nav')
  // A tablet has room for the first four; the others wait in the menu.
  const shown = useMedia('(min-width: 68.75rem)') ? main.length : 4
  return (
    <>
      <nav aria-label={t('main')} className="hidden gap-4 self-stretch md:flex lg:gap-[22px]">
        {main.slice(0, shown).map(({ to, label }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            className="flex items-center border-y-2 border-transparent no-underline"
            activeProps={{ className: 'border-b-grape font-semibold text-ink', 'aria-current': 'page' }}
            inactiveProps={{ className: 'text-ink-2 hover:text-ink' }}
          >
            {t(label)}
          </Link>
        ))}
        <Popover
          menu
          label={t('more')}
          trigger={(trigger) => (
            <button type="button" className="flex items-center gap-1 text-ink-2 hover:text-ink" {...trigger}>
              {t('more')}
              <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
            </button>
          )}
        >
          {(close) => <LazyMoreMenu before={main.slice(shown)} onChoose={close} />}
        </Popover>
      </nav>
      <div className="ml-auto hidden items-center gap-4 md:flex">
        {log ? (
          <Link to={log.to} className={buttonClass()}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {t(log.label)}
          </Link>
        ) : null}
        <LanguageSwitch />
      </div>
    </>
  )
}
