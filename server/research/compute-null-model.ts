import type { Csr } from '#shared/analytics/csr.ts'
import { describeOrdered } from '#shared/analytics/describe.ts'
import type { Labels } from '#shared/analytics/labels.ts'
import { drawNullModel } from '#shared/analytics/null-model.ts'
import { describedNetwork } from './compute-tables.ts'
import type { NullModelTask } from './computed.ts'
import { figureAt, networkEntry, sectorEntries } from './entries.ts'
import { findMeasure, stepOf } from './measures.ts'
import { report, reportStep } from './pace.ts'

export interface ComputedNull {
  observed: number | null
  reason: string | null
  /** NaN where undefined; null where nothing can be drawn */
  values: Float64Array | null
}

/** Runs in a worker thread: the measure's own step on the network and on every network drawn. */
export function computeNullModel(task: NullModelTask): ComputedNull {
  const { network, sector, pace } = task
  const measure = findMeasure(task.measureId)
  if (!measure) throw new Error(`There is no measure "${task.measureId}".`)
  const metric = stepOf(measure.spec)
  const path = measure.spec.path ?? measure.spec.key
  const described = describedNetwork({ network, history: null })
  const read = (csr: Csr, labels: Labels) => {
    const document = describeOrdered(
      { ...described, csr, labels },
      { seed: task.seed, metrics: [metric], groups: ['linear'], lists: false },
    )
    const entry = sector === null ? networkEntry(document, network) : sectorEntries(document, network)[sector]
    const found = entry === undefined ? undefined : figureAt(entry, path)
    return { value: typeof found === 'number' ? found : null, reasons: document.reasons }
  }
  const observed = read(network.csr, network.labels)
  reportStep(pace, measure.spec.metric, 0, 1)
  const values =
    observed.value === null
      ? null
      : drawNullModel(network.csr, network.labels, {
          model: task.model,
          seed: task.seed,
          draws: task.draws,
          read: (csr, labels) => read(csr, labels).value,
          onDraw: (done) => report(pace, done, task.draws),
        })
  const reason = observed.value === null ? (Object.values(observed.reasons)[0] ?? 'not-tested') : null
  return {
    observed: observed.value,
    reason: reason ?? (values === null ? 'fewer-than-two-ties' : null),
    values,
  }
}
