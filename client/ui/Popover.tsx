import { type ReactNode, type ToggleEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

interface TriggerProps {
  popoverTarget: string
  'aria-expanded': boolean
  'aria-haspopup': 'dialog' | true
}

interface PopoverProps {
  trigger: (props: TriggerProps) => ReactNode
  /** Read out as the name of the panel. */
  label: string
  /** Drawn only while open; call `close` to close it. */
  children: (close: () => void) => ReactNode
  /** A short list of choices, as wide as its longest line; anchored also on the phone. */
  menu?: boolean
  align?: 'start' | 'end'
}

const GAP = 6
const EDGE = 8

/** Below the trigger, above it where there is no room; always inside the window. */
export function placeBeside(panel: HTMLElement, anchor: DOMRect, align: 'start' | 'end'): void {
  const { width, height } = panel.getBoundingClientRect()
  const wanted = align === 'start' ? anchor.left : anchor.right - width
  const left = Math.max(EDGE, Math.min(wanted, innerWidth - width - EDGE))
  const below = anchor.bottom + GAP
  const top = below + height + EDGE <= innerHeight ? below : Math.max(EDGE, anchor.top - height - GAP)
  panel.style.setProperty('--popover-left', `${left}px`)
  panel.style.setProperty('--popover-top', `${top}px`)
}

/**
 * A panel beside its trigger (a sheet on the phone). The browser's own popover: top layer, Escape and a click
 * outside close it, focus returns to the trigger.
 */
export function Popover({ trigger, label, children, menu = false, align = 'start' }: PopoverProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const close = () => panel.current?.hidePopover()
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    setOpen(event.newState === 'open')
  }
  // Placed anew whenever it grows: its content may come later than itself.
  useEffect(() => {
    if (!open || !panel.current) return
    const own = panel.current
    const watch = new ResizeObserver(() => {
      const anchor = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)
      if (anchor) placeBeside(own, anchor.getBoundingClientRect(), align)
    })
    watch.observe(own)
    return () => watch.disconnect()
  }, [open, id, align])

  const naming = { role: menu ? 'group' : 'dialog', 'aria-label': label }

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': open, 'aria-haspopup': menu ? true : 'dialog' })}
      {createPortal(
        <div
          ref={panel}
          id={id}
          popover="auto"
          {...naming}
          className={menu ? 'popover menu menu-anchored' : 'popover'}
          onToggle={onToggle}
        >
          {open ? children(close) : null}
        </div>,
        // Out of the heading or sentence that the trigger stands in: neither its type nor its name reach the panel.
        document.body,
      )}
    </>
  )
}
