import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { IN_FULL } from './extent.ts'

interface Part {
  date: string
  machine: string
  /** what was asked of it, and what came of it */
  lines: [string, string][]
}

const file = resolve(import.meta.dirname, 'results.json')

/** Keeps the figures of a part that ran in full: results.json holds the last of every part, results.md shows them. */
export function keepResults(part: string, lines: [string, string][]): void {
  if (!IN_FULL) return
  const all: Record<string, Part> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const date = new Date().toISOString().slice(0, 10)
  const machine = `${availableParallelism()} cores, ${process.arch}, Node ${process.versions.node}`
  all[part] = { date, machine, lines }
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(resolve(import.meta.dirname, 'results.md'), shown(all))
}

function shown(all: Record<string, Part>): string {
  const parts = Object.entries(all).map(([part, { date, machine, lines }]) =>
    [
      `## ${part}`,
      '',
      `${date}, ${machine}; server and load share the cores`,
      '',
      '| what | figure |',
      '|---|---|',
      ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    ].join('\n'),
  )
  return `# Under stress\n\nWritten by \`npm run test:stress\`.\n\n${parts.join('\n\n')}\n`
}
