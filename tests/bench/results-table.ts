import type { Row } from './row.ts'

/** The last figures of a chapter: when and where they were measured, and beside what. */
export interface ChapterRun {
  date: string
  machine: string
  peers: Record<string, string>
  rows: readonly Row[]
}

/** All chapters as Markdown: targets by number, then what is only told. */
export function resultsTable(chapters: readonly ChapterRun[]): string {
  const places = chapters.map(({ date, machine, peers }) => {
    const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`)
    return `${date}; ${machine}; ${versions.join(', ')}.`
  })
  const rows = chapters.flatMap((chapter) => chapter.rows).sort((a, b) => orderOf(a) - orderOf(b))
  return `# Benchmark

${[...new Set(places)].join('\n')}

Written by \`npm run bench\`: both sides take turns in one run. Networks are degree-corrected block models, 12 sectors, 65 % of ties
inside, m = 3n (\`block-model.ts\`). Ratios are of processor time where one thread works, since the machine is shared, and of the
clock with several threads.

| target | what | goal | least – median – most | reached | rounds | note |
|---|---|---|---|---|---|---|
${rows.map(lineOf).join('\n')}
`
}

function lineOf(row: Row): string {
  const cells = [
    row.target ?? '',
    row.what,
    row.goal === null ? '' : `≤ ${shown(row, row.goal)}`,
    [row.least, row.median, row.most].map((value) => shown(row, value)).join(' – '),
    row.goal === null ? '' : row.median <= row.goal ? 'yes' : 'no',
    `${row.rounds}`,
    row.note ?? '',
  ]
  return `| ${cells.join(' | ')} |`
}

function orderOf({ target }: Row): number {
  return target === null ? 100 : Number(target.slice(1))
}

function shown({ unit }: Row, value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3 + (Math.abs(value) < 0.01 ? 2 : 0)
  return `${value.toFixed(digits)}${unit === 'ratio' ? '' : ` ${unit}`}`
}
