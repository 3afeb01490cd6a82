import { parseArgs } from 'node:util'
import { DEFAULT_DATABASE_URL } from '../config.ts'
import type { ReferenceData } from '../db/reference/reference-data.ts'
import { STANDARD_REFERENCE } from '../db/reference/standard-reference.ts'
import { writeReference } from '../db/reference/write-reference.ts'
import { CommandError } from './command-error.ts'
import { fillDatabase, openingCommand } from './target-database.ts'
import type { Terminal } from './terminal.ts'

export const INIT_HELP = `jejaring init [options]

Makes an empty register with reference data only: roles, kinds of partnership, sectors, definitions and, for
${STANDARD_REFERENCE.city.name}, its kelurahan. A register that holds anything is refused.

  --city NAME           name in the bar (default ${STANDARD_REFERENCE.city.name})
  --database file:PATH  target (default DATABASE_URL, else ${DEFAULT_DATABASE_URL})
`

export async function init(args: string[], { out }: Terminal): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { city: { type: 'string' }, database: { type: 'string' } },
  })
  const city = values.city?.trim()
  if (city === '') throw new CommandError('--city needs a name.')
  const database = values.database ?? (process.env.DATABASE_URL || DEFAULT_DATABASE_URL)
  const reference = referenceFor(city)
  await fillDatabase(database, { replace: false }, (db) =>
    db.transaction().execute(async (trx) => {
      for (const table of ['definition', 'sector', 'partition', 'kind', 'role', 'region', 'setting'] as const)
        await trx.deleteFrom(table).execute()
      await writeReference(trx, reference)
    }),
  )
  const open = database === DEFAULT_DATABASE_URL ? 'npm start' : openingCommand(database)
  await out(`An empty register for ${reference.city.name} is ready. Open it: ${open}\n`)
}

/** Another city has other kelurahan: rather none than the wrong ones. */
function referenceFor(city: string | undefined): ReferenceData {
  const { name } = STANDARD_REFERENCE.city
  if (city === undefined || city === name) return STANDARD_REFERENCE
  return {
    ...STANDARD_REFERENCE,
    city: { ...STANDARD_REFERENCE.city, name: city, regionCode: null },
    regions: [],
  }
}
