import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { twoLetterCodes } from '#server/cli/imported-reference.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/schema.ts'
import { createInsights, type Insights } from '#server/insights/insights.ts'
import { readNetwork, splitNetworks } from '#server/insights/reading.ts'
import { absentSectors } from '#server/network/absent-sectors.ts'
import { createKnownRegister } from '#server/network/known-register.ts'
import { networkOn, openRegister, type Register } from '#server/network/register.ts'
import { readReference } from '#server/reference/read-reference.ts'
import { ActorRecord } from '#shared/contract/actors.ts'
import { PartnershipRecord } from '#shared/contract/partnerships.ts'
import { Reference } from '#shared/contract/reference.ts'
import { ROLE_IDS } from '#shared/contract/vocabulary.ts'
import { networkFolder, type Ran, run, temporaryFolder } from './run.ts'

const networks = resolve(import.meta.dirname, '../fixtures/networks')
const beside = resolve(import.meta.dirname, '../../../shared/data/networks')

interface Wanted {
  dataset: string
  network: string | null
  kind: string | null
  nodes: number
  edges_simple: number
  density: number
  isolates: number
  components: number
  largest_component: number
  ei_index: number
  modularity_of_category: number
  nominal_assortativity: number
  category_sizes: Record<string, number>
  mixing: Record<string, number>
}
const references = JSON.parse(readFileSync(join(networks, 'expected_metrics.json'), 'utf8')) as Wanted[]

interface Opened {
  ran: Ran
  url: string
  register: Register
  insights: Insights
  db: Db
}

/** Imports into a new database, opens it as the server does and hands it to the test. */
async function imported(
  folder: string,
  args: string[],
  test: (opened: Opened) => Promise<void>,
): Promise<void> {
  const url = `file:${join(temporaryFolder(), 'network.db')}`
  const ran = await run('import', 'network', folder, '--database', url, ...args)
  if (ran.code !== 0) throw new Error(ran.said)
  const db = await openDatabase(url)
  const register = await openRegister(db)
  const insights = createInsights(register, createKnownRegister(db, register), {
    readNetwork: async (task) => readNetwork(task),
    splitNetworks: async (task) => splitNetworks(task),
  })
  try {
    await test({ ran, url, register, insights, db })
  } finally {
    register.close()
    await db.destroy()
  }
}

/** The reading of all ties against the values of igraph. */
async function expectReference({ insights, register }: Opened, wanted: Wanted): Promise<void> {
  const { n, m, on, structure, unlinked, pairs, sectors } = await insights.overview({
    definition: 'official',
  })
  expect(on).toBe('all')
  expect([n, m, unlinked]).toEqual([wanted.nodes, wanted.edges_simple, wanted.isolates])
  expect([structure.components, structure.largestComponent]).toEqual([
    wanted.components,
    wanted.largest_component,
  ])
  expect(structure.density.value).toBeCloseTo(wanted.density, 9)
  expect(structure.ei.value).toBeCloseTo(wanted.ei_index, 9)
  expect(structure.modularity.value).toBeCloseTo(wanted.modularity_of_category, 9)
  expect(structure.assortativity.value).toBeCloseTo(wanted.nominal_assortativity, 9)
  // A role is written by its own name; the value it had in the file is its id.
  const isRole = (id: string) => ROLE_IDS.some((role) => role === id)
  const names = new Map(
    [...register.current().partitions.values()].flatMap((p) =>
      p.sectors.map((s) => [s.id, isRole(s.id) ? s.id : s.nameId] as const),
    ),
  )
  expect(Object.fromEntries(sectors.map((s) => [names.get(s.sectorId), s.n]))).toEqual(wanted.category_sizes)
  const observed = new Map(
    pairs.map(({ a, b, observed }) => [[names.get(a), names.get(b)].sort().join(' - '), observed]),
  )
  for (const s of sectors)
    observed.set(`${names.get(s.sectorId)} - ${names.get(s.sectorId)}`, s.internal ?? 0)
  for (const [pair, ties] of Object.entries(wanted.mixing))
    expect(observed.get(pair.split(' - ').sort().join(' - ')), pair).toBe(ties)
}

