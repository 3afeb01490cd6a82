import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Job } from '#shared/contract/research.ts'

/** Once the work is done, what was waiting for it is read again. */
export function useReread(what: 'figures' | 'series', job: Job | null): void {
  const queries = useQueryClient()
  const done = job?.state === 'done' ? job.id : null
  useEffect(() => {
    if (done !== null) void queries.invalidateQueries({ queryKey: ['research', what] })
  }, [queries, what, done])
}
