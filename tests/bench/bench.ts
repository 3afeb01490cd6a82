import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { allPairsChapter } from './all-pairs-chapter.ts'
import { explorerChapter } from './explorer-chapter.ts'
import { importChapter } from './import-chapter.ts'
import { indexChapter } from './index-chapter.ts'
import { layoutChapter } from './layout-chapter.ts'
import { openNetworks } from './network-file.ts'
import { oneTieChapter } from './one-tie-chapter.ts'
import { panelChapter } from './panel-chapter.ts'
import { openPythonPeers } from './python-peers.ts'
import { type ChapterRun, resultsTable } from './results-table.ts'
import type { Chapter } from './row.ts'
import { searchChapter } from './search-chapter.ts'

import { writeSeenChapter } from './write-seen-chapter.ts'

/**
 * `npm run bench [-- --only panel,layout --rounds 5]`: all sides of a chapter in one run. results.json keeps the last figures of every
 * chapter, results.md shows them.
 */
const CHAPTERS: Record<string, Chapter> = {
  panel: panelChapter,
  'one-tie': oneTieChapter,
  index: indexChapter,
  layout: layoutChapter,
  'all-pairs': allPairsChapter,
  explorer: explorerChapter,
  search: searchChapter,
  'write-seen': writeSeenChapter,
  import: importChapter,
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' } },
})
const file = resolve(import.meta.dirname, 'results.json')
const peers = openPythonPeers()
const networks = openNetworks()
const say = (line: string) => process.stderr.write(`${line}\n`)
const machine = `${availableParallelism()} cores, ${process.arch}, Node ${process.versions.node}`

for (const name of values.only?.split(',') ?? Object.keys(CHAPTERS)) {
  const chapter = CHAPTERS[name]
  if (!chapter)
    throw new Error(`There is no chapter "${name}"; there are: ${Object.keys(CHAPTERS).join(', ')}.`)
  say(`${name} …`)
  const rows = await chapter({ peers, networkOf: networks.of, rounds: Number(values.rounds), say })
  const results = earlier()
  results[name] = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    peers: { ...peers.versions, graphology: graphologyVersion() },
    rows,
  }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(resolve(import.meta.dirname, 'results.md'), resultsTable(Object.values(results)))
}
peers.close()
networks.close()
process.stdout.write(resultsTable(Object.values(earlier())))

function earlier(): Record<string, ChapterRun> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Versions are pinned. */
function graphologyVersion(): string {
  const manifest = readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(manifest) as { devDependencies: { graphology: string } }).devDependencies.graphology
}
