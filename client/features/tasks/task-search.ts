import { choiceParam, pageParam, withoutGaps } from '#client/ui/search-params.ts'
import { ASSIGNED, TASK_KINDS, type TaskKind } from '#shared/contract/task-kinds.ts'
import type { TaskQuery } from '#shared/contract/tasks.ts'

/** What the address of the tasks holds: `jenis` of task, whose (`untuk`), `mode=telepon`. */
export interface TaskSearch {
  jenis?: TaskKind
  untuk?: TaskQuery['assigned']
  mode?: 'telepon'
  page?: number
}

export function readTaskSearch(raw: Record<string, unknown>): TaskSearch {
  return withoutGaps<TaskSearch>({
    jenis: choiceParam(TASK_KINDS, raw['jenis']),
    untuk: choiceParam(ASSIGNED, raw['untuk']),
    mode: choiceParam(['telepon'] as const, raw['mode']),
    page: pageParam(raw['page']),
  })
}
