import type { Row } from './row.ts'

export interface BenchRun {
  date: string
  machine: string
  peers: Record<string, string>
  rows: readonly Row[]
}

/** The figures of a run as Markdown. */
export function resultsTable({ date, machine, peers, rows }: BenchRun): string {
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`)
  const lines = rows.map((row) => {
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
  })
  return `# Benchmark

${date}; ${machine}; ${versions.join(', ')}. Both sides take turns in one run. Networks: degree-corrected block models, 12 sectors,
65 % of ties inside, m = 3n (\`block-model.ts\`). Written by \`npm run bench\`.

| target | what | goal | least – median – most | reached | rounds | note |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`
}

function shown({ unit }: Row, value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3 + (Math.abs(value) < 0.01 ? 2 : 0)
  return `${value.toFixed(digits)}${unit === 'ms' ? ' ms' : ''}`
}
