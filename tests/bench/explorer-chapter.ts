import { drawingRows } from './explorer/drawing.ts'
import { exploringRows } from './explorer/exploring.ts'
import type { Bench, Row } from './row.ts'

/** P7, P9, and how the explorer answers: in a real browser, on the built page. */
export async function explorerChapter(bench: Bench): Promise<Row[]> {
  return [...(await exploringRows(bench)), ...(await drawingRows(bench))]
}
