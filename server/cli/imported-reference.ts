import type { Definition, Kind, Partition, Sector } from '#shared/contract/reference.ts'
import { SECTOR_GROUPS, SECTOR_SHAPES } from '#shared/contract/vocabulary.ts'
import type { ReferenceData } from '../db/reference/reference-data.ts'
import { ROLES } from '../db/reference/roles.ts'
import { dayIn } from '../today.ts'
import type { MergedNetwork } from './merge-edges.ts'
import { createSlugs } from './slugs.ts'

export interface ImportedNames {
  title: string
  source: string | null
  /** Column that cuts the actors into sectors; null puts them all in one. */
  sectorColumn: string | null
  /** Roles that occur, where the same column cuts into sectors and gives the role; null where it is another one. */
  roles?: ReadonlySet<string> | null
}

/** The code lists that a research network brings, and how its values are found in them. */
export interface ImportedReference {
  data: ReferenceData
  partitionId: string
  sectorIdOf: (value: string | null) => string
  kindIdOf: (value: string | null) => string
}

const TIME_ZONE = 'Asia/Jakarta'
const NO_KIND = 'hubungan'
const ONE_SECTOR = 'semua'

export function importedReference(
  network: MergedNetwork,
  names: ImportedNames,
  now: Date = new Date(),
): ImportedReference {
  const kinds = kindsOf(network)
  const partition = partitionOf(network, names.sectorColumn, names.roles ?? null)
  const definition: Definition = {
    id: 'official',
    version: 1,
    nameId: 'Jaringan penelitian',
    nameEn: 'Research network',
    partitionId: partition.partition.id,
    // Everybody and every tie: a research network is complete as it is, and nothing in it lapses.
    rule: {
      roles: null,
      inCityOnly: false,
      surveyedOnly: false,
      kinds: null,
      minIntensity: 1,
      evidence: null,
      statuses: ['active'],
      expiryMonths: null,
      maxParties: null,
      coverageGate: null,
      sectorRequired: true,
    },
  }
  const last = latestStart(network)
  const today = dayIn(TIME_ZONE, now)
  return {
    data: {
      city: {
        name: names.title,
        regionCode: null,
        demonstration: false,
        noun: 'organisation',
        referenceDate: null,
        firstOn: null,
        defaultOn: 'all',
        ...(last === null ? {} : { lastOn: last < today ? last : today }),
        timeZone: TIME_ZONE,
        source: names.source,
      },
      roles: ROLES,
      kinds: kinds.list,
      regions: [],
      partitions: [partition.partition],
      definitions: [definition],
    },
    partitionId: partition.partition.id,
    sectorIdOf: (value) => (names.sectorColumn === null ? ONE_SECTOR : partition.idOf(value ?? '')),
    kindIdOf: (value) => (value === null ? NO_KIND : kinds.idOf(value)),
  }
}

function latestStart({ ties }: MergedNetwork): string | null {
  let last: string | null = null
  for (const { startedOn } of ties)
    if (startedOn !== null && (last === null || startedOn > last)) last = startedOn
  return last
}

/** One kind per value of the file, undirected; the rows without one share a kind of their own. */
function kindsOf({ ties }: MergedNetwork) {
  const counts = new Map<string | null, number>()
  for (const { kind } of ties) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const values = [...counts.keys()].filter((value) => value !== null)
  values.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))
  const slugs = createSlugs([NO_KIND])
  const idOf = (value: string) => slugs.of(value)
  const list = values.map((value) => kind(idOf(value), value, value))
  if (counts.has(null) || list.length === 0) list.push(kind(NO_KIND, 'Hubungan', 'Tie'))
  return { list: list.map((entry, i): Kind => ({ ...entry, position: i + 1 })), idOf }
}

const kind = (id: string, nameId: string, nameEn: string) => ({
  id,
  nameId,
  nameEn,
  directed: false,
  forwardId: null,
  forwardEn: null,
  backwardId: null,
  backwardEn: null,
  twoMode: false,
  retired: false,
})

