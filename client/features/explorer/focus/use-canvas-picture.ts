import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { buildPicture, type CanvasLevel, MOST_ACTORS } from '../../../network/canvas/build-picture.ts'
import type { CanvasPicture } from '../../../network/canvas/canvas-picture.ts'
import type { PicturePlan, PlannedGroup } from '../../../network/canvas/picture-plan.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import { useNames } from '../../../network/use-names.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import type { Dressed } from '../appearance/dress-actors.ts'
import type { FilteredNetwork } from '../filter-network.ts'
import type { Looks } from '../use-looks.ts'
import type { ExplorerView } from '../view-state.ts'

/** What the own canvas shows of a network too large to be drawn whole by the graph. */
export interface CanvasModel {
  plan: PicturePlan
  picture: CanvasPicture
  level: CanvasLevel
  /** Whether everybody may be drawn one by one at once. */
  canDrawAll: boolean
}

/** So many partners are drawn beside a chosen actor whose group is closed. */
const PARTNERS = 60
/** So many actors that a question keeps are drawn one by one. */
const KEPT = 600

export function useCanvasPicture(
  index: NetworkIndex | null,
  filtered: FilteredNetwork | null,
  dressed: Dressed | null,
  looks: Looks,
  view: ExplorerView,
  chosenRow: number | null,
  kept: Uint8Array | null,
  plan: PicturePlan | null,
): CanvasModel | null {
  const label = useGroupLabel(index, looks)
  const canDrawAll = index !== null && index.size.actors <= MOST_ACTORS
  const level: CanvasLevel = view.detail === 'actor' && !canDrawAll ? 'group' : (view.detail ?? 'sector')
  const open = view.open.join(',')
  const alone = useMemo(() => aloneOf(index, chosenRow, kept), [index, chosenRow, kept])
  const picture = useMemo(() => {
    if (!index || !filtered || !dressed || !plan) return null
    return buildPicture({
      index,
      lookOf: dressed.lookOf,
      dress: dressed.dress,
      passing: filtered,
      plan,
      lookOfSector: looks.ofSector,
      level,
      open: new Set(open === '' && view.open.length === 0 ? [] : open.split(',')),
      alone,
      labelOf: label,
    })
  }, [index, filtered, dressed, plan, looks, level, open, view.open.length, alone, label])
  return useMemo(
    () => (plan && picture ? { plan, picture, level, canDrawAll } : null),
    [plan, picture, level, canDrawAll],
  )
}

const NOBODY: ReadonlySet<number> = new Set()

function aloneOf(index: NetworkIndex | null, chosenRow: number | null, kept: Uint8Array | null) {
  if (!index || (chosenRow === null && !kept)) return NOBODY
  const alone = new Set<number>()
  if (chosenRow !== null) {
    alone.add(chosenRow)
    const { degree } = index.network.actors
    const partners = index.neighbours.slice(index.offsets[chosenRow]!, index.offsets[chosenRow + 1]!)
    for (const row of [...partners].sort((a, b) => degree[b]! - degree[a]! || a - b).slice(0, PARTNERS))
      alone.add(row)
  }
  if (kept)
    for (let row = 0; row < kept.length && alone.size < KEPT; row++) if (kept[row] === 1) alone.add(row)
  return alone
}

/** What a closed group is called: its sector, its kelurahan, or its busiest member. */
function useGroupLabel(index: NetworkIndex | null, looks: Looks): (group: PlannedGroup) => string {
  const t = useTranslations('explorer.canvas')
  const names = useNames()
  const format = useFormat()
  return useMemo(() => {
    const busiest = (rows: readonly number[]) => {
      const { degree } = index!.network.actors
      return rows.reduce((best, row) => (degree[row]! > degree[best]! ? row : best), rows[0]!)
    }
    return ({ kind, sectorId, cell, rows }) => {
      const sector = looks.ofSector(sectorId).name
      const count = format.integer(rows.length)
      if (kind === 'sector') return sector
      if (kind === 'unlinked' || kind === 'unasked') return t(kind, { count })
      if (cell === '') return t('others', { sector, count })
      // A region code begins with a digit.
      if (cell.startsWith('k'))
        return t('around', { name: index!.network.actors.name[busiest(rows)]!, count })
      return t('inRegion', { region: names.region(cell), count })
    }
  }, [index, looks, names, format, t])
}
