import { useEffect, useState } from 'react'
import type { Measured } from '#shared/analytics/measured.ts'
import { PAIR_TEST_SECTORS, type PairTest } from '#shared/analytics/pair-test.ts'
import { DEFAULT_SEED } from '#shared/analytics/random.ts'
import type { MatrixModel } from './matrix-model.ts'
import type { PairTestTask } from './worker.ts'

/** Larger networks are read without permutation tests, as everywhere. */
export const PAIR_TEST_ACTORS = 2_000

export type PairTestState =
  | { state: 'running' }
  | { state: 'done'; test: PairTest }
  /** too many actors or sectors, no ties, or no worker to be had */
  | { state: 'untested'; reason: 'too-large' | 'no-ties' | 'failed' }

/** Tests the pairs in a worker; a matrix that follows ends the test of the one before. */
export function usePairTest(matrix: MatrixModel | null): PairTestState {
  const [found, setFound] = useState<{ of: MatrixModel; result: PairTestState } | null>(null)
  const refused = matrix === null ? null : refusal(matrix)
  useEffect(() => {
    if (matrix === null || refused !== null) return
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Measured<PairTest>>) =>
      setFound({
        of: matrix,
        result:
          data.value === null
            ? { state: 'untested', reason: 'no-ties' }
            : { state: 'done', test: data.value },
      })
    worker.onerror = () => setFound({ of: matrix, result: { state: 'untested', reason: 'failed' } })
    const { counted, labels } = matrix
    worker.postMessage({ csr: counted.csr, labels, seed: DEFAULT_SEED } satisfies PairTestTask)
    return () => worker.terminate()
  }, [matrix, refused])
  if (refused !== null) return refused
  return found !== null && found.of === matrix ? found.result : { state: 'running' }
}

const TOO_LARGE: PairTestState = { state: 'untested', reason: 'too-large' }
const NO_TIES: PairTestState = { state: 'untested', reason: 'no-ties' }

function refusal({ counted: { csr }, ids }: MatrixModel): PairTestState | null {
  if (csr.m === 0) return NO_TIES
  return csr.n > PAIR_TEST_ACTORS || ids.length > PAIR_TEST_SECTORS ? TOO_LARGE : null
}
