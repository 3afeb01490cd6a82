import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { tasksQuery } from '#client/api/tasks.ts'
import { DoneNotice } from '#client/network/DoneNotice.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { BusinessTask } from '#shared/contract/tasks.ts'
import { daysAfter } from './days-after.ts'
import { PhoneCard } from './PhoneCard.tsx'
import { useTaskWork } from './use-task-work.ts'

/** So many businesses make a round; then the list is read anew. */
const ROUND = 100

/** One business after the other by telephone: what is known of it, its ties that wait, and four large buttons. */
export function PhoneRound({ today, onLeave }: { today: string; onLeave: () => void }) {
  const t = useTranslations('tasks.phone')
  const { data, error, refetch } = useQuery(
    tasksQuery({ kind: 'business', assigned: 'anybody', page: 1, pageSize: ROUND }),
  )
  // The round is walked as it was when it began: what is done leaves the list, and the places in it would move.
  const [round, setRound] = useState<readonly BusinessTask[] | null>(null)
  useEffect(() => {
    if (data && round === null) setRound(data.rows.filter((task) => task.kind === 'business'))
  }, [data, round])
  useTitle(t('title'))
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 py-5">
        <h1 className="page-title">{t('title')}</h1>
        <Button onClick={onLeave}>{t('leave')}</Button>
      </header>
      {error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : null}
      {round ? <Round round={round} today={today} onLeave={onLeave} /> : null}
    </>
  )
}

function Round({
  round,
  today,
  onLeave,
}: {
  round: readonly BusinessTask[]
  today: string
  onLeave: () => void
}) {
  const t = useTranslations('tasks.phone')
  const format = useFormat()
  const me = useSession()?.account?.id ?? null
  const work = useTaskWork(today)
  const [place, setPlace] = useState(0)
  const card = useRef<HTMLElement>(null)
  const task = round[place]
  useEffect(() => {
    if (place >= 0) card.current?.focus()
  }, [place])
  if (!task)
    return (
      <>
        {work.done ? <DoneNotice key={work.done.revision} done={work.done} onClose={work.clear} /> : null}
        <EmptyState title={t('end')} action={<Button onClick={onLeave}>{t('leave')}</Button>}>
          {t('endHint', { count: round.length })}
        </EmptyState>
      </>
    )

  const { actor } = task
  const next = (isDone: boolean) => {
    if (isDone) setPlace((now) => now + 1)
  }
  const answers = [
    { word: 'correct', press: () => work.verify(actor).then(next) },
    { word: 'closed', press: () => work.close(actor).then(next) },
    {
      word: 'noAnswer',
      press: () =>
        work
          .change(
            'business',
            { about: [actor.id], assigneeId: me, dueOn: daysAfter(today, 1) },
            t('again', { name: actor.name }),
          )
          .then(next),
    },
    { word: 'skip', press: () => Promise.resolve(next(true)) },
  ] as const

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (event.ctrlKey || event.altKey || event.metaKey || work.busy) return
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return
    const answer = answers[Number(event.key) - 1]
    if (answer) {
      event.preventDefault()
      void answer.press()
    } else if (event.key === 'ArrowLeft' && place > 0) {
      event.preventDefault()
      setPlace(place - 1)
    }
  }
  return (
    <section
      ref={card}
      tabIndex={-1}
      className="phone-card"
      aria-label={t('card', {
        name: actor.name,
        place: format.integer(place + 1),
        of: format.integer(round.length),
      })}
      onKeyDown={onKeyDown}
    >
      {work.done ? <DoneNotice key={work.done.revision} done={work.done} onClose={work.clear} /> : null}
      {work.failure ? (
        <p role="alert" className="field-error">
          {work.failure}
        </p>
      ) : null}
      <p className="caption">
        {t('place', { place: format.integer(place + 1), of: format.integer(round.length) })}
      </p>
      <PhoneCard key={task.key} task={task} work={work} />
      <div className="phone-answers">
        {answers.map(({ word, press }, i) => (
          <Button
            key={word}
            look={i === 0 ? 'filled' : 'outline'}
            disabled={work.busy}
            aria-keyshortcuts={String(i + 1)}
            onClick={() => void press()}
          >
            <span className="phone-key" aria-hidden="true">
              {i + 1}
            </span>
            {t(word)}
          </Button>
        ))}
      </div>
      {place > 0 ? (
        <Button look="text" onClick={() => setPlace(place - 1)}>
          {t('back')}
        </Button>
      ) : null}
      <p className="caption mt-2 max-md:hidden">{t('keys')}</p>
    </section>
  )
}
