import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { ChoiceGroup } from '#client/ui/ChoiceGroup.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { Kind } from '#shared/contract/reference.ts'
import type { Direction, DraftParty } from './partnership-draft.ts'

interface DirectionFieldProps {
  kind: Kind
  parties: readonly DraftParty[]
  direction: Direction | null
  onChange: (direction: Direction) => void
  error: string | undefined
}

/** Who gives and who receives, each choice in both readings. More than two parties stand around one in the middle. */
export function DirectionField({ kind, parties, direction, onChange, error }: DirectionFieldProps) {
  const t = useTranslations('logPartnership.direction')
  const names = useNames()
  const hub = parties.find(({ key }) => key === direction?.hub) ?? parties[0]
  if (!hub) return null
  const rest = parties.filter(({ key }) => key !== hub.key)
  const others = rest.length === 1 ? (rest[0]?.name ?? '') : t('others', { count: rest.length })
  const give = names.reading(kind, 'forward')
  const receive = names.reading(kind, 'backward')
  const sentence = (giver: string, verb: string, receiver: string) => t('sentence', { giver, verb, receiver })

  return (
    <div className="grid gap-2.5">
      {parties.length > 2 ? (
        <Field label={t('hub')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={hub.key}
              onChange={(event) =>
                onChange({ hub: event.target.value, reading: direction?.reading ?? 'forward' })
              }
            >
              {parties.map((party) => (
                <option key={party.key} value={party.key}>
                  {party.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <ChoiceGroup
        legend={t('label')}
        name="direction"
        layout="list"
        choices={[
          {
            value: 'forward',
            label: sentence(hub.name, give, others),
            detail: sentence(others, receive, hub.name),
          },
          {
            value: 'backward',
            label: sentence(others, give, hub.name),
            detail: sentence(hub.name, receive, others),
          },
        ]}
        value={direction?.reading ?? null}
        onChange={(reading) => onChange({ hub: hub.key, reading })}
        error={error}
      />
    </div>
  )
}
