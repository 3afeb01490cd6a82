import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { overviewQuery } from '#client/api/insights.ts'
import type { View } from '#client/api/view.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { type Bilingual, CATALOG, FORMULA_VERSION, type MetricEntry } from '#shared/analytics/catalog.ts'
import { citationOf } from './citation.ts'
import type { FigureId, PlainFigureId } from './figure-id.ts'
import { PLAIN_FIGURES } from './plain-figures.ts'
import { type FigureSubject, recordsBehind } from './records-behind.ts'
import { useDefinitionWords } from './use-definition-words.ts'

interface MethodCardProps {
  metric: FigureId
  view: View
  counts?: string | undefined
  subject: FigureSubject
  onClose: () => void
}

/** How a figure is counted: meaning, formula, what it does with gaps, sources, rule in force, data revision. */
export function MethodCard({ metric, view, counts, subject, onClose }: MethodCardProps) {
  const t = useTranslations('method')
  const common = useTranslations('common')
  const locale = useLocale()
  const entry = entryOf(metric)
  const computed = isPlain(metric) ? null : CATALOG[metric]
  const rule = useDefinitionWords(view.definition ?? 'official', view.partition)
  const overview = useQuery(overviewQuery(view)).data
  const treatments = computed
    ? ([
        ['isolates', computed.treatment.isolates],
        ['directions', computed.treatment.directions],
        ['multiTies', computed.treatment.multiTies],
        ['ended', computed.treatment.ended],
        ['expired', computed.treatment.expired],
        ['unknown', computed.treatment.unknown],
      ] as const)
    : []

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
      <p className="overflow-x-auto rounded-sm bg-sunken px-2 py-1.5 font-mono text-xs">
        {typeof entry.formula === 'string' ? entry.formula : entry.formula[locale]}
      </p>
      {!computed || computed.computation === 'exact' ? null : (
        <p className="caption">{t(computed.computation === 'sampled' ? 'drawn' : 'sampled')}</p>
      )}
      <Records figure={metric} subject={subject} view={view} onFollow={onClose} />
      {treatments.length > 0 ? (
        <dl className="grid gap-1.5 border-t border-hairline pt-2.5">
          {treatments.map(([key, words]) => (
            <Line key={key} term={t(`treatment.${key}`)}>
              {words[locale]}
            </Line>
          ))}
        </dl>
      ) : null}
      {rule ? (
        <dl className="grid gap-1.5 border-t border-hairline pt-2.5">
          <Line term={t('definition', { name: rule.name, version: String(rule.version) })}>
            {rule.sentences.join(' ')}
          </Line>
          <Line term={t('partition')}>{rule.partition}</Line>
        </dl>
      ) : null}
      <div className="border-t border-hairline pt-2.5">
        {computed ? <p className="caption">{computed.citations.join(' · ')}</p> : null}
        {computed && computed.reference.length > 0 ? (
          <p className="caption">{t('reference', { functions: computed.reference.join(' · ') })}</p>
        ) : null}
        {overview ? (
          <Cite
            name={entry.name[locale]}
            revision={overview.revision}
            on={overview.on}
            definition={overview.definition}
          />
        ) : null}
      </div>
    </div>
  )
}

type Explained = Pick<MetricEntry, 'name' | 'meaning'> & { formula: string | Bilingual }

const isPlain = (figure: FigureId): figure is PlainFigureId => figure in PLAIN_FIGURES
const entryOf = (figure: FigureId): Explained => (isPlain(figure) ? PLAIN_FIGURES[figure] : CATALOG[figure])

interface RecordsProps {
  figure: FigureId
  subject: FigureSubject
  view: View
  onFollow: () => void
}

/** The records behind the figure: the lists, filtered to what was counted, as of the same date. */
function Records({ figure, subject, view, onFollow }: RecordsProps) {
  const t = useTranslations('method.records')
  const behind = recordsBehind(figure, subject)
  if (behind.length === 0) return null
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="caption">{t('title')}</span>
      {behind.map(({ words, to, search }) => (
        <Link
          key={words}
          to={to}
          search={to === '/pengaturan' ? {} : { ...search, on: view.on, definition: view.definition }}
          className="inline-flex min-h-6 items-center underline"
          onClick={onFollow}
        >
          {t(words)}
        </Link>
      ))}
    </p>
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
  name: string
  revision: number
  on: string
  definition: string
}

function Cite({ name, revision, on, definition }: CiteProps) {
  const t = useTranslations('method')
  const format = useFormat()
  const [copied, setCopied] = useState(false)
  const text = citationOf({
    name,
    on: on === 'all' ? t('allDates') : format.date(on),
    definition,
    formula: FORMULA_VERSION,
    revision,
    url: location.href,
  })
  return (
    <div className="mt-2 flex items-center justify-between gap-3">
      <span className="caption">
        {t('revision', { revision: String(revision), formula: String(FORMULA_VERSION) })}
      </span>
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
