import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { TaskKind } from '#shared/contract/task-kinds.ts'
import type {
  ChangedTask,
  TaskChange,
  TaskCounts,
  TaskPage,
  TaskPeople,
  TaskQuery,
} from '#shared/contract/tasks.ts'
import { getJson, sendJson } from './http.ts'

export const tasksQuery = (query: Partial<TaskQuery> & Pick<TaskQuery, 'kind'>) =>
  queryOptions({
    queryKey: ['tasks', 'list', query],
    queryFn: ({ signal }) => getJson<TaskPage>('/tasks', query, signal),
    placeholderData: keepPreviousData,
  })

export const taskCountsQuery = () =>
  queryOptions({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => getJson<TaskCounts>('/tasks/counts', undefined, signal),
  })

export const taskPeopleQuery = () =>
  queryOptions({
    queryKey: ['tasks', 'people'],
    queryFn: ({ signal }) => getJson<TaskPeople>('/tasks/people', undefined, signal),
  })

export const changeTask = (kind: TaskKind, body: TaskChange) =>
  sendJson<ChangedTask>('PUT', `/tasks/${kind}`, { body })
