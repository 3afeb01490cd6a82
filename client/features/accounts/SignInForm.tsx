import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { signIn, useSignedIn } from '#client/api/accounts.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import { PasswordField } from './PasswordField.tsx'
import { useAttempt } from './use-attempt.ts'

interface SignInFormProps {
  onSignedIn: () => void
  /** Who was signed in last at this device. */
  email?: string | undefined
}

/** E-mail and password. What was typed stays whatever the answer is. */
export function SignInForm({ onSignedIn, email = '' }: SignInFormProps) {
  const t = useTranslations('accounts.signIn')
  const common = useTranslations('common.error')
  const signedIn = useSignedIn()
  const { busy, error, wait, run } = useAttempt()
  const [missing, setMissing] = useState<{ email: boolean; password: boolean }>()
  const emailField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = { email: emailField.current?.value ?? '', password: passwordField.current?.value ?? '' }
    const gaps = { email: given.email.trim() === '', password: given.password === '' }
    setMissing(gaps)
    if (gaps.email) return emailField.current?.focus()
    if (gaps.password) return passwordField.current?.focus()
    const session = await run(() => signIn(given))
    if (!session) return passwordField.current?.select()
    signedIn(session)
    onSignedIn()
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Field label={t('email')} error={missing?.email ? t('emailMissing') : undefined}>
        {(control) => (
          <input
            {...control}
            ref={emailField}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={email}
            className="input"
          />
        )}
      </Field>
      <PasswordField
        field={passwordField}
        label={t('password')}
        name="password"
        autoComplete="current-password"
        error={missing?.password ? t('passwordMissing') : undefined}
      />
      <div>
        <div role="alert">
          {error ? (
            <p className="notice notice-danger mb-4">
              {error.code === 'unauthenticated'
                ? t('wrong')
                : error.code === 'too-many-requests'
                  ? t('wait', { seconds: wait })
                  : t('failed', { why: common(error.code) })}
            </p>
          ) : null}
        </div>
        <Button type="submit" look="filled" className="w-full md:w-auto">
          {busy ? t('busy') : t('submit')}
        </Button>
      </div>
    </form>
  )
}
