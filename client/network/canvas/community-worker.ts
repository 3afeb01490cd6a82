import { buildCsr } from '#shared/analytics/csr.ts'
import { leiden } from '#shared/analytics/leiden.ts'

export interface CommunityTask {
  n: number
  a: Int32Array
  b: Int32Array
}

/** One pass is enough to cut a picture into parts; its seed is fixed, so that the parts have names that last. */
const OPTIONS = { seed: 1, rounds: 1 }

self.onmessage = ({ data: { n, a, b } }: MessageEvent<CommunityTask>) => {
  const found = leiden(buildCsr(n, a, b), OPTIONS).value
  const of = found?.of ?? Uint32Array.from({ length: n }, (_, row) => row)
  self.postMessage(of, { transfer: [of.buffer] })
}
