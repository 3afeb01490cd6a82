import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '#server/cli/run-command.ts'
import type { Terminal } from '#server/cli/terminal.ts'
import { openDatabase } from '#server/db/database.ts'
import type { AccountLogPage, Session } from '#shared/contract/accounts.ts'
import { openTestApp } from '../server/test-app.ts'
import { type Ran, run, temporaryFolder } from './run.ts'

let folder: string
let url: string
beforeEach(async () => {
  folder = temporaryFolder()
  url = `file:${join(folder, 'kota.db')}`
  expect((await run('init', '--database', url)).code).toBe(0)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs a command at a terminal where this is typed or piped in. */
async function runAt(terminal: Partial<Terminal>, ...args: string[]): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', said: '' }
  ran.code = await runCommand(args, {
    out: async (text) => {
      ran.out += text
    },
    say: (line) => {
      ran.said += `${line}\n`
    },
    ...terminal,
  })
  return ran
}

const who = (email = 'rina@uji.example', role = 'admin') => [
  '--email',
  email,
  '--name',
  'Rina Uji',
  '--role',
  role,
  '--database',
  url,
]
const PASSWORD = 'perahu layar biru'

async function signIn(password: string): Promise<{ status: number; body: Session }> {
  const db = await openDatabase(url)
  const app = await openTestApp({ db, as: 'public' })
  const answer = await app.send<Session>('POST', '/api/sign-in', { email: 'rina@uji.example', password })
  await app.close()
  await db.destroy()
  return answer
}

describe('user add', () => {
  it('makes the first admin, who signs in with the password that was typed twice', async () => {
    const asked: string[] = []
    const askSecretly = async (question: string) => {
      asked.push(question)
      return PASSWORD
    }
    const ran = await runAt({ askSecretly }, 'user', 'add', ...who())
    expect(ran).toMatchObject({ code: 0, out: 'Rina Uji <rina@uji.example> is added as admin.\n' })
    expect(asked).toHaveLength(2)
    expect((await signIn(PASSWORD)).body).toMatchObject({ role: 'admin', account: { name: 'Rina Uji' } })
  })

  it('reads the password from standard input where it is told to', async () => {
    const ran = await runAt(
      { input: async () => `${PASSWORD}\n` },
      'user',
      'add',
      ...who(),
      '--password-stdin',
    )
    expect(ran.code).toBe(0)
    expect((await signIn(PASSWORD)).status).toBe(200)
    expect(ran.out + ran.said).not.toContain(PASSWORD)
  })

  it('refuses in one sentence what cannot be, and adds nobody', async () => {
    const typed = (...answers: string[]) => ({ askSecretly: async () => answers.shift() ?? '' })
    const refusals = [
      await runAt(typed('pendek'), 'user', 'add', ...who()),
      await runAt(typed(PASSWORD, 'yang lain lagi'), 'user', 'add', ...who()),
      await runAt({}, 'user', 'add', ...who()),
      await runAt(typed(PASSWORD, PASSWORD), 'user', 'add', ...who('bukan alamat')),
      await runAt(typed(PASSWORD, PASSWORD), 'user', 'add', ...who('a@uji.example', 'raja')),
      await run('user', 'list', '--database', `file:${folder}/tidak-ada.db`),
    ]
    expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1])
    expect(refusals.map(({ said }) => said)).toEqual([
      expect.stringMatching(/10 to 128 characters; this one has 6/),
      expect.stringMatching(/not the same; nobody was added/),
      expect.stringMatching(/--password-stdin, or use --link/),
      expect.stringMatching(/--email is needed, and must be an e-mail address/),
      expect.stringMatching(/--role must be one of reviewer, researcher, staff, admin/),
      expect.stringMatching(/There is no register .*tidak-ada\.db yet/),
    ])
    expect((await run('user', 'list', '--database', url)).out).toBe('Nobody has an account yet.\n')
  })

  it('refuses an address that has an account', async () => {
    const add = () => run('user', 'add', ...who(), '--link')
    expect((await add()).code).toBe(0)
    expect(await add()).toMatchObject({ code: 1, said: 'rina@uji.example has an account already.\n' })
  })
})

describe('user reset-link', () => {
  it('prints a link with which a password is set, and the log says it was made at the server', async () => {
    await run('user', 'add', ...who(), '--link')
    expect((await run('user', 'list', '--database', url)).out).toBe(
      'admin\trina@uji.example\tRina Uji\tno password yet\n',
    )
    const { out } = await run(
      'user',
      'reset-link',
      '--email',
      'RINA@uji.example',
      '--url',
      'https://jejaring.example/',
      '--database',
      url,
    )
    const token = /https:\/\/jejaring\.example\/sandi-baru#([\w-]{43})\n$/.exec(out)?.[1]
    const db = await openDatabase(url)
    const app = await openTestApp({ db })
    const set = await (await app.as('public')).send('POST', '/api/new-password', {
      token,
      password: PASSWORD,
    })
    expect(set.status).toBe(200)
    const { body } = await app.get<AccountLogPage>('/api/account-log')
    expect(body.rows.find(({ action }) => action === 'link-made')).toMatchObject({
      by: null,
      about: 'Rina Uji',
    })
    await app.close()
    await db.destroy()
    expect((await signIn(PASSWORD)).status).toBe(200)
    expect((await run('user', 'list', '--database', url)).out).toContain('rina@uji.example\tRina Uji\topen')
  })

  it('knows nobody of another address', async () => {
    const ran = await run('user', 'reset-link', '--email', 'siapa@uji.example', '--database', url)
    expect(ran).toMatchObject({ code: 1, said: expect.stringContaining('siapa@uji.example') })
  })
})