describe('jejaring import network', () => {
  it('reads a network of two kinds so that all its ties equal the reference', async () => {
    const wanted = references.find(({ dataset, kind }) => dataset === 'florentine' && kind === null)
    if (!wanted) throw new Error('no reference')
    await imported(
      join(networks, 'florentine'),
      ['--sector', 'category', '--title', 'Florence'],
      async (opened) => {
        await expectReference(opened, wanted)
        const reference = Reference.parse(await readReference(opened.db))
        expect(reference.city).toMatchObject({ name: 'Florence', noun: 'organisation', demonstration: false })
        expect(reference.kinds.map(({ id }) => id)).toEqual(['marriage', 'business'])
        expect(reference.definitions.map(({ id }) => id)).toEqual(['official'])
        expect(opened.register.current().actors.get('Medici')?.attributes).toMatchObject({ wealth: '103' })
      },
    )
  })

  it('reads one of several networks in a file', async () => {
    const wanted = references.find(({ network }) => network === 'Texas')
    if (!wanted) throw new Error('no reference')
    await imported(
      join(networks, 'emon_disaster_orgs'),
      ['--sector', 'category', '--where', 'network=Texas'],
      (opened) => expectReference(opened, wanted),
    )
  })

  const swafs = join(beside, 'cordis_h2020_swafs')
  if (!existsSync(swafs)) console.info(`CORDIS is not compared: ${swafs} is not there`)
  it.skipIf(!existsSync(swafs))(
    'reads CORDIS with its helix roles, and draws it over its years',
    async () => {
      const wanted = references.find(({ dataset }) => dataset === 'cordis_h2020_swafs')
      if (!wanted) throw new Error('no reference')
      await imported(swafs, ['--sector', 'helix', '--role', 'helix'], async (opened) => {
        await expectReference(opened, wanted)
        const { points } = await opened.insights.progress({ definition: 'official', every: 'year' })
        expect(points.length).toBeGreaterThan(4)
        expect(opened.ran.out).not.toContain('none of the six')
      })
    },
    // A thousand organisations, jackknifed for every year: long on a busy machine.
    300_000,
  )

  it('merges rows of the same pair, kind and dates, keeps their projects, and ignores ties with oneself', async () => {
    const folder = networkFolder(
      'id,label,s\n1,Satu,x\n2,Dua,y\n3,Tiga,y\n',
      [
        'source,target,date,end_date,kind,weight,project',
        '1,2,2024-01-01,,k,1,P1',
        '2,1,2024-01-01,,k,2,P2',
        '1,2,2024-01-01,,other,1,P3',
        '1,2,2025,2025-06,k,,P4',
        '3,3,,,k,1,P5',
      ].join('\n'),
    )
    await imported(folder, ['--sector', 's'], async ({ ran, register }) => {
      expect(ran.out).toContain('1 rows were merged')
      expect(ran.out).toContain('1 ties of a node with itself were ignored')
      const partnerships = [...register.current().partnerships.values()]
      for (const record of partnerships) PartnershipRecord.parse(record)
      for (const record of register.current().actors.values()) ActorRecord.parse(record)
      expect(
        partnerships.map(({ kind, weight, projects, startedOn, endedOn }) => [
          kind,
          weight,
          projects,
          startedOn,
          endedOn,
        ]),
      ).toEqual([
        ['k', 3, ['P1', 'P2'], '2024-01-01', null],
        ['other', 1, ['P3'], '2024-01-01', null],
        ['k', null, ['P4'], '2025-01-01', '2025-06-30'],
      ])
      expect(networkOn(register.current(), 'official', '2023-12-31').csr).toMatchObject({ n: 3, m: 0 })
      expect(networkOn(register.current(), 'official', 'all').csr).toMatchObject({ n: 3, m: 1 })
    })
  })

  it('accepts ids and values that are no ids of ours, and keeps the original', async () => {
    const folder = networkFolder(
      'id,sektor\n"Kopi & Co",Kuliner / Café\n"Kopi - Co",Kuliner / Café\nñ,Seni rupa\n',
      'source,target,kind\n"Kopi & Co","Kopi - Co",kerja sama\n"Kopi & Co",ñ,kerja sama\n',
    )
    await imported(folder, ['--sector', 'sektor'], async ({ register }) => {
      const { actors, partnerships } = register.current()
      expect(new Set(actors.keys()).size).toBe(3)
      for (const record of actors.values()) ActorRecord.parse(record)
      for (const record of partnerships.values()) PartnershipRecord.parse(record)
      expect([...actors.values()].map(({ attributes, id }) => attributes.id ?? id).sort()).toEqual([
        'Kopi & Co',
        'Kopi - Co',
        'ñ',
      ])
      expect(networkOn(register.current(), 'official', 'all').csr.m).toBe(2)
    })
  })

  it('maps roles by a table and reports what it does not know', async () => {
    const folder = networkFolder('id,jenis\na,kampus\nb,business\nc,lain\n', 'source,target\na,b\n')
    const map = join(networkFolder('', ''), 'nodes.csv')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(map, 'value,role\nkampus,academia\n')
    await imported(folder, ['--role', 'jenis', '--role-map', map], async ({ ran, register }) => {
      expect(ran.out).toContain('Role "lain" (1) is none of the six')
      const roles = [...register.current().actors.values()].map(({ roles }) => roles[0]?.value ?? null)
      expect(roles).toEqual(['academia', 'business', null])
    })
  })

  it('keeps the roles that nobody has as empty sectors where the roles are the sectors', async () => {
    const folder = networkFolder('id,jenis\na,kampus\nb,business\nc,lain\n', 'source,target\na,b\n')
    const map = join(networkFolder('', ''), 'nodes.csv')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(map, 'value,role\nkampus,academia\n')
    const options = ['--sector', 'jenis', '--role', 'jenis', '--role-map', map]
    await imported(folder, options, async ({ ran, register }) => {
      expect(ran.out).toContain('3 actors in 3 sectors')
      const [partition] = [...register.current().partitions.values()]
      expect(partition?.sectors.map(({ id, nameId }) => [id, nameId])).toEqual([
        ['business', 'Pengusaha'],
        ['kampus', 'kampus'],
        ['lain', 'lain'],
        ['community', 'Komunitas'],
        ['government', 'Pemerintah'],
        ['media', 'Media'],
        ['aggregator', 'Agregator'],
      ])
      const network = networkOn(register.current(), 'official', 'all')
      expect(absentSectors(register.current(), network, 'all').sectorIds).toEqual([
        'community',
        'government',
        'media',
        'aggregator',
      ])
    })
  })

  it('writes nothing when any row is wrong', async () => {
    const folder = networkFolder(
      'id,s\na,x\nb,y\n',
      'source,target,date,end_date\na,b,2025-02-01,2025-01-01\na,z,,\n',
    )
    const file = join(temporaryFolder(), 'network.db')
    const { code, said } = await run(
      'import',
      'network',
      folder,
      '--sector',
      's',
      '--database',
      `file:${file}`,
    )
    expect(code).toBe(1)
    expect(said).toContain('edges.csv row 2, column end_date: 2025-01-01 is before the start 2025-02-01')
    expect(said).toContain('edges.csv row 3, column target: "z" is not in the nodes')
    expect(existsSync(file)).toBe(false)
  })

  it('refuses a target that holds something unless told to replace it, and goes on counting revisions', async () => {
    const url = `file:${join(temporaryFolder(), 'network.db')}`
    const one = networkFolder('id\na\nb\n', 'source,target\na,b\n')
    const two = networkFolder('id\nc\nd\ne\n', 'source,target\nc,d\n')
    expect((await run('import', 'network', one, '--database', url)).code).toBe(0)
    const refused = await run('import', 'network', two, '--database', url)
    expect(refused.code).toBe(1)
    expect(refused.said).toContain('already holds a register')
    expect((await run('import', 'network', two, '--database', url, '--replace')).code).toBe(0)
    const db = await openDatabase(url)
    const ids = await db.selectFrom('actor').select(['id', 'revision']).orderBy('id').execute()
    await db.destroy()
    expect(ids).toEqual(['c', 'd', 'e'].map((id) => ({ id, revision: 2 })))
  })
})

