import { useQuery } from '@tanstack/react-query'
import { Check, Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { snippetQuery } from '#client/api/research.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { Measure, Snippet, SnippetLanguage } from '#shared/contract/research.ts'
import { MeasurePicker } from './MeasurePicker.tsx'
import { useResearch } from './ResearchContext.ts'
import { networkOf } from './research-search.ts'

/** Code that gives a shown measure from the very network, in R or Python, to copy and run. */
export function SnippetSection() {
  const { search, catalog, measures } = useResearch()
  const { show = 'network' } = search
  const about = show === 'series' || show === 'test' ? search.measure : undefined
  const table = show === 'series' || show === 'test' ? undefined : show
  const all = catalog.measures.filter(({ snippets }) => snippets.length > 0)
  const ofTable = all.filter((measure) => measure.table === (table ?? about?.split('.')[0] ?? 'network'))
  // A table whose figures no program gives in a line has no code; what is drawn or tested gets the nearest there is.
  const offered = ofTable.length > 0 || table !== undefined ? ofTable : all
  const measure =
    offered.find(({ id }) => id === search.of) ??
    offered.find(({ id }) => id === about) ??
    offered.find(({ key }) => key === search.sort) ??
    offered.find(({ shown }) => shown) ??
    offered[0]
  if (!measure) return null
  const language = measure.snippets.find((one) => one === search.code) ?? measure.snippets[0]
  const missing = about !== undefined && about !== measure.id && search.of === undefined ? about : undefined
  return language ? (
    <Shown offered={offered} measure={measure} language={language} missing={measures.get(missing ?? '')} />
  ) : null
}

interface ShownProps {
  offered: readonly Measure[]
  measure: Measure
  language: SnippetLanguage
  /** The measure that the page shows, where it has no code. */
  missing: Measure | undefined
}

function Shown({ offered, measure, language, missing }: ShownProps) {
  const t = useTranslations('research.snippet')
  const locale = useLocale()
  const { search, change } = useResearch()
  const { data, error, refetch } = useQuery(
    snippetQuery({ ...networkOf(search), measure: measure.id, language }),
  )
  return (
    <section className="section snippet print:hidden">
      <h2 className="section-title">{t('title', { name: measure.name[locale] })}</h2>
      <p className="caption mt-0.5 max-w-[42rem]">
        {missing ? `${t('instead', { name: missing.name[locale], other: measure.name[locale] })} ` : ''}
        {t('caption')}
      </p>
      <div className="filter-row mt-3">
        <MeasurePicker
          label={t('measure')}
          offered={offered}
          value={measure}
          onChange={({ id }) => change({ of: id }, true)}
        />
        <label className="filter">
          <span>{t('language')}</span>
          <select
            className="input"
            value={language}
            onChange={({ target }) =>
              change({ code: measure.snippets.find((one) => one === target.value) }, true)
            }
          >
            {measure.snippets.map((one) => (
              <option key={one} value={one}>
                {t(`languages.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {data ? <CopyCode key={data.code} code={data.code} /> : null}
        {data ? <NetworkFiles snippet={data} /> : null}
      </div>
      {error && !data ? (
        <p className="mt-3 flex flex-wrap items-center gap-3">
          {t('failed')} <Button onClick={() => void refetch()}>{t('again')}</Button>
        </p>
      ) : null}
      {data ? (
        <section
          className="code"
          aria-label={t('code')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area has to be reachable by keyboard
          tabIndex={0}
        >
          <pre>{data.code}</pre>
        </section>
      ) : null}
    </section>
  )
}

function CopyCode({ code }: { code: string }) {
  const t = useTranslations('research.snippet')
  const announce = useAnnounce()
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied('yes')
      announce(t('copied'))
    } catch {
      // Without TLS a browser has no clipboard: the code can still be marked.
      setCopied('refused')
      announce(t('notCopied'))
    }
  }
  return (
    <Button onClick={() => void copy()}>
      {copied === 'yes' ? (
        <Check size={16} strokeWidth={1.75} aria-hidden />
      ) : (
        <Copy size={16} strokeWidth={1.75} aria-hidden />
      )}
      {t(copied === 'yes' ? 'copied' : copied === 'refused' ? 'notCopied' : 'copy')}
    </Button>
  )
}

/** The two files that the code reads. */
function NetworkFiles({ snippet }: { snippet: Snippet }) {
  const t = useTranslations('research.snippet')
  return (['nodes', 'edges'] as const).map((file) => (
    <a key={file} className={buttonClass('text')} href={snippet.files[file]} download={`${file}.csv`}>
      <Download size={16} strokeWidth={1.75} aria-hidden />
      {t(`files.${file}`)}
    </a>
  ))
}
