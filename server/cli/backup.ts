import { existsSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_DATABASE_URL } from '../config.ts'
import { backUp } from '../db/backup/back-up.ts'
import { backupFileName, backupFolder, listBackups } from '../db/backup/backup-folder.ts'
import type { BackupNote } from '../db/backup/backup-note.ts'
import { restoreBackup } from '../db/backup/restore-backup.ts'
import { databasePath } from '../db/database.ts'
import { CommandError } from './command-error.ts'
import { checkedUrl, openingCommand } from './target-database.ts'
import type { Terminal } from './terminal.ts'

const DATABASE = `  --database file:PATH  the register (default DATABASE_URL, else ${DEFAULT_DATABASE_URL})
`

export const BACKUP_HELP = `jejaring backup [FILE] [options]

Copies the register, and the files that prove partnerships, while it is in use: to FILE and FILE.files, or among the
backups beside the register (BACKUP_FOLDER). The copy is checked and notes what it holds. Keys are not copied.

${DATABASE}`

export const RESTORE_HELP = `jejaring restore FILE [options]

Puts a backup in the place of the register. FILE is a path, or the name of one among the backups; "latest" is the
newest of them. It is checked first; what is there is put among the backups; everybody signs in anew.
Refused while a server runs on the register.

${DATABASE}`

export async function backup(args: string[], { out, say }: Terminal): Promise<void> {
  const { database, positionals } = await read(args)
  if (positionals.length > 1) throw new CommandError('Name one file, or none.')
  const file = positionals[0]
  const target = file === undefined ? join(folderOf(database), backupFileName('asked')) : resolve(file)
  const earlier = file === undefined ? listBackups(folderOf(database))[0] : undefined
  const note = await backUp({
    database,
    target,
    reason: 'asked',
    earlier: earlier && join(folderOf(database), earlier.file),
  })
  await out(`${target}\n${holding(note)}\n`)
  if (note.missingFiles.length > 0)
    say(
      `${note.missingFiles.length} files that prove partnerships were not to be found, or are damaged, beside the register.`,
    )
}

export async function restore(args: string[], { out }: Terminal): Promise<void> {
  const { database, url, positionals } = await read(args)
  const given = positionals[0]
  if (given === undefined || positionals.length > 1) throw new CommandError('Name the backup to restore.')
  const { note, aside, revision } = restoreBackup(
    found(given, folderOf(database)),
    database,
    folderOf(database),
  )
  await out(`${database} is as it was on ${note.madeAt}: ${holding(note)}, found to be the same.\n`)
  if (aside) await out(`What was there is now ${aside}.\n`)
  const open = url === DEFAULT_DATABASE_URL ? 'npm start' : openingCommand(url)
  await out(`The log goes on at revision ${revision}. Open it: ${open}\n`)
}

const holding = ({ revision, hash, actors, partnerships, files }: BackupNote) =>
  `revision ${revision}, ${actors} actors, ${partnerships} partnerships, ${files} files, hash ${hash.slice(0, 16)}`

const folderOf = (database: string) => resolve(process.env.BACKUP_FOLDER || backupFolder(database))

async function read(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { database: { type: 'string' } },
  })
  const url = checkedUrl(values.database ?? (process.env.DATABASE_URL || DEFAULT_DATABASE_URL))
  return { url, database: databasePath(url), positionals }
}

/** A path, the name of one among the backups, or `latest`. */
function found(given: string, folder: string): string {
  if (given === 'latest') {
    const newest = listBackups(folder)[0]
    if (!newest) throw new CommandError(`There is no backup in ${folder}.`)
    return join(folder, newest.file)
  }
  const among = join(folder, given)
  if (!isAbsolute(given) && !existsSync(given) && existsSync(among) && statSync(among).isFile()) return among
  return resolve(given)
}
