import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FileText, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { evidenceQuery, evidenceUrl, removeEvidence } from '#client/api/evidence.ts'
import { useMay } from '#client/api/session.ts'
import { useUndo } from '#client/api/use-undo.ts'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import type { EvidenceRecord } from '#shared/contract/evidence.ts'

/** The photos and documents that prove a partnership; one taken away can be brought back. */
export function EvidenceFiles({ partnershipId }: { partnershipId: string }) {
  const t = useTranslations('partnerships.files')
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { data } = useQuery(evidenceQuery(partnershipId))
  const [removed, setRemoved] = useState<{ revision: number; name: string } | null>(null)
  const [failed, setFailed] = useState(false)
  const undo = useUndo(() => {
    setRemoved(null)
    announce(t('restored'))
  })

  const remove = async ({ id, name }: EvidenceRecord) => {
    setFailed(false)
    undo.reset()
    try {
      const { revision } = await removeEvidence(id)
      setRemoved({ revision, name })
      announce(t('removed', { name }))
      void queries.invalidateQueries()
    } catch {
      setFailed(true)
    }
  }

  if (!data || (data.rows.length === 0 && removed === null)) return null
  return (
    <section className="section" aria-labelledby="berkas">
      <h2 id="berkas" className="section-title">
        {t('title')}
      </h2>
      <ul className="evidence-files mt-2">
        {data.rows.map((file) => (
          <li key={file.id}>
            <EvidenceFile file={file} onRemove={() => void remove(file)} />
          </li>
        ))}
      </ul>
      {removed ? (
        <p role="status" className="notice notice-mango mt-3 flex flex-wrap items-center gap-x-4">
          <span>
            {t('removed', { name: removed.name })}
            {undo.state.type === 'refused' || undo.state.type === 'failed' ? ` ${t('failed')}` : ''}
          </span>
          <Button look="text" onClick={() => void undo.undo(removed.revision)}>
            <Undo2 size={16} strokeWidth={1.75} aria-hidden />
            {t('undo')}
          </Button>
        </p>
      ) : null}
      {failed ? (
        <p role="alert" className="field-error">
          {t('failed')}
        </p>
      ) : null}
    </section>
  )
}

function EvidenceFile({ file, onRemove }: { file: EvidenceRecord; onRemove: () => void }) {
  const t = useTranslations('partnerships.files')
  const format = useFormat()
  const mayRemove = useMay('partnerships.write')
  const picture = file.mediaType.startsWith('image/')
  return (
    <>
      <a href={evidenceUrl(file.id)} target="_blank" rel="noreferrer" className="block">
        {picture ? (
          <img src={evidenceUrl(file.id)} alt="" loading="lazy" />
        ) : (
          <span className="file-document">
            <FileText size={32} strokeWidth={1.25} aria-hidden />
          </span>
        )}
        <span className="caption block truncate underline">{file.name}</span>
      </a>
      <span className="caption flex items-center justify-between">
        {format.shortDate(file.addedOn)}
        {mayRemove ? (
          <IconButton
            label={t('remove', { name: file.name })}
            icon={<X size={16} strokeWidth={1.75} aria-hidden />}
            onClick={onRemove}
          />
        ) : null}
      </span>
    </>
  )
}
