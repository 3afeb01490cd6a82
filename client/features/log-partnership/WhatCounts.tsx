import { useTranslations } from 'use-intl'
import { useDefinitionWords } from '#client/network/use-definition-words.ts'

/** Beside the form where there is room: the rule by which the entry will count or not. */
export function WhatCounts() {
  const t = useTranslations('logPartnership.counts')
  const words = useDefinitionWords('official')
  if (!words) return null
  return (
    <aside className="section hidden self-start lg:block">
      <h2 className="section-title">{t('title')}</h2>
      <p className="caption mt-1">{t('lede')}</p>
      <ul className="mt-2 list-disc pl-5 text-ink-2">
        {words.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </aside>
  )
}
