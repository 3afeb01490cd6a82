import type { Csr } from '#shared/analytics/csr.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { pairTest } from '#shared/analytics/pair-test.ts'

/** One network to test, off the thread that draws. */
export interface PairTestTask {
  csr: Csr
  labels: Labels
  seed: number
}

addEventListener('message', ({ data }: MessageEvent<PairTestTask>) => {
  postMessage(pairTest(data.csr, data.labels, data.seed))
})
