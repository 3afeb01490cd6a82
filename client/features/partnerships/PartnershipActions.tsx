import { Undo2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { useChangePartnership } from '#client/api/use-change.ts'
import { useUndo } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { LoggedPartnership, PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { Correction } from './Correction.tsx'
import { actionsFor, type PartnershipAction } from './partnership-actions.ts'
import { TurnForm } from './TurnForm.tsx'

interface Done {
  action: PartnershipAction
  date: string
  answer: LoggedPartnership
}

const dateOf = (patch: PartnershipPatch, today: string) =>
  patch.mode === 'from' ? patch.from : patch.mode === 'confirm' ? patch.on : today

/** Actions that carry the partnership on: one of them may be the filled button. */
const FORWARD: ReadonlySet<PartnershipAction> = new Set(['confirm', 'start', 'resume'])

/** What can be done with the partnership, and, after it was done, what that changed, with the way back. */
export function PartnershipActions({ detail, today }: { detail: PartnershipDetail; today: string }) {
  const t = useTranslations('partnerships')
  const register = useTranslations('register')
  const common = useTranslations('common')
  const format = useFormat()
  const announce = useAnnounce()
  const [open, setOpen] = useState<PartnershipAction | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  /** The revision at which a change of it began to wait: once there is another, that was sent. */
  const [kept, setKept] = useState<number | null>(null)

  const { state, change, reset } = useChangePartnership(detail.id, () => {
    setOpen(null)
    setKept(detail.revision)
  })
  const undo = useUndo(useCallback(() => announce(t('done.undone')), [announce, t]))

  const act = async (action: PartnershipAction, revision: number, patch: PartnershipPatch) => {
    setDone(null)
    setKept(null)
    undo.reset()
    const answer = await change(revision, patch)
    if (!answer) return
    setOpen(null)
    setDone({ action, date: dateOf(patch, today), answer })
  }
  const close = () => {
    setOpen(null)
    reset()
  }
  const press = (action: PartnershipAction) => {
    reset()
    if (action === 'confirm') void act(action, detail.revision, { mode: 'confirm', on: today })
    else setOpen(action)
  }
  const actions = actionsFor(detail.standing).filter(
    (action) => action !== 'confirm' || detail.lastConfirmedOn !== today,
  )

  if (!useMay('partnerships.write')) return null

  return (
    <section aria-label={t('action.label')}>
      <div className="flex flex-wrap gap-2">
        {actions.map((action, position) => (
          <Button
            key={action}
            look={position === 0 && FORWARD.has(action) ? 'filled' : 'outline'}
            onClick={() => press(action)}
          >
            {action === 'confirm' && state.type === 'saving' ? t('action.saving') : t(`action.${action}`)}
          </Button>
        ))}
      </div>
      {open === null && (state.type === 'failed' || state.type === 'stale' || state.type === 'issues') ? (
        <p role="alert" className="field-error">
          {state.type === 'failed'
            ? t('done.failed', { why: common(`error.${state.error.code}`) })
            : t('stale.again')}
        </p>
      ) : null}
      {kept === detail.revision ? (
        <p role="status" className="notice mt-3">
          {register('done.kept')}
        </p>
      ) : null}
      {done ? (
        <div role="status" className="notice notice-mango mt-3 flex flex-wrap items-center gap-x-4">
          {undo.state.type === 'done' ? (
            <span>{t('done.undone')}</span>
          ) : (
            <>
              <span>
                {t(`done.${done.action}`, { date: format.date(done.date) })}{' '}
                <IndexMove answer={done.answer} />
                {undo.state.type === 'refused' || undo.state.type === 'failed' ? (
                  <span className="block text-danger">{t('done.undoRefused')}</span>
                ) : null}
              </span>
              <Button look="text" onClick={() => void undo.undo(done.answer.revision)}>
                <Undo2 size={16} strokeWidth={1.75} aria-hidden />
                {t('done.undo')}
              </Button>
            </>
          )}
        </div>
      ) : null}
      <Dialog
        open={open !== null}
        onClose={close}
        title={open ? t(`action.${open}`) : ''}
        closeLabel={common('action.close')}
      >
        {open === 'correct' ? (
          <Correction
            detail={detail}
            today={today}
            state={state}
            onChange={(revision, patch) => void act('correct', revision, patch)}
            onClose={close}
          />
        ) : open !== null && open !== 'confirm' ? (
          <TurnForm
            turn={open}
            detail={detail}
            today={today}
            state={state}
            onSubmit={(patch) => void act(open, detail.revision, patch)}
            onCancel={close}
          />
        ) : null}
      </Dialog>
    </section>
  )
}

/** Index before and after, when the change moved it. */
function IndexMove({ answer }: { answer: LoggedPartnership }) {
  const t = useTranslations('partnerships.done')
  const format = useFormat()
  const row = answer.receipt?.rows.find(({ id }) => id === 'index')
  if (row?.id !== 'index' || row.before === null || row.after === null || row.before === row.after)
    return null
  return <>{t('index', { before: format.decimal(row.before), after: format.decimal(row.after) })}</>
}
