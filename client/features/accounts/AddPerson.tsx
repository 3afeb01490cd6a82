import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { addPerson } from '#client/api/accounts.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { AddedPerson } from '#shared/contract/accounts.ts'
import type { AccountRole } from '#shared/contract/rights.ts'
import { RoleChoice } from './RoleChoice.tsx'
import { useAttempt } from './use-attempt.ts'

/** Name, e-mail and role; a link stands in for a password. */
export function AddPerson({ onAdded }: { onAdded: (added: AddedPerson) => void }) {
  const t = useTranslations('accounts')
  const common = useTranslations('common.error')
  const { busy, error, run } = useAttempt()
  const [role, setRole] = useState<AccountRole>('staff')
  const [missing, setMissing] = useState(false)
  const [emailWrong, setEmailWrong] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  const email = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = { name: name.current?.value.trim() ?? '', email: email.current?.value.trim() ?? '', role }
    const badEmail = given.email === '' || email.current?.validity.valid === false
    setMissing(given.name === '')
    setEmailWrong(badEmail)
    if (given.name === '') return name.current?.focus()
    if (badEmail) return email.current?.focus()
    const added = await run(() => addPerson(given))
    if (added) onAdded(added)
    else email.current?.focus()
  }
  const taken = error?.issues.some(({ code }) => code === 'email-taken') ?? false
  const refused = error?.issues.some(({ path }) => path === 'email') ?? false
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <Field label={t('own.name')} error={missing ? t('people.nameMissing') : undefined}>
        {(control) => (
          <input {...control} ref={name} name="name" autoComplete="off" maxLength={100} className="input" />
        )}
      </Field>
      <Field
        label={t('own.email')}
        error={taken ? t('people.email-taken') : emailWrong || refused ? t('people.emailWrong') : undefined}
      >
        {(control) => (
          <input
            {...control}
            ref={email}
            name="email"
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            className="input"
          />
        )}
      </Field>
      <RoleChoice value={role} onChange={setRole} />
      {error && !refused ? (
        <p role="alert" className="notice notice-danger">
          {t('people.failed', { why: common(error.code) })}
        </p>
      ) : null}
      <Button type="submit" look="filled" className="justify-self-start">
        {busy ? t('people.saving') : t('people.add')}
      </Button>
    </form>
  )
}