describe('jejaring init', () => {
  it('makes a register with reference data only, under the name of the city', async () => {
    const url = `file:${join(temporaryFolder(), 'kota.db')}`
    const { code } = await run('init', '--city', 'Kota Contoh', '--database', url)
    expect(code).toBe(0)
    const db = await openDatabase(url)
    const reference = Reference.parse(await readReference(db))
    const actors = await db.selectFrom('actor').select('id').execute()
    await db.destroy()
    expect(actors).toEqual([])
    expect(reference.city).toMatchObject({ name: 'Kota Contoh', demonstration: false, referenceDate: null })
    expect(reference.roles.length).toBe(6)
    expect(reference.partitions.map(({ official }) => official)).toContain(true)
    expect(reference.definitions.map(({ id }) => id)).toEqual(['official', 'strict', 'generous', 'helix'])
    expect(reference.regions).toEqual([])
  })

  it('may be repeated on an empty register, and refuses one that holds anything', async () => {
    const url = `file:${join(temporaryFolder(), 'kota.db')}`
    expect((await run('init', '--database', url)).code).toBe(0)
    expect((await run('init', '--database', url)).code).toBe(0)
    const filled = `file:${join(temporaryFolder(), 'filled.db')}`
    await run('import', 'network', networkFolder('id\na\n', 'source,target\n'), '--database', filled)
    const { code, said } = await run('init', '--database', filled)
    expect(code).toBe(1)
    expect(said).toContain('already holds a register')
  })

  it('takes no database but a file', async () => {
    const { code, said } = await run('init', '--database', 'postgres://somewhere')
    expect(code).toBe(1)
    expect(said).toContain('--database must read file:PATH')
  })
})

describe('jejaring', () => {
  it('tells its commands, and those of each command', async () => {
    for (const args of [[], ['--help'], ['help']]) {
      const { code, out } = await run(...args)
      expect(code).toBe(0)
      for (const command of ['init', 'import network', 'analyze']) expect(out).toContain(command)
    }
    expect((await run('analyze', '--help')).out).toContain('--where')
    expect((await run('import', 'network', '--help')).out).toContain('--role-map')
    expect((await run('init', '--help')).out).toContain('--city')
  })

  it('refuses a command that it does not have', async () => {
    const { code, said } = await run('import', 'spreadsheet')
    expect(code).toBe(1)
    expect(said).toContain('There is no command "import spreadsheet"')
  })
})

describe('the codes of imported sectors', () => {
  it('are two letters and unique, also for many names that begin alike', () => {
    const names = Array.from({ length: 120 }, (_, i) => `sector ${i}`)
    const codes = twoLetterCodes(['academia', 'aa', 'a', '–', ...names])
    expect(codes.slice(0, 3)).toEqual(['Ac', 'Aa', 'Ab'])
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => [...code].length !== 2)).toEqual([])
  })
})
