import { CircleAlert, FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '#client/api/http.ts'
import { uploadImport } from '#client/api/imports.ts'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { buttonClass } from '#client/ui/button-class.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { useAnnounce } from '#client/ui/LiveRegion.tsx'
import { useOnline } from '#client/ui/use-online.ts'
import { IMPORT_LIMITS } from '#shared/contract/import-fields.ts'
import type { Import } from '#shared/contract/imports.ts'

const MEGABYTES = IMPORT_LIMITS.bytes / 1024 ** 2
const ACCEPTED = '.xlsx,.csv,.tsv,.txt,text/csv'

/** Where a file is dropped or chosen; it is sent at once. */
export function UploadArea({ onUploaded }: { onUploaded: (started: Import) => void }) {
  const t = useTranslations('imports.drop')
  const format = useFormat()
  const online = useOnline()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { sending, trouble, setTrouble, send } = useUpload(onUploaded)

  const take = (files: readonly File[]) => {
    if (files.length > 1) setTrouble(t('several'))
    else if (files[0]) void send(files[0])
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (online && sending === null) take([...event.dataTransfer.files])
  }
  const limits = { megabytes: format.integer(MEGABYTES), rows: format.integer(IMPORT_LIMITS.rows) }
  return (
    <section aria-label={t('label')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same for keys and thumbs */}
      <div
        className="upload-area"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileUp size={24} strokeWidth={1.5} aria-hidden className="flex-none text-ink-3" />
        <p className="upload-words">
          {over ? t('over') : <span className="upload-here">{t('here')}</span>}{' '}
          <label
            className={`${buttonClass(sending === null ? 'filled' : 'outline')} file-button`}
            aria-disabled={!online || sending !== null || undefined}
          >
            {sending === null ? t('choose') : t('sending', { name: sending })}
            <input
              ref={input}
              type="file"
              className="file-input"
              accept={ACCEPTED}
              disabled={!online || sending !== null}
              onChange={(event) => {
                take([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
          </label>
        </p>
        <p className="caption">{online ? t('hint', limits) : t('offline')}</p>
      </div>
      {trouble ? (
        <p role="alert" className="field-error">
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
          <span>{trouble}</span>
        </p>
      ) : null}
    </section>
  )
}

function useUpload(onUploaded: (started: Import) => void) {
  const t = useTranslations('imports.drop')
  const common = useTranslations('common.error')
  const issueText = useIssueText()
  const format = useFormat()
  const announce = useAnnounce()
  const [sending, setSending] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  const send = async (file: File) => {
    setTrouble(null)
    const { name } = file
    if (file.size > IMPORT_LIMITS.bytes)
      return setTrouble(t('tooLarge', { name, megabytes: format.integer(MEGABYTES) }))
    setSending(name)
    announce(t('sending', { name }))
    try {
      onUploaded(await uploadImport(file))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const why = error.issues[0] ? issueText(error.issues[0]) : common(error.code)
      setTrouble(t('failed', { name, why }))
    } finally {
      setSending(null)
    }
  }
  return { sending, trouble, setTrouble, send }
}
