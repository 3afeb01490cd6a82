import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isUnderWay } from '#client/api/imports.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { Field } from '#client/ui/Field.tsx'
import { Failure } from './Failure.tsx'
import { ImportReceipt } from './ImportReceipt.tsx'
import type { StepProps } from './ImportWizard.tsx'
import { changesNothing, isTried } from './import-search.ts'
import { StepFoot } from './StepFoot.tsx'

/** The last step: why, and the one press that writes; afterwards the receipt. */
export function SaveStep({ one, writes }: StepProps) {
  const t = useTranslations('imports.save')
  const trial = useTranslations('imports.trial')
  const steps = useTranslations('imports.steps')
  const [reason, setReason] = useState('')
  if (one.state === 'committed' || one.state === 'undone') return <ImportReceipt one={one} />
  const busy = isUnderWay(one) || writes.writing
  if (!one.dryRun || (!isTried(one) && !busy))
    return (
      <>
        <h1 className="page-title">{t('title')}</h1>
        <Failure one={one} />
        <p className="mt-3">{t('notTried')}</p>
        <Link
          to="/impor/$id"
          params={{ id: one.id }}
          search={{ step: 'trial' }}
          className={buttonClass('outline', 'mt-3')}
        >
          {t('toTrial')}
        </Link>
        <StepFoot one={one} next="trial" ready={false} />
      </>
    )
  if (changesNothing(one) && !busy)
    return (
      <>
        <h1 className="page-title">{t('title')}</h1>
        <p className="mt-2">{trial('nothing')}</p>
        <Link to="/impor" className={buttonClass('outline', 'mt-3')}>
          {steps('all')}
        </Link>
      </>
    )
  const commit = () => void writes.write({ type: 'commit', reason: reason.trim() })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) commit()
      }}
    >
      <h1 className="page-title">{t('title')}</h1>
      <p className="mt-2 import-sum">{t('summary', one.dryRun.tally)}</p>
      <p className="mt-1 max-w-[42rem] text-ink-2">{t('lede')}</p>
      {busy ? null : <Failure one={one} />}
      <div className="mt-5 max-w-[34rem]">
        <Field
          label={
            <>
              {t('reason')} <small className="font-normal text-ink-3">{t('optional')}</small>
            </>
          }
          hint={t('reasonHint')}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <StepFoot
        one={one}
        next={null}
        ready
        action={
          <Button type="submit" look={busy ? 'outline' : 'filled'} disabled={busy}>
            {t('submit')}
          </Button>
        }
      />
    </form>
  )
}
