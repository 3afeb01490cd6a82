import { lazy, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '#client/api/session.ts'
import { LazyPart } from '#client/ui/LazyPart.tsx'
import type { Action } from '#shared/contract/rights.ts'

const SignInFirst = lazy(() =>
  import('./SignInFirst.tsx').then(({ SignInFirst }) => ({ default: SignInFirst })),
)

interface GuardedProps {
  action: Action
  /** Stands around the page and not within it. */
  outside?: boolean
  children: ReactNode
}

/** What only some may use; who may not is told so and led to the sign-in. */
export function Guarded({ action, outside = false, children }: GuardedProps) {
  const t = useTranslations('common.state')
  const session = useSession()
  if (session?.actions.includes(action)) return children
  const waiting = <p className="caption py-8">{t('loading')}</p>
  const notice = session ? (
    <LazyPart waiting={waiting} failed={<p className="caption py-8">{t('partFailed')}</p>}>
      <SignInFirst action={action} account={session.account} />
    </LazyPart>
  ) : (
    waiting
  )
  return outside ? (
    <main id="isi" className="page w-full" tabIndex={-1}>
      {notice}
    </main>
  ) : (
    notice
  )
}
