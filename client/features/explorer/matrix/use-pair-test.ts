import { useQuery } from '@tanstack/react-query'
import type { Measured } from '#shared/analytics/measured.ts'
import { PAIR_TEST_SECTORS, type PairTest } from '#shared/analytics/pair-test.ts'
import { DEFAULT_SEED } from '#shared/analytics/random.ts'
import { askWorker } from '../../../api/ask-worker.ts'
import type { MatrixModel } from './matrix-model.ts'
import type { PairTestTask } from './worker.ts'

/** Larger networks are read without permutation tests, as everywhere. */
export const PAIR_TEST_ACTORS = 2_000

export type PairTestState =
  | { state: 'running' }
  | { state: 'done'; test: PairTest }
  /** too many actors or sectors, no ties, or no worker to be had */
  | { state: 'untested'; reason: 'too-large' | 'no-ties' | 'failed' }

/** Tests the pairs in a worker: once for all that show the matrix; when nobody does any more, the test ends. */
export function usePairTest(matrix: MatrixModel | null): PairTestState {
  const refused = matrix === null ? null : refusal(matrix)
  const { data, isError } = useQuery({
    queryKey: ['pair-test', matrix === null ? 0 : numberOf(matrix)],
    queryFn: ({ signal }) => testPairs(matrix!, signal),
    enabled: matrix !== null && refused === null,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    retry: false,
  })
  if (refused !== null) return refused
  if (isError) return { state: 'untested', reason: 'failed' }
  if (!data) return { state: 'running' }
  return data.value === null ? NO_TIES : { state: 'done', test: data.value }
}

function testPairs({ counted, labels }: MatrixModel, signal: AbortSignal): Promise<Measured<PairTest>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const task: PairTestTask = { csr: counted.csr, labels, seed: DEFAULT_SEED }
  return askWorker(worker, task, signal)
}

/** A number for each set of labels, by which its test is found again; the order of the rows changes nothing. */
const numbers = new WeakMap<MatrixModel['labels'], number>()
let last = 0
function numberOf({ labels }: MatrixModel): number {
  const known = numbers.get(labels)
  if (known !== undefined) return known
  numbers.set(labels, ++last)
  return last
}

const TOO_LARGE: PairTestState = { state: 'untested', reason: 'too-large' }
const NO_TIES: PairTestState = { state: 'untested', reason: 'no-ties' }

function refusal({ counted: { csr }, ids }: MatrixModel): PairTestState | null {
  if (csr.m === 0) return NO_TIES
  return csr.n > PAIR_TEST_ACTORS || ids.length > PAIR_TEST_SECTORS ? TOO_LARGE : null
}
