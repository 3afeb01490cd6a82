import type { Dress, SceneInput } from '../graph/actor-scene.ts'
import { LINE_STYLE } from '../graph/line-style.ts'
import { drawnTies } from '../graph/network-index.ts'
import { actorRadius, bundleWidth, type MarkLook } from '../graph/scene.ts'
import {
  type CanvasPicture,
  MARK_KINDS,
  MARK_RINGS,
  type MarkRing,
  type Marks,
  type OpenCaption,
  type PictureGroup,
  TIE_LINES,
  type Ties,
} from './canvas-picture.ts'
import type { PicturePlan, PlannedGroup } from './picture-plan.ts'
import { type TieColumns, tieBatches } from './tie-batches.ts'

/** What is open everywhere: nothing, sectors to their groups, or all to single actors. */
export const CANVAS_LEVELS = ['sector', 'group', 'actor'] as const
export type CanvasLevel = (typeof CANVAS_LEVELS)[number]

/** Above so many actors they are never all drawn one by one; they open per group. */
export const MOST_ACTORS = 20_000

export interface CanvasInput extends SceneInput {
  plan: PicturePlan
  lookOfSector: (sectorId: string) => MarkLook
  level: CanvasLevel
  /** Ids of groups that are open besides. */
  open: ReadonlySet<string>
  /** Rows drawn one by one although their group is closed: the chosen one, its partners, a path. */
  alone: ReadonlySet<number>
  labelOf: (group: PlannedGroup) => string
}

/** The picture of a network with some of its groups open, as columns. O(actors + ties). */
export function buildPicture(input: CanvasInput): CanvasPicture {
  const { index, plan } = input
  const groups = plan.groups.map(
    (group): PictureGroup => ({
      id: group.id,
      sectorId: group.sectorId,
      kind: group.kind,
      label: input.labelOf(group),
      rows: group.rows,
    }),
  )
  const { markOf, closed, singles } = assign(input)
  const marks = newMarks(closed.length + singles.length)
  const looks = createLooks()
  for (const [mark, number] of closed.entries()) putGroup(input, marks, mark, number, looks.number)
  for (const [at, row] of singles.entries()) putActor(input, marks, closed.length + at, row, looks.number)
  return {
    marks,
    ties: gatherTies(input, markOf, marks),
    looks: looks.list,
    groups,
    ghosts: plan.ghosts,
    captions: captionsOf(input),
    markOf,
    nameOf: (row) => index.network.actors.name[row]!,
    wordsOf: (row) => input.dress?.(row).label ?? index.network.actors.name[row]!,
  }
}

/** Which group, if any, an actor is in: the outermost that is closed. −1 = drawn by itself. */
function closedGroupOf({ plan, level, open, alone }: CanvasInput, row: number): number {
  if (level === 'actor' || alone.has(row)) return -1
  const outer = plan.outer[row]!
  const inner = plan.inner[row]!
  const { id, kind } = plan.groups[outer]!
  const isOpen = open.has(id) || (level === 'group' && kind === 'sector')
  if (!isOpen) return outer
  return inner === -1 || open.has(plan.groups[inner]!.id) ? -1 : inner
}

function assign(input: CanvasInput) {
  const { index, plan } = input
  const markOf = new Int32Array(index.present.length).fill(-1)
  const groupOf = new Int32Array(index.present.length).fill(-1)
  const markOfGroup = new Int32Array(plan.groups.length).fill(-1)
  const closed: number[] = []
  const singles: number[] = []
  for (let row = 0; row < markOf.length; row++) {
    if (!index.present[row]) continue
    const group = closedGroupOf(input, row)
    groupOf[row] = group
    if (group === -1) singles.push(row)
    else if (markOfGroup[group] === -1) markOfGroup[group] = closed.push(group) - 1
  }
  for (const [at, row] of singles.entries()) markOf[row] = closed.length + at
  for (let row = 0; row < markOf.length; row++)
    if (groupOf[row]! >= 0) markOf[row] = markOfGroup[groupOf[row]!]!
  return { markOf, closed, singles }
}

const newMarks = (count: number): Marks => ({
  count,
  x: new Float32Array(count),
  y: new Float32Array(count),
  r: new Float32Array(count),
  look: new Uint16Array(count),
  kind: new Uint8Array(count),
  ring: new Uint8Array(count),
  faded: new Uint8Array(count),
  ref: new Int32Array(count),
})

function createLooks() {
  const numbers = new Map<MarkLook, number>()
  const list: MarkLook[] = []
  const number = (look: MarkLook): number => {
    let known = numbers.get(look)
    if (known === undefined) {
      known = list.push(look) - 1
      numbers.set(look, known)
    }
    return known
  }
  return { list, number }
}

const kindNumber = (kind: (typeof MARK_KINDS)[number]) => MARK_KINDS.indexOf(kind)
const ringNumber = (ring: (typeof MARK_RINGS)[number]) => MARK_RINGS.indexOf(ring)

