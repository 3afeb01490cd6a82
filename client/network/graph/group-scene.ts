import { actorNode, actorTie, MAX_ELEMENTS, type SceneInput } from './actor-scene.ts'
import {
  closedPlaces,
  discOf,
  openedPlaces,
  openedRadius,
  type Place,
  ringOf,
  type SectorMembers,
} from './group-places.ts'
import { drawnTies, type NetworkIndex } from './network-index.ts'
import {
  bundleWidth,
  groupKey,
  type MarkLook,
  restKey,
  type Scene,
  type SceneNode,
  type SceneTie,
  tieKey,
} from './scene.ts'

/** The most actors of one opened sector that are drawn; the rest is counted and listed. */
export const MAX_OPENED = 60

export interface GroupSceneInput extends SceneInput {
  lookOfSector: (sectorId: string) => MarkLook
  /** Sector ids that are open; '' = without sector. */
  open: ReadonlySet<string>
  /** Drawn with its partners although its sector is closed. */
  selectedRow: number | null
  restLabel: (count: number) => string
  /** What a closed sector is called; `count` is of all its members, also those that the tray shows. */
  groupLabel?: (sectorId: string, count: number) => string
  /** Also actors without any drawn tie, where no tray shows them. */
  everyone?: boolean
  /** Where the sectors stand in a picture beneath, which draws them and the ties between them. */
  places?: ReadonlyMap<string, Place>
}

/** The actors of each sector (unless `everyone`, those with a drawn tie) in a stable order: partners, then id. */
export function membersBySector(index: NetworkIndex, everyone = false): readonly SectorMembers[] {
  const { actors } = index.network
  const members = new Map<string, number[]>()
  for (let row = 0; row < actors.id.length; row++) {
    if (everyone ? !index.present[row] : drawnTies(index, row) === 0) continue
    const sectorId = actors.sectorId[row] ?? ''
    const rows = members.get(sectorId)
    if (rows) rows.push(row)
    else members.set(sectorId, [row])
  }
  for (const rows of members.values())
    rows.sort((a, b) => actors.degree[b]! - actors.degree[a]! || (actors.id[a]! < actors.id[b]! ? -1 : 1))
  return [...members]
    .map(([sectorId, rows]) => ({ sectorId, rows }))
    .sort((a, b) => (a.sectorId < b.sectorId ? -1 : 1))
}

/**
 * Sectors as single marks, the opened ones as at most 60 of their actors. Ties between what is not drawn one by one
 * are bundled. At the size limit single lines give way before bundles between groups, thin ones first. What gives way is counted in `left`.
 */
export function groupScene(input: GroupSceneInput): Scene {
  const sectors = membersBySector(input.index, input.everyone)
  const chosen = neighbourhood(input)
  const parts = sectors.map((sector) => ({ ...sector, ...drawnOf(input, sector, chosen) }))
  const closed = input.places ?? closedPlaces(input.index, sectors)
  const opened = new Map(parts.filter((part) => part.open).map((part) => [part.sectorId, part.drawn.length]))
  const places = input.places ?? openedPlaces(closed, opened)

  const everyone = new Map(
    membersBySector(input.index, true).map(({ sectorId, rows }) => [sectorId, rows.length]),
  )

  const nodes: SceneNode[] = []
  const nodeOf: (SceneNode | undefined)[] = []
  let left = 0
  for (const { sectorId, rows, open, drawn, others } of parts) {
    const place = places.get(sectorId)
    if (!place) continue
    const disc = input.places ? { ...place, r: openedRadius(drawn.length, true) } : place
    const elsewhere = parts
      .filter((part) => part.sectorId !== sectorId)
      .flatMap((part) => places.get(part.sectorId) ?? [])
    const spots = open
      ? discOf(input.index, disc, rows, drawn, elsewhere)
      : ringOf(input.index, place, rows, drawn)
    for (const row of drawn) {
      const node = { ...actorNode(input, row), ...spots.get(row) }
      nodes.push(node)
      nodeOf[row] = node
    }
    if (others.length === 0) continue
    const node = collective(input, sectorId, others, open, open ? disc : place, closed.get(sectorId)!)
    if (!open && input.groupLabel) {
      node.count = (everyone.get(sectorId) ?? rows.length) - drawn.length
      node.label = input.groupLabel(sectorId, node.count)
    }
    nodes.push(node)
    for (const row of others) nodeOf[row] = node
    if (open) left += others.length
  }
  const { ties, leftTies } = bundled(input, nodeOf, Math.max(120, MAX_ELEMENTS - nodes.length))
  return { nodes, ties, left: { actors: left, ties: leftTies } }
}

