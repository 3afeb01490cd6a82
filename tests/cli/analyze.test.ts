import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Description } from '#shared/analytics/description.ts'
import { networkFolder, run } from './run.ts'

const oracles = resolve(import.meta.dirname, '../fixtures/oracles')
const networks = resolve(import.meta.dirname, '../fixtures/networks')
const expected = JSON.parse(readFileSync(join(oracles, 'expected.json'), 'utf8')) as Record<string, object>

const filesOf = (folder: string) => [
  '--nodes',
  join(folder, 'nodes.csv'),
  '--edges',
  join(folder, 'edges.csv'),
]

async function analyzed(...args: string[]): Promise<Description> {
  const { code, out, said } = await run('analyze', ...args, '--json')
  if (code !== 0) throw new Error(said)
  return JSON.parse(out)
}

/** Lists of ties and names have one order of ours; the reference lists them as they came. */
const UNORDERED = new Set(['edges', 'isolates', 'core'])

function compare(actual: unknown, wanted: unknown, path: string): void {
  const key = path.split('.').at(-1) ?? ''
  if (typeof wanted === 'number') {
    expect(Math.abs(Number(actual) - wanted), `${path}: ${actual} against ${wanted}`).toBeLessThan(1e-9)
  } else if (Array.isArray(wanted) && UNORDERED.has(key)) {
    const sorted = (list: unknown) =>
      (list as unknown[])
        .map((entry) => (Array.isArray(entry) ? [...entry].sort().join('–') : String(entry)))
        .sort()
    // The core is a set of a given size among equals in degree.
    if (key === 'core') expect(actual, path).toHaveLength(wanted.length)
    else expect(sorted(actual), path).toEqual(sorted(wanted))
  } else if (wanted !== null && typeof wanted === 'object' && !Array.isArray(wanted)) {
    for (const [name, value] of Object.entries(wanted))
      compare((actual as Record<string, unknown> | null)?.[name], value, `${path}.${name}`)
  } else expect(actual, path).toEqual(wanted)
}

