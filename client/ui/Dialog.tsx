import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  closeLabel: string
  children: ReactNode
  /** On the phone a dialog is a sheet at the thumb; `false` keeps it in the middle. */
  sheet?: boolean
}

/** The browser's own modal dialog: focus stays inside, Escape closes, focus returns. */
export function Dialog({ open, onClose, title, closeLabel, children, sheet = true }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (open && !dialog.open) dialog.showModal()
    if (!open && dialog.open) dialog.close()
  }, [open])

  return (
    <dialog
      ref={element}
      aria-labelledby={titleId}
      className={sheet ? 'dialog dialog-sheet' : 'dialog'}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
      onKeyDown={() => {}}
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={titleId} className="section-title">
          {title}
        </h2>
        <IconButton
          label={closeLabel}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={onClose}
          className="-mt-1.5 -mr-1.5"
        />
      </div>
      {open ? children : null}
    </dialog>
  )
}
