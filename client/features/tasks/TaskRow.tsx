import { Link } from '@tanstack/react-router'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { ActorMark } from '#client/network/ActorMark.tsx'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorRow } from '#shared/contract/actors.ts'
import type { BusinessTask, DuplicateTask, Task, TieTask } from '#shared/contract/tasks.ts'
import { daysAfter } from './days-after.ts'
import { TaskAssignment } from './TaskAssignment.tsx'
import type { TaskWork } from './use-task-work.ts'
import { useTieWords } from './use-tie-words.ts'

interface RowProps<T extends Task> {
  task: T
  work: TaskWork
  today: string
}

/** When a task that was taken on is due, unless somebody says otherwise. */
const ASK_WITHIN_DAYS = 7

/** What a task is about, as its change names it. */
export function aboutOf(task: Task): string[] {
  switch (task.kind) {
    case 'tie':
      return [task.partnership.id]
    case 'business':
      return [task.actor.id]
    case 'duplicate':
      return task.actors.map(({ id }) => id)
  }
}

/** One thing to do, with what can be done about it at once. */
export function TaskRow(props: RowProps<Task>) {
  switch (props.task.kind) {
    case 'tie':
      return <TieRow {...props} task={props.task} />
    case 'business':
      return <BusinessRow {...props} task={props.task} />
    case 'duplicate':
      return <DuplicateRow {...props} task={props.task} />
  }
}

function TieRow({ task, work, today }: RowProps<TieTask>) {
  const t = useTranslations('tasks')
  const words = useTieWords()
  const me = useSession()?.account?.id ?? null
  const row = task.partnership
  const title = words.title(row)
  const ask = () =>
    work.change(
      'tie',
      { about: [row.id], assigneeId: me, dueOn: daysAfter(today, ASK_WITHIN_DAYS) },
      t('done.toAsk', { title }),
    )
  return (
    <Frame task={task} work={work} name={title}>
      <Link to="/kerja-sama/$id" params={{ id: row.id }} className="task-title">
        {title}
      </Link>
      <span className="caption block">{words.facts(row)}</span>
      <Actions>
        <Act label={t('tie.renew')} of={title} work={work} onPress={() => work.confirm(row, title)} />
        <Act label={t('tie.end')} of={title} work={work} onPress={() => work.end(row, title)} />
        {task.assigneeId === null ? <Act label={t('tie.ask')} of={title} work={work} onPress={ask} /> : null}
      </Actions>
    </Frame>
  )
}

function BusinessRow({ task, work }: RowProps<BusinessTask>) {
  const t = useTranslations('tasks')
  const { actor, ties } = task
  return (
    <Frame task={task} work={work} name={actor.name}>
      <ActorTitle actor={actor} />
      <span className="caption block">
        <LastAsked actor={actor} />
        {ties.length > 0 ? ` · ${t('business.ties', { count: ties.length })}` : ''}
      </span>
      <Actions>
        <Act label={t('business.verify')} of={actor.name} work={work} onPress={() => work.verify(actor)} />
      </Actions>
    </Frame>
  )
}

function DuplicateRow({ task, work }: RowProps<DuplicateTask>) {
  const t = useTranslations('tasks')
  const [one, other] = task.actors
  if (!one || !other) return null
  const name = `${one.name} · ${other.name}`
  return (
    <Frame task={task} work={work} name={name}>
      <div className="grid gap-x-8 gap-y-1 md:grid-cols-2">
        {[one, other].map((actor) => (
          <div key={actor.id}>
            <ActorTitle actor={actor} />
            <span className="caption block">
              <LastAsked actor={actor} />
            </span>
          </div>
        ))}
      </div>
      <Actions>
        <Link
          to="/pelaku/$id/gabung"
          params={{ id: one.id }}
          search={{ dengan: other.id }}
          className={buttonClass()}
          aria-label={`${t('duplicate.merge')}: ${name}`}
        >
          {t('duplicate.merge')}
        </Link>
        <Act
          label={t('duplicate.distinct')}
          of={name}
          work={work}
          onPress={() =>
            work.change('duplicate', { about: aboutOf(task), distinct: true }, t('done.distinct', { name }))
          }
        />
      </Actions>
    </Frame>
  )
}

/** A line of the list, with who does it and by when. */
function Frame({
  task,
  work,
  name,
  children,
}: Pick<RowProps<Task>, 'task' | 'work'> & { name: string; children: ReactNode }) {
  const t = useTranslations('tasks.assign')
  const done = useTranslations('tasks.done')
  const format = useFormat()
  const me = useSession()?.account?.id
  const [assigning, setAssigning] = useState(false)
  const facts = [
    task.assigneeId === null ? '' : task.assigneeId === me ? t('yours') : (task.assigneeName ?? t('gone')),
    task.dueOn ? t(task.overdue ? 'overdue' : 'dueOn', { date: format.date(task.dueOn) }) : '',
  ].filter(Boolean)
  return (
    <li className="task">
      <div className="min-w-0 flex-1">
        {children}
        {assigning ? (
          <TaskAssignment
            task={task}
            busy={work.busy}
            onCancel={() => setAssigning(false)}
            onSave={(assigneeId, dueOn) => {
              setAssigning(false)
              void work.change(
                task.kind,
                { about: aboutOf(task), assigneeId, dueOn },
                done('assigned', { name }),
              )
            }}
          />
        ) : null}
      </div>
      {assigning ? null : (
        <div className="task-side">
          {facts.length > 0 ? (
            <span className={task.overdue ? 'task-overdue' : 'caption'}>{facts.join(' · ')}</span>
          ) : null}
          <Button look="text" aria-label={`${t('open')}: ${name}`} onClick={() => setAssigning(true)}>
            {t('open')}
          </Button>
        </div>
      )}
    </li>
  )
}

const Actions = ({ children }: { children: ReactNode }) => (
  <div className="mt-2 flex flex-wrap gap-2">{children}</div>
)

interface ActProps {
  label: string
  /** What it is done to, for those who hear the button alone. */
  of: string
  work: TaskWork
  onPress: () => Promise<boolean>
}

/** Done with one tap; the keyboard then stands on the next line, for this one goes. */
function Act({ label, of, work, onPress }: ActProps) {
  const press = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    const line = currentTarget.closest('li')
    const next = line?.nextElementSibling ?? line?.previousElementSibling
    if (!(await onPress())) return
    requestAnimationFrame(() => {
      if (line?.isConnected && document.activeElement !== document.body) return
      const target = next?.isConnected ? next.querySelector<HTMLElement>('button, a') : null
      ;(target ?? document.getElementById('isi'))?.focus()
    })
  }
  return (
    <Button disabled={work.busy} aria-label={`${label}: ${of}`} onClick={(event) => void press(event)}>
      {label}
    </Button>
  )
}

function ActorTitle({ actor }: { actor: ActorRow }) {
  return (
    <Link to="/pelaku/$id" params={{ id: actor.id }} className="task-title">
      <ActorMark sectorId={actor.sectorId} size={14} />
      {actor.name}
    </Link>
  )
}

/** Where it is, and since when nobody asked. */
function LastAsked({ actor }: { actor: ActorRow }) {
  const t = useTranslations('tasks.business')
  const names = useNames()
  const format = useFormat()
  const facts = [
    actor.sectorId ? names.sectorShort(actor.sectorId) : actor.role ? names.role(actor.role) : '',
    actor.regionCode ? names.region(actor.regionCode) : '',
    actor.lastVerifiedOn ? t('last', { date: format.date(actor.lastVerifiedOn) }) : t('never'),
  ]
  return facts.filter(Boolean).join(' · ')
}
