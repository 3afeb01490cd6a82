import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { partnershipsQuery } from '../../api/partnerships.ts'
import { ActorMark } from '../../network/ActorMark.tsx'
import { useNames } from '../../network/use-names.ts'
import { useFormat } from '../../ui/FormatProvider.tsx'

interface PartnershipListProps {
  actorId: string
  on: On
  definition: DefinitionId
  onChoose: (actorId: string) => void
}

const MOST = 100

/** The partnerships of an actor on the date: with whom, of what kind, since when, how close, on what evidence. */
export function PartnershipList({ actorId, on, definition, onChoose }: PartnershipListProps) {
  const t = useTranslations('explorer.details')
  const { graded } = useNames()
  const format = useFormat()
  const { data, isError, isPlaceholderData } = useQuery(
    partnershipsQuery({ actor: actorId, on, definition, pageSize: MOST }),
  )
  if (isError && !data) return <p className="caption">{t('loadFailed')}</p>
  if (!data) return <p className="caption">…</p>
  const rows = data.rows.filter(
    ({ standing }) => standing !== 'ended' && standing !== 'declined' && standing !== 'future',
  )
  const ended = data.rows.length - rows.length
  return (
    <section className={isPlaceholderData ? 'is-previous' : undefined}>
      <h3 className="panel-title">
        {t('partnerships', { count: data.total - ended, ended })}{' '}
        {graded ? <small>{t('grades')}</small> : null}
      </h3>
      <ul className="partnership-list">
        {rows.map((row) => (
          <Partnership key={row.id} row={row} actorId={actorId} onChoose={onChoose} />
        ))}
      </ul>
      {data.total > data.rows.length ? (
        <p className="caption">{t('others', { count: format.integer(data.total - data.rows.length) })}</p>
      ) : null}
    </section>
  )
}

type PartnershipProps = Pick<PartnershipListProps, 'actorId' | 'onChoose'> & { row: PartnershipRow }

function Partnership({ row, actorId, onChoose }: PartnershipProps) {
  const t = useTranslations('explorer.details')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const partners = row.parties.filter((party) => party.actorId !== actorId)
  const facts = [
    names.kind(row.kind),
    row.startedOn === null ? null : t('since', { date: format.month(row.startedOn) }),
    names.graded ? common(`intensity.${String(row.intensity) as '1' | '2' | '3' | '4' | '5'}`) : null,
    row.standing === 'active' ? null : common(`standing.${row.standing}`),
  ].filter((fact) => fact !== null)
  const reasons = row.notCounting.filter((reason) => reason !== 'expired' && reason !== 'not-active')
  return (
    <li>
      <div className="partnership-parties">
        {partners.map((party) => (
          <button
            key={party.actorId}
            type="button"
            className="actor-name"
            onClick={() => onChoose(party.actorId)}
          >
            <ActorMark sectorId={party.sectorId} size={14} />
            <span>{party.name}</span>
          </button>
        ))}
      </div>
      {names.graded ? (
        <span
          className="grade"
          role="img"
          aria-label={t('grade', { grade: row.evidence, meaning: common(`grade.${row.evidence}`) })}
          title={common(`grade.${row.evidence}`)}
        >
          {row.evidence}
        </span>
      ) : null}
      <p>{facts.join(' · ')}</p>
      {!row.counts && reasons.length > 0 ? (
        <p>
          {t('notCounted', {
            reasons: format.list(reasons.map((reason) => common(`notCounting.${reason}`))),
          })}
        </p>
      ) : null}
    </li>
  )
}
