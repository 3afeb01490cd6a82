import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { changeActor } from '#client/api/actors.ts'
import { ApiError } from '#client/api/http.ts'
import { changePartnership } from '#client/api/partnerships.ts'
import { changeTask } from '#client/api/tasks.ts'
import type { Done } from '#client/network/DoneNotice.tsx'
import { useIssueText } from '#client/network/use-issue-text.ts'
import type { ActorRow } from '#shared/contract/actors.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import type { TaskKind } from '#shared/contract/task-kinds.ts'
import type { TaskChange } from '#shared/contract/tasks.ts'

/** What can be done with one tap: each is one changeset. Resolves to whether it was done. */
export interface TaskWork {
  /** What was done last, with the way back. */
  done: Done | null
  failure: string | null
  busy: boolean
  confirm(row: PartnershipRow, title: string): Promise<boolean>
  end(row: PartnershipRow, title: string): Promise<boolean>
  verify(actor: ActorRow): Promise<boolean>
  close(actor: ActorRow): Promise<boolean>
  change(kind: TaskKind, change: TaskChange, text: string): Promise<boolean>
  clear(): void
}

export function useTaskWork(today: string): TaskWork {
  const t = useTranslations('tasks.done')
  const common = useTranslations('common.error')
  const issueText = useIssueText()
  const queries = useQueryClient()
  const [done, setDone] = useState<Done | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const under = useRef(false)

  const work = async (text: string, send: () => Promise<{ revision: number }>): Promise<boolean> => {
    if (under.current) return false
    under.current = true
    setBusy(true)
    setDone(null)
    setFailure(null)
    try {
      const { revision } = await send()
      setDone({ revision, text })
      await queries.invalidateQueries()
      return true
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      const why = problem.issues.map(issueText).join(' ') || common(problem.code)
      setFailure(problem.code === 'stale' ? t('stale') : t('failed', { why }))
      void queries.invalidateQueries()
      return false
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  const clear = useCallback(() => {
    setDone(null)
    setFailure(null)
  }, [])
  return {
    done,
    failure,
    busy,
    confirm: (row, title) =>
      work(t('confirmed', { title }), () =>
        changePartnership(row.id, row.revision, { mode: 'confirm', on: today }),
      ),
    end: (row, title) =>
      work(t('ended', { title }), () =>
        changePartnership(row.id, row.revision, {
          mode: 'from',
          from: today,
          changes: { status: 'ended', endReason: 'other' },
        }),
      ),
    verify: (actor) =>
      work(t('verified', { name: actor.name }), async () =>
        changedActor(actor, today, {
          censusStatus: actor.censusStatus === 'none' ? 'complete' : actor.censusStatus,
        }),
      ),
    close: (actor) =>
      work(t('closed', { name: actor.name }), () => changedActor(actor, today, { presence: 'left' })),
    change: (kind, change, text) => work(text, () => changeTask(kind, change)),
    clear,
  }
}

const changedActor = (
  { id, revision }: ActorRow,
  from: string,
  changes: { censusStatus: ActorRow['censusStatus'] } | { presence: 'left' },
) => changeActor(id, revision, { mode: 'from', from, changes })
