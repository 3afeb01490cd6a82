import { useQuery } from '@tanstack/react-query'
import { ChartColumn, Download, Table2 } from 'lucide-react'
import { lazy, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { nullModelQuery } from '#client/api/research.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { saveAs, toCsv } from '#client/ui/csv.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { NullModelResult } from '#shared/contract/research.ts'
import { DownloadWords } from './DownloadLinks.tsx'
import { digitsFor } from './measure-text.ts'
import { NullModelTable } from './NullModelTable.tsx'
import { testRows, verdictOf } from './null-model-view.ts'
import { useResearch } from './ResearchContext.ts'
import type { Test } from './use-test.ts'
import { useValueText } from './use-value-text.ts'

const NullHistogram = lazy(() =>
  import('./NullHistogram.tsx').then(({ NullHistogram }) => ({ default: NullHistogram })),
)

interface NullModelFindingProps {
  jobId: string
  test: Test
  again: () => void
}

/** What the test found: in words, as a picture of the draws, as a table, as files. */
export function NullModelFinding({ jobId, test, again }: NullModelFindingProps) {
  const t = useTranslations('research.test')
  const { catalog } = useResearch()
  const { data, error, refetch } = useQuery(nullModelQuery(jobId))
  if (error && !data) return <LoadFailed error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <>
      {data.revision < catalog.revision ? (
        <div className="pending">
          <p>{t('moved', { revision: String(data.revision) })}</p>
          <Button onClick={again}>{t('again')}</Button>
        </div>
      ) : null}
      <Finding result={data} test={test} />
    </>
  )
}

function Finding({ result, test }: { result: NullModelResult; test: Test }) {
  const t = useTranslations('research.test')
  const common = useTranslations('common.action')
  const locale = useLocale()
  const phone = usePhone()
  const text = useValueText()
  const [asTable, setAsTable] = useState(false)
  const verdict = verdictOf(result)
  const name = test.measure.name[locale]
  const digits = digitsFor(test.measure.unit, [result.observed, result.mean])
  const say = (value: number | null) => text.value(value, test.measure.unit, digits)
  const subject =
    result.sectorId === null ? name : t('ofSector', { name, sector: text.word(result.sectorId) })
  const table = <NullModelTable result={result} measure={test.measure} />
  return (
    <section className="section">
      <header className="research-head">
        <div>
          <h2 className="section-title">{t(`verdict.${verdict.id}`, { subject })}</h2>
          <p className="mt-1 max-w-[42rem] text-ink-2">
            {verdict.id === 'undefined' ? text.reason(verdict.reason) : null}
            {result.p && result.mean !== null && verdict.id !== 'undefined' ? (
              <Reading result={result} say={say} />
            ) : null}{' '}
            {t(`reading.${verdict.id}`)}
          </p>
        </div>
        <div className="flex flex-none flex-wrap gap-2 print:hidden">
          {result.histogram ? (
            <IconButton
              label={common(asTable ? 'asPicture' : 'asTable')}
              icon={
                asTable ? (
                  <ChartColumn size={16} strokeWidth={1.75} />
                ) : (
                  <Table2 size={16} strokeWidth={1.75} />
                )
              }
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            />
          ) : null}
          <TestFiles result={result} />
        </div>
      </header>
      {asTable || !result.histogram ? (
        table
      ) : (
        <figure className={phone ? 'research-chart research-chart-phone' : 'research-chart'}>
          <LazyPart waiting={null} failed={table}>
            <NullHistogram result={result} measure={test.measure} narrow={phone} />
          </LazyPart>
          <figcaption className="visually-hidden">{table}</figcaption>
        </figure>
      )}
      <p className="caption mt-2 max-w-[42rem]">
        {t('how', {
          model: t(`models.${result.model}.name`),
          seed: String(result.seed),
          revision: String(result.revision),
        })}
        {result.defined < result.draws
          ? ` ${t('partlyDefined', { defined: result.defined, draws: result.draws })}`
          : ''}
      </p>
    </section>
  )
}

function Reading({ result, say }: { result: NullModelResult; say: (value: number | null) => string }) {
  const t = useTranslations('research.test')
  const format = useFormat()
  if (!result.p) return null
  const low = (result.observed ?? 0) <= (result.mean ?? 0)
  const tail = low ? result.p.lower : result.p.upper
  return t(low ? 'countsLow' : 'countsHigh', {
    observed: say(result.observed),
    mean: say(result.mean),
    // p = (b + 1) / (B + 1), so b can be had back and counted.
    beyond: Math.round(tail * (result.defined + 1) - 1),
    draws: result.defined,
    p: format.decimal(result.p.twoSided, 4),
    error: format.decimal(result.pError ?? 0, 4),
  })
}

function TestFiles({ result }: { result: NullModelResult }) {
  const file = `jejaring-test-${result.measure}-${result.model}-r${result.revision}`
  const { head, rows } = testRows(result)
  return (
    <>
      <Button onClick={() => saveAs(`${file}.csv`, toCsv(head, rows))}>
        <Download size={16} strokeWidth={1.75} aria-hidden />
        <DownloadWords format="csv" />
      </Button>
      <Button
        onClick={() => saveAs(`${file}.json`, `${JSON.stringify(result, null, 2)}\n`, 'application/json')}
      >
        <Download size={16} strokeWidth={1.75} aria-hidden />
        <DownloadWords format="json" />
      </Button>
    </>
  )
}
