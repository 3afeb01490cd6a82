import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillDatabase } from '#server/cli/target-database.ts'
import { temporaryFolder } from './run.ts'

it('a database that another program made while ours was filled stays, and ours is gone', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.db')
  const filled = fillDatabase(`file:${path}`, { replace: false }, async () => writeFileSync(path, 'theirs'))
  await expect(filled).rejects.toThrow(`${path} was made by another program meanwhile; it was left as it is.`)
  expect(readFileSync(path, 'utf8')).toBe('theirs')
  expect(readdirSync(folder)).toEqual(['a.db'])
})
