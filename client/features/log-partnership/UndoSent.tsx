import { Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useUndo } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'

/** What was sent by itself is taken back as what was saved by hand is; where it cannot be, why. */
export function UndoSent({ revision }: { revision: number }) {
  const t = useTranslations('logPartnership')
  const { state, undo } = useUndo()
  if (state.type === 'done')
    return (
      <span role="status" className="self-center">
        {t('outbox.undone')}
      </span>
    )
  return (
    <>
      <Button onClick={() => void undo(revision)}>
        <Undo2 size={16} strokeWidth={1.75} aria-hidden />
        {t(state.type === 'undoing' ? 'receipt.undoing' : 'receipt.undo')}
      </Button>
      {state.type === 'refused' || state.type === 'failed' ? (
        <span role="alert" className="field-error self-center">
          {t(state.type === 'refused' ? 'receipt.undoRefused' : 'receipt.undoFailed')}
        </span>
      ) : null}
    </>
  )
}
