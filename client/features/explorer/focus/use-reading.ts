import { useMemo } from 'react'
import type { Emphasis } from '../../../network/canvas/emphasis.ts'
import type { NetworkIndex } from '../../../network/graph/network-index.ts'
import type { FilteredNetwork } from '../filter-network.ts'
import type { ExplorerView } from '../view-state.ts'
import { type Question, type Reading, readQuestion } from './reading.ts'
import { rowsOfSide } from './set-choice.ts'

/** Which question the address asks. The latest asked of an actor goes before the others. */
function questionOf(
  view: ExplorerView,
  index: NetworkIndex,
  row: number | null,
  picked: Uint8Array | null,
): Question | null {
  if (row !== null) {
    const to = view.to === null ? undefined : index.rowOf.get(view.to)
    if (to !== undefined) return { ask: 'path', from: row, to }
    if (view.leave) return { ask: 'leave', row }
    if (view.focus !== null) return { ask: 'around', row, degree: view.focus }
  }
  if (!view.between) return null
  const [a, b] = view.between
  return { ask: 'between', a: rowsOfSide(a, index, picked), b: rowsOfSide(b, index, picked) }
}

export function useReading(
  view: ExplorerView,
  index: NetworkIndex | null,
  filtered: FilteredNetwork | null,
  row: number | null,
  picked: Uint8Array | null,
): Reading | null {
  const { to, leave, focus, between } = view
  const sides = between?.join('~') ?? ''
  const withPicked = between?.includes('pick') ? picked : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the question is made of, not by each new address
  return useMemo(() => {
    const question = index ? questionOf(view, index, row, withPicked) : null
    return question && index && filtered ? readQuestion(question, index, filtered) : null
  }, [index, filtered, row, to, leave, focus, sides, withPicked])
}

export const emphasisOf = (reading: Reading | null, picked: Uint8Array | null): Emphasis => ({
  kept: reading?.kept ?? null,
  lit: reading?.lit ?? null,
  picked,
  ...(reading?.named ? { named: reading.named } : {}),
})
