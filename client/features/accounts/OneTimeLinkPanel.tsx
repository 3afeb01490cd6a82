import { Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { OneTimeLink } from '#shared/contract/accounts.ts'

/** The link to send on, this once. */
export function OneTimeLinkPanel({ link, onDone }: { link: OneTimeLink; onDone: () => void }) {
  const t = useTranslations('accounts.link')
  const format = useFormat()
  const field = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(field.current?.value ?? '')
      setState('copied')
    } catch {
      setState('copyFailed')
    }
  }
  return (
    <div className="grid gap-4">
      <p>{t('lede', { until: format.dateTime(link.expiresAt) })}</p>
      <Field label={t('label')}>
        {(control) => (
          <input
            {...control}
            ref={field}
            readOnly
            className="input font-mono"
            value={`${location.origin}${link.path}`}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="filled" onClick={() => void copy()}>
          <Copy size={14} strokeWidth={1.75} aria-hidden />
          {t('copy')}
        </Button>
        <Button onClick={onDone}>{t('done')}</Button>
        <span role="status">{state ? t(state) : ''}</span>
      </div>
    </div>
  )
}
