import { useLocale, useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { FilterFold } from '#client/ui/FilterFold.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import { type ResearchModel, useResearch } from './ResearchContext.ts'

/** Which network the whole page is about: on which day, by which rule, cut into which sectors. */
export function NetworkControls() {
  const t = useTranslations('research.controls')
  const locale = useLocale()
  const { search, change, catalog } = useResearch()
  const names = useNames()
  const city = names.reference?.city
  const definition = search.definition ?? 'official'
  const own = catalog.definitions.find(({ id }) => id === definition)?.partitionId
  const on = search.on ?? city?.defaultOn
  // Another network: the page of rows, and what took long, were of the one before.
  const choose = (changes: Parameters<typeof change>[0], replace = false) =>
    change({ ...changes, page: undefined, run: undefined }, replace)
  return (
    <search aria-label={t('label')} className="filter-row print:hidden">
      <FilterFold folded={usePhone()} label={t('fold')}>
        {search.show === 'series' ? null : <DateChoice on={on} choose={choose} />}
        <label className="filter">
          <span>{t('definition')}</span>
          <select
            className="input"
            value={definition}
            onChange={({ target }) => {
              const chosen = catalog.definitions.find(({ id }) => id === target.value)?.id
              choose({ definition: chosen === 'official' ? undefined : chosen, partition: undefined })
            }}
          >
            {catalog.definitions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[locale]}
              </option>
            ))}
          </select>
        </label>
        <label className="filter">
          <span>{t('partition')}</span>
          <select
            className="input"
            value={search.partition ?? own}
            onChange={({ target }) =>
              choose({ partition: target.value === own ? undefined : target.value, sector: undefined })
            }
          >
            {catalog.partitions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[locale]}
              </option>
            ))}
          </select>
        </label>
      </FilterFold>
    </search>
  )
}

interface DateChoiceProps {
  on: string | undefined
  choose: ResearchModel['change']
}

/** Any day, or every tie whatever its day. A series has days of its own. */
function DateChoice({ on, choose }: DateChoiceProps) {
  const t = useTranslations('research.controls')
  const city = useNames().reference?.city
  return (
    <div className="date-choice">
      <label className="filter">
        <span>{t('on')}</span>
        <input
          type="date"
          className="input"
          value={on === undefined || on === 'all' ? '' : on}
          min={city?.firstOn ?? undefined}
          onChange={({ target }) => {
            // Half a date is not one yet.
            if (target.value === '' || !target.validity.valid) return
            choose({ on: target.value === city?.defaultOn ? undefined : target.value }, true)
          }}
        />
      </label>
      <Button
        aria-pressed={on === 'all'}
        className="toggle"
        onClick={() => choose({ on: on === 'all' ? laterDate(city) : allDates(city) })}
      >
        {t('allDates')}
      </Button>
    </div>
  )
}

interface Dates {
  defaultOn: string
  lastOn: string
}

const allDates = (city: Dates | undefined) => (city?.defaultOn === 'all' ? undefined : 'all')
/** The city's own date; where that is all dates, the last day there is. */
const laterDate = (city: Dates | undefined) => (city?.defaultOn === 'all' ? city.lastOn : undefined)