describe('jejaring analyze', () => {
  it.each(Object.keys(expected))('prints every value of the reference for %s', async (name) => {
    const document = await analyzed(
      '--nodes',
      join(oracles, `${name}.nodes.csv`),
      '--edges',
      join(oracles, `${name}.edges.csv`),
      '--sector',
      's',
    )
    compare(document, expected[name], name)
    expect(document.reasons).toBeTypeOf('object')
    for (const sector of Object.values(document.sectors ?? {}))
      expect(Object.keys(sector)).toEqual(expect.arrayContaining(['bridging', 'evidence', 'q', 'gate']))
  })

  it('gives only the measures that need no sector where no sector is named', async () => {
    const document = await analyzed(
      '--nodes',
      join(oracles, 'KM.nodes.csv'),
      '--edges',
      join(oracles, 'KM.edges.csv'),
    )
    expect(document.n).toBe(14)
    expect(document.density).toBeCloseTo(15 / 91, 12)
    for (const key of ['index', 'EI', 'mixing', 'sectors', 'assortativity'])
      expect(document).not.toHaveProperty(key)
  })

  it('selects rows by any column, and reads a real network like igraph does', async () => {
    const references = JSON.parse(readFileSync(join(networks, 'expected_metrics.json'), 'utf8')) as {
      dataset: string
      network: string | null
      kind: string | null
      nodes: number
      edges_simple: number
      ei_index: number
      nominal_assortativity: number
    }[]
    const bundled = references.filter(({ dataset }) => !dataset.startsWith('cordis'))
    expect(bundled.length).toBeGreaterThan(5)
    for (const { dataset, network, kind, ...wanted } of bundled) {
      const where = [network && `network=${network}`, kind && `kind=${kind}`].filter(
        (filter) => filter !== null,
      )
      const document = await analyzed(
        ...filesOf(join(networks, dataset)),
        '--sector',
        'category',
        '--metrics',
        'linear',
        ...where.flatMap((filter) => ['--where', filter || '']),
      )
      expect([document.n, document.m]).toEqual([wanted.nodes, wanted.edges_simple])
      expect(document.EI).toBeCloseTo(wanted.ei_index, 9)
      expect(document.assortativity).toBeCloseTo(wanted.nominal_assortativity, 9)
    }
  })

  it('reads dates only when it is asked for a day', async () => {
    const folder = networkFolder(
      'id,s\na,x\nb,y\nc,y\n',
      'source,target,date,end_date\na,b,2024,\na,c,2025-03-01,2025-06-01\nb,c,,\n',
    )
    const m = async (...args: string[]) => (await analyzed(...filesOf(folder), ...args)).m
    expect(await m()).toBe(3)
    expect(await m('--on', '2023-12-31')).toBe(1)
    expect(await m('--on', '2025-05-31')).toBe(3)
    expect(await m('--on', '2025-06-01')).toBe(2)
  })

  it('ignores and reports self-ties, collapses repeated rows, and takes semicolons and a byte order mark', async () => {
    const folder = networkFolder('\uFEFFid;s\na;x\nb;"y"\n', 'source;target\na;b\nb;a\na;a\n')
    const { out, said } = await run('analyze', ...filesOf(folder), '--sector', 's', '--json')
    expect(JSON.parse(out)).toMatchObject({ n: 2, m: 1, external: 1 })
    expect(said).toContain('1 self-tie ignored')
  })

  it('says what is undefined, and why', async () => {
    const folder = networkFolder('id,s\na,x\n', 'source,target\n')
    const document = await analyzed(...filesOf(folder), '--sector', 's')
    expect(document.density).toBeNull()
    expect(document.index).toBeNull()
    expect(document.reasons).toMatchObject({ density: expect.any(String), index: expect.any(String) })
  })

  it('names file, row and column of everything wrong, and prints no document', async () => {
    const folder = networkFolder(
      'id,s\na,x\nb,\na,y\n,z\n',
      'source,target,date,weight\na,q,,\na,b,2025-02-30,\na,b,,many\n,b,,\na,b\n',
    )
    const { code, out, said } = await run('analyze', ...filesOf(folder), '--sector', 's', '--json')
    expect(code).toBe(1)
    expect(out).toBe('')
    for (const line of [
      '8 rows are wrong',
      'nodes.csv row 3, column s: is blank for "b"',
      'nodes.csv row 4, column id: "a" stands in an earlier row too',
      'nodes.csv row 5, column id: is blank',
      'edges.csv row 2, column target: "q" is not in the nodes',
      'edges.csv row 3, column date: "2025-02-30" is not a date',
      'edges.csv row 4, column weight: "many" is not a number',
      'edges.csv row 5, column source: is blank',
      'edges.csv row 6: has 2 cells where the header has 4',
    ])
      expect(said).toContain(line)
  })

  it('caps the list of errors and says how many more there are', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => `a,q${i}`).join('\n')
    const { said } = await run('analyze', ...filesOf(networkFolder('id\na\n', `source,target\n${rows}\n`)))
    expect(said).toContain('80 rows are wrong')
    expect(said).toContain('and 30 more')
    expect(said.split('\n').length).toBeLessThan(60)
  })

  it.each([
    [['--json'], 'needs --nodes FILE and --edges FILE'],
    [['--nodes', 'missing.csv', '--edges', 'missing.csv'], 'There is no file missing.csv'],
    [['--sector', 'nothing'], 'has no column "nothing"; it has: id, s'],
    [['--where', 'nothing=1'], 'Neither nodes.csv nor edges.csv has a column "nothing"'],
    [['--where', 'nothing'], '--where must read column=value'],
    [['--metrics', 'wishes'], '--metrics does not know "wishes"'],
    [['--format', 'xml'], '--format must be one of'],
    [['--on', 'yesterday'], '--on must be a date'],
    [['--permutations', '0'], '--permutations must be a whole number above 0'],
    [['--strata', 'nowhere'], 'No node has a value in the column "nowhere"'],
    [['--role', 'nothing'], 'has no column "nothing"'],
    [['--seed', 'x'], '--seed must be a whole number'],
    [['--unknown'], 'Unknown option'],
  ])('refuses %j in one sentence', async (args, sentence) => {
    const files =
      args.includes('--nodes') || args[0] === '--json'
        ? []
        : filesOf(networkFolder('id,s\na,x\n', 'source,target\n'))
    const { code, said } = await run('analyze', ...files, ...args)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
  })

  it('says which roles meet, tests within areas, and follows ties through time', async () => {
    const folder = networkFolder(
      'id,s,peran,kec\na,x,business,1\nb,y,kampus,1\nc,y,business,2\nd,x,?,2\n',
      'source,target,date,end_date\na,b,2024-01-15,2024-06-01\nc,d,2024-09-30,\n',
    )
    const map = join(folder, 'roles.csv')
    writeFileSync(map, 'value,role\nkampus,academia\n')
    const columns = ['--sector', 's', '--role', 'peran', '--role-map', map, '--strata', 'kec']
    const ran = await run('analyze', ...filesOf(folder), ...columns, '--permutations', '20', '--json')
    const document: Description = JSON.parse(ran.out)
    expect(ran.said).toContain('Role "?" is none of the six; left without a role.')
    expect(document.helix?.roles).toMatchObject({ business: 2, academia: 1, media: 0 })
    expect([document.helix?.pairs_met, document.helix?.pairs_possible]).toEqual([1, 15])
    expect(document.sectors?.['x']?.p_within_strata).toBe(1)
    expect(document.methods['sectors.x.p_rewired_reach']).toEqual({ method: 'sampled', draws: 20 })
    expect(document.turnover?.map(({ ties }) => ties)).toEqual([1, 0, 1])
    expect(document.survival).toMatchObject({ observed: 2, ended: 1 })
  })

  it('waits for first partners from the day of entry, and follows who met at events', async () => {
    const folder = networkFolder(
      'id,s,masuk\na,x,2024-01-01\nb,y,2024-01-01\nc,y,2024-01-01\nd,x,\n',
      'source,target,date,end_date\na,b,2024-03-01,\nc,d,2025-09-30,\n',
    )
    const guests = join(folder, 'tamu.csv')
    writeFileSync(
      guests,
      'actor,event,date,attended\na,temu,2024-02-01,ya\nb,temu,2024-02-01,ya\nc,temu,2024-02-01,tidak\n',
    )
    const files = [...filesOf(folder), '--sector', 's', '--entry', 'masuk', '--affiliations', guests]
    const document = await analyzed(...files)
    expect(document.first_partner?.without_entry).toBe(1)
    expect(document.first_partner?.cohorts['2024']?.partner).toMatchObject({
      observed: 3,
      ended: 3,
      median_days: 60,
    })
    expect(document.together).toEqual({ a: ['a'], b: ['b'], weight: [1], events: [1] })
    expect(document.attendance_conversion).toMatchObject({ invited: 2, attended: 1, tied: 1, rate: 1 })
    writeFileSync(guests, 'actor,event,date\nz,temu,2024-02-01\na,,2024-02-01\nb,temu,kemarin\n')
    const { code, said } = await run('analyze', ...files)
    expect(code).toBe(1)
    for (const part of ['row 2, column actor', 'row 3, column event', 'row 4, column date'])
      expect(said).toContain(part)
  })

  it('prints one row per node as CSV, and a short text without a format', async () => {
    const files = [
      '--nodes',
      join(oracles, 'KM.nodes.csv'),
      '--edges',
      join(oracles, 'KM.edges.csv'),
      '--sector',
      's',
    ]
    const csv = await run('analyze', ...files, '--format', 'csv')
    const header = csv.out.split('\n')[0]?.split(',') ?? []
    expect(header.slice(0, 3)).toEqual(['id', 'sector', 'degree'])
    for (const column of ['pagerank', 'iqv', 'clustering', 'coordinator', 'gate_rep', 'ei'])
      expect(header).toContain(column)
    expect(csv.out).not.toContain('{')
    expect(csv.out.trim().split('\n')).toHaveLength(15)
    const text = await run('analyze', ...files)
    expect(text.out).toContain('density')
    expect(text.out).toMatch(/batik +1 of 5 +ISOLATED · CLOSED/)
  })
})
