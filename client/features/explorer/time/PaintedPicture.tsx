import { useEffect, useRef } from 'react'
import { readTheme, watchTheme } from '../../../network/graph/graph-theme.ts'
import { type PaintedNetwork, paintNetwork } from './paint-network.ts'

const painted = new WeakMap<Element, PaintedNetwork>()
/** What a canvas of the page shows, so that it can be painted elsewhere too. */
export const paintedOn = (canvas: Element): PaintedNetwork | undefined => painted.get(canvas)

/** A network on a canvas of its own, drawn anew when it, its room or the theme changes. What it shows is said beside it. */
export function PaintedPicture({ network, className }: { network: PaintedNetwork; className: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    painted.set(element, network)
    let frame = 0
    const paint = () => {
      const { clientWidth: width, clientHeight: height } = element
      const pen = element.getContext('2d')
      if (!pen || width === 0 || height === 0) return
      const ratio = Math.min(2, devicePixelRatio)
      element.width = Math.round(width * ratio)
      element.height = Math.round(height * ratio)
      pen.scale(ratio, ratio)
      paintNetwork(pen, network, { width, height }, readTheme())
    }
    // one picture a frame: nine at once would hold the page up
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(paint)
    }
    const resize = new ResizeObserver(soon)
    resize.observe(element)
    const stopTheme = watchTheme(soon)
    soon()
    return () => {
      cancelAnimationFrame(frame)
      resize.disconnect()
      stopTheme()
    }
  }, [network])
  return (
    <div className={className} aria-hidden="true">
      <canvas ref={canvas} className="size-full" />
    </div>
  )
}