/**
 * One sector per value, the largest first; without a column, one for all. Cut by role, the roles that nobody has are sectors too,
 * so that they are shown as empty.
 */
function partitionOf(
  { nodes }: MergedNetwork,
  column: string | null,
  roles: ReadonlySet<string> | null,
): { partition: Partition; idOf: (value: string) => string } {
  const slugs = createSlugs([])
  if (column === null) {
    const all = sectors([{ value: ONE_SECTOR, nameId: 'Semua', nameEn: 'All' }], () => ONE_SECTOR)
    return {
      partition: {
        id: `${ONE_SECTOR}@1`,
        nameId: 'Semua',
        nameEn: 'All',
        version: 1,
        official: true,
        sectors: all,
      },
      idOf: slugs.of,
    }
  }
  const sizes = new Map<string, number>()
  for (const { sector } of nodes) sizes.set(sector ?? '', (sizes.get(sector ?? '') ?? 0) + 1)
  const values = [...sizes.keys()].sort(
    (a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1),
  )
  const list = sectors(roles === null ? values.map(nameOfValue) : namesOfRoles(values, roles), slugs.of)
  const id = `${createSlugs([]).of(column).slice(0, 60)}@1`
  return {
    partition: { id, nameId: column, nameEn: column, version: 1, official: true, sectors: list },
    idOf: slugs.of,
  }
}

interface SectorNames {
  value: string
  nameId: string
  nameEn: string
  /** Nobody is in it. */
  empty?: boolean
}

const nameOfValue = (value: string): SectorNames => ({ value, nameId: value, nameEn: value })

/** Where sectors are roles: the roles by their names, and after them those that nobody has. */
function namesOfRoles(values: readonly string[], roles: ReadonlySet<string>): SectorNames[] {
  const known = new Map(ROLES.map(({ id, nameId, nameEn }) => [id, { value: id, nameId, nameEn }]))
  const nobody = [...known.values()].filter(({ value }) => !roles.has(value) && !values.includes(value))
  return [
    ...values.map((value) => known.get(value) ?? nameOfValue(value)),
    ...nobody.map((names) => ({ ...names, empty: true })),
  ]
}

function sectors(names: readonly SectorNames[], idOf: (value: string) => string): Sector[] {
  const codes = twoLetterCodes(names.map(({ nameId }) => nameId))
  const taken = names.filter(({ empty }) => !empty).length
  // Evenly around for those that are there; where others come in later, they come between.
  const turn = (i: number) => (i < taken ? i / taken : (i - taken + 0.5) / taken)
  return names.map(({ value, nameId, nameEn }, i) => ({
    id: idOf(value),
    nameId,
    nameEn,
    shortId: shortened(nameId),
    shortEn: shortened(nameEn),
    code: codes[i] ?? '',
    // Beyond the palette a mark is hollow and told apart by its code.
    group: SECTOR_GROUPS[i] ?? null,
    shape: SECTOR_SHAPES[Math.floor(i / SECTOR_GROUPS.length) % SECTOR_SHAPES.length] ?? 'circle',
    position: i + 1,
    angle: Math.round(turn(i) * 3600) / 10,
    retired: false,
  }))
}

const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 23)}…` : name)

/** Two letters each, of the name where they are free, else the first letter with a number or any free pair. */
export function twoLetterCodes(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const letters = [...name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '')]
    const first = (letters[0] ?? 'X').toUpperCase()
    const seconds = [
      ...letters.slice(1).map((letter) => letter.toLowerCase()),
      ...'abcdefghijklmnopqrstuvwxyz0123456789',
    ]
    const pairs = seconds.map((second) => first + second)
    const free = pairs.find((pair) => !used.has(pair)) ?? freePair(used)
    used.add(free)
    return free
  })
}

function freePair(used: ReadonlySet<string>): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const first of letters)
    for (const second of `${letters.toLowerCase()}0123456789`)
      if (!used.has(first + second)) return first + second
  return '··'
}
