import { X } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { Kind } from '#shared/contract/reference.ts'
import type { Gap } from './draft-gaps.ts'
import { knownPartyOf } from './known-party.ts'
import { NewPartyFields } from './NewPartyFields.tsx'
import { PartyGap } from './PartyGap.tsx'
import { PartyPicker } from './PartyPicker.tsx'
import {
  addParty,
  type DraftParty,
  describeParty,
  type PartnershipDraft,
  removeParty,
} from './partnership-draft.ts'

interface PartyFieldProps {
  draft: PartnershipDraft
  kind: Kind | undefined
  onChange: (change: (draft: PartnershipDraft) => PartnershipDraft) => void
  gaps: readonly Gap[]
  inputRef: Ref<HTMLInputElement>
}

/** Siapa saja? The parties so far, and the search that adds one. */
export function PartyField({ draft, kind, onChange, gaps, inputRef }: PartyFieldProps) {
  const t = useTranslations('logPartnership.who')
  const announce = useAnnounce()
  const { parties } = draft
  const { reference } = useNames()
  const most = reference?.definitions.find(({ id }) => id === 'official')?.rule.maxParties ?? null

  const add = (party: DraftParty) => {
    onChange((before) => addParty(before, party, kind))
    announce(t('added', { name: party.name, count: parties.length + 1 }))
  }
  const remove = (party: DraftParty) => {
    onChange((before) => removeParty(before, party.key, kind))
    announce(t('removed', { name: party.name, count: parties.length - 1 }))
    document.getElementById('pihak')?.focus()
  }
  const create = (name: string) =>
    add({
      key: `new-${Date.now().toString(36)}`,
      type: 'new',
      name,
      role: 'business',
      sectorId: null,
      regionCode: null,
      another: false,
    })

  return (
    <fieldset className="choice-group" id="parties">
      <legend className="field-label w-full">
        {t('label')}
        <small>{t('count', { count: parties.length })}</small>
      </legend>
      <div className="parties" data-invalid={gaps.length > 0 || undefined}>
        {parties.length > 0 ? (
          <ul>
            {parties.map((party) => (
              <li key={party.key}>
                <PartyLine party={party} onRemove={() => remove(party)} />
                {party.type === 'new' ? (
                  <NewPartyFields
                    party={party}
                    onChange={(facts) => onChange((before) => describeParty(before, party.key, facts, kind))}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        <PartyPicker
          chosen={parties}
          onChoose={(row) => add(knownPartyOf(row))}
          onCreate={create}
          inputRef={inputRef}
          describedBy={gaps.length > 0 ? 'parties-error' : undefined}
          invalid={gaps.length > 0}
        />
      </div>
      {most !== null && parties.length > most ? (
        <p role="status" className="notice notice-mango mt-2">
          {kind?.directed ? t('manyDirected', { most: String(most) }) : t('many', { most: String(most) })}
        </p>
      ) : null}
      {gaps.length > 0 ? (
        <div id="parties-error">
          {gaps.map((gap) => (
            <PartyGap
              key={`${gap.code}-${gap.party}-${gap.existing?.id}`}
              gap={gap}
              party={gap.party === undefined ? undefined : parties[gap.party]}
              onChange={(change) => onChange((before) => change(before, kind))}
            />
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}

function PartyLine({ party, onRemove }: { party: DraftParty; onRemove: () => void }) {
  const t = useTranslations('logPartnership.who')
  const names = useNames()
  const facts =
    party.type === 'new'
      ? [t('newMark')]
      : [
          party.sectorId ? names.sector(party.sectorId) : party.role ? names.role(party.role) : '',
          party.regionCode ? names.region(party.regionCode) : '',
        ].filter(Boolean)
  return (
    <div className="party">
      <ActorMark sectorId={party.sectorId} />
      <span className="party-words">
        <b>{party.name}</b>
        <small>{facts.join(' · ')}</small>
      </span>
      <IconButton
        label={t('remove', { name: party.name })}
        icon={<X size={16} strokeWidth={1.75} aria-hidden />}
        onClick={onRemove}
      />
    </div>
  )
}
