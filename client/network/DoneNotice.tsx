import { Link } from '@tanstack/react-router'
import { Undo2, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useUndo } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'

/** What was just done, and the changeset that did it. */
export interface Done {
  revision: number
  text: string
}

interface DoneNoticeProps {
  done: Done
  /** Absent where what is around it is closed. */
  onClose?: () => void
  /** A stable function. */
  onUndone?: (() => void) | undefined
}

/** What was just done, with the way back; keyed by its revision by whoever shows it. */
export function DoneNotice({ done, onClose, onUndone }: DoneNoticeProps) {
  const t = useTranslations('register.done')
  const common = useTranslations('common.action')
  const { state, undo } = useUndo(onUndone)
  return (
    <div role="status" className="notice notice-mango my-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      {state.type === 'done' ? (
        <span>{t('undone')}</span>
      ) : (
        <>
          <span>
            {done.text}
            {state.type === 'refused' || state.type === 'failed' ? (
              <span className="block text-danger">{t(state.type)}</span>
            ) : null}
          </span>
          <Button look="text" onClick={() => void undo(done.revision)}>
            <Undo2 size={16} strokeWidth={1.75} aria-hidden />
            {t('undo')}
          </Button>
          <Link
            to="/riwayat"
            search={{ revision: done.revision }}
            className="inline-flex min-h-11 items-center underline md:min-h-8"
          >
            {t('history')}
          </Link>
        </>
      )}
      {onClose ? (
        <IconButton label={common('close')} icon={<X size={16} strokeWidth={1.75} />} onClick={onClose} />
      ) : null}
    </div>
  )
}
