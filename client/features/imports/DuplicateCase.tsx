import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import type { FieldId } from '#shared/contract/import-fields.ts'
import type { Import, ImportDecisions, ImportMatch, ImportRow } from '#shared/contract/imports.ts'
import { DECISIONS } from './decisions.ts'
import { MatchFields } from './MatchFields.tsx'
import { rowName } from './shown-fields.ts'

export type Decision = Omit<ImportDecisions, 'version' | 'rows'>

interface DuplicateCaseProps {
  one: Import
  row: ImportRow
  busy: boolean
  onDecide: (decision: Decision) => void
}

/** A slip of the list does not rename what was found by its name. */
const usuallyKept = ({ by }: ImportMatch): FieldId[] => (by === 'id' || by === 'nib' ? [] : ['name'])

const keyOf = ({ id, row }: Pick<ImportMatch, 'id' | 'row'>) => id ?? `baris ${row}`

/** One row beside what it may repeat, field by field. */
export function DuplicateCase({ one, row, busy, onDecide }: DuplicateCaseProps) {
  const t = useTranslations('imports.duplicates')
  const { decision, matches } = row
  const decided =
    decision?.as === 'same' ? matches.find((match) => keyOf(match) === keyOf(decision)) : undefined
  const [chosen, setChosen] = useState<string | null>(null)
  const match = matches.find((known) => keyOf(known) === chosen) ?? decided ?? matches[0]
  const [choice, setChoice] = useState<readonly FieldId[] | null>(decision?.keep ?? null)
  if (!match) return null
  const kept = choice ?? usuallyKept(match)

  const decide = (as: (typeof DECISIONS)[number], keep = kept) =>
    onDecide(
      as === 'same'
        ? {
            as,
            keep: match.differs.flatMap(({ field }) => (keep.includes(field) ? [field] : [])),
            ...(match.id ? { id: match.id } : match.row ? { row: match.row } : {}),
          }
        : { as },
    )
  const keep = (fields: readonly FieldId[]) => {
    setChoice(fields)
    // What was decided before is decided with the other choice at once.
    if (decision?.as === 'same') decide('same', fields)
  }
  const name = rowName(one, row.cells)
  return (
    <section className="section duplicate-case" aria-busy={busy}>
      <h2 className="section-title import-words">{t('case', { row: String(row.row), name })}</h2>
      {matches.length > 1 ? (
        <fieldset className="mt-1">
          <legend className="caption">{t('which')}</legend>
          {matches.map((known) => (
            <label key={keyOf(known)} className="match-choice">
              <input
                type="radio"
                name={`mirip-${row.row}`}
                checked={known === match}
                onChange={() => setChosen(keyOf(known))}
              />
              <MatchName match={known} linked={one.kind === 'actors'} />
            </label>
          ))}
        </fieldset>
      ) : (
        <p>
          <MatchName match={match} linked={one.kind === 'actors'} />
        </p>
      )}
      <MatchFields match={match} row={row.row} kept={kept} onKeep={keep} />
      <fieldset className="decision-line">
        <legend className="visually-hidden">{t('case', { row: String(row.row), name })}</legend>
        {DECISIONS.map((as) => (
          <Button
            key={as}
            className="toggle"
            aria-pressed={decision?.as === as}
            disabled={busy}
            onClick={() => decide(as)}
          >
            {as === 'same' && match.id === null ? t('sameRow') : t(`as.${as}`)}
          </Button>
        ))}
        {decision ? (
          <Button look="text" disabled={busy} onClick={() => onDecide({ as: null })}>
            {t('undecide')}
          </Button>
        ) : null}
        {decision?.proposed ? <span className="caption">{t('proposed')}</span> : null}
      </fieldset>
    </section>
  )
}

function MatchName({ match, linked }: { match: ImportMatch; linked: boolean }) {
  const t = useTranslations('imports.duplicates')
  return (
    <span className="min-w-0 import-words">
      {match.id === null
        ? t('inFile', { row: String(match.row), name: match.name })
        : t('inRegister', { name: match.name })}
      <span className="text-ink-3">
        {match.region ? `, ${match.region}` : ''} · {t(`because.${match.by}`)}
      </span>
      {linked && match.id !== null ? (
        <>
          {' · '}
          <Link to="/pelaku/$id" params={{ id: match.id }} target="_blank" className="underline">
            {t('openProfile')}
          </Link>
        </>
      ) : null}
    </span>
  )
}
