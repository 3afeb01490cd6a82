import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { Looks } from '../use-looks.ts'
import { type AppearanceChange, appearanceOf } from './appearance.ts'
import { type Dressed, dressActors } from './dress-actors.ts'
import type { MeasureColumns } from './measures.ts'
import { useClasses } from './use-classes.ts'

/** How the actors look under the chosen appearance; made anew only when one of its parts is. */
export function useDressed(
  index: NetworkIndex | null,
  change: AppearanceChange | undefined,
  columns: MeasureColumns,
  looks: Looks,
): Dressed | null {
  const t = useTranslations('explorerTools.look')
  const format = useFormat()
  const partition = index?.network.partitionId ?? ''
  const classesOf = useClasses(partition)
  // By its words: an address read anew makes another object of the same appearance.
  const asked = JSON.stringify(change ?? {})
  return useMemo(() => {
    if (!index) return null
    return dressActors(index, appearanceOf(JSON.parse(asked) as AppearanceChange), columns, {
      sectorLook: (row) => looks.ofRow(index.network, row),
      classesOf,
      number: (value, digits) => format.decimal(value, digits),
      noValue: t('noValue'),
      everybody: t('everybody'),
    })
  }, [index, asked, columns, looks, classesOf, format, t])
}
