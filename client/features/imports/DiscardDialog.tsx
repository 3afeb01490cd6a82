import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { discardImport } from '#client/api/imports.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { ImportLine } from '#shared/contract/imports.ts'

interface DiscardDialogProps {
  /** null: closed. */
  line: Pick<ImportLine, 'id' | 'fileName'> | null
  onClose: () => void
  onDiscarded?: () => void
}

/** A draft and all that was done to it cannot be brought back: asked for once more. */
export function DiscardDialog({ line, onClose, onDiscarded }: DiscardDialogProps) {
  const t = useTranslations('imports.list')
  const common = useTranslations('common')
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [failure, setFailure] = useState<ApiError | null>(null)
  const close = () => {
    setFailure(null)
    onClose()
  }
  const discard = async ({ id, fileName }: Pick<ImportLine, 'id' | 'fileName'>) => {
    try {
      await discardImport(id)
      announce(t('discarded', { name: fileName }))
      close()
      onDiscarded?.()
      void queries.invalidateQueries({ queryKey: ['imports', 'list'] })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
    }
  }
  return (
    <Dialog
      open={line !== null}
      onClose={close}
      title={t('discardTitle')}
      closeLabel={common('action.close')}
    >
      {line ? (
        <>
          <p>{t('discardText', { name: line.fileName })}</p>
          {failure ? (
            <p role="alert" className="field-error">
              {t('failed', { why: common(`error.${failure.code}`) })}
            </p>
          ) : null}
          <div className="mt-4 flex flex-wrap gap-2">
            <Button look="danger" onClick={() => void discard(line)}>
              {t('discardYes')}
            </Button>
            <Button onClick={close}>{common('action.cancel')}</Button>
          </div>
        </>
      ) : null}
    </Dialog>
  )
}
