import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { SheetKind } from '#shared/contract/import-fields.ts'
import type { DryRun } from '#shared/contract/imports.ts'
import { FiguresReport } from './FiguresReport.tsx'

const TALLY = ['new', 'changed', 'same', 'skipped'] as const

/** The receipt of the whole import before it is saved. */
export function DryRunReport({ kind, dryRun }: { kind: SheetKind | null; dryRun: DryRun }) {
  const t = useTranslations('imports.trial')
  const format = useFormat()
  const { tally, changes, additions } = dryRun
  const nothing = tally.new + tally.changed === 0
  return (
    <div className="mt-4 grid gap-6">
      <dl className="tally-line">
        {TALLY.map((known) => (
          <div
            key={known}
            data-counts={((known === 'new' || known === 'changed') && tally[known] > 0) || undefined}
          >
            <dt>{t(`tally.${known}`)}</dt>
            <dd>{format.integer(tally[known])}</dd>
          </div>
        ))}
      </dl>
      {nothing ? <p>{t('nothing')}</p> : <FiguresReport kind={kind} dryRun={dryRun} />}
      {changes.length > 0 ? (
        <section className="section">
          <h2 className="section-title">{t('changes', { count: tally.changed })}</h2>
          {tally.changed > changes.length ? <p className="caption">{t('shownFirst')}</p> : null}
          <Changes changes={changes} />
        </section>
      ) : null}
      {additions.length > 0 ? (
        <section className="section">
          <h2 className="section-title">{t('additions', { count: tally.new })}</h2>
          {tally.new > additions.length ? <p className="caption">{t('shownFirst')}</p> : null}
          <ul className="addition-list">
            {additions.map(({ row, name }) => (
              <li key={row}>
                <span className="addition-row">{format.integer(row)}</span>
                <span className="min-w-0 import-words">{name}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Changes({ changes }: { changes: DryRun['changes'] }) {
  const t = useTranslations('imports')
  return (
    <ul className="list-rows">
      {changes.map(({ row, id, name, fields }) => (
        <li key={`${row} ${id}`} className="change-line">
          <p className="min-w-0 import-words">
            <b>{name}</b> <span className="caption">{t('trial.row', { row: String(row) })}</span>
          </p>
          <ul>
            {fields.map(({ field, before, after }) => (
              <li key={field} className="flex flex-wrap items-baseline gap-x-2 import-words">
                <span className="text-ink-3">{t(`field.${field}`)}</span>
                <span className="visually-hidden">
                  {t('trial.becomes', {
                    before: before ?? t('trial.empty'),
                    after: after ?? t('trial.empty'),
                  })}
                </span>
                <span aria-hidden="true" className="min-w-0">
                  {before ?? t('trial.empty')}{' '}
                  <ArrowRight size={12} strokeWidth={2} className="inline-block align-[-2px] text-ink-3" />{' '}
                  <b className="text-mango-ink">{after ?? t('trial.empty')}</b>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
