import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { useChangeActor } from '#client/api/use-change.ts'
import type { Done } from '#client/network/DoneNotice.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorPatch, ActorRow } from '#shared/contract/actors.ts'
import { EditActor } from './EditActor.tsx'
import { PresenceForm } from './PresenceForm.tsx'

export interface OpenedRow {
  row: ActorRow
  act: 'edit' | 'leave' | 'return'
}

interface ActorDialogsProps {
  opened: OpenedRow | null
  today: string
  onDone: (done: Done) => void
  onClose: () => void
}

/** The forms of the profile, opened from a row of the register. */
export function ActorDialogs({ opened, today, onDone, onClose }: ActorDialogsProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const title =
    opened?.act === 'leave'
      ? 'form.leaveTitle'
      : opened?.act === 'return'
        ? 'form.returnTitle'
        : 'form.editTitle'
  return (
    <Dialog
      open={opened !== null}
      onClose={onClose}
      title={opened ? t(title, { name: opened.row.name }) : ''}
      closeLabel={common('action.close')}
    >
      {opened ? (
        <OpenedForm key={opened.row.id} opened={opened} today={today} onDone={onDone} onClose={onClose} />
      ) : null}
    </Dialog>
  )
}

function OpenedForm({ opened, today, onDone, onClose }: ActorDialogsProps & { opened: OpenedRow }) {
  const t = useTranslations('actors.done')
  const common = useTranslations('common')
  const format = useFormat()
  const { data: detail, error, refetch } = useQuery(actorQuery(opened.row.id))
  const { state, change } = useChangeActor(opened.row.id, onClose)
  const act = async (revision: number, patch: ActorPatch) => {
    const answer = await change(revision, patch)
    if (!answer) return
    const date = patch.mode === 'from' ? format.date(patch.from) : ''
    const what =
      opened.act === 'leave'
        ? t('left', { date })
        : opened.act === 'return'
          ? t('returned', { date })
          : t('saved')
    onDone({ revision: answer.revision, text: `${answer.name}: ${what}` })
    onClose()
  }
  if (!detail && error) return <LoadFailed error={error} onRetry={() => void refetch()} />
  if (!detail) return <p className="caption">{common('state.loading')}</p>
  return opened.act === 'edit' ? (
    <EditActor
      detail={detail}
      today={today}
      state={state}
      onChange={(revision, patch) => void act(revision, patch)}
      onClose={onClose}
    />
  ) : (
    <PresenceForm
      presence={opened.act === 'leave' ? 'left' : 'present'}
      today={today}
      state={state}
      onSubmit={(patch) => void act(detail.revision, patch)}
      onCancel={onClose}
    />
  )
}
