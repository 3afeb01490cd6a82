const ROUNDS = 200

/** Moves points apart until no two are nearer than `gap`; a grid keeps each round linear. */
export function separate(xy: Float64Array, points: readonly number[], gap: number): void {
  for (let round = 0; round < ROUNDS; round++) if (!pushApart(xy, points, gap)) return
}

/** @returns whether anything had to move */
function pushApart(xy: Float64Array, points: readonly number[], gap: number): boolean {
  const grid = new Map<number, number[]>()
  for (const v of points) {
    const key = cellKey(cellOf(xy[2 * v]!, gap), cellOf(xy[2 * v + 1]!, gap))
    const cell = grid.get(key)
    if (cell) cell.push(v)
    else grid.set(key, [v])
  }
  let moved = false
  for (const v of points) {
    const column = cellOf(xy[2 * v]!, gap)
    const row = cellOf(xy[2 * v + 1]!, gap)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const w of grid.get(cellKey(column + dx, row + dy)) ?? [])
          if (w > v && pushPair(xy, v, w, gap)) moved = true
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
const cellKey = (column: number, row: number): number => column * 100_003 + row
