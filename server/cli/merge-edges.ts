import type { FileEdge, FileNode, NetworkFiles } from './network-files.ts'

/** A tie as it is written: rows of one pair, kind and dates are one. */
export interface MergedTie {
  /** Places in the nodes, the smaller first. */
  a: number
  b: number
  kind: string | null
  startedOn: string | null
  endedOn: string | null
  /** Sum over the rows; null where none has one. */
  weight: number | null
  /** Of all rows, each once, in the order of the file. */
  projects: string[]
}

export interface MergedNetwork {
  nodes: FileNode[]
  ties: MergedTie[]
  /** Rows that became part of an earlier one. */
  merged: number
}

export function mergeEdges({ nodes, edges }: NetworkFiles): MergedNetwork {
  const ties = new Map<string, MergedTie>()
  for (const edge of edges) {
    const [a, b] = edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source]
    const key = `${a} ${b} ${edge.startedOn} ${edge.endedOn} ${edge.kind}`
    const earlier = ties.get(key)
    if (earlier) addRow(earlier, edge)
    else ties.set(key, newTie(a, b, edge))
  }
  return { nodes, ties: [...ties.values()], merged: edges.length - ties.size }
}

const newTie = (
  a: number,
  b: number,
  { kind, startedOn, endedOn, weight, project }: FileEdge,
): MergedTie => ({
  a,
  b,
  kind,
  startedOn,
  endedOn,
  weight,
  projects: project === null ? [] : [project],
})

function addRow(tie: MergedTie, { weight, project }: FileEdge): void {
  if (weight !== null) tie.weight = (tie.weight ?? 0) + weight
  if (project !== null && !tie.projects.includes(project)) tie.projects.push(project)
}
