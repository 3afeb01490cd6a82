import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { partnershipQuery } from '#client/api/partnerships.ts'
import { useChangePartnership } from '#client/api/use-change.ts'
import type { Done } from '#client/network/DoneNotice.tsx'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipPatch, PartnershipRow } from '#shared/contract/partnerships.ts'
import { Correction } from './Correction.tsx'
import type { PartnershipAction } from './partnership-actions.ts'
import { usePartnershipTitle } from './partnership-words.ts'
import { TurnForm } from './TurnForm.tsx'

export interface OpenedRow {
  row: PartnershipRow
  action: Exclude<PartnershipAction, 'confirm'>
}

interface PartnershipDialogsProps {
  opened: OpenedRow | null
  today: string
  onDone: (done: Done) => void
  onClose: () => void
}

/** The forms of a partnership, opened from a row of the register. */
export function PartnershipDialogs({ opened, today, onDone, onClose }: PartnershipDialogsProps) {
  const t = useTranslations('partnerships.action')
  const common = useTranslations('common')
  return (
    <Dialog
      open={opened !== null}
      onClose={onClose}
      title={opened ? t(opened.action) : ''}
      closeLabel={common('action.close')}
    >
      {opened ? (
        <OpenedForm key={opened.row.id} opened={opened} today={today} onDone={onDone} onClose={onClose} />
      ) : null}
    </Dialog>
  )
}

function OpenedForm({ opened, today, onDone, onClose }: PartnershipDialogsProps & { opened: OpenedRow }) {
  const t = useTranslations('partnerships.done')
  const common = useTranslations('common')
  const format = useFormat()
  const titleOf = usePartnershipTitle()
  const { data: detail, error, refetch } = useQuery(partnershipQuery(opened.row.id))
  const { state, change } = useChangePartnership(opened.row.id, onClose)
  const act = async (revision: number, patch: PartnershipPatch) => {
    const answer = await change(revision, patch)
    if (!answer) return
    const date = patch.mode === 'from' ? format.date(patch.from) : ''
    onDone({ revision: answer.revision, text: `${titleOf(opened.row)}: ${t(opened.action, { date })}` })
    onClose()
  }
  if (!detail && error) return <LoadFailed error={error} onRetry={() => void refetch()} />
  if (!detail) return <p className="caption">{common('state.loading')}</p>
  return (
    <>
      <p className="mb-3 font-semibold">{titleOf(opened.row)}</p>
      {opened.action === 'correct' ? (
        <Correction
          detail={detail}
          today={today}
          state={state}
          onChange={(revision, patch) => void act(revision, patch)}
          onClose={onClose}
        />
      ) : (
        <TurnForm
          turn={opened.action}
          detail={detail}
          today={today}
          state={state}
          onSubmit={(patch) => void act(detail.revision, patch)}
          onCancel={onClose}
        />
      )}
    </>
  )
}
