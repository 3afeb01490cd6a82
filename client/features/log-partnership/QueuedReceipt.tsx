import { Clock, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { OutboxEntry } from './outbox-entry.ts'

interface QueuedReceiptProps {
  entry: OutboxEntry
  onTakeBack: () => void
  /** Closes the receipt and goes on with the next entry. */
  onAgain: () => void
}

/** Without a signal: what waits on this device, and that its effect comes once it has been sent. */
export function QueuedReceipt({ entry, onTakeBack, onAgain }: QueuedReceiptProps) {
  const t = useTranslations('logPartnership')
  const phone = usePhone()
  const names = useNames()
  const format = useFormat()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { draft, state } = entry

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (phone) element.showModal()
    else element.show()
    heading.current?.focus()
    return () => element.close()
  }, [phone])

  return (
    <dialog
      ref={dialog}
      className="receipt"
      aria-label={t('queued.label')}
      onCancel={(event) => {
        event.preventDefault()
        onAgain()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !phone) onAgain()
      }}
    >
      <div className="flex min-h-6 items-center justify-between gap-3">
        <span className="flex items-center gap-2 font-semibold">
          <Clock size={18} strokeWidth={1.75} aria-hidden />
          {t('queued.kept')}
        </span>
        <Button look="text" className="-my-3 font-semibold text-grape" onClick={onTakeBack}>
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
          {t('receipt.undo')}
        </Button>
      </div>
      <h2
        ref={heading}
        tabIndex={-1}
        className="mt-3 text-lg font-semibold tracking-[-0.015em] text-balance outline-none"
      >
        {format.list(draft.parties.map(({ name }) => name))}
      </h2>
      <p className="mt-1 text-ink-2">
        {[
          names.kind(draft.kind ?? ''),
          draft.proposed
            ? t('queued.proposed')
            : t('duplicate.since', { date: format.date(draft.startedOn) }),
          draft.files.length > 0 ? t('queued.files', { count: draft.files.length }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="notice mt-3">{state === 'sign-in' ? t('queued.signIn') : t('queued.later')}</p>
      <div className="mt-3 grid grid-cols-2 gap-3">
        <span />
        <Button look="filled" onClick={onAgain}>
          {t('receipt.again')}
        </Button>
      </div>
    </dialog>
  )
}
