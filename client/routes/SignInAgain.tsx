import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type KnownSession, sessionQuery } from '#client/api/session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { LazyPart } from '#client/ui/LazyPart.tsx'

const SignInForm = lazy(() =>
  import('./SignInAgainForm.tsx').then((form) => ({ default: form.SignInAgainForm })),
)

/** A session that ended while somebody was at work: they sign in where they are, and what they typed stays. */
export function SignInAgain({ session }: { session: KnownSession }) {
  const t = useTranslations('accounts')
  const common = useTranslations('common.action')
  const queries = useQueryClient()
  const onSignInPage = useLocation({ select: ({ pathname }) => /^\/(masuk|sandi-baru)/.test(pathname) })
  const [later, setLater] = useState(false)

  useEffect(() => {
    const onRefused = () => {
      setLater(false)
      void queries.invalidateQueries(sessionQuery())
    }
    addEventListener('unauthenticated', onRefused)
    return () => removeEventListener('unauthenticated', onRefused)
  }, [queries])

  const { account, ended, demoSignIn } = session
  if (!ended || !account || later || onSignInPage) return null
  return (
    <Dialog open onClose={() => setLater(true)} title={t('again.title')} closeLabel={common('close')}>
      <p className="mb-4">{t('again.lede')}</p>
      <LazyPart>
        <SignInForm last={account} demoSignIn={demoSignIn} />
      </LazyPart>
      <Button className="mt-3" onClick={() => setLater(true)}>
        {t('again.later')}
      </Button>
    </Dialog>
  )
}
