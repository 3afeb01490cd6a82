import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import type { BusinessTask } from '#shared/contract/tasks.ts'
import type { TaskWork } from './use-task-work.ts'
import { useTieWords } from './use-tie-words.ts'

/** What is asked on the telephone: who it is, how to reach them, and whether each tie that waits still goes on. */
export function PhoneCard({ task, work }: { task: BusinessTask; work: TaskWork }) {
  const t = useTranslations('tasks')
  const names = useNames()
  const format = useFormat()
  const { actor, website, contactConsent, ties } = task
  const [settled, setSettled] = useState<ReadonlyMap<string, 'still' | 'over'>>(new Map())
  const settle = (row: PartnershipRow, how: 'still' | 'over') => (isDone: boolean) => {
    if (isDone) setSettled((before) => new Map(before).set(row.id, how))
  }
  const words = useTieWords()
  const facts = [
    actor.sectorId ? names.sector(actor.sectorId) : '',
    actor.regionCode ? names.region(actor.regionCode) : '',
    actor.lastVerifiedOn
      ? t('business.last', { date: format.date(actor.lastVerifiedOn) })
      : t('business.never'),
  ]
  return (
    <>
      <h2 className="phone-name">
        <ActorMark sectorId={actor.sectorId} size={18} />
        <Link to="/pelaku/$id" params={{ id: actor.id }}>
          {actor.name}
        </Link>
      </h2>
      <p className="text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
      <p className="mt-2">
        {contactConsent === 'withdrawn' ? (
          <strong className="font-semibold text-danger">{t('phone.notWanted')}</strong>
        ) : website ? (
          <>
            {t('phone.reach')}{' '}
            <a href={website} target="_blank" rel="noreferrer" className="underline break-all">
              {website}
            </a>
            {contactConsent === null ? <span className="caption block">{t('phone.notAsked')}</span> : null}
          </>
        ) : (
          t('phone.noWay')
        )}
      </p>
      {ties.length > 0 ? (
        <section aria-label={t('phone.ties')} className="mt-4">
          <h3 className="font-semibold">{t('phone.ties')}</h3>
          <ul className="tasks">
            {ties.map((row) => {
              const how = settled.get(row.id)
              const title = words.title(row)
              return (
                <li key={row.id} className="task">
                  <div className="min-w-0 flex-1">
                    <span className="font-semibold">{title}</span>
                    <span className="caption block">{words.facts(row)}</span>
                  </div>
                  {how ? (
                    <span className="caption">{t(`phone.${how}Done`)}</span>
                  ) : (
                    <div className="flex flex-wrap gap-2">
                      <Button
                        disabled={work.busy}
                        aria-label={`${t('phone.still')}: ${title}`}
                        onClick={() => void work.confirm(row, title).then(settle(row, 'still'))}
                      >
                        {t('phone.still')}
                      </Button>
                      <Button
                        disabled={work.busy}
                        aria-label={`${t('phone.over')}: ${title}`}
                        onClick={() => void work.end(row, title).then(settle(row, 'over'))}
                      >
                        {t('phone.over')}
                      </Button>
                    </div>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
    </>
  )
}
