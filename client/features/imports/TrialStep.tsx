import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { isUnderWay } from '#client/api/imports.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import type { Import } from '#shared/contract/imports.ts'
import { DryRunReport } from './DryRunReport.tsx'
import { Failure } from './Failure.tsx'
import type { StepProps } from './ImportWizard.tsx'
import { changesNothing, isTried, lacksColumns, type Step } from './import-search.ts'
import { StepFoot } from './StepFoot.tsx'

/** What saving would change in the register and in the numbers; nothing is written. */
export function TrialStep({ one, writes }: StepProps) {
  const t = useTranslations('imports.trial')
  const tried = isTried(one)
  const waits = lacksColumns(one) || one.problems > 0 || one.open > 0
  const busy = isUnderWay(one) || writes.writing
  const run = (
    <Button
      look={busy ? 'outline' : 'filled'}
      disabled={busy}
      onClick={() => void writes.write({ type: 'dry-run' })}
    >
      {t(one.dryRun ? 'again' : 'run')}
    </Button>
  )
  return (
    <>
      <h1 className="page-title">{t(one.dryRun ? 'title' : 'titleNone')}</h1>
      <p className="mt-1 max-w-[42rem] text-ink-2">{t('lede')}</p>
      {one.state === 'draft' && !busy ? <Failure one={one} /> : null}
      {one.state === 'draft' && waits ? <Waits one={one} /> : null}
      {one.dryRun && !tried && one.state === 'draft' && !waits ? (
        <p className="notice notice-mango mt-4">{t('stale')}</p>
      ) : null}
      {one.dryRun ? (
        <div className={tried || one.state !== 'draft' ? '' : 'is-previous'}>
          <DryRunReport kind={one.kind} dryRun={one.dryRun} />
        </div>
      ) : null}
      {tried && !waits && changesNothing(one) ? (
        <StepFoot one={one} next={null} ready action={<Finished />} />
      ) : tried || waits || one.state !== 'draft' ? (
        <StepFoot
          one={one}
          next={one.state === 'draft' && waits ? firstGap(one) : 'save'}
          ready={one.state === 'draft'}
        />
      ) : (
        <StepFoot one={one} next={null} ready action={run} />
      )}
    </>
  )
}

/** There is nothing to save. */
function Finished() {
  const t = useTranslations('imports.steps')
  return (
    <Link to="/impor" className={buttonClass('filled')}>
      {t('all')}
    </Link>
  )
}

const firstGap = (one: Import): Step =>
  lacksColumns(one) ? 'columns' : one.problems > 0 ? 'rows' : 'duplicates'

function Waits({ one }: { one: Import }) {
  const t = useTranslations('imports.trial')
  const { problems, open } = one
  const gap = firstGap(one)
  return (
    <div className="notice mt-4">
      <p>
        {gap === 'columns'
          ? t('blockedMapping')
          : t('blocked', { problems, open, both: problems > 0 && open > 0 ? 'yes' : 'no' })}
      </p>
      <Link
        to="/impor/$id"
        params={{ id: one.id }}
        search={{ step: gap }}
        className={buttonClass('outline', 'mt-2')}
      >
        {t(gap === 'columns' ? 'toColumns' : gap === 'rows' ? 'toRows' : 'toDuplicates')}
      </Link>
    </div>
  )
}
