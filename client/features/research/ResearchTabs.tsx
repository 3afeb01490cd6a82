import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePhone } from '#client/ui/use-media.ts'
import { useResearch } from './ResearchContext.ts'
import { OTHER_TABLES, otherShown, type ResearchSearch, SHOWN, type Shown } from './research-search.ts'

const MAIN = ['network', 'sectors', 'actors', 'series', 'test'] as const satisfies readonly Shown[]

/** What to look at; each is an address. Tables that few look for wait in a list, on the phone all of them. */
export function ResearchTabs() {
  const t = useTranslations('research')
  const { search, change } = useResearch()
  const shown = search.show ?? 'network'
  const phone = usePhone()
  const options = phone ? SHOWN : OTHER_TABLES
  const chosen = options.find((one) => one === shown)
  return (
    <nav aria-label={t('tabs')} className="research-tabs print:hidden">
      {phone ? null : <Tabs shown={shown} search={search} />}
      <label className="research-other" data-chosen={(chosen !== undefined && !phone) || undefined}>
        <span className={phone ? 'caption' : 'visually-hidden'}>{t(phone ? 'tabs' : 'otherTables')}</span>
        <select
          className="input"
          value={chosen ?? ''}
          onChange={({ target }) => {
            const show = options.find((one) => one === target.value)
            if (show) change({ ...CLEARED, ...otherShown(search, show) })
          }}
        >
          {phone ? null : (
            <option value="" disabled>
              {t('otherTables')}
            </option>
          )}
          {options.map((show) => (
            <option key={show} value={show}>
              {t(`show.${show}`)}
            </option>
          ))}
        </select>
      </label>
    </nav>
  )
}

function Tabs({ shown, search }: { shown: Shown; search: ResearchSearch }) {
  const t = useTranslations('research')
  return (
    <ul>
      {MAIN.map((show) => (
        <li key={show}>
          <Link
            to="/riset"
            search={{ ...otherShown(search, show) }}
            aria-current={show === shown ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            preload={false}
          >
            {t(`show.${show}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** What belongs to one table, measure or test. */
const CLEARED = {
  show: undefined,
  columns: undefined,
  q: undefined,
  sort: undefined,
  order: undefined,
  page: undefined,
  measure: undefined,
  sector: undefined,
  every: undefined,
  model: undefined,
  draws: undefined,
  seed: undefined,
  run: undefined,
  of: undefined,
} as const
