import { Camera, CircleAlert, FileText, X } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { keepFile, readFile } from './device-store.ts'
import { entryId } from './entry-id.ts'
import type { DraftFile } from './partnership-draft.ts'
import { type FileTrouble, fileToSend } from './shrink-photo.ts'

interface FileFieldProps {
  files: readonly DraftFile[]
  onFiles: (change: (files: DraftFile[]) => DraftFile[]) => void
}

export const MOST_FILES = 10

/** Photos and documents: made small, kept on this device at once, sent with the entry. */
export function FileField({ files, onFiles }: FileFieldProps) {
  const t = useTranslations('logPartnership.files')
  const attachment = useTranslations('logPartnership.attachment')
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<{ code: FileTrouble; name: string } | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])].slice(0, MOST_FILES - files.length)
    event.target.value = ''
    setTrouble(null)
    setBusy(true)
    for (const file of chosen) {
      const added = await keep(file)
      if (typeof added === 'string') setTrouble({ code: added, name: file.name })
      else {
        onFiles((before) => [...before, added])
        announce(t('added', { name: added.name }))
      }
    }
    setBusy(false)
  }
  const remove = ({ key, name }: DraftFile) => {
    onFiles((before) => before.filter((file) => file.key !== key))
    announce(t('removed', { name }))
    input.current?.focus()
  }

  return (
    <div className="grid gap-1.5">
      <span className="field-label">
        {t('label')}
        <small>{attachment('optional')}</small>
      </span>
      {files.length > 0 ? (
        <ul className="grid gap-1.5" aria-label={t('list')}>
          {files.map((file) => (
            <li key={file.key}>
              <FileLine file={file} onRemove={() => remove(file)} />
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <label className={`${buttonClass('outline')} file-button`} aria-disabled={busy || undefined}>
          <Camera size={18} strokeWidth={1.75} aria-hidden />
          {busy ? t('working') : t('add')}
          <input
            ref={input}
            type="file"
            className="file-input"
            accept="image/*,application/pdf"
            multiple
            disabled={busy || files.length >= MOST_FILES}
            onChange={(event) => void choose(event)}
          />
        </label>
      </div>
      <p className="caption">{t('hint')}</p>
      {trouble ? (
        <p role="alert" className="field-error !mt-0">
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
          <span>{t(`trouble.${trouble.code}`, { name: trouble.name })}</span>
        </p>
      ) : null}
    </div>
  )
}

async function keep(file: File): Promise<DraftFile | FileTrouble> {
  const sent = await fileToSend(file)
  if (typeof sent === 'string') return sent
  const key = entryId()
  const kept = await keepFile(key, sent).then(
    () => true,
    () => false,
  )
  return kept ? { key, name: file.name, type: sent.type, bytes: sent.size } : 'not-kept'
}

function FileLine({ file, onRemove }: { file: DraftFile; onRemove: () => void }) {
  const t = useTranslations('logPartnership.files')
  const format = useFormat()
  const picture = useKeptPicture(file)
  return (
    <div className="file-line">
      {picture ? (
        <img src={picture} alt="" className="file-thumb" />
      ) : (
        <span className="file-thumb">
          <FileText size={20} strokeWidth={1.5} aria-hidden />
        </span>
      )}
      <span className="party-words">
        <b>{file.name}</b>
        <small>{t('size', { size: format.integer(Math.max(1, Math.round(file.bytes / 1024))) })}</small>
      </span>
      <IconButton
        label={t('remove', { name: file.name })}
        icon={<X size={16} strokeWidth={1.75} aria-hidden />}
        onClick={onRemove}
      />
    </div>
  )
}

/** Address of a photo that lies on this device; null for a document, and until it has been read. */
function useKeptPicture({ key, type }: DraftFile): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!type.startsWith('image/')) return
    let made: string | null = null
    let current = true
    void readFile(key).then(
      (blob) => {
        if (!blob || !current) return
        made = URL.createObjectURL(blob)
        setUrl(made)
      },
      () => {},
    )
    return () => {
      current = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [key, type])
  return url
}
