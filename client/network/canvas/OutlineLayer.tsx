import { useEffect, useRef, useState } from 'react'
import { type DragMode, watchGestures } from './canvas-gestures.ts'
import './canvas.css'

interface OutlineLayerProps {
  mode: DragMode
  /** Corners in px of the layer: x and y, one after the other. `extend`: with Shift. */
  onOutline: (corners: readonly number[], extend: boolean) => void
}

/** Lies over a picture that has no outlines of its own, to draw a box or a lasso on it. */
export function OutlineLayer({ mode, onOutline }: OutlineLayerProps) {
  const element = useRef<SVGSVGElement>(null)
  const [corners, setCorners] = useState<readonly number[]>([])
  const latest = useRef({ mode, onOutline })
  latest.current = { mode, onOutline }
  useEffect(() => {
    if (!element.current) return
    return watchGestures(element.current, {
      mode: () => latest.current.mode,
      outline: (points) => setCorners([...points]),
      outlined: (points, extend) => {
        setCorners([])
        if (points) latest.current.onOutline(points, extend)
      },
      move: nothing,
      zoom: nothing,
      tap: nothing,
      hold: nothing,
      hover: nothing,
    })
  }, [])
  return (
    <svg ref={element} className="outline-layer" aria-hidden="true">
      <polygon points={corners.join(' ')} />
    </svg>
  )
}

const nothing = () => {}
