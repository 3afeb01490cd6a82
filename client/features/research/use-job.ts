import { useEffect, useState } from 'react'
import { followJob, type JobQuestion } from '#client/api/research.ts'
import type { Job } from '#shared/contract/research.ts'

export interface JobState {
  job: Job | null
  /** Why it could not be asked for, or no longer be followed. */
  error: unknown
  retry: () => void
}

/** Follows what was asked for as long as the part is on the page; null asks for nothing. */
export function useJob(question: JobQuestion | null): JobState {
  const key = question ? JSON.stringify(question) : null
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ key: string; job: Job | null; error: unknown } | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (key === null) return
    setState(null)
    return followJob(JSON.parse(key) as JobQuestion, {
      onJob: (job) => setState({ key, job, error: null }),
      onError: (error) => setState({ key, job: null, error }),
    })
  }, [key, attempt])

  // What belongs to another question is not shown under this one.
  const current = state !== null && state.key === key ? state : null
  return {
    job: current?.job ?? null,
    error: current?.error ?? null,
    retry: () => setAttempt((before) => before + 1),
  }
}