function putGroup(
  input: CanvasInput,
  marks: Marks,
  mark: number,
  number: number,
  lookNumber: (look: MarkLook) => number,
): void {
  const { kind, sectorId, place, rows } = input.plan.groups[number]!
  const absent = kind === 'unlinked' || kind === 'unasked'
  marks.x[mark] = place.x
  marks.y[mark] = place.y
  marks.r[mark] = place.r
  marks.look[mark] = lookNumber(input.lookOfSector(sectorId))
  marks.kind[mark] = kindNumber(absent ? 'absent' : kind)
  marks.ring[mark] = ringNumber(absent ? kind : 'none')
  marks.faded[mark] = rows.every((row) => input.passing.actors[row] === 0) ? 1 : 0
  marks.ref[mark] = number
}

function putActor(
  input: CanvasInput,
  marks: Marks,
  mark: number,
  row: number,
  lookNumber: (look: MarkLook) => number,
): void {
  const { index, plan } = input
  const { actors } = index.network
  const dress = input.dress?.(row)
  const partners = Math.max(actors.degree[row]!, drawnTies(index, row) > 0 ? 1 : 0)
  marks.x[mark] = plan.places.x[row]!
  marks.y[mark] = plan.places.y[row]!
  marks.r[mark] = (dress?.r ?? actorRadius(partners, index.most)) * plan.density
  marks.look[mark] = lookNumber(input.lookOf(row))
  marks.kind[mark] = kindNumber('actor')
  marks.ring[mark] = ringNumber(ringOf(dress, actors.standing[row]))
  marks.faded[mark] = input.passing.actors[row] === 0 ? 1 : 0
  marks.ref[mark] = row
}

/** Who has no partner or was not asked says so by its ring, unless a chosen appearance takes the ring for itself. */
function ringOf(dress: Dress | undefined, standing: string | undefined): MarkRing {
  const mark = dress?.mark ?? standing
  return mark === 'unlinked' || mark === 'unasked' ? mark : (dress?.ring ?? 'none')
}

const BUNDLE = TIE_LINES.indexOf('bundle')
/** Lines between single actors thicken with what they carry: 1, 2–3, 4 and more partnerships. */
const heavier = (partnerships: number) => (partnerships >= 4 ? 1.8 : partnerships >= 2 ? 1.35 : 1)

function gatherTies(input: CanvasInput, markOf: Int32Array, marks: Marks): Ties {
  const { index, passing } = input
  const { actors, ties } = index.network
  const size = ties.a.length
  const [a, b, tie] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(size)]
  const columns: TieColumns = {
    line: new Uint8Array(size),
    cross: new Uint8Array(size),
    faded: new Uint8Array(size),
    width: new Float32Array(size),
    weight: new Float32Array(size),
  }
  const bundles = new Map<number, number>()
  let count = 0
  for (let row = 0; row < size; row++) {
    const line = index.lines[row]
    if (line == null) continue
    const [from, to] = [markOf[ties.a[row]!]!, markOf[ties.b[row]!]!]
    if (from === to || from < 0 || to < 0) continue
    const passes = passing.ties[row] ? 1 : 0
    if (marks.kind[from] === 0 && marks.kind[to] === 0) {
      const cross = actors.sectorId[ties.a[row]!] !== actors.sectorId[ties.b[row]!]
      a[count] = from
      b[count] = to
      tie[count] = row
      columns.line[count] = TIE_LINES.indexOf(line)
      columns.cross[count] = cross ? 1 : 0
      columns.faded[count] = 1 - passes
      columns.weight[count] = ties.partnerships[row]!
      columns.width[count++] =
        LINE_STYLE[line].width[cross ? 'cross' : 'within'] * heavier(ties.partnerships[row]!)
      continue
    }
    const key = Math.min(from, to) * marks.count + Math.max(from, to)
    let at = bundles.get(key)
    if (at === undefined) {
      at = count++
      bundles.set(key, at)
      a[at] = from
      b[at] = to
      tie[at] = -1
      columns.line[at] = BUNDLE
      columns.cross[at] = 1
      columns.faded[at] = 1
    }
    columns.weight[at]! += passes
    if (passes) columns.faded[at] = 0
  }
  const single = (at: number) => marks.kind[a[at]!] === 0 || marks.kind[b[at]!] === 0
  const between = [...bundles.values()].filter((at) => !single(at))
  const most = between.reduce((largest, at) => Math.max(largest, columns.weight[at]!), 0)
  for (const at of bundles.values())
    columns.width[at] = Math.round(2 * bundleWidth(columns.weight[at]!, single(at), most)) / 2
  return { count, a, b, tie, batches: tieBatches(columns, count) }
}

/** Names of what was opened by itself, where its closed mark would stand: a tap on one closes it. */
const captionsOf = ({ plan, level, open }: CanvasInput): OpenCaption[] =>
  level === 'actor'
    ? []
    : plan.groups.flatMap((one, group) => (open.has(one.id) ? [{ group, ...captionPlace(plan, one) }] : []))

/** Over the groups that an opened sector shows; in the middle of what has none. */
function captionPlace({ groups }: PicturePlan, { kind, sectorId, place }: PlannedGroup) {
  const inside =
    kind === 'sector' ? groups.filter((one) => one.kind === 'group' && one.sectorId === sectorId) : []
  if (inside.length === 0) return { x: place.x, y: place.y }
  const middle = inside.reduce((sum, one) => sum + one.place.x, 0) / inside.length
  return { x: middle, y: Math.min(...inside.map((one) => one.place.y - one.place.r)) - 12 }
}
