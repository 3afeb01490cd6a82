import { summarizeNull } from '#shared/analytics/null-model.ts'
import type { NullModelResult } from '#shared/contract/research.ts'
import type { ComputedNull } from './compute-null-model.ts'

type Asked = Omit<
  NullModelResult,
  'observed' | 'reason' | 'defined' | 'mean' | 'sd' | 'z' | 'p' | 'pError' | 'histogram' | 'quantiles'
>

/** Where the observed value lies among those of the networks drawn. */
export function nullModelResult(asked: Asked, { observed, reason, values }: ComputedNull): NullModelResult {
  const found = observed === null || values === null ? null : summarizeNull(values, observed)
  if (observed === null || found === null) {
    return {
      ...asked,
      observed,
      reason: reason ?? 'no-observations',
      defined: 0,
      mean: null,
      sd: null,
      z: null,
      p: null,
      pError: null,
      histogram: null,
      quantiles: null,
    }
  }
  return {
    ...asked,
    observed,
    reason: null,
    defined: found.defined,
    mean: found.mean,
    sd: found.deviation,
    z: found.deviation === 0 ? null : (observed - found.mean) / found.deviation,
    p: { lower: found.lower, upper: found.upper, twoSided: found.twoSided },
    pError: found.error,
    histogram: found.histogram,
    quantiles: found.quantiles,
  }
}