function drawnOf(input: GroupSceneInput, { sectorId, rows }: SectorMembers, chosen: ReadonlySet<number>) {
  const open = input.open.has(sectorId)
  const wanted = rows.filter((row) => chosen.has(row))
  const drawn = [...new Set(open ? [...wanted, ...rows] : wanted)].slice(0, MAX_OPENED)
  const shown = new Set(drawn)
  return { open, drawn, others: rows.filter((row) => !shown.has(row)) }
}

/** The selected actor and at most 60 of its partners, those with most partners first. */
function neighbourhood({ index, selectedRow }: GroupSceneInput): ReadonlySet<number> {
  if (selectedRow === null) return new Set()
  const partners = index.neighbours.slice(index.offsets[selectedRow]!, index.offsets[selectedRow + 1]!)
  const degree = index.network.actors.degree
  return new Set([
    selectedRow,
    ...[...partners].sort((a, b) => degree[b]! - degree[a]! || a - b).slice(0, MAX_OPENED),
  ])
}

function collective(
  input: GroupSceneInput,
  sectorId: string,
  others: readonly number[],
  open: boolean,
  place: Place,
  closed: Place,
): SceneNode {
  const look = input.lookOfSector(sectorId)
  return {
    key: open ? restKey(sectorId) : groupKey(sectorId),
    kind: open ? 'rest' : 'group',
    ref: sectorId,
    label: open ? input.restLabel(others.length) : look.name,
    look,
    x: place.x,
    y: open ? place.y + place.r + 14 : place.y,
    r: open ? 9 : closed.r,
    count: others.length,
    mark: 'plain',
    beneath: !open && input.places !== undefined,
    faded: others.every((row) => input.passing.actors[row] === 0),
  }
}

/** One line per pair of nodes: the tie itself between two actors, else the bundle with its count of passing ties. */
function bundled(input: GroupSceneInput, nodeOf: readonly (SceneNode | undefined)[], limit: number) {
  const { index } = input
  const selected = input.selectedRow === null ? undefined : nodeOf[input.selectedRow]?.key
  const lines = new Map<string, SceneTie>()
  const singles = new Set<string>()
  for (let tie = 0; tie < index.lines.length; tie++) {
    if (index.lines[tie] === null) continue
    const a = nodeOf[index.network.ties.a[tie]!]
    const b = nodeOf[index.network.ties.b[tie]!]
    if (!a || !b || a === b || (a.beneath && b.beneath)) continue
    if (a.kind === 'actor' && b.kind === 'actor') {
      const line = actorTie(input, tie)
      lines.set(line.key, line)
    } else {
      const line = addToBundle(lines, a, b, input.passing.ties[tie] ? 1 : 0)
      if (a.kind === 'actor' || b.kind === 'actor') singles.add(line.key)
    }
  }
  const all = [...lines.values()]
  const bundles = all.filter(({ line }) => line === 'bundle')
  const most = bundles.reduce((max, { key, count }) => (singles.has(key) ? max : Math.max(max, count)), 0)
  for (const tie of bundles) tie.width = bundleWidth(tie.count, singles.has(tie.key), most)
  const touchesSelected = (tie: SceneTie) => tie.from === selected || tie.to === selected
  const rank = (tie: SceneTie) =>
    (touchesSelected(tie) ? 8 : 0) +
    (tie.faded ? 0 : 4) +
    (tie.line !== 'bundle' ? 1 : singles.has(tie.key) ? 0 : 2)
  all.sort((a, b) => rank(b) - rank(a) || b.count - a.count || (a.key < b.key ? -1 : 1))
  return {
    ties: all.slice(0, limit),
    leftTies: all.slice(limit).reduce((sum, tie) => sum + (tie.line === 'bundle' ? tie.count : 1), 0),
  }
}

function addToBundle(lines: Map<string, SceneTie>, a: SceneNode, b: SceneNode, passes: number): SceneTie {
  const key = tieKey(a.key, b.key)
  const line = lines.get(key) ?? {
    key,
    from: a.key,
    to: b.key,
    line: 'bundle',
    cross: true,
    width: 1,
    count: 0,
    faded: true,
  }
  line.count += passes
  line.faded &&= passes === 0
  lines.set(key, line)
  return line
}
