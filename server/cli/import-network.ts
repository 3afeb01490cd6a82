import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { actorStore } from '../actors/actor-store.ts'
import { commitChangeset } from '../db/changeset.ts'
import { writeReference } from '../db/reference/write-reference.ts'
import type { Db } from '../db/schema.ts'
import { partnershipStore } from '../partnerships/partnership-store.ts'
import { CommandError } from './command-error.ts'
import { type ImportedRecords, importedRecords } from './imported-records.ts'
import { type ImportedReference, importedReference } from './imported-reference.ts'
import { mergeEdges } from './merge-edges.ts'
import { type FileNode, readNetworkFiles } from './network-files.ts'
import { type RoleMap, readRoleMap } from './role-map.ts'
import { fillDatabase, openingCommand } from './target-database.ts'
import type { Terminal } from './terminal.ts'
import { whereOption } from './where-option.ts'

export const IMPORT_HELP = `jejaring import network FOLDER [options]

Reads FOLDER/nodes.csv (id, optional label, any attributes) and FOLDER/edges.csv (source, target, optional date,
end_date, kind, weight, project) into a database of its own: every node an actor, every row a partnership. Rows
of the same pair, kind and dates are merged; ties of a node with itself are ignored; both are reported. All or
nothing: with an error in any row nothing is written.

  --sector COLUMN      column of nodes.csv that makes the sectors
  --role COLUMN        column of nodes.csv that gives the role
  --role-map FILE      CSV with columns value, role: which of the six roles a value stands for
  --where COL=VALUE    only rows with that value; repeatable
  --title TEXT         name of the network on the pages (default: the folder's)
  --source TEXT        attribution, printed in the footer
  --database file:PATH target (default file:data/<folder>.db)
  --replace            overwrite what the target holds

Afterwards: DATABASE_URL=file:data/<folder>.db npm start
`

const CHUNK = 5000

export async function importNetwork(args: string[], { out, say }: Terminal): Promise<void> {
  const options = readOptions(args)
  say('Reading the files …')
  const files = readNetworkFiles({
    nodes: join(options.folder, 'nodes.csv'),
    edges: join(options.folder, 'edges.csv'),
    sector: options.sector,
    role: options.role,
    where: options.where,
  })
  const network = mergeEdges(files)
  const roleMap = readRoleMap(options.roleMap)
  const reference = importedReference(network, {
    title: options.title,
    source: options.source,
    sectorColumn: options.sector ?? null,
    roles:
      options.sector !== undefined && options.sector === options.role
        ? rolesOf(network.nodes, roleMap)
        : null,
  })
  const records = importedRecords(network, reference, roleMap)
  await fillDatabase(options.database, { replace: options.replace }, (db) =>
    write(db, reference, records, say),
  )

  const sectors = new Set(network.nodes.map(({ sector }) => reference.sectorIdOf(sector))).size
  const lines = [
    `${records.actors.length} actors in ${sectors} sectors, ${records.partnerships.length} partnerships of ${reference.data.kinds.length} kinds.`,
    network.merged > 0
      ? `${network.merged} rows were merged into an earlier one of the same pair, kind and dates.`
      : '',
    files.selfTies > 0 ? `${files.selfTies} ties of a node with itself were ignored.` : '',
    files.leftOut.nodes + files.leftOut.edges > 0
      ? `${files.leftOut.nodes} nodes and ${files.leftOut.edges} rows of edges were left out by --where.`
      : '',
    ...[...records.unmappedRoles].map(
      ([value, n]) => `Role "${value}" (${n}) is none of the six; left without a role.`,
    ),
    `Open it: ${openingCommand(options.database)}`,
  ]
  await out(`${lines.filter(Boolean).join('\n')}\n`)
}

/** The roles that somebody in the file has. */
const rolesOf = (nodes: readonly FileNode[], roleMap: RoleMap): ReadonlySet<string> =>
  new Set(nodes.flatMap(({ role }) => (role === null ? [] : (roleMap.get(role) ?? []))))

function readOptions(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sector: { type: 'string' },
      role: { type: 'string' },
      'role-map': { type: 'string' },
      where: { type: 'string', multiple: true },
      title: { type: 'string' },
      source: { type: 'string' },
      database: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  })
  const [folder, extra] = positionals
  if (folder === undefined || extra !== undefined)
    throw new CommandError('import network needs one folder with nodes.csv and edges.csv.')
  if (!existsSync(folder)) throw new CommandError(`There is no folder ${folder}.`)
  const name = basename(resolve(folder))
  return {
    folder,
    sector: values.sector,
    role: values.role,
    roleMap: values['role-map'],
    where: whereOption(values.where),
    title: values.title ?? name,
    source: values.source ?? null,
    database: values.database ?? `file:data/${name}.db`,
    replace: values.replace,
  }
}

/** One transaction, one revision: whatever stood there before goes, what the files hold comes. */
async function write(
  db: Db,
  reference: ImportedReference,
  { actors, partnerships }: ImportedRecords,
  say: (line: string) => void,
): Promise<void> {
  const reason = `${reference.data.city.name}: ${actors.length} + ${partnerships.length}`
  await commitChangeset(db, { author: 'lokal', action: 'import', reason }, async (tx) => {
    await tx.clear()
    await writeReference(tx.db, reference.data)
    await inChunks(actors, 'actors', say, (part) => tx.add(actorStore, part))
    await inChunks(partnerships, 'partnerships', say, (part) => tx.add(partnershipStore, part))
    say('Writing the log …')
  })
}

/** Says so about ten times, however many there are. */
async function inChunks<R>(
  records: readonly R[],
  noun: string,
  say: (line: string) => void,
  add: (part: readonly R[]) => Promise<void>,
): Promise<void> {
  let told = 0
  for (let from = 0; from < records.length; from += CHUNK) {
    await add(records.slice(from, from + CHUNK))
    const written = Math.min(from + CHUNK, records.length)
    if (written < records.length && written - told < records.length / 10) continue
    say(`${written} of ${records.length} ${noun} written`)
    told = written
  }
}
