import { Link } from '@tanstack/react-router'
import { Ellipsis, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Popover } from '#client/ui/Popover.tsx'
import { iconOf } from './destination-icons.ts'
import { DESTINATIONS, type Destination } from './destinations.ts'
import { LazyMoreMenu } from './LazyMoreMenu.tsx'

const main = DESTINATIONS.filter(({ place }) => place === 'main')
const log = DESTINATIONS.find(({ place }) => place === 'log')
const item = 'flex flex-col items-center justify-center gap-[3px] text-2xs leading-[0.875rem] no-underline'

/** Under 768 px: five places at the thumb, logging in the middle. */
export function BottomBar() {
  const t = useTranslations('common.nav')
  return (
    <nav
      aria-label={t('main')}
      className="bottom-bar fixed inset-x-0 bottom-0 z-3 grid h-[calc(64px+env(safe-area-inset-bottom))] auto-cols-fr grid-flow-col border-t border-hairline bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {main.slice(0, 2).map((destination) => (
        <Place key={destination.to} {...destination} />
      ))}
      {log ? (
        <Link to={log.to} className={`${item} text-ink-2`}>
          <span className="-mt-3 grid h-8 w-11 place-items-center rounded-full bg-grape text-on-grape">
            <Plus size={20} strokeWidth={1.75} aria-hidden />
          </span>
          {t(log.label)}
        </Link>
      ) : null}
      {main.slice(2, 3).map((destination) => (
        <Place key={destination.to} {...destination} />
      ))}
      <Popover
        label={t('more')}
        trigger={(trigger) => (
          <button type="button" className={`${item} text-ink-2`} {...trigger}>
            <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
            {t('more')}
          </button>
        )}
      >
        {(close) => <LazyMoreMenu before={main.slice(3)} onChoose={close} withLanguage />}
      </Popover>
    </nav>
  )
}

function Place({ to, label }: Destination) {
  const Icon = iconOf(to)
  const t = useTranslations('common.nav')
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      className={item}
      activeProps={{ className: 'font-semibold text-grape', 'aria-current': 'page' }}
      inactiveProps={{ className: 'text-ink-2' }}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      {t(label)}
    </Link>
  )
}
