import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { actorNetworkQuery, type KnownView } from '../../../api/network.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import { type QuarterStep, steppedDate } from '../quarters.ts'

/** So long each quarter stands before the next. */
const PAUSE_MS = 1_400

interface PlayOptions {
  steps: readonly QuarterStep[]
  on: string
  view: KnownView
  /** The picture of the date asked for is there. */
  ready: boolean
  /** `first`: the step that Back leads to the state before. */
  go: (date: string, first: boolean) => void
}

/** Plays the quarters one after another from where the date stands (from the first, at the end), each once its data is there. */
export function usePlay({ steps, on, view, ready, go }: PlayOptions): {
  playing: boolean
  toggle: () => void
} {
  const [playing, setPlaying] = useState(false)
  const t = useTranslations('explorer.time')
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const next = steppedDate(steps, on, 1)
  const { definition, known } = view

  useEffect(() => {
    if (!playing || !ready) return
    if (next === null) {
      setPlaying(false)
      return
    }
    void queries.prefetchQuery(actorNetworkQuery({ on: next, definition, known }))
    const timer = setTimeout(() => go(next, false), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [playing, ready, next, definition, known, queries, go])

  const toggle = () => {
    if (playing) {
      setPlaying(false)
      announce(t('paused', { date: format.date(on) }))
      return
    }
    const first = steps[0]
    if (next === null && first) go(first.on, true)
    else if (next !== null) go(next, true)
    setPlaying(true)
    announce(t('playing'))
  }
  return { playing, toggle }
}
