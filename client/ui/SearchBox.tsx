import { useEffect, useRef, useState } from 'react'

interface SearchBoxProps {
  label: string
  value: string
  /** Called once the typing rests, and at once on Enter. */
  onChange: (value: string) => void
}

const REST_MS = 250

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value)
  const said = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // A value that did not come from here (a cleared filter, the back button) replaces what stands in the box.
  useEffect(() => {
    if (value !== said.current) setText(value)
    said.current = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const say = (next: string) => {
    clearTimeout(timer.current)
    if (next.trim() === said.current) return
    said.current = next.trim()
    onChange(next.trim())
  }

  return (
    <label className="filter filter-search filter-wide">
      <span>{label}</span>
      <input
        type="search"
        className="input"
        value={text}
        onChange={(event) => {
          const next = event.target.value
          setText(next)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => say(next), REST_MS)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') say(text)
        }}
      />
    </label>
  )
}
