import { Columns3 } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { Popover } from '#client/ui/Popover.tsx'
import type { Measure, ResearchTable } from '#shared/contract/research.ts'
import { byFamily } from './figure-families.ts'
import { useResearch } from './ResearchContext.ts'

/** Which measures stand as columns; the order is that of the catalogue. */
export function ColumnChooser({ table }: { table: ResearchTable }) {
  const t = useTranslations('research.columns')
  const { search, change, catalog } = useResearch()
  const offered = catalog.measures.filter((measure) => measure.table === table)
  const keys = search.columns?.split(',')
  const isChosen = ({ key, shown }: Measure) =>
    keys === undefined ? shown : keys[0] === 'all' || keys.includes(key)
  const choose = (chosen: readonly Measure[]) => {
    const usual = offered.filter((measure) => measure.shown)
    const isUsual = chosen.length === usual.length && chosen.every((measure) => measure.shown)
    const sortStays = chosen.some(({ key }) => key === search.sort)
    change(
      {
        columns: isUsual ? undefined : chosen.length === offered.length ? 'all' : keysOf(chosen),
        ...(sortStays || offered.every(({ key }) => key !== search.sort)
          ? {}
          : { sort: undefined, order: undefined }),
        run: undefined,
      },
      true,
    )
  }
  const chosen = offered.filter(isChosen)
  if (offered.length < 2) return null
  return (
    <Popover
      label={t('title')}
      trigger={(trigger) => (
        <Button {...trigger}>
          <Columns3 size={16} strokeWidth={1.75} aria-hidden />
          {t('button', { count: chosen.length, all: offered.length })}
        </Button>
      )}
    >
      {() => (
        <Choices
          offered={offered}
          isChosen={isChosen}
          onToggle={(toggled) =>
            choose(offered.filter((measure) => isChosen(measure) !== (measure.id === toggled.id)))
          }
          onAll={() => choose(offered)}
          onUsual={() => choose(offered.filter((measure) => measure.shown))}
        />
      )}
    </Popover>
  )
}

/** At least one column, or the table would say nothing. */
const keysOf = (chosen: readonly Measure[]): string | undefined =>
  chosen.length === 0 ? undefined : chosen.map(({ key }) => key).join(',')

interface ChoicesProps {
  offered: readonly Measure[]
  isChosen: (measure: Measure) => boolean
  onToggle: (measure: Measure) => void
  onAll: () => void
  onUsual: () => void
}

function Choices({ offered, isChosen, onToggle, onAll, onUsual }: ChoicesProps) {
  const t = useTranslations('research')
  const locale = useLocale()
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="section-title">{t('columns.title')}</h3>
        <div className="flex gap-1">
          <Button look="text" onClick={onUsual}>
            {t('columns.usual')}
          </Button>
          <Button look="text" onClick={onAll}>
            {t('columns.all')}
          </Button>
        </div>
      </div>
      {byFamily(offered.map((measure) => ({ measure }))).map(([family, members]) => (
        <fieldset key={family} className="column-choices">
          <legend className="caption">{t(`family.${family}`)}</legend>
          {members.map(({ measure }) => (
            <label key={measure.id}>
              <input type="checkbox" checked={isChosen(measure)} onChange={() => onToggle(measure)} />
              <span>
                {measure.name[locale]}
                {measure.job ? <small className="caption"> {t('columns.slow')}</small> : null}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
