import { Columns3 } from 'lucide-react'
import { Button } from './Button.tsx'
import { Popover } from './Popover.tsx'

interface ColumnPickerProps<C extends string> {
  words: { button: string; title: string; usual: string }
  offered: readonly { column: C; label: string }[]
  chosen: readonly C[]
  onChoose: (chosen: readonly C[]) => void
  onUsual: () => void
}

/** Which columns a table shows, in the order in which it offers them. */
export function ColumnPicker<C extends string>(props: ColumnPickerProps<C>) {
  const { words, offered, chosen, onChoose, onUsual } = props
  const toggle = (column: C) =>
    onChoose(
      offered
        .map((one) => one.column)
        .filter((one) => (one === column ? !chosen.includes(one) : chosen.includes(one))),
    )
  return (
    <Popover
      label={words.title}
      align="end"
      trigger={(trigger) => (
        <Button {...trigger}>
          <Columns3 size={16} strokeWidth={1.75} aria-hidden />
          {words.button}
        </Button>
      )}
    >
      {() => (
        <fieldset className="grid">
          <legend className="section-title float-left w-full">{words.title}</legend>
          {offered.map(({ column, label }) => (
            <label key={column} className="clear-both flex min-h-9 items-center gap-2.5">
              <input
                type="checkbox"
                className="size-4.5 flex-none accent-grape"
                checked={chosen.includes(column)}
                onChange={() => toggle(column)}
              />
              {label}
            </label>
          ))}
          <div>
            <Button look="text" onClick={onUsual}>
              {words.usual}
            </Button>
          </div>
        </fieldset>
      )}
    </Popover>
  )
}
