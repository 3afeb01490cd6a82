import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { Button } from '#client/ui/Button.tsx'
import { type Gap, gapsFromIssues } from './draft-gaps.ts'
import { knownPartyOf } from './known-party.ts'
import type { OutboxEntry } from './outbox-entry.ts'
import { keepInOutbox } from './outbox-store.ts'
import { type DraftParty, type PartnershipDraft, removeParty, replaceParty } from './partnership-draft.ts'

interface RefusedFieldsProps {
  entry: OutboxEntry
  onSend: () => void
}

/** Each field that was refused: mine, what the register says to it, and what can be kept or taken. */
export function RefusedFields({ entry, onSend }: RefusedFieldsProps) {
  const t = useTranslations('logPartnership.refused')
  const fields = useTranslations('logPartnership.fieldName')
  const issueText = useIssueText()
  const gaps = gapsFromIssues(entry.refusal?.issues ?? [])
  const settle = async (draft: PartnershipDraft) => {
    await keepInOutbox({ ...entry, draft, state: 'waiting', refusal: null })
    onSend()
  }
  return (
    <div className="mt-1">
      <p>{t('fieldsLede')}</p>
      <dl className="facts mt-1">
        {gaps.map((gap) => {
          const party = gap.party === undefined ? undefined : entry.draft.parties[gap.party]
          return (
            <div key={`${gap.field}-${gap.party}-${gap.code}`} className="contents">
              <dt>{fields(gap.field)}</dt>
              <dd>
                {party ? <b className="block font-medium">{party.name}</b> : null}
                {gap.existing
                  ? t('actorExists', { name: gap.existing.name })
                  : gap.issue
                    ? issueText(gap.issue)
                    : ''}
                {party ? <PartyWays gap={gap} party={party} draft={entry.draft} onSettle={settle} /> : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}

interface PartyWaysProps {
  gap: Gap
  party: DraftParty
  draft: PartnershipDraft
  onSettle: (draft: PartnershipDraft) => Promise<void>
}

/** A party that is in the register under that name meanwhile, or is not in it any more. */
function PartyWays({ gap, party, draft, onSettle }: PartyWaysProps) {
  const t = useTranslations('logPartnership.refused')
  const queries = useQueryClient()
  const change = (facts: Partial<Extract<DraftParty, { type: 'new' }>>) => ({
    ...draft,
    parties: draft.parties.map((one) =>
      one.key === party.key && one.type === 'new' ? { ...one, ...facts } : one,
    ),
  })
  if (gap.existing) {
    const { id, name } = gap.existing
    const take = async () => {
      const row = await queries.fetchQuery(actorQuery(id))
      await onSettle(replaceParty(draft, party.key, knownPartyOf(row)))
    }
    return (
      <span className="mt-1 flex flex-wrap gap-2">
        <Button onClick={() => void take()}>{t('useTheirs', { name })}</Button>
        <Button onClick={() => void onSettle(change({ another: true }))}>{t('another')}</Button>
      </span>
    )
  }
  if (gap.issue?.code !== 'unknown-actor' || party.type !== 'known') return null
  const { key, name, role, sectorId, regionCode } = party
  const again: DraftParty = { key, type: 'new', name, role, sectorId, regionCode, another: false }
  const withAgain = { ...draft, parties: draft.parties.map((one) => (one.key === key ? again : one)) }
  return (
    <span className="mt-1 flex flex-wrap gap-2">
      <Button onClick={() => void onSettle(withAgain)}>{t('registerAgain', { name })}</Button>
      {draft.parties.length > 2 ? (
        <Button onClick={() => void onSettle(removeParty(draft, key))}>{t('without', { name })}</Button>
      ) : null}
    </span>
  )
}
