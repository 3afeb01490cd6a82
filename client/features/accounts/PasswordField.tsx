import { type ReactNode, type Ref, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '#client/ui/Field.tsx'

interface PasswordFieldProps {
  label: string
  name: string
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: ReactNode
  field?: Ref<HTMLInputElement>
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, name, autoComplete, hint, error, field }: PasswordFieldProps) {
  const t = useTranslations('accounts.signIn')
  const [shown, setShown] = useState(false)
  return (
    <div className="grid gap-1">
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <input
            {...control}
            ref={field}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={128}
            className="input"
          />
        )}
      </Field>
      <label className="flex min-h-11 items-center gap-2 justify-self-start text-sm text-ink-2 md:min-h-7">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t('show')}
      </label>
    </div>
  )
}
