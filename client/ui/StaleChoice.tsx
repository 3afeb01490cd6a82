import { type ReactNode, useId, useState } from 'react'
import { Button } from './Button.tsx'
import type { FieldMove } from './three-way.ts'

interface StaleChoiceProps<K extends string> {
  moves: readonly FieldMove<K>[]
  words: {
    title: string
    lede: string
    field: string
    mine: string
    theirs: string
    save: string
    takeTheirs: string
  }
  labelOf: (field: K) => string
  show: (field: K, value: unknown) => ReactNode
  /** The value to keep for each field that moved. */
  onSave: (chosen: Partial<Record<K, unknown>>) => void
  onTakeTheirs: () => void
}

/** A record moved while it was being edited: both values of each field side by side, and a person decides. */
export function StaleChoice<K extends string>(props: StaleChoiceProps<K>) {
  // Several records may ask on one page; their choices are not one another's.
  const id = useId()
  const { moves, words, labelOf, show, onSave, onTakeTheirs } = props
  // What only the other person touched stays theirs unless one says otherwise; where both did, mine is proposed.
  const [side, setSide] = useState<Partial<Record<K, 'mine' | 'theirs'>>>({})
  const sideOf = ({ field, base, mine }: FieldMove<K>) =>
    side[field] ?? (JSON.stringify(base ?? null) === JSON.stringify(mine ?? null) ? 'theirs' : 'mine')

  const save = () =>
    onSave(
      Object.fromEntries(
        moves.map((move) => [move.field, sideOf(move) === 'mine' ? move.mine : move.theirs]),
      ) as Partial<Record<K, unknown>>,
    )

  return (
    <section role="alert" aria-label={words.title}>
      <h3 className="section-title">{words.title}</h3>
      <p className="mt-1 text-ink-2">{words.lede}</p>
      <div className="mt-3 grid gap-3">
        {moves.map((move) => (
          <fieldset key={move.field} className="border-t border-hairline pt-2">
            <legend className="float-left w-full font-semibold">{labelOf(move.field)}</legend>
            <div className="clear-both grid gap-1 pt-1 md:grid-cols-2">
              {(['mine', 'theirs'] as const).map((which) => (
                <label key={which} className="flex min-h-11 items-start gap-2.5 py-2">
                  <input
                    type="radio"
                    className="mt-0.5 size-4.5 flex-none accent-grape"
                    name={`${id}-${move.field}`}
                    checked={sideOf(move) === which}
                    onChange={() => setSide({ ...side, [move.field]: which })}
                  />
                  <span className="min-w-0">
                    <span className="caption block">{words[which]}</span>
                    {show(move.field, move[which])}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="filled" onClick={save}>
          {words.save}
        </Button>
        <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
      </div>
    </section>
  )
}
