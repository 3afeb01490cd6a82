import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { allPairsChapter } from './all-pairs-chapter.ts'
import { indexChapter } from './index-chapter.ts'
import { layoutChapter } from './layout-chapter.ts'
import { openNetworks } from './network-file.ts'
import { oneTieChapter } from './one-tie-chapter.ts'
import { panelChapter } from './panel-chapter.ts'
import { openPythonPeers } from './python-peers.ts'
import { resultsTable } from './results-table.ts'
import type { Chapter, Row } from './row.ts'

/** `npm run bench [-- --only panel,layout --rounds 5]`: everything in one run; a whole run writes results.md and results.json. */
const CHAPTERS: Record<string, Chapter> = {
  panel: panelChapter,
  'one-tie': oneTieChapter,
  index: indexChapter,
  layout: layoutChapter,
  'all-pairs': allPairsChapter,
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' } },
})
const chosen = values.only?.split(',') ?? Object.keys(CHAPTERS)
const peers = openPythonPeers()
const networks = openNetworks()
const say = (line: string) => process.stderr.write(`${line}\n`)
const rows: Row[] = []
for (const name of chosen) {
  const chapter = CHAPTERS[name]
  if (!chapter)
    throw new Error(`There is no chapter "${name}"; there are: ${Object.keys(CHAPTERS).join(', ')}.`)
  say(`${name} …`)
  rows.push(...(await chapter({ peers, networkOf: networks.of, rounds: Number(values.rounds), say })))
}
peers.close()
networks.close()

const run = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${availableParallelism()} cores, ${process.arch}, Node ${process.versions.node}`,
  peers: { ...peers.versions, graphology: '0.26.0' },
  rows: rows.sort((a, b) => orderOf(a) - orderOf(b)),
}
process.stdout.write(resultsTable(run))
if (values.only === undefined) {
  writeFileSync(resolve(import.meta.dirname, 'results.md'), resultsTable(run))
  writeFileSync(resolve(import.meta.dirname, 'results.json'), `${JSON.stringify(run, null, 2)}\n`)
}

/** Targets by number, what is only told after them. */
function orderOf({ target }: Row): number {
  return target === null ? 100 : Number(target.slice(1))
}
