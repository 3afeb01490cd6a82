import { useTranslations } from 'use-intl'
import { demoSignIn, useSignedIn } from '#client/api/accounts.ts'
import { ACCOUNT_ROLES } from '#shared/contract/rights.ts'
import { useAttempt } from './use-attempt.ts'

/** One click signs in to the demonstration as a role of one's choice; clearly no way into real data. */
export function DemoSignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations('accounts')
  const common = useTranslations('common.error')
  const signedIn = useSignedIn()
  const { error, run } = useAttempt()
  return (
    <section className="demo-sign-in" aria-labelledby="demo-sign-in">
      <h2 id="demo-sign-in" className="section-title">
        {t('demo.title')}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{t('demo.lede')}</p>
      <ul className="mt-3 grid gap-2">
        {ACCOUNT_ROLES.map((role) => (
          <li key={role}>
            <button
              type="button"
              className="demo-role"
              onClick={async () => {
                const session = await run(() => demoSignIn(role))
                if (!session) return
                signedIn(session)
                onSignedIn()
              }}
            >
              <span className="font-semibold">{t('demo.as', { role: t(`role.${role}`) })}</span>
              <span className="text-sm text-ink-2">{t(`roleMay.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {error ? (
        <p role="alert" className="notice notice-danger mt-3">
          {t('signIn.failed', { why: common(error.code) })}
        </p>
      ) : null}
    </section>
  )
}
