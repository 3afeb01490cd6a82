const ROUNDS = 200

/** Moves points apart until no two are nearer than `gap`; a grid keeps each round linear. */
export function separate(xy: Float64Array, points: readonly number[], gap: number): void {
  if (points.length === 0) return
  const grid = createGrid(points.length)
  for (let round = 0; round < ROUNDS; round++) {
    fill(grid, xy, points, gap)
    if (!pushApart(grid, xy, points, gap)) return
  }
}

/** Points by cell, in flat arrays: those of cell c are members[starts[c] .. starts[c + 1]). */
interface Grid {
  left: number
  top: number
  columns: number
  rows: number
  starts: Uint32Array
  members: Uint32Array
}

const createGrid = (points: number): Grid => ({
  left: 0,
  top: 0,
  columns: 0,
  rows: 0,
  starts: new Uint32Array(0),
  members: new Uint32Array(points),
})

function fill(grid: Grid, xy: Float64Array, points: readonly number[], gap: number): void {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const v of points) {
    left = Math.min(left, cellOf(xy[2 * v]!, gap))
    right = Math.max(right, cellOf(xy[2 * v]!, gap))
    top = Math.min(top, cellOf(xy[2 * v + 1]!, gap))
    bottom = Math.max(bottom, cellOf(xy[2 * v + 1]!, gap))
  }
  grid.left = left
  grid.top = top
  grid.columns = right - left + 1
  grid.rows = bottom - top + 1
  const cells = grid.columns * grid.rows
  if (grid.starts.length < cells + 2) grid.starts = new Uint32Array(cells + 2)
  else grid.starts.fill(0)
  const { starts, members, rows } = grid
  const cellAt = (v: number) => (cellOf(xy[2 * v]!, gap) - left) * rows + cellOf(xy[2 * v + 1]!, gap) - top
  // counted two places on, so that filling a cell leaves its start one place on
  for (const v of points) starts[cellAt(v) + 2]!++
  for (let c = 1; c < cells + 2; c++) starts[c]! += starts[c - 1]!
  for (const v of points) members[starts[cellAt(v) + 1]!++] = v
}

/** @returns whether anything had to move */
function pushApart(grid: Grid, xy: Float64Array, points: readonly number[], gap: number): boolean {
  const { left, top, columns, rows, starts, members } = grid
  let moved = false
  for (const v of points) {
    const column = cellOf(xy[2 * v]!, gap) - left
    const row = cellOf(xy[2 * v + 1]!, gap) - top
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let i = starts[x * rows + y]!, end = starts[x * rows + y + 1]!; i < end; i++)
          if (members[i]! > v && pushPair(xy, v, members[i]!, gap)) moved = true
  }
  return moved
}

function pushPair(xy: Float64Array, v: number, w: number, gap: number): boolean {
  let dx = xy[2 * w]! - xy[2 * v]!
  let dy = xy[2 * w + 1]! - xy[2 * v + 1]!
  let distance = Math.sqrt(dx * dx + dy * dy)
  if (distance >= gap) return false
  if (distance < 1e-6) {
    // at one place: part along a direction that depends on the pair alone
    const angle = (v * 31 + w) % 360
    dx = Math.cos(angle)
    dy = Math.sin(angle)
    distance = 1
  }
  // a little more than needed, or the last hair's breadth would take for ever
  const push = ((gap - Math.min(distance, gap)) / 2 + 0.05) / distance
  xy[2 * v]! -= dx * push
  xy[2 * v + 1]! -= dy * push
  xy[2 * w]! += dx * push
  xy[2 * w + 1]! += dy * push
  return true
}

const cellOf = (value: number, gap: number): number => Math.floor(value / gap)
