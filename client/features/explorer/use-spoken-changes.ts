import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../ui/FormatProvider.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import type { ExplorerModel } from './use-explorer-model.ts'
import { useNoun } from './use-noun.ts'

/** Says to screen readers who was chosen, and what filters, dates and focus have left. Silent on arrival. */
export function useSpokenChanges(model: ExplorerModel): void {
  const t = useTranslations('explorer')
  const noun = useNoun(model.network.definition)
  const format = useFormat()
  const { network, chosenRow, kept } = model
  const { actors, ties } = model.counted
  const counts = t('announce.counts', { actors: noun(actors), ties: t('ties', { count: ties }) })
  const chosen =
    chosenRow === null
      ? t('announce.cleared')
      : t('announce.actor', {
          name: network.actors.name[chosenRow]!,
          partners: network.actors.degree[chosenRow]!,
          cross: format.integer(network.actors.crossDegree[chosenRow]!),
        })
  const focus = kept === null ? '' : t('ask.announceKept', { actors: noun(kept.size) })
  useSpoken(counts)
  useSpoken(chosen)
  useSpoken(focus)
}

function useSpoken(sentence: string): void {
  const announce = useAnnounce()
  const last = useRef(sentence)
  useEffect(() => {
    if (last.current === sentence) return
    last.current = sentence
    if (sentence !== '') announce(sentence)
  }, [sentence, announce])
}
