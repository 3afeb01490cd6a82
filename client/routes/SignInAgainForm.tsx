import '#client/styles/staff.css'
import { DemoSignIn } from '#client/features/accounts/DemoSignIn.tsx'
import { SignInForm } from '#client/features/accounts/SignInForm.tsx'
import type { Session } from '#shared/contract/accounts.ts'

interface SignInAgainFormProps {
  last: NonNullable<Session['account']>
  demoSignIn: boolean
}

/** Somebody of the demonstration has no password. */
export function SignInAgainForm({ last, demoSignIn }: SignInAgainFormProps) {
  const done = () => undefined
  return last.demonstration && demoSignIn ? (
    <DemoSignIn onSignedIn={done} />
  ) : (
    <SignInForm email={last.demonstration ? '' : last.email} onSignedIn={done} />
  )
}
