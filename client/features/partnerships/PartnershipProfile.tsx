import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { partnershipQuery } from '#client/api/partnerships.ts'
import { useMay } from '#client/api/session.ts'
import type { View } from '#client/api/view.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { EvidenceGrade } from '#client/network/EvidenceGrade.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { RecordHistory } from '#client/network/RecordHistory.tsx'
import { useNames } from '#client/network/use-names.ts'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { PartnershipDetail } from '#shared/contract/partnerships.ts'
import { EvidenceFiles } from './EvidenceFiles.tsx'
import { PartnershipActions } from './PartnershipActions.tsx'
import { PartnershipTimeline } from './PartnershipTimeline.tsx'
import { directionReadings, usePartnershipTitle } from './partnership-words.ts'

/** One record: who, how, since when, whether it counts and why, what can be done, and how it came about. */
export function PartnershipProfile({ id, view }: { id: string; view: View }) {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const titleOf = usePartnershipTitle()
  const { data, error, refetch } = useQuery(partnershipQuery(id, view))
  useTitle(data ? titleOf(data) : common('nav.partnerships'))

  if (error && !data) {
    const missing = error instanceof ApiError && error.code === 'not-found'
    return (
      <div className="py-8">
        <h1 className="visually-hidden">{t('detail.list')}</h1>
        {missing ? (
          <ErrorState title={t('detail.missing')}>
            <Link to="/kerja-sama" className="inline-flex min-h-11 items-center underline md:min-h-8">
              {t('detail.list')}
            </Link>
          </ErrorState>
        ) : (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  if (!data)
    return (
      <div className="py-8" aria-busy="true">
        <h1 className="page-title">{t('detail.list')}</h1>
        <p className="caption mt-2">{common('state.loading')}</p>
      </div>
    )
  return <Record detail={data} />
}

function Record({ detail }: { detail: PartnershipDetail }) {
  const mayWrite = useMay('partnerships.write')
  const mayReadHistory = useMay('history.read')
  const mayReadEvidence = useMay('evidence.read')
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const register = useTranslations('register')
  const names = useNames()
  const format = useFormat()
  const titleOf = usePartnershipTitle()
  const city = names.reference?.city
  const recorded = names.graded || !isAsImported(detail)
  return (
    <div className="grid gap-x-10 gap-y-6 py-5 lg:grid-cols-[1fr_22rem]">
      <div className="grid content-start gap-6">
        <header>
          <p className="caption flex flex-wrap gap-x-2">
            <Link to="/kerja-sama" className="inline-flex min-h-11 items-center underline md:min-h-6">
              {t('detail.list')}
            </Link>
            <span className="self-center">
              {names.kind(detail.kind)}
              {names.findKind(detail.kind)?.retired ? ` (${register('retired')})` : ''} ·{' '}
              {common(`standing.${detail.standing}`)}
            </span>
          </p>
          <h1 className="page-title">{titleOf(detail)}</h1>
          <Counting detail={detail} />
        </header>
        {city && mayWrite ? <PartnershipActions detail={detail} today={city.today} /> : null}
        <section className="section">
          <h2 className="section-title">{t('detail.parties')}</h2>
          <ul className="list-rows mt-2">
            {detail.parties.map((party) => (
              <li key={party.actorId}>
                <Link to="/pelaku/$id" params={{ id: party.actorId }}>
                  <span className="flex items-center gap-2 font-semibold">
                    <ActorMark sectorId={party.sectorId} />
                    {party.name}
                  </span>
                  <span className="caption block">
                    {[
                      party.sectorId ? names.sectorShort(party.sectorId) : '',
                      party.role && party.role !== 'business' ? names.role(party.role) : '',
                      party.regionCode ? names.region(party.regionCode) : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <Directions detail={detail} />
          <Link
            to="/jejaring"
            search={{ actor: detail.parties[0]?.actorId }}
            className="mt-2 inline-flex min-h-11 items-center underline md:min-h-8"
          >
            {t('detail.inNetwork')}
          </Link>
        </section>
        <section className="section">
          <h2 className="section-title">{t('detail.facts')}</h2>
          <dl className="facts mt-1">
            <dt>{t('detail.intensity')}</dt>
            <dd>
              {recorded
                ? `${detail.intensity} · ${common(`intensity.${intensityKey(detail.intensity)}`)}`
                : t('detail.notRecorded')}
            </dd>
            <dt>{t('detail.evidence')}</dt>
            <dd>{recorded ? <EvidenceGrade grade={detail.evidence} withWord /> : t('detail.notRecorded')}</dd>
            <dt>{t('detail.started')}</dt>
            <dd>{detail.startedOn ? format.date(detail.startedOn) : t('noDate')}</dd>
            {detail.endedOn ? (
              <>
                <dt>{t('detail.ended')}</dt>
                <dd>
                  {format.date(detail.endedOn)}
                  {detail.endReason ? ` · ${common(`endReason.${detail.endReason}`)}` : ''}
                </dd>
              </>
            ) : null}
            {detail.record.evidenceUrl ? (
              <>
                <dt>{t('detail.attachment')}</dt>
                <dd>
                  <a href={detail.record.evidenceUrl} rel="noreferrer" target="_blank" className="underline">
                    {detail.record.evidenceUrl}
                  </a>
                </dd>
              </>
            ) : null}
            {detail.record.note ? (
              <>
                <dt>{t('detail.note')}</dt>
                <dd className="whitespace-pre-line">{detail.record.note}</dd>
              </>
            ) : null}
            {detail.record.projects.length > 0 ? (
              <>
                <dt>{t('detail.projects')}</dt>
                <dd>{format.list(detail.record.projects)}</dd>
              </>
            ) : null}
          </dl>
        </section>
        {mayReadEvidence ? <EvidenceFiles partnershipId={detail.id} /> : null}
      </div>
      <div className="grid content-start gap-6">
        <section className="section">
          <h2 className="section-title mb-3">{t('detail.timeline')}</h2>
          <PartnershipTimeline record={detail.record} />
        </section>
        <section className="section">
          {mayReadHistory ? (
            <>
              <h2 className="section-title mb-1">{t('detail.history')}</h2>
              <RecordHistory entity="partnership" id={detail.id} />
            </>
          ) : null}
          <p className="caption">{t('detail.revision', { revision: String(detail.revision) })}</p>
        </section>
      </div>
    </div>
  )
}

/** An imported network says neither how close nor how sure; the register fills in these two until somebody does. */
const isAsImported = ({ intensity, evidence, record }: PartnershipDetail) =>
  intensity === 2 && evidence === 'C' && record.evidenceUrl === null

const LEVELS = ['1', '2', '3', '4', '5'] as const
const intensityKey = (intensity: number) => LEVELS.find((level) => level === String(intensity)) ?? '1'

/** Whether it counts and why; a lapsed one asks its question. */
function Counting({ detail }: { detail: PartnershipDetail }) {
  const t = useTranslations('partnerships.detail')
  const reasons = useTranslations('common.notCounting')
  const names = useNames()
  const format = useFormat()
  const today = names.reference?.city.today
  if (!today) return null
  return (
    <div className="mt-2 max-w-[42rem] text-ink-2">
      {detail.standing === 'expired' && detail.lastConfirmedOn ? (
        <p className="font-semibold text-ink">
          {t('expired', { date: format.date(detail.lastConfirmedOn) })}
        </p>
      ) : null}
      <p>
        {t(detail.counts ? 'countsYes' : 'countsNo', { date: format.date(today) })}{' '}
        {detail.counts && detail.expiresOn ? t('expiresOn', { date: format.date(detail.expiresOn) }) : null}
      </p>
      {detail.notCounting.length > 0 ? (
        <ul className="list-disc pl-5">
          {detail.notCounting.map((reason) => (
            <li key={reason}>{reasons(reason)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Directions({ detail }: { detail: PartnershipDetail }) {
  const t = useTranslations('partnerships.detail')
  const names = useNames()
  const kind = names.findKind(detail.kind)
  if (!kind?.directed || detail.arcs.length === 0) return null
  return (
    <div className="mt-3">
      <h3 className="caption">{t('direction')}</h3>
      <ul>
        {directionReadings(detail, names).map(({ forward, backward }) => (
          <li key={forward}>
            {forward}
            <span className="caption block">{backward}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
