import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaceMeasure } from '#shared/analytics/place-profile.ts'
import { TableCsv } from '../../../network/TableCsv.tsx'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../../ui/format.ts'
import { SortHeader } from '../../../ui/SortHeader.tsx'
import { type MapModel, measureOf, type PlaceFacts } from './map-model.ts'
import type { PlaceWords } from './use-place-words.ts'

interface PlaceTableProps {
  map: MapModel
  measure: PlaceMeasure
  words: PlaceWords
  placeName: (code: string) => string
  districtName: (code: string) => string
  chosen: string | null
  onChoose: (code: string) => void
}

const COLUMNS = ['actors', 'reach', 'isolates', 'partners', 'inside', 'outside', 'unasked'] as const
type Column = (typeof COLUMNS)[number]
type Sort = Column | 'place'

const isMeasure = (column: Column): column is PlaceMeasure =>
  column === 'actors' || column === 'reach' || column === 'isolates' || column === 'partners'

/** The map as a table: every kelurahan, also those where nobody is. */
export function PlaceTable(props: PlaceTableProps) {
  const { map, measure, words, placeName, districtName, chosen, onChoose } = props
  const t = useTranslations('explorer.map.table')
  const format = useFormat()
  const [sort, setSort] = useState<{ by: Sort; order: 'asc' | 'desc' } | null>(null)
  const { by, order } = sort ?? { by: measure, order: measure === 'reach' ? 'asc' : 'desc' }

  const value = (k: number, column: Column): number | null =>
    isMeasure(column) ? measureOf(map, column, k) : map.places[k]![column]
  // biome-ignore lint/correctness/useExhaustiveDependencies: `value` reads the map alone
  const rows = useMemo(() => {
    const sign = order === 'asc' ? 1 : -1
    const byName = (a: number, b: number) =>
      Number(map.places[a]!.code === '') - Number(map.places[b]!.code === '') ||
      format.compare(placeName(map.places[a]!.code), placeName(map.places[b]!.code))
    const all = map.places.map((_, k) => k)
    if (by === 'place') return all.sort((a, b) => sign * byName(a, b))
    // What has no value comes last either way.
    return all.sort((a, b) => {
      const [x, y] = [value(a, by), value(b, by)]
      if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b)
      return sign * (x - y) || byName(a, b)
    })
  }, [map, by, order, placeName, format])

  const text = (k: number, column: Column): string => {
    const facts = map.places[k]!
    if (facts.filteredOut) return EN_DASH
    if (column === 'reach' || column === 'isolates') return partText(facts, column)
    return isMeasure(column) ? words.value(map, column, k) : format.integer(facts[column])
  }
  const partText = (facts: PlaceFacts, column: 'reach' | 'isolates') => {
    if (facts.actors === 0) return EN_DASH
    const part = column === 'reach' ? facts.reached : facts.isolates
    return t('of', { part: format.integer(part), whole: format.integer(facts.actors) })
  }
  const head = (column: Sort) => (
    <SortHeader
      key={column}
      column={column}
      numeric={column !== 'place'}
      order={by === column ? order : null}
      onSort={() =>
        setSort({
          by: column,
          order: by === column ? (order === 'asc' ? 'desc' : 'asc') : column === 'place' ? 'asc' : 'desc',
        })
      }
    >
      {t(column)}
    </SortHeader>
  )
  const csvHead = [t('code'), t('place'), t('district'), ...COLUMNS.map((column) => t(column))]
  const csvRows = () =>
    rows.map((k) => {
      const { code } = map.places[k]!
      return [
        code,
        placeName(code),
        districtName(code),
        ...COLUMNS.map((column) => rounded(value(k, column))),
      ]
    })
  return (
    <section className="place-table" data-measure={measure}>
      <h3 className="panel-title">
        {t('title')}
        <TableCsv file={t('file')} head={csvHead} rows={csvRows} quiet />
      </h3>
      <table className="data-table">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            {head('place')}
            {COLUMNS.map(head)}
          </tr>
        </thead>
        <tbody>
          {rows.map((k) => {
            const { code, filteredOut } = map.places[k]!
            return (
              <tr key={code} data-chosen={code === chosen || undefined} data-out={filteredOut || undefined}>
                <th scope="row">
                  {code === '' ? (
                    placeName(code)
                  ) : (
                    <button
                      type="button"
                      className="actor-name"
                      aria-pressed={code === chosen}
                      onClick={() => onChoose(code)}
                    >
                      <span>{placeName(code)}</span>
                    </button>
                  )}
                  <small className="place-district">{districtName(code)}</small>
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} className="num" data-column={column}>
                    {text(k, column)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)))
