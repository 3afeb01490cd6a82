import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { actorsQuery } from '#client/api/actors.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useDebounced } from '#client/ui/use-debounced.ts'
import type { CellType } from '#shared/contract/import-fields.ts'
import type { ImportCell } from '#shared/contract/imports.ts'

const SHOWN = 5

interface CellChoicesProps {
  type: CellType
  cell: ImportCell
  typed: string
  onChoose: (value: string) => void
}

/** What a cell may mean, each taken with one press: what the server proposes, both readings of a date, registered names. */
export function CellChoices({ type, cell, typed, onChoose }: CellChoicesProps) {
  const t = useTranslations('imports.cell')
  const format = useFormat()
  const { issue, choices = [] } = cell
  const dates =
    issue?.code === 'ambiguous-date'
      ? [issue.params?.['first'], issue.params?.['second']].flatMap((date) =>
          typeof date === 'string' ? [{ value: date, label: format.date(date) }] : [],
        )
      : []
  const proposed = choices.length > 0 ? choices : dates
  return (
    <>
      {proposed.length > 0 ? <Choices label={t('choices')} choices={proposed} onChoose={onChoose} /> : null}
      {type === 'actor' && issue ? (
        <RegisteredActors typed={typed} except={proposed.map(({ value }) => value)} onChoose={onChoose} />
      ) : null}
    </>
  )
}

interface ChoicesProps {
  label: string
  choices: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}

function Choices({ label, choices, onChoose }: ChoicesProps) {
  return (
    <fieldset className="cell-choices">
      <legend className="caption">{label}</legend>
      {choices.map((choice) => (
        <Button key={choice.value} onClick={() => onChoose(choice.value)}>
          {choice.label}
        </Button>
      ))}
    </fieldset>
  )
}

interface RegisteredActorsProps {
  typed: string
  except: readonly string[]
  onChoose: (value: string) => void
}

function RegisteredActors({ typed, except, onChoose }: RegisteredActorsProps) {
  const t = useTranslations('imports.cell')
  const names = useNames()
  const q = useDebounced(typed.trim(), 200)
  const { data } = useQuery({ ...actorsQuery({ q, pageSize: SHOWN }), enabled: q !== '', retry: false })
  const found = (data?.rows ?? []).filter(({ id }) => !except.includes(id))
  if (found.length === 0) return null
  return (
    <Choices
      label={t('search')}
      choices={found.map(({ id, name, regionCode }) => ({
        value: id,
        label: regionCode ? `${name}, ${names.region(regionCode)}` : name,
      }))}
      onChoose={onChoose}
    />
  )
}
