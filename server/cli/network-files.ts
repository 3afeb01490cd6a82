import { CommandError } from './command-error.ts'
import type { CsvTable } from './csv-table.ts'
import { findColumn, readCsv, requireColumn, rowNumber } from './csv-table.ts'
import { partialDate } from './partial-date.ts'
import { RowErrors } from './row-errors.ts'

/** A network as two files give it: one row a node, one row an edge; checked, nothing merged yet. */
export interface NetworkFiles {
  nodes: FileNode[]
  edges: FileEdge[]
  selfTies: number
  /** Rows left out by `where`, and edges whose end was left out. */
  leftOut: { nodes: number; edges: number }
}

export interface FileNode {
  id: string
  label: string
  /** Value of the sector column; null where none was asked for. */
  sector: string | null
  role: string | null
  attributes: Record<string, string>
}

export interface FileEdge {
  /** Places in `nodes`. */
  source: number
  target: number
  kind: string | null
  startedOn: string | null
  endedOn: string | null
  weight: number | null
  project: string | null
}

export interface FileOptions {
  nodes: string
  edges: string
  sector?: string | undefined
  role?: string | undefined
  /** column → values of which a row must have one */
  where?: ReadonlyMap<string, ReadonlySet<string>>
}

const SOURCE = ['source', 'from', 'a']
const TARGET = ['target', 'to', 'b']

/** @throws CommandError naming file, row and column of everything that is wrong */
export function readNetworkFiles(options: FileOptions): NetworkFiles {
  const nodeTable = readCsv(options.nodes)
  const edgeTable = readCsv(options.edges)
  const where = options.where ?? new Map()
  for (const column of where.keys())
    if (findColumn(nodeTable, column) < 0 && findColumn(edgeTable, column) < 0)
      throw new CommandError(`Neither ${nodeTable.name} nor ${edgeTable.name} has a column "${column}".`)
  const errors = new RowErrors()
  for (const table of [nodeTable, edgeTable])
    for (const { row, message } of table.malformed) errors.add(table.name, row, null, message)
  const { nodes, placeOf, leftOut } = readNodes(nodeTable, options, selection(nodeTable, where), errors)
  const edges = readEdges(edgeTable, placeOf, selection(edgeTable, where), errors)
  errors.throwIfAny()
  return { nodes, ...edges, leftOut: { nodes: leftOut, edges: edges.leftOut } }
}

type Selects = (cells: readonly string[]) => boolean

/** A table is filtered by the columns that it has. */
function selection(table: CsvTable, where: ReadonlyMap<string, ReadonlySet<string>>): Selects {
  const filters = [...where]
    .map(([column, values]) => ({ at: findColumn(table, column), values }))
    .filter(({ at }) => at >= 0)
  return (cells) => filters.every(({ at, values }) => values.has(cells[at] ?? ''))
}

function readNodes(table: CsvTable, options: FileOptions, selects: Selects, errors: RowErrors) {
  const idAt = requireColumn(table, 'id')
  const labelAt = findColumn(table, 'label')
  const sectorAt = options.sector === undefined ? -1 : requireColumn(table, options.sector)
  const roleAt = options.role === undefined ? -1 : requireColumn(table, options.role)
  const nodes: FileNode[] = []
  /** -1: known, but left out */
  const placeOf = new Map<string, number>()
  let leftOut = 0
  for (const [i, cells] of table.rows.entries()) {
    const row = rowNumber(i)
    const id = cells[idAt] ?? ''
    if (id === '') errors.add(table.name, row, 'id', 'is blank')
    else if (placeOf.has(id)) errors.add(table.name, row, 'id', `"${id}" stands in an earlier row too`)
    const taken = selects(cells)
    if (id !== '') placeOf.set(id, taken ? nodes.length : -1)
    if (!taken) {
      leftOut++
      continue
    }
    const sector = sectorAt < 0 ? null : (cells[sectorAt] ?? '')
    if (sector === '') errors.add(table.name, row, options.sector ?? null, `is blank for "${id}"`)
    nodes.push({
      id,
      label: cells[labelAt] || id,
      sector,
      role: roleAt < 0 ? null : cells[roleAt] || null,
      attributes: otherColumns(table, cells, [idAt, labelAt]),
    })
  }
  return { nodes, placeOf, leftOut }
}

/** Defined as data, also a column called `__proto__`. */
function otherColumns(table: CsvTable, cells: readonly string[], known: number[]): Record<string, string> {
  return Object.fromEntries(
    table.columns
      .map((column, i): [string, string] => [column, cells[i] ?? ''])
      .filter(([column, value], i) => column !== '' && value !== '' && !known.includes(i)),
  )
}

function readEdges(table: CsvTable, placeOf: Map<string, number>, selects: Selects, errors: RowErrors) {
  const sourceAt = requireColumn(table, ...SOURCE)
  const targetAt = requireColumn(table, ...TARGET)
  const at = (name: string) => findColumn(table, name)
  const [dateAt, endAt, kindAt, weightAt, projectAt] = [
    at('date'),
    at('end_date'),
    at('kind'),
    at('weight'),
    at('project'),
  ]
  const edges: FileEdge[] = []
  let selfTies = 0
  let leftOut = 0
  for (const [i, cells] of table.rows.entries()) {
    if (!selects(cells)) {
      leftOut++
      continue
    }
    const row = rowNumber(i)
    const end = (column: number): number => {
      const id = cells[column] ?? ''
      const place = placeOf.get(id)
      if (place === undefined)
        errors.add(
          table.name,
          row,
          table.columns[column] ?? null,
          id === '' ? 'is blank' : `"${id}" is not in the nodes`,
        )
      return place ?? -1
    }
    const [source, target] = [end(sourceAt), end(targetAt)]
    const startedOn = readDate(table, cells, dateAt, row, false, errors)
    const endedOn = readDate(table, cells, endAt, row, true, errors)
    if (startedOn !== null && endedOn !== null && endedOn < startedOn)
      errors.add(table.name, row, 'end_date', `${endedOn} is before the start ${startedOn}`)
    const weight = readWeight(table, cells, weightAt, row, errors)
    if (source < 0 || target < 0) leftOut++
    else if (source === target) selfTies++
    else
      edges.push({
        source,
        target,
        kind: cells[kindAt] || null,
        startedOn,
        endedOn,
        weight,
        project: cells[projectAt] || null,
      })
  }
  return { edges, selfTies, leftOut }
}

function readDate(
  table: CsvTable,
  cells: readonly string[],
  at: number,
  row: number,
  end: boolean,
  errors: RowErrors,
): string | null {
  const text = cells[at] ?? ''
  if (text === '') return null
  const date = partialDate(text, end)
  if (date === null)
    errors.add(table.name, row, table.columns[at] ?? null, `"${text}" is not a date (YYYY-MM-DD)`)
  return date
}

function readWeight(table: CsvTable, cells: readonly string[], at: number, row: number, errors: RowErrors) {
  const text = cells[at] ?? ''
  if (text === '') return null
  const weight = Number(text)
  if (!Number.isFinite(weight)) {
    errors.add(table.name, row, table.columns[at] ?? null, `"${text}" is not a number`)
    return null
  }
  return weight
}
