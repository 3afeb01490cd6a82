import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { NewPerson, PASSWORD_LENGTH } from '#shared/contract/accounts.ts'
import { ACCOUNT_ROLES } from '#shared/contract/rights.ts'
import { logAccountEvent } from '../accounts/account-log.ts'
import { makeOneTimeLink } from '../accounts/one-time-links.ts'
import { addPerson, getPersonByEmail, listPeople, setPassword } from '../accounts/people.ts'
import { DEFAULT_DATABASE_URL } from '../config.ts'
import { databasePath, openDatabase } from '../db/database.ts'
import type { Db } from '../db/schema.ts'
import { CommandError } from './command-error.ts'
import { checkedUrl } from './target-database.ts'
import type { Terminal } from './terminal.ts'

const COMMON = `  --database file:PATH  the register (default DATABASE_URL, else ${DEFAULT_DATABASE_URL})
`

export const USER_ADD_HELP = `jejaring user add --email ADDRESS --name NAME --role ROLE [options]

Adds a person who signs in with e-mail and password. The password is asked on the terminal.

  --role ROLE           ${ACCOUNT_ROLES.join(' | ')}
  --password-stdin      read the password from standard input, ${PASSWORD_LENGTH.min} characters or more
  --link                no password: print a one-time link to set one with
  --url URL             how people reach the server, for the link (default http://localhost:PORT)
${COMMON}`

export const USER_LIST_HELP = `jejaring user list [options]

Prints everybody who has an account.

${COMMON}`

export const USER_RESET_LINK_HELP = `jejaring user reset-link --email ADDRESS [options]

Makes a link with which this person sets a new password: once, within 24 hours. A link made before ends.

  --url URL             how people reach the server (default http://localhost:PORT)
${COMMON}`

const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  link: { type: 'boolean' },
  url: { type: 'string' },
  database: { type: 'string' },
} as const

export async function userAdd(args: string[], terminal: Terminal): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS })
  const person = checkedPerson(values)
  await onRegister(values.database, async (db) => {
    const password = values.link ? null : await readPassword(terminal, values['password-stdin'] ?? false)
    const hash = password === null ? null : await hashPassword(password)
    const path = await db.transaction().execute(async (trx) => {
      const { id } = await addPerson(trx, person, null)
      if (hash === null) return (await makeOneTimeLink(trx, id)).path
      await setPassword(trx, id, hash)
      await logAccountEvent(trx, { by: null, accountId: id, action: 'password-set' })
      return null
    })
    await terminal.out(`${person.name} <${person.email}> is added as ${person.role}.\n`)
    if (path) await terminal.out(linkText(values.url, path))
  })
}

export async function userList(args: string[], { out }: Terminal): Promise<void> {
  const { values } = parseArgs({ args, options: { database: OPTIONS.database } })
  await onRegister(values.database, async (db) => {
    const people = await listPeople(db)
    for (const { name, email, role, disabled, hasPassword } of people) {
      const state = disabled ? 'closed' : hasPassword ? 'open' : 'no password yet'
      await out(`${role}\t${email}\t${name}\t${state}\n`)
    }
    if (people.length === 0) await out('Nobody has an account yet.\n')
  })
}

export async function userResetLink(args: string[], { out }: Terminal): Promise<void> {
  const { email, url, database } = OPTIONS
  const { values } = parseArgs({ args, options: { email, url, database } })
  if (!values.email) throw new CommandError('--email is needed.')
  const address = values.email
  await onRegister(values.database, async (db) => {
    const path = await db.transaction().execute(async (trx) => {
      const { id } = await getPersonByEmail(trx, address)
      await logAccountEvent(trx, { by: null, accountId: id, action: 'link-made' })
      return (await makeOneTimeLink(trx, id)).path
    })
    await out(linkText(values.url, path))
  })
}

function checkedPerson(values: { email?: string; name?: string; role?: string }): NewPerson {
  const parsed = NewPerson.safeParse({ email: values.email, name: values.name, role: values.role })
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0])
  throw new CommandError(
    field === 'role'
      ? `--role must be one of ${ACCOUNT_ROLES.join(', ')}.`
      : `--${field} is needed${field === 'email' ? ', and must be an e-mail address' : ''}.`,
  )
}

async function readPassword(terminal: Terminal, fromInput: boolean): Promise<string> {
  if (fromInput) return checkedPassword((await terminal.input?.())?.replace(/\r?\n$/, '') ?? '')
  if (!terminal.askSecretly)
    throw new CommandError(
      'Nobody sits at a terminal: give the password with --password-stdin, or use --link.',
    )
  const password = checkedPassword(await terminal.askSecretly('Password: '))
  if ((await terminal.askSecretly('Once more: ')) !== password)
    throw new CommandError('The two are not the same; nobody was added.')
  return password
}

function checkedPassword(password: string): string {
  const { min, max } = PASSWORD_LENGTH
  if (password.length >= min && password.length <= max) return password
  throw new CommandError(`A password has ${min} to ${max} characters; this one has ${password.length}.`)
}

/** An account belongs to a register that is there: a slip in the path must not make another. */
async function onRegister(given: string | undefined, work: (db: Db) => Promise<void>): Promise<void> {
  const url = checkedUrl(given ?? (process.env.DATABASE_URL || DEFAULT_DATABASE_URL))
  const path = databasePath(url)
  if (!existsSync(path))
    throw new CommandError(`There is no register ${path} yet. Make one: npx jejaring init, or npm start.`)
  const db = await openDatabase(url)
  try {
    await work(db)
  } finally {
    await db.destroy()
  }
}

function linkText(url: string | undefined, path: string): string {
  const base = url?.replace(/\/+$/, '') ?? `http://localhost:${process.env.PORT || 3000}`
  return `Within 24 hours, once: ${base}${path}\n`
}
