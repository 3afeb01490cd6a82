/** Geometry of the scale 0–100 under the index. */
export const SCALE = { width: 272, height: 70, left: 4, right: 268, axis: 25 }

export const scaleX = (value: number): number =>
  SCALE.left + ((SCALE.right - SCALE.left) * Math.min(100, Math.max(0, value))) / 100
