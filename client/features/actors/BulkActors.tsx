import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { BulkAsk } from '#client/api/bulk.ts'
import { BulkCount } from '#client/network/BulkCount.tsx'
import { useNames } from '#client/network/use-names.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { BulkOutcome } from '#shared/contract/bulk.ts'
import { CENSUS_STATUSES, SIZE_CLASSES } from '#shared/contract/vocabulary.ts'

export const ACTOR_BULKS = ['sector', 'region', 'census', 'size', 'suggestion'] as const
export type ActorBulkAct = (typeof ACTOR_BULKS)[number]

type Change = BulkAsk<'actors'>['change']

interface BulkActorsProps {
  act: ActorBulkAct
  selection: BulkAsk<'actors'>['selection']
  today: string
  nameOf: (id: string) => string
  onDone: (outcome: BulkOutcome) => void
  onCancel: () => void
}

/** One value for many actors. */
export function BulkActors({ act, selection, today, nameOf, onDone, onCancel }: BulkActorsProps) {
  const t = useTranslations('register')
  const names = useNames()
  const [value, setValue] = useState<string | null>(null)
  const [mode, setMode] = useState<'correct' | 'from'>('correct')
  const [from, setFrom] = useState(today)
  const options = useOptions(act)
  const dated = act === 'census' || (mode === 'from' && act !== 'size')
  const change = changeOf(act, value, dated ? from : null)
  return (
    <div className="grid gap-4">
      {act === 'suggestion' ? (
        <p className="text-ink-2">{t('suggestion.draft')}</p>
      ) : (
        <Field label={t('bulk.value')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={value ?? 'choose'}
              onChange={(event) => setValue(event.target.value)}
            >
              <option value="choose" disabled>
                {t('bulk.choose')}
              </option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {act === 'sector' || act === 'region' ? (
        <ChoiceGroup
          legend={t('bulk.mode')}
          name="sejak"
          choices={[
            { value: 'correct', label: t('bulk.correct') },
            { value: 'from', label: t('bulk.from') },
          ]}
          value={mode}
          onChange={setMode}
        />
      ) : null}
      {dated ? (
        <Field label={t('bulk.on')}>
          {(control) => (
            <input
              {...control}
              type="date"
              className="input"
              max={today}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <BulkCount
        target="actors"
        ask={change && { selection, change }}
        nameOf={nameOf}
        valueName={names.sectorShort}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  )
}

/** null while something is missing. @param from the day from which it holds; null where it always did */
function changeOf(act: ActorBulkAct, value: string | null, from: string | null): Change | null {
  if (act === 'suggestion') return { mode: 'suggestion' }
  if (value === null || from === '') return null
  const chosen = value === '' ? null : value
  const size = SIZE_CLASSES.find((known) => known === value) ?? null
  const census = CENSUS_STATUSES.find((known) => known === value) ?? 'none'
  if (act === 'size') return { mode: 'correct', changes: { sizeClass: size } }
  const changes =
    act === 'sector'
      ? { sectorId: chosen }
      : act === 'region'
        ? { regionCode: chosen }
        : { censusStatus: census }
  return from === null ? { mode: 'correct', changes } : { mode: 'from', from, changes }
}

function useOptions(act: ActorBulkAct): { value: string; label: string }[] {
  const t = useTranslations('register.bulk')
  const common = useTranslations('common')
  const names = useNames()
  const none = { value: '', label: t('none') }
  switch (act) {
    case 'sector':
      return [
        ...names.sectors
          .filter(({ retired }) => !retired)
          .map(({ id }) => ({ value: id, label: names.sector(id) })),
        none,
      ]
    case 'region':
      return [...names.villages.map(({ code, name }) => ({ value: code, label: name })), none]
    case 'census':
      return CENSUS_STATUSES.map((status) => ({ value: status, label: common(`census.${status}`) }))
    case 'size':
      return [...SIZE_CLASSES.map((size) => ({ value: size, label: common(`size.${size}`) })), none]
    case 'suggestion':
      return []
  }
}
