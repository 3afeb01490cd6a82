import { useEffect, useRef, useState } from 'react'
import { ApiError } from '#client/api/http.ts'

export interface Attempt {
  busy: boolean
  error: ApiError | null
  /** Seconds until the server looks at another attempt; counts down. */
  wait: number
  /** Runs once at a time; null where it was refused, and then `error` says why. */
  run: <T>(work: () => Promise<T>) => Promise<T | null>
  reset: () => void
}

/** One thing sent to the server at a time, with what it was refused for. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [wait, setWait] = useState(0)
  const under = useRef(false)

  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => {
      setWait(wait - 1)
      if (wait === 1) setError(null)
    }, 1000)
    return () => clearTimeout(timer)
  }, [wait])

  const run = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (under.current) return null
    under.current = true
    setBusy(true)
    setError(null)
    try {
      return await work()
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      setError(problem)
      setWait(problem.code === 'too-many-requests' ? (problem.problem?.retryAfter ?? 60) : 0)
      return null
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { busy, error, wait, run, reset: () => setError(null) }
}
