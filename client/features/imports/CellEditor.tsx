import { CircleAlert } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslations } from 'use-intl'
import type { ImportWrites } from '#client/api/use-import-writes.ts'
import { Button } from '#client/ui/Button.tsx'
import { placeBeside } from '#client/ui/Popover.tsx'
import { type CellType, type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportRow } from '#shared/contract/imports.ts'
import { CellChoices } from './CellChoices.tsx'
import { useCellIssue } from './use-cell-issue.ts'
import { typeOf, useFieldOptions } from './use-field-options.ts'
import { type Mending, useMendCell } from './use-mend-cell.ts'
import { ValueInput } from './ValueInput.tsx'

export interface EditedCell {
  row: ImportRow
  field: FieldId
  anchor: HTMLElement
}

interface CellEditorProps extends EditedCell {
  kind: SheetKind
  writes: ImportWrites
  onSkip: () => void
  onClose: (mended: boolean) => void
}

/** Of these every row has its own: a value for all alike would be wrong. */
const OWN: readonly FieldId[] = ['id', 'name', 'nib', 'phone', 'website', 'title', 'evidenceUrl']

const HINTS: Partial<
  Record<
    CellType,
    'date' | 'nib' | 'phone' | 'kbli' | 'url' | 'year' | 'list' | 'actor' | 'actors' | 'event' | 'integer'
  >
> = {
  date: 'date',
  nib: 'nib',
  phone: 'phone',
  kbli: 'kbli',
  url: 'url',
  year: 'year',
  list: 'list',
  actor: 'actor',
  actors: 'actors',
  event: 'event',
  integer: 'integer',
}

/** One cell, beside its place: why it is wrong, what may be meant, and what it should say. */
export function CellEditor({ kind, row, field, anchor, writes, onSkip, onClose }: CellEditorProps) {
  const t = useTranslations('imports')
  const say = useCellIssue()
  const id = useId()
  const cell = row.cells[field] ?? { raw: '', text: '', value: null, label: null, issue: null }
  const type = typeOf(kind, field)
  const options = useFieldOptions()(type)
  const begin = options && cell.value !== null ? cell.value : cell.text
  const [text, setText] = useState(begin)
  const [everywhere, setEverywhere] = useState(false)
  const mending = useMendCell({ row: row.row, field, from: cell.text, writes })
  const panel = usePanel(anchor, () => {
    // Left with a click elsewhere: what was typed counts, as in any table.
    if (text !== begin && mending.state !== 'mending') void mending.mend(text, everywhere, false)
    onClose(false)
  })
  const required = fieldsOf(kind).some((known) => known.id === field && known.required)

  const mend = async (value: string) => {
    if (await mending.mend(value, everywhere)) panel.close(true)
  }
  const restore = async () => {
    if (await mending.restore()) panel.close(true)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void mend(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    panel.close(false)
  }
  panel.onClosed.current = onClose
  const problem = mending.state === 'idle' || mending.state === 'mending' ? cell.issue : null
  const hint = HINTS[type]
  return createPortal(
    <div
      ref={panel.ref}
      popover="auto"
      role="dialog"
      aria-label={t('cell.title', { field: t(`field.${field}`), row: String(row.row) })}
      className="popover cell-editor"
      onKeyDown={onKeyDown}
    >
      <form className="grid gap-3" onSubmit={submit}>
        <div>
          <p className="font-semibold">
            {t('cell.title', { field: t(`field.${field}`), row: String(row.row) })}
          </p>
          {cell.raw !== '' && cell.raw !== cell.label ? (
            <p className="caption import-words">{t('cell.fileHas', { raw: cell.raw })}</p>
          ) : null}
        </div>
        {cell.issue && problem ? (
          <p id={`${id}-reason`} className="flex items-start gap-1.5 text-danger">
            <CircleAlert size={14} strokeWidth={1.75} className="mt-0.5 flex-none" aria-hidden />
            {say.sentence(cell.issue)}
          </p>
        ) : null}
        {OWN.includes(field) ? null : (
          <label className="flex items-start gap-2">
            <input
              type="checkbox"
              className="mt-0.5 size-5 flex-none accent-grape"
              checked={everywhere}
              onChange={(event) => setEverywhere(event.target.checked)}
            />
            <span className="min-w-0 import-words">
              {cell.text === '' ? t('cell.everywhereEmpty') : t('cell.everywhere', { text: cell.text })}
            </span>
          </label>
        )}
        <CellChoices
          type={type}
          cell={cell}
          typed={text === begin ? cell.text : text}
          onChoose={(value) => void mend(value)}
        />
        <div className="grid gap-1">
          <label htmlFor={id} className="font-semibold">
            {t('cell.value')}
          </label>
          <ValueInput
            id={id}
            type={type}
            value={text}
            onChange={setText}
            inputRef={panel.input}
            aria-describedby={`${id}-reason ${id}-hint`}
            aria-invalid={cell.issue ? true : undefined}
          />
          {hint ? (
            <p id={`${id}-hint`} className="caption">
              {t(`cell.hint.${hint}`)}
            </p>
          ) : null}
        </div>
        <Refused state={mending} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="filled">
            {mending.state === 'mending' ? t('cell.saving') : t('cell.save')}
          </Button>
          {cell.text !== cell.raw ? (
            <Button onClick={() => void restore()}>{t('cell.restore')}</Button>
          ) : null}
          {!required && cell.text !== '' ? (
            <Button onClick={() => void mend('')}>{t('cell.leaveEmpty')}</Button>
          ) : null}
          {row.skipped ? null : (
            <Button
              look="text"
              onClick={() => {
                onSkip()
                panel.close(true)
              }}
            >
              {t('cell.skip')}
            </Button>
          )}
        </div>
      </form>
    </div>,
    document.body,
  )
}

function Refused({ state: { state, error } }: { state: Mending }) {
  const t = useTranslations('imports.cell')
  const common = useTranslations('common.error')
  if (state !== 'refused' || !error) return null
  return (
    <p role="alert" className="text-danger">
      {error.code === 'stale' ? t('stale') : t('failed', { why: common(error.code) })}
    </p>
  )
}

/** The panel opens with its input, beside the cell, and says whether it closed because the cell was mended. */
function usePanel(anchor: HTMLElement, onAway: () => void) {
  const ref = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const meant = useRef(false)
  const away = useRef(onAway)
  away.current = onAway
  const onClosed = useRef<(mended: boolean) => void>(() => {})

  useEffect(() => {
    const panel = ref.current
    if (!panel) return
    panel.showPopover()
    placeBeside(panel, anchor.getBoundingClientRect(), 'start')
    input.current?.focus()
    if (input.current instanceof HTMLInputElement) input.current.select()
    const watch = new ResizeObserver(() => placeBeside(panel, anchor.getBoundingClientRect(), 'start'))
    watch.observe(panel)
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed' && !meant.current) away.current()
    }
    panel.addEventListener('toggle', onToggle)
    return () => {
      watch.disconnect()
      panel.removeEventListener('toggle', onToggle)
    }
  }, [anchor])

  const close = (mended: boolean) => {
    meant.current = true
    ref.current?.hidePopover()
    anchor.focus()
    onClosed.current(mended)
  }
  return { ref, input, close, onClosed }
}
