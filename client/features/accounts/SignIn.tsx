import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { Button } from '#client/ui/Button.tsx'
import { useTitle } from '#client/ui/use-title.ts'
import { DemoSignIn } from './DemoSignIn.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The page of signing in; afterwards whoever came from another page goes on there. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations('accounts.signIn')
  const session = useSession()
  useTitle(t('title'))
  return (
    <>
      <h1 className="page-title pt-6 md:pt-10">{t('title')}</h1>
      <p className="mt-1 text-ink-2">{t('lede')}</p>
      {session?.account ? (
        <p className="notice mt-4 flex max-w-[42rem] flex-wrap items-center justify-between gap-3">
          {t('already', { name: session.account.name })}
          <Button onClick={onSignedIn}>{t('goOn')}</Button>
        </p>
      ) : null}
      <div className="mt-5 grid gap-x-16 gap-y-10 pb-12 lg:grid-cols-[28rem_minmax(0,1fr)]">
        {/* First: while it is offered nobody has a password yet. */}
        {session?.demoSignIn ? <DemoSignIn onSignedIn={onSignedIn} /> : null}
        <div className="max-w-[24rem]">
          <SignInForm onSignedIn={onSignedIn} />
          <p className="caption mt-4">{t('forgotten')}</p>
        </div>
      </div>
    </>
  )
}
