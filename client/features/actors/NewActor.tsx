import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { createActor } from '#client/api/actors.ts'
import { ApiError, isAway } from '#client/api/http.ts'
import { Button } from '#client/ui/Button.tsx'
import { useOnline } from '#client/ui/use-online.ts'
import type { FieldIssue } from '#shared/contract/errors.ts'
import { ActorFields } from './ActorFields.tsx'
import { actorFormIssues, emptyActorForm, newActorOf } from './actor-form.ts'
import { useActorErrors } from './use-actor-errors.ts'

interface NewActorProps {
  today: string
  onCreated: (id: string) => void
  onCancel: () => void
}

type State =
  | { type: 'idle' | 'saving' }
  | { type: 'refused'; issues: readonly FieldIssue[] }
  /** Somebody of a similar name is in the register. */
  | { type: 'alike'; found: { id: string; name: string }[] }
  | { type: 'failed'; error: ApiError }

/** Registers an actor; a likely duplicate is shown and decided by a person. */
export function NewActor({ today, onCreated, onCancel }: NewActorProps) {
  const t = useTranslations('actors')
  const common = useTranslations('common')
  const queries = useQueryClient()
  const [form, setForm] = useState(() => emptyActorForm(today))
  const [tried, setTried] = useState(false)
  const [state, setState] = useState<State>({ type: 'idle' })
  const busy = useRef(false)
  const online = useOnline()
  const errorOf = useActorErrors(form, tried, state.type === 'refused' ? state.issues : [])

  const save = async (notDuplicate: boolean) => {
    if (busy.current) return
    busy.current = true
    setState({ type: 'saving' })
    try {
      const created = await createActor({ ...newActorOf(form), notDuplicate })
      void queries.invalidateQueries()
      onCreated(created.id)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setState(stateOf(error))
    } finally {
      busy.current = false
    }
  }

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(actorFormIssues(form)).length > 0) {
      const place = event.currentTarget
      requestAnimationFrame(() => place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    void save(false)
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {online ? null : <Away />}
      <ActorFields form={form} onForm={setForm} errorOf={errorOf} today={today} />
      {state.type === 'alike' ? (
        <div role="alert" className="notice">
          <p className="font-semibold">{t('form.alike')}</p>
          <ul className="my-1.5">
            {state.found.map(({ id, name }) => (
              <li key={id}>
                <Link
                  to="/pelaku/$id"
                  params={{ id }}
                  className="inline-flex min-h-11 items-center underline md:min-h-7"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <Button onClick={() => void save(true)}>{t('form.another')}</Button>
        </div>
      ) : null}
      {state.type === 'failed' && isAway(state.error) ? (
        online ? (
          <Away />
        ) : null
      ) : state.type === 'failed' ? (
        <p role="alert" className="field-error">
          {t('done.failed', { why: common(`error.${state.error.code}`) })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="filled">
          {state.type === 'saving' ? t('form.saving') : t('form.create')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}

/** Without a signal nobody can say whether the actor is there already; with a partnership it can be kept on the device. */
function Away() {
  const t = useTranslations('register.away')
  return (
    <p role="status" className="notice">
      {t('newActor')}{' '}
      <Link to="/kerja-sama/baru" className="inline-flex min-h-11 items-center underline md:min-h-7">
        {t('log')}
      </Link>
    </p>
  )
}

function stateOf(error: ApiError): State {
  const alike = error.issues.filter(({ code }) => code === 'likely-duplicate')
  if (alike.length > 0)
    return {
      type: 'alike',
      found: alike.map(({ params }) => ({
        id: String(params?.['id'] ?? ''),
        name: String(params?.['name'] ?? ''),
      })),
    }
  return error.issues.length > 0 ? { type: 'refused', issues: error.issues } : { type: 'failed', error }
}
