import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Import } from '#shared/contract/imports.ts'
import { isDone, STEPS, type Step } from './import-search.ts'

/** The steps on one line: where one is, what is done, and the way to each. */
export function StepLine({ one, step }: { one: Import; step: Step }) {
  const t = useTranslations('imports.steps')
  return (
    <header className="pt-5">
      <p className="caption flex flex-wrap items-baseline gap-x-3">
        <Link to="/impor" className="inline-flex min-h-11 items-center underline md:min-h-6">
          {t('all')}
        </Link>
        <span className="min-w-0 import-words">{one.fileName}</span>
      </p>
      {one.state === 'draft' ? (
        <nav aria-label={t('label')}>
          <ol className="step-line">
            {STEPS.map((known, place) => {
              const done = known !== step && isDone(one, known)
              return (
                <li key={known}>
                  <Link
                    to="/impor/$id"
                    params={{ id: one.id }}
                    search={{ step: known }}
                    aria-current={known === step ? 'step' : undefined}
                    data-done={done || undefined}
                  >
                    <span className="step-number" aria-hidden="true">
                      {done ? <Check size={14} strokeWidth={2} /> : place + 1}
                    </span>
                    <span className="step-word">
                      {t(known)}
                      {done ? <span className="visually-hidden">, {t('done')}</span> : null}
                    </span>
                  </Link>
                </li>
              )
            })}
          </ol>
        </nav>
      ) : null}
    </header>
  )
}
