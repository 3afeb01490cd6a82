import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { importRowsQuery } from '#client/api/imports.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { ImportRow } from '#shared/contract/imports.ts'
import { AlikeRules } from './AlikeRules.tsx'
import { type Decision, DuplicateCase } from './DuplicateCase.tsx'
import type { StepProps } from './ImportWizard.tsx'
import { RowPager } from './RowPager.tsx'
import { ShowChoice } from './ShowChoice.tsx'
import { StepFoot } from './StepFoot.tsx'

const PAGE_SIZE = 20
const SHOWN = ['duplicates', 'open'] as const

/** Rows that seem to be in the register or in the file already: the same or not, one by one or all alike. */
export function DuplicatesStep({ one, search, onSearch, writes }: StepProps) {
  const t = useTranslations('imports.duplicates')
  const announce = useAnnounce()
  // Where most are plainly the same, such as in a register that comes back, only the others are asked about.
  const [first] = useState<(typeof SHOWN)[number]>(
    one.open > 0 && one.duplicates > PAGE_SIZE ? 'open' : 'duplicates',
  )
  const show = SHOWN.find((known) => known === search.show) ?? first
  const page = search.page ?? 1
  const { data, error, isPlaceholderData, refetch } = useQuery(
    importRowsQuery(one.id, { show, page, pageSize: PAGE_SIZE }),
  )
  // One decision at a time: the next is of what this one left.
  const [deciding, setDeciding] = useState<number | null>(null)

  // Among those that wait a decided one goes, and the focus with it: on to the next.
  const list = useRef<HTMLOListElement>(null)
  const goOn = useRef(false)
  useEffect(() => {
    if (!data || !goOn.current || document.activeElement !== document.body) return
    goOn.current = false
    list.current?.querySelector<HTMLElement>('.decision-line button')?.focus()
  }, [data])

  const decide = async (row: ImportRow, decision: Decision) => {
    setDeciding(row.row)
    const outcome = await writes.write({ type: 'decisions', decisions: { rows: [row.row], ...decision } })
    setDeciding(null)
    if (outcome.type === 'written' && decision.as)
      announce(t('said', { row: String(row.row), as: t(`asShort.${decision.as}`) }))
    goOn.current = true
  }
  return (
    <>
      <h1 className="page-title max-w-[46rem]">{t('title', { open: one.open, of: one.duplicates })}</h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">{t(one.duplicates > 0 ? 'lede' : 'ledeNone')}</p>
      {one.duplicates > 0 ? (
        <>
          <ShowChoice
            legend={t('show')}
            choices={[
              { value: 'duplicates', label: t('all'), count: one.duplicates },
              { value: 'open', label: t('open'), count: one.open },
            ]}
            shown={show}
            onShow={(known) => onSearch({ step: 'duplicates', show: known })}
          />
          <AlikeRules one={one} writes={writes} />
        </>
      ) : null}
      {error ? (
        <div className="mt-5">
          <LoadFailed error={error} onRetry={() => void refetch()} />
        </div>
      ) : null}
      {one.duplicates > 0 ? (
        <div className={`mt-5 ${isPlaceholderData ? 'is-previous' : ''}`} aria-busy={!data}>
          {data?.rows.length === 0 ? (
            <p className="section py-3">{t('title', { open: 0, of: one.duplicates })}</p>
          ) : null}
          <ol ref={list} className="grid gap-6">
            {data?.rows.map((row) => (
              <li key={row.row}>
                <DuplicateCase
                  one={one}
                  row={row}
                  busy={deciding === row.row}
                  onDecide={(decision) => void decide(row, decision)}
                />
              </li>
            ))}
          </ol>
          {data ? (
            <RowPager page={data} label={t('pages')} onPage={(to) => onSearch({ ...search, page: to })} />
          ) : null}
        </div>
      ) : null}
      <StepFoot one={one} next={one.problems > 0 ? 'rows' : 'trial'} ready={one.open === 0} />
    </>
  )
}
