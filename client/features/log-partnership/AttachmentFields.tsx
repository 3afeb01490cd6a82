import { useTranslations } from 'use-intl'
import { Field } from '#client/ui/Field.tsx'

interface AttachmentFieldsProps {
  url: string
  note: string
  onUrl: (url: string) => void
  onNote: (note: string) => void
  urlError: string | undefined
  noteError: string | undefined
}

/** The proof as a link, and what is worth remembering; both may stay empty. */
export function AttachmentFields({ url, note, onUrl, onNote, urlError, noteError }: AttachmentFieldsProps) {
  const t = useTranslations('logPartnership')
  const optional = (label: string, word: string) => (
    <span className="field-label">
      {label}
      <small>{word}</small>
    </span>
  )
  return (
    <>
      <div id="attachment">
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
