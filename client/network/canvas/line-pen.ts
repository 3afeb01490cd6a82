import type { Pen } from './svg-pen.ts'

/** All in CSS px but `alpha`, 0 … 1. */
export interface LineLook {
  colour: string
  alpha: number
  width: number
  /** Lengths drawn and left out in turn; empty = drawn through. */
  dash: readonly number[]
  /** Whether what is drawn of a dash ends in half a circle. */
  round?: boolean
}

/** Draws straight lines: `begin` says how, `end` says that all of that look were given. */
export interface LinePen {
  begin: (look: LineLook) => void
  line: (x1: number, y1: number, x2: number, y2: number) => void
  end: () => void
}

/** Strokes of so many lines at once: longer paths take longer than their parts. */
const CHUNK = 400

export function strokingLines(pen: Pen): LinePen {
  let pending = 0
  const stroke = () => {
    if (pending > 0) pen.stroke()
    pending = 0
    pen.beginPath()
  }
  return {
    begin({ colour, alpha, width, dash, round = false }) {
      pen.globalAlpha = alpha
      pen.strokeStyle = colour
      pen.lineWidth = width
      pen.setLineDash([...dash])
      pen.lineCap = round ? 'round' : 'butt'
      pen.beginPath()
    },
    line(x1, y1, x2, y2) {
      pen.moveTo(x1, y1)
      pen.lineTo(x2, y2)
      if (++pending >= CHUNK) stroke()
    },
    end() {
      stroke()
      pen.setLineDash([])
      pen.lineCap = 'butt'
      pen.globalAlpha = 1
    },
  }
}
