import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { neighbouringCell } from './grid-keys.ts'

/** What became of a value that was sent. */
export type CellAnswer =
  | { type: 'saved' }
  | { type: 'refused'; message: string }
  /** Without a signal: it waits on this device. */
  | { type: 'kept' }
  /** Somebody changed this very value in between; `keepMine` sends mine over it. */
  | { type: 'clash'; theirs: string; keepMine: () => Promise<CellAnswer> }

type Editor =
  | { type: 'choice'; options: readonly { value: string; label: string }[] }
  | { type: 'text'; maxLength: number }
  | { type: 'date'; max: string }

type State =
  | { type: 'idle' }
  | { type: 'editing'; draft: string; error?: string }
  | { type: 'saving'; draft: string }
  | { type: 'kept'; draft: string; instead: string }
  | { type: 'clash'; draft: string; theirs: string; keepMine: () => Promise<CellAnswer> }

interface EditableCellProps {
  /** What the cell is, for a screen reader: column and row. */
  label: string
  value: string
  children: ReactNode
  editor: Editor
  words: {
    saving: string
    kept: string
    clash: string
    mine: (value: string) => string
    theirs: (value: string) => string
  }
  save: (value: string) => Promise<CellAnswer>
  /** How the cell looks while nobody edits it, where that is not a plain button. */
  idle?: (edit: () => void) => ReactNode
}

/** A value of a table, edited in its place: Enter, F2 or a click begins, Enter or Tab saves, Escape leaves it. */
export function EditableCell(props: EditableCellProps) {
  const { label, value, children, editor, words, save, idle } = props
  const [state, setState] = useState<State>({ type: 'idle' })
  const place = useRef<HTMLDivElement>(null)
  const refocus = useRef(false)

  const edit = () => setState({ type: 'editing', draft: state.type === 'kept' ? state.draft : value })
  const leave = (focus: boolean) => {
    refocus.current = focus
    setState({ type: 'idle' })
  }
  // what waited was sent, or somebody else set it
  if (state.type === 'kept' && state.instead !== value) setState({ type: 'idle' })
  useEffect(() => {
    if (state.type !== 'idle' || !refocus.current) return
    refocus.current = false
    place.current?.querySelector<HTMLElement>('[data-cell]')?.focus()
  }, [state])

  const take = (answer: CellAnswer, draft: string, focus: boolean) => {
    if (answer.type === 'saved') leave(focus)
    else if (answer.type === 'kept') setState({ type: 'kept', draft, instead: value })
    else if (answer.type === 'refused') setState({ type: 'editing', draft, error: answer.message })
    else setState({ ...answer, draft })
  }
  const commit = async (draft: string, then: 'stay' | 'next' | 'back' | 'away') => {
    const next =
      place.current && then !== 'stay' && then !== 'away'
        ? neighbouringCell(place.current, then === 'back')
        : undefined
    if (draft === value) leave(then === 'stay')
    else {
      setState({ type: 'saving', draft })
      take(await save(draft), draft, then === 'stay')
    }
    next?.click()
  }
  const onKeyDown = (draft: string) => (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      leave(true)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void commit(draft, 'stay')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      void commit(draft, event.shiftKey ? 'back' : 'next')
    }
  }
  const wordFor = (text: string) =>
    editor.type === 'choice' ? (editor.options.find((option) => option.value === text)?.label ?? text) : text

  return (
    <div ref={place} className="cell">
      {state.type === 'editing' ? (
        <>
          <CellInput
            label={label}
            editor={editor}
            draft={state.draft}
            invalid={state.error !== undefined}
            onDraft={(draft) => setState({ type: 'editing', draft })}
            onPick={(draft) => void commit(draft, 'stay')}
            onKeyDown={onKeyDown(state.draft)}
            onAway={() => void commit(state.draft, 'away')}
          />
          {state.error ? (
            <span role="alert" className="field-error">
              {state.error}
            </span>
          ) : null}
        </>
      ) : state.type === 'clash' ? (
        <div role="alert" className="cell-clash">
          <p>{words.clash}</p>
          <Button
            look="filled"
            autoFocus
            onClick={() => {
              const { draft, keepMine } = state
              setState({ type: 'saving', draft })
              void keepMine().then((answer) => take(answer, draft, true))
            }}
          >
            {words.mine(wordFor(state.draft))}
          </Button>
          <Button onClick={() => leave(true)}>{words.theirs(wordFor(state.theirs))}</Button>
        </div>
      ) : state.type === 'saving' ? (
        <span className="caption" role="status">
          {words.saving}
        </span>
      ) : idle && state.type === 'idle' ? (
        idle(edit)
      ) : (
        <button
          type="button"
          tabIndex={-1}
          data-cell
          data-editable
          className="cell-value"
          onClick={edit}
          onKeyDown={(event) => {
            if (event.key === 'F2') edit()
          }}
        >
          <span className="visually-hidden">{label}: </span>
          {state.type === 'kept' ? (
            <>
              {wordFor(state.draft)}
              <span className="caption block">{words.kept}</span>
            </>
          ) : (
            children
          )}
        </button>
      )}
    </div>
  )
}

interface CellInputProps {
  label: string
  editor: Editor
  draft: string
  invalid: boolean
  onDraft: (draft: string) => void
  /** A choice made with the mouse or the thumb is meant at once; one stepped through by keys is not. */
  onPick: (draft: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  onAway: () => void
}

function CellInput({ label, editor, draft, invalid, onDraft, onPick, onKeyDown, onAway }: CellInputProps) {
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const pointing = useRef(false)
  useEffect(() => input.current?.focus(), [])
  const shared = {
    ref: input,
    className: 'input cell-input',
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    value: draft,
    onBlur: onAway,
    onPointerDown: () => {
      pointing.current = true
    },
    onKeyDown: (event: KeyboardEvent) => {
      pointing.current = false
      onKeyDown(event)
    },
  }
  if (editor.type !== 'choice')
    return (
      <input
        {...shared}
        type={editor.type}
        {...(editor.type === 'date' ? { max: editor.max } : { maxLength: editor.maxLength })}
        onChange={(event) => onDraft(event.target.value)}
      />
    )
  return (
    <select
      {...shared}
      onChange={(event) => (pointing.current ? onPick(event.target.value) : onDraft(event.target.value))}
    >
      {editor.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
