import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMay } from '#client/api/session.ts'
import { useChangeActor } from '#client/api/use-change.ts'
import { useUndo } from '#client/api/use-undo.ts'
import { useNames } from '#client/network/use-names.ts'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { ActorDetail, ActorPatch } from '#shared/contract/actors.ts'
import { EditActor } from './EditActor.tsx'
import { PresenceForm } from './PresenceForm.tsx'
import { SuggestedSector } from './SuggestedSector.tsx'

type Act = 'survey' | 'edit' | 'leave' | 'return' | 'sector'

interface Sent {
  act: Act
  date: string
}

/** What can be done with an actor; surveying it is one tap. Afterwards what was done, with the way back. */
export function ActorActions({ detail, today }: { detail: ActorDetail; today: string }) {
  const t = useTranslations('actors')
  const register = useTranslations('register')
  const names = useNames()
  const common = useTranslations('common')
  const announce = useAnnounce()
  const [open, setOpen] = useState<'edit' | 'presence' | null>(null)
  const [done, setDone] = useState<(Sent & { revision: number }) | null>(null)
  /** The revision at which a change of it began to wait: once there is another, that was sent. */
  const [kept, setKept] = useState<number | null>(null)

  const { state, change, reset } = useChangeActor(detail.id, () => {
    setOpen(null)
    setKept(detail.revision)
  })
  const undo = useUndo(useCallback(() => announce(t('done.undone')), [announce, t]))

  const act = async (which: Act, revision: number, patch: ActorPatch) => {
    setDone(null)
    setKept(null)
    undo.reset()
    const answer = await change(revision, patch)
    if (!answer) return
    setOpen(null)
    setDone({ act: which, date: patch.mode === 'from' ? patch.from : today, revision: answer.revision })
  }
  const survey = () =>
    void act('survey', detail.revision, {
      mode: 'from',
      from: today,
      changes: { censusStatus: detail.censusStatus === 'none' ? 'complete' : detail.censusStatus },
    })
  const { suggestion } = detail
  const acceptSector = () =>
    void act('sector', detail.revision, {
      mode: 'correct',
      changes: { sectorId: suggestion?.sectorId ?? null },
    })
  const close = () => {
    setOpen(null)
    reset()
  }
  const left = detail.leftOn !== null
  const { surveyed: surveys } = names
  const surveyed = detail.lastVerifiedOn === today
  const title = open === 'edit' ? 'form.editTitle' : left ? 'form.returnTitle' : 'form.leaveTitle'

  if (!useMay('actors.write')) return null

  return (
    <section aria-label={t('profile.actions')}>
      <div className="flex flex-wrap gap-2">
        {surveyed || left || !surveys ? null : (
          <Button look="filled" onClick={survey}>
            {open === null && state.type === 'saving'
              ? t('form.saving')
              : t(detail.lastVerifiedOn === null ? 'profile.markSurveyed' : 'profile.markAgain')}
          </Button>
        )}
        <Link to="/kerja-sama/baru" search={{ actor: detail.id }} className={buttonClass('outline')}>
          {t('profile.log')}
        </Link>
        <Button onClick={() => setOpen('edit')}>{t('profile.edit')}</Button>
        <Button onClick={() => setOpen('presence')}>{t(left ? 'profile.return' : 'profile.leave')}</Button>
        <Link to="/pelaku/$id/gabung" params={{ id: detail.id }} className={buttonClass('outline')}>
          {register('row.merge')}
        </Link>
      </div>
      {suggestion ? (
        <div className="mt-3">
          <SuggestedSector row={detail} suggestion={suggestion} onAccept={acceptSector} />
          <p className="caption">{register('suggestion.draft')}</p>
        </div>
      ) : null}
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
                <DoneWords {...done} />
                {undo.state.type === 'refused' || undo.state.type === 'failed' ? (
                  <span className="block text-danger">{t('done.undoRefused')}</span>
                ) : null}
              </span>
              <Button look="text" onClick={() => void undo.undo(done.revision)}>
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
        title={t(title, { name: detail.name })}
        closeLabel={common('action.close')}
      >
        {open === 'edit' ? (
          <EditActor
            detail={detail}
            today={today}
            state={state}
            onChange={(revision, patch) => void act('edit', revision, patch)}
            onClose={close}
          />
        ) : open === 'presence' ? (
          <PresenceForm
            presence={left ? 'present' : 'left'}
            today={today}
            state={state}
            onSubmit={(patch) => void act(left ? 'return' : 'leave', detail.revision, patch)}
            onCancel={close}
          />
        ) : null}
      </Dialog>
    </section>
  )
}

function DoneWords({ act, date }: Sent) {
  const t = useTranslations('actors')
  const format = useFormat()
  if (act === 'survey') return t('profile.marked', { date: format.date(date) })
  if (act === 'leave') return t('done.left', { date: format.date(date) })
  if (act === 'return') return t('done.returned', { date: format.date(date) })
  return t('done.saved')
}
