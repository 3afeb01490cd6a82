import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { changePassword, signOut, useSignedIn } from '#client/api/accounts.ts'
import { useSession } from '#client/api/session.ts'
import { Button } from '#client/ui/Button.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import type { Session } from '#shared/contract/accounts.ts'
import { PasswordField } from './PasswordField.tsx'
import { PASSWORD_MIN } from './password-length.ts'
import { useAttempt } from './use-attempt.ts'

/** Who one is here, the own password, and signing out. */
export function OwnAccount() {
  const t = useTranslations('accounts')
  const account = useSession()?.account
  useTitle(t('own.title'))
  if (!account) return <h1 className="page-title py-5">{t('own.title')}</h1>
  return (
    <>
      <h1 className="page-title py-5">{t('own.title')}</h1>
      <div className="grid gap-x-10 gap-y-8 pb-12 lg:grid-cols-2">
        <div className="grid content-start gap-8">
          <Facts account={account} />
          <SignOutSection />
        </div>
        {account.demonstration ? null : <PasswordSection email={account.email} />}
      </div>
    </>
  )
}

function Facts({ account }: { account: NonNullable<Session['account']> }) {
  const t = useTranslations('accounts')
  return (
    <section className="section">
      <dl className="facts">
        <dt>{t('own.name')}</dt>
        <dd>{account.name}</dd>
        <dt>{t('own.email')}</dt>
        <dd className="break-all">{account.email}</dd>
        <dt>{t('own.role')}</dt>
        <dd>
          {t(`role.${account.role}`)}
          <span className="caption block">{t(`roleMay.${account.role}`)}</span>
        </dd>
      </dl>
      {account.demonstration ? <p className="caption mt-2">{t('own.demo')}</p> : null}
    </section>
  )
}

function SignOutSection() {
  const t = useTranslations('accounts')
  const common = useTranslations('common.error')
  const { error, run } = useAttempt()
  return (
    <section className="section">
      <h2 className="section-title">{t('own.sessions.title')}</h2>
      <p className="mt-1 text-ink-2">{t('own.sessions.lede')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => void run(() => signOut('here'))}>{t('own.sessions.here')}</Button>
        <Button onClick={() => void run(() => signOut('everywhere'))}>{t('own.sessions.everywhere')}</Button>
      </div>
      {error ? (
        <p role="alert" className="notice notice-danger mt-3">
          {common(error.code)}
        </p>
      ) : null}
    </section>
  )
}

function PasswordSection({ email }: { email: string }) {
  const t = useTranslations('accounts')
  const common = useTranslations('common.error')
  const signedIn = useSignedIn()
  const { busy, error, wait, run } = useAttempt()
  const [short, setShort] = useState<number | null>(null)
  const [done, setDone] = useState(false)
  const current = useRef<HTMLInputElement>(null)
  const next = useRef<HTMLInputElement>(null)
  const wrong = error?.issues.some(({ code }) => code === 'wrong-password') ?? false

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const change = { current: current.current?.value ?? '', next: next.current?.value ?? '' }
    setDone(false)
    setShort(change.next.length < PASSWORD_MIN ? change.next.length : null)
    if (change.current === '') return current.current?.focus()
    if (change.next.length < PASSWORD_MIN) return next.current?.focus()
    const session = await run(() => changePassword(change))
    if (!session) return current.current?.select()
    signedIn(session)
    setDone(true)
    form.reset()
  }
  return (
    <section className="section">
      <h2 className="section-title">{t('own.password.title')}</h2>
      <p className="mt-1 text-ink-2">{t('own.password.lede')}</p>
      <form noValidate onSubmit={(event) => void submit(event)} className="mt-4 grid max-w-[24rem] gap-4">
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          field={current}
          label={t('own.password.current')}
          name="current"
          autoComplete="current-password"
          error={wrong ? t('own.password.wrong') : undefined}
        />
        <PasswordField
          field={next}
          label={t('own.password.next')}
          name="next"
          autoComplete="new-password"
          hint={t('own.password.hint')}
          error={
            short === null
              ? undefined
              : t('own.password.short', { min: String(PASSWORD_MIN), count: String(short) })
          }
        />
        <div role="alert">
          {error && !wrong ? (
            <p className="notice notice-danger">
              {error.code === 'too-many-requests'
                ? t('signIn.wait', { seconds: wait })
                : t('own.password.failed', { why: common(error.code) })}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="filled">
            {busy ? t('own.password.busy') : t('own.password.submit')}
          </Button>
          <span role="status">{done ? t('own.password.done') : ''}</span>
        </div>
      </form>
    </section>
  )
}
