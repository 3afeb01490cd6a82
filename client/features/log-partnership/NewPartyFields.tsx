import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { Field } from '#client/ui/Field.tsx'
import type { NewParty } from './partnership-draft.ts'

interface NewPartyFieldsProps {
  party: NewParty
  onChange: (facts: Partial<Omit<NewParty, 'key' | 'type'>>) => void
}

/** The four facts of an actor registered along with the partnership; only the name is needed. */
export function NewPartyFields({ party, onChange }: NewPartyFieldsProps) {
  const t = useTranslations('logPartnership.newActor')
  const names = useNames()
  const business = party.role === 'business'
  return (
    <fieldset className="party-new">
      <legend className="visually-hidden">{t('heading')}</legend>
      <Field label={t('name')} error={party.name.trim() === '' ? t('nameMissing') : undefined}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={party.name}
            maxLength={200}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="grid items-start gap-2.5 grid-cols-2 md:grid-cols-3">
        <Field label={t('role')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={party.role ?? ''}
              onChange={(event) =>
                onChange({
                  role: event.target.value,
                  ...(event.target.value === 'business' ? {} : { sectorId: null }),
                })
              }
            >
              {names.roles.map((role) => (
                <option key={role.id} value={role.id}>
                  {names.role(role.id)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {business ? (
          <Field label={t('sector')} hint={party.sectorId ? undefined : t('noSectorHint')}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={party.sectorId ?? ''}
                onChange={(event) => onChange({ sectorId: event.target.value || null })}
              >
                <option value="">{t('unknown')}</option>
                {names.sectors
                  .filter(({ retired }) => !retired)
                  .map((sector) => (
                    <option key={sector.id} value={sector.id}>
                      {names.sector(sector.id)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field label={t('region')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={party.regionCode ?? ''}
              onChange={(event) => onChange({ regionCode: event.target.value || null })}
            >
              <option value="">{t('unknown')}</option>
              {names.villages.map((village) => (
                <option key={village.code} value={village.code}>
                  {village.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  )
}
