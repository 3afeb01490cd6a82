import { useTranslations } from 'use-intl'
import { Field } from '#client/ui/Field.tsx'
import { FileField } from './FileField.tsx'
import type { DraftFile } from './partnership-draft.ts'

interface AttachmentFieldsProps {
  files: readonly DraftFile[]
  url: string
  note: string
  onFiles: (change: (files: DraftFile[]) => DraftFile[]) => void
  onUrl: (url: string) => void
  onNote: (note: string) => void
  urlError: string | undefined
  noteError: string | undefined
}

/** The proof as a photo, a document or a link, and what is worth remembering; all may stay empty. */
export function AttachmentFields(props: AttachmentFieldsProps) {
  const { files, url, note, onFiles, onUrl, onNote, urlError, noteError } = props
  const t = useTranslations('logPartnership')
  const optional = (label: string, word: string) => (
    <span className="field-label">
      {label}
      <small>{word}</small>
    </span>
  )
  return (
    <>
      <div id="attachment" className="grid gap-2">
        <FileField files={files} onFiles={onFiles} />
        <Field
          label={optional(t('attachment.label'), t('attachment.optional'))}
          hint={t('attachment.hint')}
          error={urlError}
        >
          {(control) => (
            <input
              {...control}
              type="url"
              inputMode="url"
              className="input"
              placeholder={t('attachment.placeholder')}
              value={url}
              onChange={(event) => onUrl(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div id="note">
        <Field label={optional(t('note.label'), t('note.optional'))} error={noteError}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              className="input"
              value={note}
              onChange={(event) => onNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </>
  )
}
