import { Link } from '@tanstack/react-router'
import { Check, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { UndoState } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { LoggedPartnership } from '#shared/contract/partnerships.ts'
import { ReceiptPicture } from './ReceiptPicture.tsx'
import type { ReceiptLine } from './receipt-view.ts'
import { useReceiptView } from './use-receipt-view.ts'

interface ReceiptProps {
  logged: LoggedPartnership
  /** Actors that entered the register with it, and leave it with it. */
  registered: number
  undo: UndoState
  onUndo: () => void
  /** Closes the receipt and goes on with the next entry. */
  onAgain: () => void
}

/** What the entry did to the numbers: a sheet on the phone, a panel in the corner on the desktop; stays until closed. */
export function Receipt({ logged, registered, undo, onUndo, onAgain }: ReceiptProps) {
  const t = useTranslations('logPartnership.receipt')
  const phone = usePhone()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (phone) element.showModal()
    else element.show()
    // Not the first button: that is "Urungkan", and the next Enter must not press it.
    heading.current?.focus()
    return () => element.close()
  }, [phone])

  useEffect(() => {
    if (undo.type === 'done') heading.current?.focus()
  }, [undo.type])

  return (
    <dialog
      ref={dialog}
      className="receipt"
      aria-label={t('label')}
      onCancel={(event) => {
        event.preventDefault()
        onAgain()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !phone) onAgain()
      }}
    >
      {undo.type === 'done' ? (
        <Undone logged={logged} registered={registered} headingRef={heading} />
      ) : (
        <Effect logged={logged} undo={undo} onUndo={onUndo} headingRef={heading} />
      )}
      <div className="mt-3 grid grid-cols-2 gap-3">
        {undo.type === 'done' ? (
          <span />
        ) : (
          <Link
            to="/jejaring"
            search={{ actor: logged.partnership.parties[0]?.actorId }}
            className={buttonClass('outline')}
          >
            {t('inNetwork')}
          </Link>
        )}
        <Button look="filled" onClick={onAgain}>
          {undo.type === 'done' ? t('close') : t('again')}
        </Button>
      </div>
    </dialog>
  )
}

type HeadingRef = React.RefObject<HTMLHeadingElement | null>

interface EffectProps {
  logged: LoggedPartnership
  undo: UndoState
  onUndo: () => void
  headingRef: HeadingRef
}

function Effect({ logged, undo, onUndo, headingRef }: EffectProps) {
  const t = useTranslations('logPartnership.receipt')
  const { partnership } = logged
  const view = useReceiptView(logged)
  return (
    <>
      <div className="flex min-h-6 items-center justify-between gap-3">
        <span className="flex items-center gap-2 font-semibold">
          <Check size={18} strokeWidth={1.75} aria-hidden />
          {t('saved')}
        </span>
        <Button
          look="text"
          className="-my-3 font-semibold text-grape"
          onClick={onUndo}
          disabled={undo.type === 'undoing'}
        >
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
          {undo.type === 'undoing' ? t('undoing') : t('undo')}
        </Button>
      </div>
      <h2
        ref={headingRef}
        tabIndex={-1}
        className="mt-3 text-lg font-semibold tracking-[-0.015em] text-balance outline-none"
      >
        {view.heading}
      </h2>
      {undo.type === 'refused' || undo.type === 'failed' ? (
        <p role="alert" className="field-error">
          {undo.type === 'refused' ? t('undoRefused') : t('undoFailed')}
        </p>
      ) : null}
      <ReceiptPicture partnership={partnership} between={view.between} />
      {view.notCounting.length > 0 ? (
        <div className="notice notice-mango mb-2">
          <h3 className="font-semibold">{t('why')}</h3>
          <ul>
            {view.notCounting.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <ul className="mt-2">
        {view.lines.map((line) => (
          <Line
            key={line.id}
            line={line}
            note={
              line.id === 'index'
                ? [view.small, view.small ? null : view.split, view.provisional].filter(Boolean).join(' ')
                : ''
            }
          />
        ))}
      </ul>
      <Link
        to="/kerja-sama/$id"
        params={{ id: partnership.id }}
        className="inline-flex min-h-11 items-center underline md:min-h-8"
      >
        {t('detail')}
      </Link>
    </>
  )
}

function Line({ line, note }: { line: ReceiptLine; note: string }) {
  const t = useTranslations('logPartnership.receipt.rows')
  return (
    <li className="receipt-line">
      <span>{line.label}</span>
      <span className="receipt-value">
        {line.changed ? (
          <>
            <span className="visually-hidden">
              {t('change', { before: line.before, after: line.after })}{' '}
            </span>
            <span aria-hidden="true">
              <i>{line.before} →</i> <b>{line.after}</b>{' '}
            </span>
          </>
        ) : (
          <span>{t('steady', { value: line.after })} </span>
        )}
        {line.of}
      </span>
      {note ? <small>{note}</small> : null}
    </li>
  )
}

interface UndoneProps {
  logged: LoggedPartnership
  registered: number
  headingRef: HeadingRef
}

function Undone({ logged, registered, headingRef }: UndoneProps) {
  const t = useTranslations('logPartnership.receipt')
  const format = useFormat()
  return (
    <div role="status">
      <p className="flex items-center gap-2 font-semibold">
        <Undo2 size={18} strokeWidth={1.75} aria-hidden />
        {t('undoneTitle')}
      </p>
      <h2 ref={headingRef} tabIndex={-1} className="mt-2 font-normal outline-none">
        {t('undone', { names: format.list(logged.partnership.parties.map(({ name }) => name)) })}{' '}
        {registered > 0 ? t('undoneActors', { count: registered }) : ''}
      </h2>
    </div>
  )
}
