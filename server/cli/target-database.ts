import { existsSync, rmSync } from 'node:fs'
import { databasePath, openDatabase, prepareFolder } from '../db/database.ts'
import { moveIntoPlace } from '../db/move-into-place.ts'
import type { Db } from '../db/schema.ts'
import { CommandError } from './command-error.ts'

const FORM = /^file:.+/

/** @throws CommandError unless it reads `file:…` */
export function checkedUrl(url: string): string {
  if (!FORM.test(url)) throw new CommandError(`--database must read file:PATH; it is "${url}".`)
  return url
}

/** Whether somebody has already put something into the register. */
async function isEmpty(db: Db): Promise<boolean> {
  const [changeset, actor] = await Promise.all([
    db.selectFrom('changeset').select('revision').limit(1).executeTakeFirst(),
    db.selectFrom('actor').select('id').limit(1).executeTakeFirst(),
  ])
  return changeset === undefined && actor === undefined
}

/**
 * Runs `fill` on the database that the URL names, all or nothing. An absent one is filled beside its place and moved there
 * whole; an existing one is written in place, so that a running server notices, and is refused unless empty or `replace`.
 */
export async function fillDatabase(
  url: string,
  { replace }: { replace: boolean },
  fill: (db: Db) => Promise<void>,
): Promise<void> {
  const path = databasePath(checkedUrl(url))
  if (existsSync(path)) {
    const db = await openDatabase(url, { reference: null })
    try {
      if (!replace && !(await isEmpty(db)))
        throw new CommandError(
          `${path} already holds a register; nothing was changed. Name another by --database file:PATH, or use --replace.`,
        )
      await fill(db)
    } finally {
      await db.destroy()
    }
    return
  }
  prepareFolder(path)
  const filling = `${path}.filling-${process.pid}`
  try {
    const db = await openDatabase(`file:${filling}`, { reference: null })
    try {
      await fill(db)
    } finally {
      await db.destroy()
    }
    if (!moveIntoPlace(filling, path))
      throw new CommandError(`${path} was made by another program meanwhile; it was left as it is.`)
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${filling}${suffix}`, { force: true })
  }
}

/** The command that serves the database, from whatever folder it is given in. */
export const openingCommand = (url: string) => `DATABASE_URL="file:${databasePath(url)}" npm start`
