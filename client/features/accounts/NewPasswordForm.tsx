import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { lookAtLink, setNewPassword, useSignedIn } from '#client/api/accounts.ts'
import { ApiError } from '#client/api/http.ts'
import { useSession } from '#client/api/session.ts'
import { LoadFailed } from '#client/network/LoadFailed.tsx'
import { Button } from '#client/ui/Button.tsx'
import { buttonClass } from '#client/ui/button-class.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import { PasswordField } from './PasswordField.tsx'
import { PASSWORD_MIN } from './password-length.ts'
import { useAttempt } from './use-attempt.ts'

/** Sets a password with the token of a one-time link, and signs in. */
export function NewPasswordForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const t = useTranslations('accounts')
  const common = useTranslations('common')
  const owner = useQuery({
    queryKey: ['one-time-link', token],
    queryFn: () => lookAtLink(token),
    enabled: token !== '',
    retry: false,
  })
  useTitle(t('newPassword.title'))
  const isGone =
    token === '' ||
    (owner.error instanceof ApiError && ['not-found', 'invalid-input'].includes(owner.error.code))
  if (isGone)
    return (
      <div className="pt-8">
        <h1 className="visually-hidden">{t('newPassword.title')}</h1>
        <EmptyState
          title={t('newPassword.used')}
          action={
            <Link to="/masuk" className={buttonClass()}>
              {t('newPassword.toSignIn')}
            </Link>
          }
        >
          {t('newPassword.usedHint')}
        </EmptyState>
      </div>
    )
  return (
    <>
      <h1 className="page-title pt-6 md:pt-10">{t('newPassword.title')}</h1>
      {owner.data ? (
        <Form token={token} owner={owner.data} onSignedIn={onSignedIn} />
      ) : owner.error ? (
        <LoadFailed error={owner.error} onRetry={() => void owner.refetch()} />
      ) : (
        <p className="caption mt-2">{common('state.loading')}</p>
      )}
    </>
  )
}

interface FormProps {
  token: string
  owner: { name: string; email: string }
  onSignedIn: () => void
}

function Form({ token, owner, onSignedIn }: FormProps) {
  const t = useTranslations('accounts')
  const common = useTranslations('common.error')
  const signedIn = useSignedIn()
  const { busy, error, run } = useAttempt()
  const [short, setShort] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const here = useSession()?.account

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = field.current?.value ?? ''
    setShort(password.length < PASSWORD_MIN ? password.length : null)
    if (password.length < PASSWORD_MIN) return field.current?.focus()
    const session = await run(() => setNewPassword({ token, password }))
    if (!session) return
    signedIn(session)
    onSignedIn()
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-[24rem] gap-4 pb-12">
      <p className="mt-1 text-ink-2">{t('newPassword.for', owner)}</p>
      {here && here.email !== owner.email ? (
        <p className="notice">{t('newPassword.other', { here: here.name, name: owner.name })}</p>
      ) : null}
      <input type="text" name="username" autoComplete="username" value={owner.email} readOnly hidden />
      <PasswordField
        field={field}
        label={t('own.password.next')}
        name="password"
        autoComplete="new-password"
        hint={t('own.password.hint')}
        error={
          short === null
            ? undefined
            : t('own.password.short', { min: String(PASSWORD_MIN), count: String(short) })
        }
      />
      <div>
        <div role="alert">
          {error ? (
            <p className="notice notice-danger mb-4">
              {error.code === 'not-found'
                ? t('newPassword.usedHint')
                : t('own.password.failed', { why: common(error.code) })}
            </p>
          ) : null}
        </div>
        <Button type="submit" look="filled" className="w-full md:w-auto">
          {busy ? t('own.password.busy') : t('newPassword.submit')}
        </Button>
      </div>
    </form>
  )
}
