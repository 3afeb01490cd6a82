import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '../../../network/use-names.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { EN_DASH } from '../../../ui/format.ts'
import type { ExplorerModel } from '../use-explorer-model.ts'
import { countOf, isCount } from './list-rows.ts'
import { LIST_COLUMNS, type ListColumn } from './list-view.ts'

export interface ListColumns {
  /** What this network can tell: of places only where it names them, of a survey only where there was one. */
  there: readonly ListColumn[]
  /** As it stands in a cell. */
  text: (column: ListColumn, row: number) => string
  /** As it stands in a file: a number where it is one, nothing where nothing is known. */
  value: (column: ListColumn, row: number) => string | number | null
}

/** What the table says of an actor, column by column. */
export function useListColumns(model: ExplorerModel): ListColumns {
  const names = useNames()
  const census = useTranslations('common.census')
  const format = useFormat()
  const { index, looks, network } = model
  return useMemo(() => {
    const { actors } = network
    // Of whom nobody has asked, the number of partners is not 0 but unknown.
    const known = (row: number) => actors.standing[row] === 'linked' || actors.standing[row] === 'unlinked'
    const value = (column: ListColumn, row: number): string | number | null => {
      if (isCount(column)) return known(row) ? countOf(index, column)[row]! : null
      if (column === 'sector') return looks.ofRow(network, row).name
      if (column === 'census') return census(actors.census[row]!)
      const id = (column === 'region' ? actors.regionCode : actors.role)[row] ?? null
      return id === null ? null : column === 'region' ? names.region(id) : names.role(id)
    }
    return {
      there: LIST_COLUMNS.filter(
        (column) =>
          (column !== 'region' || names.villages.length > 0) && (column !== 'census' || names.surveyed),
      ),
      value,
      text: (column, row) => {
        const found = value(column, row)
        return found === null ? EN_DASH : typeof found === 'number' ? format.integer(found) : found
      },
    }
  }, [index, looks, network, names, census, format])
}
