import { type FormEvent, type Ref, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { changePerson, makeLink, signPersonOut } from '#client/api/accounts.ts'
import type { ApiError } from '#client/api/http.ts'
import { Button } from '#client/ui/Button.tsx'
import { Field } from '#client/ui/Field.tsx'
import type { OneTimeLink, Person } from '#shared/contract/accounts.ts'
import { RoleChoice } from './RoleChoice.tsx'
import { useAttempt } from './use-attempt.ts'

interface EditPersonProps {
  person: Person
  onDone: (message: string) => void
  onLink: (link: OneTimeLink) => void
}

/** Name and role of somebody, and what else can be done with their account. */
export function EditPerson({ person, onDone, onLink }: EditPersonProps) {
  const t = useTranslations('accounts.people')
  const { busy, error, run } = useAttempt()
  const [role, setRole] = useState(person.role)
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = field.current?.value.trim() ?? ''
    setMissing(name === '')
    if (name === '') return field.current?.focus()
    if (await run(() => changePerson(person.id, { name, role }))) onDone(t('saved', { name }))
  }
  const setDisabled = async (disabled: boolean) => {
    if (await run(() => changePerson(person.id, { disabled }))) onDone(t('saved', { name: person.name }))
  }
  return (
    <>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <p className="caption break-all">{person.email}</p>
        <NameField name={person.name} field={field} missing={missing} />
        <RoleChoice value={role} onChange={setRole} />
        <Refusal error={error} />
        <Button type="submit" look="filled" className="justify-self-start">
          {busy ? t('saving') : t('save')}
        </Button>
      </form>
      <section className="section mt-5">
        <h3 className="section-title">{t('access')}</h3>
        <div className="mt-2 flex flex-wrap gap-2">
          {person.disabled ? (
            <Button onClick={() => void setDisabled(false)}>{t('open')}</Button>
          ) : (
            <>
              <Button
                onClick={async () => {
                  const link = await run(() => makeLink(person.id))
                  if (link) onLink(link)
                }}
              >
                {t('makeLink')}
              </Button>
              <Button
                onClick={async () => {
                  if (await run(() => signPersonOut(person.id))) onDone(t('signedOut', { name: person.name }))
                }}
              >
                {t('signOut')}
              </Button>
              <Button look="danger" onClick={() => void setDisabled(true)}>
                {t('close')}
              </Button>
            </>
          )}
        </div>
        <p className="caption mt-2">{t('closeHint')}</p>
      </section>
    </>
  )
}

interface NameFieldProps {
  name: string
  field: Ref<HTMLInputElement>
  missing: boolean
}

function NameField({ name, field, missing }: NameFieldProps) {
  const t = useTranslations('accounts')
  return (
    <Field label={t('own.name')} error={missing ? t('people.nameMissing') : undefined}>
      {(control) => (
        <input
          {...control}
          ref={field}
          name="name"
          autoComplete="off"
          maxLength={100}
          defaultValue={name}
          className="input"
        />
      )}
    </Field>
  )
}

/** Why it was not saved: the rule that stands in the way, in its own words. */
function Refusal({ error }: { error: ApiError | null }) {
  const t = useTranslations('accounts.people')
  const common = useTranslations('common.error')
  if (!error) return null
  const code = error.issues[0]?.code
  return (
    <p role="alert" className="notice notice-danger">
      {code === 'own-account' || code === 'last-admin' ? t(code) : t('failed', { why: common(error.code) })}
    </p>
  )
}
