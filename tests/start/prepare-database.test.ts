import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Config } from '#server/config.ts'
import { openDatabase } from '#server/db/database.ts'
import { moveIntoPlace } from '#server/db/move-into-place.ts'
import { prepareDatabase } from '#server/start/prepare-database.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'jejaring-'))
const config = (path: string, databaseIsDefault = true): Config => ({
  host: '127.0.0.1',
  port: 0,
  databaseUrl: `file:${path}`,
  databaseIsDefault,
  backup: { everyHours: 24, keep: 14, folder: undefined },
  demoSignIn: false,
  trustedProxies: 0,
})
const quiet = () => undefined

describe('the default database', () => {
  it('is filled with the demonstration when it does not exist yet, whole and alone', async () => {
    const data = join(folder(), 'data')
    const path = join(data, 'jejaring.db')
    const said: string[] = []
    await prepareDatabase(config(path), (line) => said.push(line))
    expect(said).toHaveLength(1)
    expect(readdirSync(data)).toEqual(['jejaring.db'])
    const db = await openDatabase(`file:${path}`)
    const { n } = await db
      .selectFrom('actor')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    await db.destroy()
    expect(n).toBeGreaterThan(120)
  })

  it('is left alone when it exists, also when it is empty', async () => {
    const path = join(folder(), 'jejaring.db')
    const db = await openDatabase(`file:${path}`)
    await db.destroy()
    await prepareDatabase(config(path), () => {
      throw new Error('nothing was to be filled')
    })
    const again = await openDatabase(`file:${path}`)
    const actors = await again.selectFrom('actor').select('id').execute()
    await again.destroy()
    expect(actors).toEqual([])
  })

  it('is not filled where somebody chose a database', async () => {
    const path = join(folder(), 'own.db')
    await prepareDatabase(config(path, false), quiet)
    expect(existsSync(path)).toBe(false)
  })

  it('sweeps away what a process cut short has left, and nothing of a running one', async () => {
    const data = folder()
    const gone = 'jejaring.db.filling-999999999'
    const running = `jejaring.db.filling-${process.ppid}`
    for (const file of [gone, `${gone}-wal`, running]) writeFileSync(join(data, file), 'half')
    await prepareDatabase(config(join(data, 'jejaring.db')), quiet)
    expect(readdirSync(data).sort()).toEqual(['jejaring.db', running])
  })

  it('takes its place only where no faster process has', () => {
    const data = folder()
    const [slow, fast, path] = ['slow', 'fast', 'jejaring.db'].map((name) => join(data, name)) as [
      string,
      string,
      string,
    ]
    for (const file of [slow, fast]) writeFileSync(file, file)
    expect([moveIntoPlace(fast, path), moveIntoPlace(slow, path)]).toEqual([true, false])
    expect(readFileSync(path, 'utf8')).toBe(fast)
    expect(readdirSync(data).sort()).toEqual(['jejaring.db', 'slow'])
  })

  it('says in one sentence that its folder cannot be written to', async () => {
    const file = join(folder(), 'a-file')
    writeFileSync(file, '')
    await expect(prepareDatabase(config(join(file, 'jejaring.db')), quiet)).rejects.toThrow(
      /cannot be written to/,
    )
  })
})
