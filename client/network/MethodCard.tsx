import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { overviewQuery } from '#client/api/insights.ts'
import type { View } from '#client/api/view.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { CATALOG, type MetricId } from '#shared/analytics/catalog.ts'
import { citationOf } from './citation.ts'
import { useDefinitionWords } from './use-definition-words.ts'

interface MethodCardProps {
  metric: MetricId
  view: View
  counts?: string | undefined
  onClose: () => void
}

/** How a figure is counted: meaning, formula, what it does with gaps, sources, rule in force, data revision. */
export function MethodCard({ metric, view, counts, onClose }: MethodCardProps) {
  const t = useTranslations('method')
  const common = useTranslations('common')
  const locale = useLocale()
  const entry = CATALOG[metric]
  const rule = useDefinitionWords(view.definition ?? 'official')
  const overview = useQuery(overviewQuery(view)).data
  const treatments = [
    ['isolates', entry.treatment.isolates],
    ['directions', entry.treatment.directions],
    ['multiTies', entry.treatment.multiTies],
    ['ended', entry.treatment.ended],
    ['expired', entry.treatment.expired],
    ['unknown', entry.treatment.unknown],
  ] as const

  return (
    <div className="grid gap-3 text-sm">
      <div className="flex items-start justify-between gap-3">
        <h3 className="section-title">{entry.name[locale]}</h3>
        <IconButton
          label={common('action.close')}
          icon={<X size={16} strokeWidth={1.75} />}
          onClick={onClose}
          className="-mt-2 -mr-2"
        />
      </div>
      <p>{entry.meaning[locale]}</p>
      {counts ? <p className="font-semibold">{counts}</p> : null}
      <p className="overflow-x-auto rounded-sm bg-sunken px-2 py-1.5 font-mono text-xs">{entry.formula}</p>
      {entry.computation === 'exact' ? null : (
        <p className="caption">{t(entry.computation === 'sampled' ? 'drawn' : 'sampled')}</p>
      )}
      <dl className="grid gap-1.5 border-t border-hairline pt-2.5">
        {treatments.map(([key, words]) => (
          <Line key={key} term={t(`treatment.${key}`)}>
            {words[locale]}
          </Line>
        ))}
      </dl>
      {rule ? (
        <dl className="grid gap-1.5 border-t border-hairline pt-2.5">
          <Line term={t('definition', { name: rule.name, version: String(rule.version) })}>
            {rule.sentences.join(' ')}
          </Line>
          <Line term={t('partition')}>{rule.partition}</Line>
        </dl>
      ) : null}
      <div className="border-t border-hairline pt-2.5">
        <p className="caption">{entry.citations.join(' · ')}</p>
        {entry.reference.length > 0 ? (
          <p className="caption">{t('reference', { functions: entry.reference.join(' · ') })}</p>
        ) : null}
        {overview ? (
          <Cite
            metric={metric}
            revision={overview.revision}
            on={overview.on}
            definition={overview.definition}
          />
        ) : null}
      </div>
    </div>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="caption">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface CiteProps {
  metric: MetricId
  revision: number
  on: string
  definition: string
}

function Cite({ metric, revision, on, definition }: CiteProps) {
  const t = useTranslations('method')
  const format = useFormat()
  const locale = useLocale()
  const [copied, setCopied] = useState(false)
  const text = citationOf({
    name: CATALOG[metric].name[locale],
    on: on === 'all' ? t('allDates') : format.date(on),
    definition,
    revision,
    url: location.href,
  })
  return (
    <div className="mt-2 flex items-center justify-between gap-3">
      <span className="caption">{t('revision', { revision: String(revision) })}</span>
      <Button
        onClick={() => {
          void navigator.clipboard?.writeText(text).then(() => setCopied(true))
        }}
      >
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  )
}
