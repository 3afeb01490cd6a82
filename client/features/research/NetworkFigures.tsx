import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { figuresQuery } from '#client/api/research.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { MethodButton } from '#client/network/MethodButton.tsx'
import type { Figures, Measure, ResearchColumn } from '#shared/contract/research.ts'
import { DownloadLinks } from './DownloadLinks.tsx'
import { byFamily, type Family } from './figure-families.ts'
import { Loading } from './Loading.tsx'
import { reasonAt, samplingAt } from './measure-text.ts'
import { PendingFigures } from './PendingFigures.tsx'
import { useResearch } from './ResearchContext.ts'
import { shownRows } from './research-search.ts'
import { useFamilyFinding } from './use-family-finding.ts'
import { useValueText } from './use-value-text.ts'

interface Row {
  measure: Measure
  /** Null while it has not been asked for. */
  column: ResearchColumn | null
}

/** Every measure of the whole network as a list: value, or why there is none, and how it was found. */
export function NetworkFigures() {
  const t = useTranslations('research')
  const { search, catalog } = useResearch()
  const asked = shownRows({ ...search, columns: 'all' }, 'network')
  const { data, error, isPlaceholderData, refetch } = useQuery(figuresQuery(asked))
  if (error && !data) return <LoadFailed error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <section className="section">
        <Loading />
      </section>
    )
  const rows = catalog.measures
    .filter(({ table }) => table === 'network')
    .map((measure) => ({
      measure,
      column: data.columns.find((column) => column.measure === measure.id) ?? null,
    }))
  const known = rows.filter(({ column }) => column !== null && column.values[0] !== null).length
  const gaps = rows.filter(({ column }) => column?.values[0] === null).length
  return (
    <div className={isPlaceholderData ? 'is-previous' : undefined} aria-busy={isPlaceholderData}>
      <header className="section research-head">
        <div>
          <h2 className="section-title">{t('network.title', { known, all: rows.length, gaps })}</h2>
          <p className="caption mt-0.5">{t('network.caption')}</p>
        </div>
        <DownloadLinks asked={asked} figures={data} />
      </header>
      <PendingFigures figures={data} />
      <div className="families">
        {byFamily(rows).map(([family, members]) => (
          <FamilyFigures key={family} family={family} rows={members} figures={data} />
        ))}
      </div>
    </div>
  )
}

interface FamilyFiguresProps {
  family: Family
  rows: readonly Row[]
  figures: Figures
}

function FamilyFigures({ family, rows, figures }: FamilyFiguresProps) {
  const t = useTranslations('research')
  const finding = useFamilyFinding(family, figures)
  return (
    <section className="section family">
      <h3 className="section-title">{finding ?? t(`family.${family}`)}</h3>
      {finding ? <p className="caption mt-0.5">{t(`family.${family}`)}</p> : null}
      <table className="data-table figures">
        <caption className="visually-hidden">{t(`family.${family}`)}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('column.measure')}</th>
            <th scope="col">{t('column.value')}</th>
            <th scope="col">{t('column.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FigureRow key={row.measure.id} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FigureRow({ measure, column }: Row) {
  const t = useTranslations('research')
  const locale = useLocale()
  const text = useValueText()
  const { view } = useResearch()
  const name = measure.name[locale]
  const value = column?.values[0] ?? null
  const reason = column ? reasonAt(column, 0) : null
  return (
    <tr>
      <th scope="row">
        {name} <MethodButton metric={measure.metric} of={name} view={view} />
        {reason ? <p className="caption">{text.reason(reason)}</p> : null}
      </th>
      <td className="num font-semibold">{value === null ? '–' : text.value(value, measure.unit)}</td>
      <td className="figure-basis">
        {column === null ? t('notYet') : value === null ? '' : text.basis(samplingAt(column, 0))}
      </td>
    </tr>
  )
}
