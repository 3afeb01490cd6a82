import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { importQuery } from '#client/api/imports.ts'
import { useUndo } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { SheetKind } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'
import { FiguresReport } from './FiguresReport.tsx'

const REGISTERS: Readonly<Record<SheetKind, '/pelaku' | '/kerja-sama' | '/'>> = {
  actors: '/pelaku',
  partnerships: '/kerja-sama',
  events: '/',
  attendance: '/',
}

/** What the import became, the way back, and where to see it. */
export function ImportReceipt({ one }: { one: Import }) {
  const t = useTranslations('imports')
  const format = useFormat()
  const queries = useQueryClient()
  const reread = useCallback(
    () => void queries.invalidateQueries({ queryKey: importQuery(one.id).queryKey }),
    [queries, one.id],
  )
  const { state, undo } = useUndo(reread)
  // What stood here before is gone with its focus: the outcome is read out and is where the keyboard goes on.
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { revision, kind } = one
  const undone = one.state === 'undone' || state.type === 'done'
  return (
    <section className={undone ? '' : 'import-receipt'}>
      <h1 ref={title} tabIndex={-1} className="page-title">
        {t(undone ? 'receipt.undone' : 'receipt.title')}
      </h1>
      {undone ? (
        <p role="status" className="mt-2 max-w-[42rem]">
          {t('receipt.undoneText')}
        </p>
      ) : (
        <>
          {one.dryRun ? <p className="mt-2 import-sum">{t('save.summary', one.dryRun.tally)}</p> : null}
          {revision === null ? null : (
            <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
              <Button disabled={state.type === 'undoing'} onClick={() => void undo(revision)}>
                <Undo2 size={16} strokeWidth={1.75} aria-hidden />
                {t(state.type === 'undoing' ? 'receipt.undoing' : 'receipt.undo')}
              </Button>
              <span className="caption">
                {t('receipt.at', { revision: String(revision), date: format.dateTime(one.updatedAt) })}
              </span>
            </div>
          )}
          {state.type === 'refused' || state.type === 'failed' ? (
            <p role="alert" className="mt-2 text-danger">
              {t(`receipt.${state.type}`)}
            </p>
          ) : null}
          {one.dryRun?.figures ? (
            <div className="mt-6">
              <FiguresReport kind={kind} dryRun={one.dryRun} saved />
            </div>
          ) : null}
        </>
      )}
      <p className="mt-6 flex flex-wrap gap-x-4 gap-y-1">
        {revision === null ? null : (
          <Link to="/riwayat" search={{ revision }} className="inline-link">
            {t('receipt.history')}
          </Link>
        )}
        {kind ? (
          <Link to={REGISTERS[kind]} className="inline-link">
            {t(`receipt.register.${kind}`)}
          </Link>
        ) : null}
        <Link to="/jejaring" className="inline-link">
          {t('receipt.map')}
        </Link>
      </p>
      <p className="mt-4">
        <Link to="/impor" className={buttonClass()}>
          {t('receipt.another')}
        </Link>
      </p>
    </section>
  )
}
