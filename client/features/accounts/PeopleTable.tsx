import { useTranslations } from 'use-intl'
import { Button } from '#client/ui/Button.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { usePhone } from '#client/ui/use-media.ts'
import type { Person } from '#shared/contract/accounts.ts'

interface PeopleTableProps {
  people: readonly Person[]
  ownId: string | undefined
  onEdit: (person: Person) => void
}

/** Everybody with an account: a table, on the phone two lines each. */
export function PeopleTable(props: PeopleTableProps) {
  return usePhone() ? <Cards {...props} /> : <Table {...props} />
}

function Table({ people, ownId, onEdit }: PeopleTableProps) {
  const t = useTranslations('accounts')
  const stateOf = useStateWords()
  return (
    <div className="section">
      <table className="data-table people-table">
        <caption className="visually-hidden">{t('people.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.column.name')}</th>
            <th scope="col">{t('people.column.role')}</th>
            <th scope="col">{t('people.column.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('people.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.disabled ? 'text-ink-3' : undefined}>
              <th scope="row">
                <Name person={person} own={person.id === ownId} />
              </th>
              <td>{t(`role.${person.role}`)}</td>
              <td>{stateOf(person)}</td>
              <td className="text-right">
                <Edit person={person} onEdit={onEdit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ people, ownId, onEdit }: PeopleTableProps) {
  const t = useTranslations('accounts')
  const stateOf = useStateWords()
  return (
    <ul className="list-rows section">
      {people.map((person) => (
        <li key={person.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 py-2.5">
          <div className={person.disabled ? 'text-ink-3' : ''}>
            <Name person={person} own={person.id === ownId} />
            <p className="text-sm">
              {t(`role.${person.role}`)} · {stateOf(person)}
            </p>
          </div>
          <Edit person={person} onEdit={onEdit} />
        </li>
      ))}
    </ul>
  )
}

function Name({ person, own }: { person: Person; own: boolean }) {
  const t = useTranslations('accounts.people')
  return (
    <>
      <span className="font-semibold">{person.name}</span>
      {own ? <span className="font-normal text-ink-2"> ({t('you')})</span> : null}
      <span className="caption block font-normal break-all">{person.email}</span>
    </>
  )
}

function Edit({ person, onEdit }: { person: Person; onEdit: (person: Person) => void }) {
  const t = useTranslations('accounts.people')
  return (
    <Button onClick={() => onEdit(person)} aria-label={t('editOf', { name: person.name })}>
      {t('edit')}
    </Button>
  )
}

function useStateWords(): (person: Person) => string {
  const t = useTranslations('accounts.people.state')
  const format = useFormat()
  return ({ disabled, hasPassword, linkExpiresAt, sessions }) => {
    const until = linkExpiresAt ? format.dateTime(linkExpiresAt) : ''
    if (disabled) return t('closed')
    if (!hasPassword) return until ? t('waiting', { until }) : t('lapsed')
    if (until) return t('reset', { until })
    return sessions > 0 ? t('signedIn', { count: sessions }) : t('signedOut')
  }
}
