import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useResearch } from './ResearchContext.ts'
import { OTHER_TABLES, otherShown, type Shown } from './research-search.ts'

const MAIN = ['network', 'sectors', 'actors', 'series', 'test'] as const satisfies readonly Shown[]

/** What to look at; each is an address. Tables that few look for wait in a list. */
export function ResearchTabs() {
  const t = useTranslations('research')
  const { search, change } = useResearch()
  const shown = search.show ?? 'network'
  const other = OTHER_TABLES.find((table) => table === shown)
  return (
    <nav aria-label={t('tabs')} className="research-tabs print:hidden">
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
      <label className="research-other" data-chosen={other !== undefined || undefined}>
        <span className="visually-hidden">{t('otherTables')}</span>
        <select
          className="input"
          value={other ?? ''}
          onChange={({ target }) => {
            const show = OTHER_TABLES.find((table) => table === target.value)
            if (show) change({ ...CLEARED, ...otherShown(search, show) })
          }}
        >
          <option value="" disabled>
            {t('otherTables')}
          </option>
          {OTHER_TABLES.map((table) => (
            <option key={table} value={table}>
              {t(`show.${table}`)}
            </option>
          ))}
        </select>
      </label>
    </nav>
  )
}

/** What belongs to one table, measure or test. */
const CLEARED = {
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
