import type { DescribedNetwork } from '#shared/analytics/describe-draft.ts'
import type { ActorDescription, Description } from '#shared/analytics/description.ts'
import type { ComputedTable, ComputedTables } from './computed.ts'
import type { Entry } from './entries.ts'
import { columnsOf, listColumns, table } from './table-columns.ts'

/** What grows with actors and ties. Ids are numbers here. */
export function listTables(document: Description, network: DescribedNetwork): ComputedTables {
  const { together } = document
  return {
    actors: actorTable(document, network),
    ...(document.bridges && { ties: tieTable(document, network) }),
    ...(together && {
      'actor-pairs': table(
        together.a.length,
        [
          { key: 'a', actors: Uint32Array.from(together.a, Number), of: 'history' as const },
          { key: 'b', actors: Uint32Array.from(together.b, Number), of: 'history' as const },
        ],
        listColumns(
          'actor-pairs',
          together.a.map((_, i) => ({ weight: together.weight[i], events: together.events[i] })),
        ),
      ),
    }),
  }
}

function actorTable(document: Description, { csr, ids }: DescribedNetwork): ComputedTable {
  const cut = new Map(
    document.cut_vertices?.map((id, i) => [id, document.pairs_lost?.cut_vertices[i] ?? 0] as const),
  )
  const core = document.core_periphery === undefined ? undefined : new Set(document.core_periphery?.core)
  const entries = ids.map((id): Entry => {
    const found: ActorDescription = document.nodes_metrics?.[id] ?? {}
    return {
      ...found,
      ...(document.cut_vertices && { cut_pairs: cut.get(id) ?? 0 }),
      ...(core && { in_core: core.has(id) }),
    }
  })
  return table(
    csr.n,
    [{ key: 'id', actors: Uint32Array.from(ids, Number), of: 'network' }],
    columnsOf(
      'actors',
      entries,
      ids.map((id) => `nodes_metrics.${id}`),
      document,
    ),
  )
}

function tieTable({ bridges = [], pairs_lost }: Description, { csr }: DescribedNetwork): ComputedTable {
  const lost = new Map(bridges.map(([a, b], i) => [`${a} ${b}`, pairs_lost?.bridges[i] ?? 0]))
  const a = new Uint32Array(csr.m)
  const b = new Uint32Array(csr.m)
  const entries: Entry[] = []
  for (let v = 0; v < csr.n; v++)
    for (let i = csr.offsets[v]!; i < csr.offsets[v + 1]!; i++) {
      const w = csr.neighbours[i]!
      if (w < v) continue
      a[entries.length] = v
      b[entries.length] = w
      const pairs = lost.get(`${v} ${w}`) ?? lost.get(`${w} ${v}`)
      entries.push({ bridge: pairs !== undefined, cut_pairs: pairs ?? 0 })
    }
  return table(
    csr.m,
    [
      { key: 'a', actors: a, of: 'network' },
      { key: 'b', actors: b, of: 'network' },
    ],
    listColumns('ties', entries),
  )
}
