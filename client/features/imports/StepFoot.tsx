import { Link } from '@tanstack/react-router'
import { ArrowRight, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import type { Import } from '#shared/contract/imports.ts'
import type { Step } from './import-search.ts'

interface StepFootProps {
  one: Import
  /** null: `action` is the way on. */
  next: Step | null
  /** The way on is the one filled button, once this step has nothing left to do. */
  ready: boolean
  action?: ReactNode
  /** What is wrong with the cell that is pointed at. */
  note?: string
}

/** At the thumb on every step: how many rows are ready, and the way on. */
export function StepFoot({ one, next, ready, action, note }: StepFootProps) {
  const t = useTranslations('imports')
  const counted = Math.max(0, one.rows - one.problems - one.open - one.skipped)
  return (
    <div className="step-foot">
      <p className="min-w-0 flex-1">
        {note ? (
          <span className="step-note" aria-hidden="true">
            <CircleAlert size={14} strokeWidth={1.75} className="flex-none" />
            {note}
          </span>
        ) : null}
        {one.kind === null ? null : (
          <>
            <b>{t('rows.foot', { ready: counted })}</b>
            {one.problems > 0 ? t('rows.footProblems', { count: one.problems }) : null}
            {one.open > 0 ? t('rows.footOpen', { count: one.open }) : null}
            {one.skipped > 0 ? t('rows.footSkipped', { count: one.skipped }) : null}
          </>
        )}
      </p>
      {next === null ? (
        action
      ) : (
        <Link
          to="/impor/$id"
          params={{ id: one.id }}
          search={{ step: next }}
          className={buttonClass(ready ? 'filled' : 'outline')}
        >
          {t('steps.next', { step: t(`steps.${next}`) })}
          <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
        </Link>
      )}
    </div>
  )
}
