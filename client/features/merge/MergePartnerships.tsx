import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { FieldIssue } from '#shared/contract/errors.ts'
import type { MergePreview } from '#shared/contract/merging.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

type Fate = 'move' | 'withdraw'

interface MergePartnershipsProps {
  preview: MergePreview
  fates: Readonly<Record<string, Fate>>
  onFates: (fates: Record<string, Fate>) => void
  /** What the server found wrong, by the path in the request. */
  issues: readonly FieldIssue[]
}

/** Records that would say nothing or the same twice come first, each with what happens to it; the rest moves. */
export function MergePartnerships({ preview, fates, onFates, issues }: MergePartnershipsProps) {
  const issueText = useIssueText()
  const t = useTranslations('register.merge')
  const { partnerships } = preview
  const special = partnerships.filter(({ outcome }) => outcome !== 'moves')
  const plain = partnerships.length - special.length
  return (
    <section className="section">
      <h2 className="section-title">{t('partnerships')}</h2>
      {special.map(({ partnership, outcome, like, proposed }) => (
        <fieldset key={partnership.id} className="merge-field">
          <legend>
            <RecordLink row={partnership} />
          </legend>
          <p className="clear-both text-ink-2">{t(`outcome.${outcome}`)}</p>
          {like ? (
            <p className="caption">
              {t('like')}: <RecordLink row={like} />
            </p>
          ) : null}
          {outcome === 'self' ? null : (
            <div className="merge-choices">
              {(['move', 'withdraw'] as const).map((fate) => (
                <label key={fate}>
                  <input
                    type="radio"
                    name={`nasib-${partnership.id}`}
                    checked={(fates[partnership.id] ?? proposed) === fate}
                    onChange={() => onFates({ ...fates, [partnership.id]: fate })}
                  />
                  {t(fate)}
                </label>
              ))}
            </div>
          )}
          {issues
            .filter(({ path }) => path === `partnerships.${partnership.id}`)
            .map((issue) => (
              <p key={issue.code} className="field-error">
                {issueText(issue)}
              </p>
            ))}
        </fieldset>
      ))}
      <p className="mt-2">{partnerships.length === 0 ? t('noPartnerships') : t('plain', { count: plain })}</p>
    </section>
  )
}

/** A record by its parties, kind and day, opened beside this page so that nothing chosen is lost. */
function RecordLink({ row }: { row: PartnershipRow }) {
  const standing = useTranslations('common.standing')
  const names = useNames()
  const format = useFormat()
  const facts = [
    names.kind(row.kind),
    row.startedOn ? format.shortDate(row.startedOn) : '',
    standing(row.standing),
  ]
  return (
    <Link to="/kerja-sama/$id" params={{ id: row.id }} target="_blank" className="underline">
      {format.list(row.parties.map(({ name }) => name))} ({facts.filter(Boolean).join(', ')})
    </Link>
  )
}
