import type { MetricId } from '#shared/analytics/catalog.ts'
import { type DescribeOptions, describeOrdered } from '#shared/analytics/describe.ts'
import type { DescribedNetwork } from '#shared/analytics/describe-draft.ts'
import { tieSpells } from '#shared/analytics/tie-spells.ts'
import { readSearches } from './all-pairs.ts'
import type { ComputedTables, DescribeTask } from './computed.ts'
import { networkEntry } from './entries.ts'
import { listTables } from './list-tables.ts'
import { report, reportStep } from './pace.ts'
import { degreeTable, pairTable, placeTable, roleTable, sectorTable } from './structure-tables.ts'
import { columnsOf, table } from './table-columns.ts'
import { cohortTable, curveTable, quarterTable, survivalTable } from './time-tables.ts'

/** Runs in a worker thread: the steps of `describe`, and of their document one table per thing that it tells of. */
export function computeTables(task: DescribeTask): ComputedTables {
  const { network, searches } = task
  const described = describedNetwork(task)
  const document = describeOrdered(described, {
    seed: task.seed,
    groups: task.groups,
    lists: task.lists,
    ...(task.metrics === null ? {} : { metrics: task.metrics }),
    ...(task.permutations === null ? {} : { permutations: task.permutations }),
    ...(searches && { searched: readSearches(searches) }),
    ...reporting(task),
  })
  return {
    network: table(1, [], columnsOf('network', [networkEntry(document, network)], [''], document)),
    sectors: sectorTable(document, network),
    ...((document.mixing !== undefined || document.pair_tests !== undefined) && {
      'sector-pairs': pairTable(document, network),
    }),
    ...(document.places && { places: placeTable(document) }),
    ...(document.helix !== undefined && { 'role-pairs': roleTable(document) }),
    ...(document.degree_distribution && { degrees: degreeTable(document.degree_distribution, document.n) }),
    ...(document.turnover && { quarters: quarterTable(document) }),
    ...(document.survival !== undefined && { survival: survivalTable(document) }),
    ...(document.first_partner && {
      cohorts: cohortTable(document),
      'cohort-curves': curveTable(document),
    }),
    ...(task.lists ? listTables(document, described) : {}),
  }
}

/** Steps whose searches are over were told of already. */
function reporting({ pace, searches }: DescribeTask): Pick<DescribeOptions, 'onStep' | 'onProgress'> {
  if (pace === null) return {}
  const over: MetricId[] = [
    ...(searches?.blocks ? (['betweenness'] as const) : []),
    ...(searches?.nearness ? (['closeness'] as const) : []),
  ]
  let told = over.length
  return {
    onStep(metrics, _step, steps) {
      const [metric = null] = metrics
      if (metric !== null && over.includes(metric)) return
      reportStep(pace, metric, told++, steps)
    },
    onProgress: (done, total) => report(pace, done, total),
  }
}

export function describedNetwork({
  network,
  history,
}: Pick<DescribeTask, 'network' | 'history'>): DescribedNetwork {
  const { csr, labels, classes, roles, strata, gate, before } = network
  return {
    ids: Array.from({ length: csr.n }, (_, v) => String(v)),
    sectors: [...classes],
    csr,
    labels,
    roles,
    strata,
    gate,
    history: history && {
      ...history,
      spells: tieSpells(history.rows),
      proven: tieSpells(history.proofs),
    },
    ...(before ? { before } : {}),
  }
}
