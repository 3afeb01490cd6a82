import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { taskPeopleQuery } from '#client/api/tasks.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { Task } from '#shared/contract/tasks.ts'

interface TaskAssignmentProps {
  task: Task
  busy: boolean
  onSave: (assigneeId: string | null, dueOn: string | null) => void
  onCancel: () => void
}

/** Who does it, and by when. */
export function TaskAssignment({ task, busy, onSave, onCancel }: TaskAssignmentProps) {
  const t = useTranslations('tasks.assign')
  const common = useTranslations('common.action')
  const { data } = useQuery(taskPeopleQuery())
  const [assigneeId, setAssigneeId] = useState(task.assigneeId ?? '')
  const [dueOn, setDueOn] = useState(task.dueOn ?? '')
  return (
    <form
      className="mt-2 grid max-w-[36rem] gap-3 sm:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(assigneeId || null, dueOn || null)
      }}
    >
      <Field label={t('who')}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={assigneeId}
            onChange={(event) => setAssigneeId(event.target.value)}
          >
            <option value="">{t('nobody')}</option>
            {data?.rows.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('due')}>
        {(control) => (
          <input
            {...control}
            type="date"
            className="input"
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" look="filled" disabled={busy}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </form>
  )
}
