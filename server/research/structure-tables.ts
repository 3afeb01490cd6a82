import type { Description } from '#shared/analytics/description.ts'
import type { ComputedColumn, ComputedNetwork, ComputedTable } from './computed.ts'
import { sectorEntries } from './entries.ts'
import { columnsOf, listColumns, table } from './table-columns.ts'

/** Sectors with somebody in n, or registered: who is there and was never asked is not to be lost. */
export function sectorTable(document: Description, network: ComputedNetwork): ComputedTable {
  const sizes = new Uint32Array(network.labels.count)
  for (const k of network.labels.of) sizes[k]!++
  const kept = network.classes
    .map((_, k) => k)
    .filter((k) => sizes[k]! > 0 || (network.coverage[k]?.registered ?? 0) > 0)
  const entries = sectorEntries(document, network)
  const names = kept.map((k) => network.classes[k]!)
  return table(
    kept.length,
    [{ key: 'sectorId', words: names }],
    columnsOf(
      'sectors',
      kept.map((k) => entries[k]!),
      names.map((name) => `sectors.${name}`),
      document,
    ),
  )
}

/** Classes with somebody in n, each with each and with itself. */
export function pairTable(document: Description, network: ComputedNetwork): ComputedTable {
  const { mixing, pair_tests } = document
  const occupied = new Set(Array.from(network.labels.of, (k) => network.classes[k]!))
  const cells = Object.keys(mixing ?? pair_tests ?? {}).filter((pair) =>
    pair.split('|').every((name) => occupied.has(name)),
  )
  const entries = cells.map((pair) => {
    const { obs, exp, oe } = mixing?.[pair] ?? {}
    return { observed: obs, expected: exp, ratio: oe, ...pair_tests?.[pair] }
  })
  const columns = listColumns('sector-pairs', entries, 'nothing-expected')
  return table(
    cells.length,
    [
      { key: 'a', words: cells.map((pair) => pair.split('|')[0]!) },
      { key: 'b', words: cells.map((pair) => pair.split('|')[1]!) },
    ],
    columns.map((column) => (column.key in TESTED ? tested(column, document) : column)),
    document.reasons['mixing'] ?? document.reasons['pair_tests'],
  )
}

const TESTED = { p: true, q: true }

const tested = (column: ComputedColumn, { methods, reasons }: Description): ComputedColumn => ({
  ...column,
  reason: column.reason && (reasons['pair_tests'] ?? 'nothing-expected'),
  sampling: methods['pair_tests'] ?? null,
})

/** Areas, by name. */
export function placeTable({ places = {} }: Description): ComputedTable {
  const names = Object.keys(places)
  return table(
    names.length,
    [{ key: 'place', words: names.map((name) => name || null) }],
    listColumns(
      'places',
      names.map((name) => ({ ...places[name] })),
      'no-actors',
    ),
  )
}

export function roleTable({ helix, ...document }: Description): ComputedTable {
  const pairs = Object.entries(helix?.pairs ?? {})
  const entries = pairs.map(([pair, { obs, exp, density, oe }]) => {
    const [a, b] = pair.split('|')
    return {
      actors_a: helix?.roles[a!] ?? 0,
      actors_b: helix?.roles[b!] ?? 0,
      observed: obs,
      expected: exp,
      density,
      ratio: oe,
    }
  })
  return table(
    pairs.length,
    [
      { key: 'a', words: pairs.map(([pair]) => pair.split('|')[0]!) },
      { key: 'b', words: pairs.map(([pair]) => pair.split('|')[1]!) },
    ],
    listColumns('role-pairs', entries, 'role-absent'),
    document.reasons['helix'],
  )
}

export function degreeTable(distribution: readonly number[], n: number): ComputedTable {
  const held = distribution.map((actors, degree) => ({ degree, actors })).filter(({ actors }) => actors > 0)
  return table(
    held.length,
    [{ key: 'degree', words: held.map(({ degree }) => degree) }],
    listColumns(
      'degrees',
      held.map(({ actors }) => ({ actors, share: actors / n })),
    ),
  )
}
