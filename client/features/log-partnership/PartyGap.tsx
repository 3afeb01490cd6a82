import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { Button } from '#client/ui/Button.tsx'
import type { Kind } from '#shared/contract/reference.ts'
import type { Gap } from './draft-gaps.ts'
import { knownPartyOf } from './known-party.ts'
import { type DraftParty, describeParty, type PartnershipDraft, replaceParty } from './partnership-draft.ts'
import { useGapText } from './use-gap-text.ts'

interface PartyGapProps {
  gap: Gap
  party: DraftParty | undefined
  onChange: (change: (draft: PartnershipDraft, kind?: Kind) => PartnershipDraft) => void
}

/** What is wrong with the parties; where somebody of that name is in the register, both ways out. */
export function PartyGap({ gap, party, onChange }: PartyGapProps) {
  const t = useTranslations('logPartnership.gap')
  const gapText = useGapText()
  const queries = useQueryClient()
  const { existing } = gap

  const takeExisting = async (id: string, key: string) => {
    const row = await queries.fetchQuery(actorQuery(id))
    onChange((before, kind) => replaceParty(before, key, knownPartyOf(row), kind))
  }

  return (
    <div>
      <p className="field-error">
        <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
        <span>
          {party && gap.code === 'refused' ? `${party.name}: ` : ''}
          {gapText(gap)}
        </span>
      </p>
      {existing && party ? (
        <div className="mt-1.5 flex flex-wrap gap-2">
          <Button onClick={() => void takeExisting(existing.id, party.key)}>
            {t('take-existing', { name: existing.name })}
          </Button>
          <Button
            look="text"
            onClick={() =>
              onChange((before, kind) => describeParty(before, party.key, { another: true }, kind))
            }
          >
            {t('another')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
