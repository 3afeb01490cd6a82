import type { Dress } from '../../../network/graph/actor-scene.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import type { MarkLook } from '../../../network/graph/scene.ts'
import { actorValue } from '../filter-network.ts'
import type { Appearance } from './appearance.ts'
import type { DressWords } from './dress-actors.ts'
import { isMeasure, MEASURE_DIGITS, type MeasureColumns } from './measures.ts'

/** What is written beside a mark; with `coded`, the two letters of its class before it. Null = its name, as usual. */
export function labelDress(
  index: NetworkIndex,
  { label }: Appearance,
  columns: MeasureColumns,
  words: DressWords,
  coded: ((row: number) => MarkLook) | null,
) {
  const text = labelText(index, label, columns, words)
  if (!coded) return text ? (row: number): Dress => ({ label: text(row) }) : null
  const name = text ?? ((row: number) => index.network.actors.name[row]!)
  return (row: number): Dress => {
    const words = name(row)
    return { label: words === '' ? '' : `${coded(row).code} · ${words}` }
  }
}

function labelText(
  index: NetworkIndex,
  label: Appearance['label'],
  columns: MeasureColumns,
  words: DressWords,
): ((row: number) => string) | null {
  if (label === 'name') return null
  if (label === 'none') return () => ''
  if (isMeasure(label)) {
    const column = columns[label]
    return (row) => {
      const value = column?.[row] ?? Number.NaN
      return Number.isNaN(value) ? '–' : words.number(value, MEASURE_DIGITS[label])
    }
  }
  const names = new Map(words.classesOf(label).map(({ id, name }) => [id, name]))
  return (row) => {
    const value = actorValue(index, label, row)
    return value === '' ? '–' : (names.get(value) ?? value)
  }
}
