/** What dragging with one finger or the mouse does. */
export type DragMode = 'move' | 'box' | 'lasso'

export interface GestureHandlers {
  mode: () => DragMode
  move: (dx: number, dy: number) => void
  zoom: (factor: number, at: { x: number; y: number }) => void
  tap: (at: { x: number; y: number }, extend: boolean) => void
  hold: (at: { x: number; y: number }) => void
  hover: (at: { x: number; y: number } | null) => void
  /** While an outline is drawn: its corners on screen so far. */
  outline: (points: readonly number[]) => void
  /** An outline is finished; `extend` adds to the selection. Null = given up. */
  outlined: (points: readonly number[] | null, extend: boolean) => void
}

const SLACK = { mouse: 4, touch: 10 }
const HOLD_MS = 450
const LASSO_STEP = 4

interface Press {
  id: number
  x: number
  y: number
  startX: number
  startY: number
  moved: boolean
  held: boolean
  mode: DragMode
  extend: boolean
  points: number[]
}

/** Mouse, pen, fingers and wheel on an element, as what they mean. Returns what ends it. */
export function watchGestures(element: Element, handlers: GestureHandlers): () => void {
  const fingers = new Map<number, { x: number; y: number }>()
  let press: Press | null = null
  let holdTimer = 0

  const at = (event: MouseEvent) => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const endPress = () => {
    clearTimeout(holdTimer)
    if (press && press.points.length > 0) handlers.outlined(null, false)
    press = null
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    const point = at(event)
    fingers.set(event.pointerId, point)
    element.setPointerCapture(event.pointerId)
    if (fingers.size > 1) {
      endPress()
      return
    }
    const mode = event.shiftKey && handlers.mode() === 'move' ? 'box' : handlers.mode()
    press = {
      id: event.pointerId,
      ...point,
      startX: point.x,
      startY: point.y,
      moved: false,
      held: false,
      mode,
      extend: event.shiftKey,
      points: [],
    }
    handlers.hover(null)
    holdTimer = window.setTimeout(() => {
      if (!press || press.moved) return
      press.held = true
      handlers.hold(point)
    }, HOLD_MS)
  }
  const onMove = (event: PointerEvent) => {
    const point = at(event)
    const before = fingers.get(event.pointerId)
    if (!before) {
      if (event.pointerType === 'mouse') handlers.hover(point)
      return
    }
    if (fingers.size === 2) pinch(fingers, event.pointerId, point, handlers)
    else if (press) drag(press, point, event.pointerType === 'mouse' ? SLACK.mouse : SLACK.touch, handlers)
    fingers.set(event.pointerId, point)
  }
  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    if (!press || press.id !== event.pointerId) return
    const done = press
    press = null
    clearTimeout(holdTimer)
    if (done.held) return
    if (!done.moved) handlers.tap({ x: done.startX, y: done.startY }, done.extend)
    else if (done.mode !== 'move') handlers.outlined(done.points, done.extend)
  }
  const onCancel = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    endPress()
  }
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const lines = event.deltaMode === 1 ? 18 : 1
    const step = Math.max(-120, Math.min(120, event.deltaY * lines))
    handlers.zoom(Math.exp(-step * (event.ctrlKey ? 0.01 : 0.0022)), at(event))
  }
  const onLeave = () => handlers.hover(null)

  const events = new AbortController()
  const { signal } = events
  element.addEventListener('pointerdown', onDown as EventListener, { signal })
  element.addEventListener('pointermove', onMove as EventListener, { signal })
  element.addEventListener('pointerup', onUp as EventListener, { signal })
  element.addEventListener('pointercancel', onCancel as EventListener, { signal })
  element.addEventListener('pointerleave', onLeave as EventListener, { signal })
  element.addEventListener('wheel', onWheel as EventListener, { passive: false, signal })
  return () => {
    clearTimeout(holdTimer)
    events.abort()
  }
}

function drag(press: Press, point: { x: number; y: number }, slack: number, handlers: GestureHandlers): void {
  if (!press.moved && Math.hypot(point.x - press.startX, point.y - press.startY) < slack) return
  press.moved = true
  if (press.held) return
  if (press.mode === 'move') handlers.move(point.x - press.x, point.y - press.y)
  else if (press.mode === 'box') {
    const { startX, startY } = press
    press.points = [startX, startY, point.x, startY, point.x, point.y, startX, point.y]
    handlers.outline(press.points)
  } else if (press.points.length === 0 || Math.hypot(point.x - press.x, point.y - press.y) >= LASSO_STEP) {
    if (press.points.length === 0) press.points.push(press.startX, press.startY)
    press.points.push(point.x, point.y)
    handlers.outline(press.points)
  } else return
  press.x = point.x
  press.y = point.y
}

/** Two fingers: what lies between them stays between them. */
function pinch(
  fingers: ReadonlyMap<number, { x: number; y: number }>,
  moving: number,
  to: { x: number; y: number },
  handlers: GestureHandlers,
): void {
  const from = fingers.get(moving)!
  const other = [...fingers].find(([id]) => id !== moving)![1]
  const apart = Math.hypot(from.x - other.x, from.y - other.y)
  const factor = apart < 1 ? 1 : Math.hypot(to.x - other.x, to.y - other.y) / apart
  handlers.move((to.x - from.x) / 2, (to.y - from.y) / 2)
  handlers.zoom(factor, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 })
}
