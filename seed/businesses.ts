import { REGIONS } from '#server/db/reference/regions.ts'
import { addDays } from '#server/network/calendar.ts'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { Region } from '#shared/contract/reference.ts'
import type { CensusStatus } from '#shared/contract/vocabulary.ts'
import type { Generator } from './generator.ts'
import { quarterAt, REFERENCE_DATE } from './quarters.ts'
import { SECTORS, type SectorPlan } from './sectors.ts'

export const LOCAL_CLUSTERS = 'klaster-lokal@1'
export const NATIONAL_SUBSECTORS = 'ekraf-17@1'

export interface BusinessPlan {
  record: ActorRecord
  sector: string
  /** Quarter of registration, and of the first survey (null: never). */
  registered: number
  surveyed: number | null
  newcomer: boolean
  leftOn: string | null
}

const KELURAHAN = REGIONS.filter(({ level }) => level === 'village')
const NEWCOMER_QUARTER = 7
/** Chance of having been registered by the end of each quarter; the eighth takes newcomers alone. */
const REGISTERED_BY = [0.62, 0.69, 0.74, 0.79, 0.85, 0.9, 0.96, 0.96, 1]
const WORDS = [
  'Manggur',
  'Bayuangga',
  'Kenanga',
  'Sekar',
  'Laras',
  'Pesisir',
  'Senja',
  'Fajar',
  'Lestari',
  'Rimba',
  'Ombak',
  'Angin',
  'Melati',
  'Wangi',
  'Cempaka',
  'Pelangi',
]

/** All businesses, in a fixed order of ids; every kelurahan has at least one. */
export function planBusinesses(chance: Generator, naming: Generator): BusinessPlan[] {
  const places = placesInTurn(chance)
  const names = uniqueNames(naming)
  const plans: BusinessPlan[] = []
  for (const sector of SECTORS) {
    for (let i = 0; i < sector.total; i++) {
      const newcomer = i >= sector.total - sector.newcomers
      const unasked = !newcomer && i >= sector.total - sector.newcomers - sector.unasked
      const id = `usaha-${String(plans.length + 1).padStart(3, '0')}`
      const place = places()
      plans.push(planBusiness(chance, id, sector, names(sector, place), place.code, newcomer, unasked))
    }
  }
  verifyAgain(chance, plans)
  plantChanges(plans)
  return plans
}

function planBusiness(
  chance: Generator,
  id: string,
  sector: SectorPlan,
  name: string,
  regionCode: string,
  newcomer: boolean,
  unasked: boolean,
): BusinessPlan {
  const roll = chance.next()
  const registered = newcomer ? NEWCOMER_QUARTER : REGISTERED_BY.findIndex((share) => roll < share)
  const registeredOn = registrationDay(chance, registered)
  const late = !unasked && !newcomer && registered === 0 && chance.chance(0.14)
  const surveyed = unasked ? null : late ? chance.between(2, 5) : registered
  return {
    record: {
      id,
      name,
      aliases: [],
      inCity: true,
      parentId: null,
      website: null,
      yearStarted: chance.between(2004, 2023),
      sizeClass: chance.chance(0.78) ? 'micro' : chance.chance(0.85) ? 'small' : 'medium',
      sizeBasis: chance.chance(0.6) ? 'statement' : chance.pick(['capital', 'sales'] as const),
      kbli: { code: sector.kbli, version: '2020' },
      products: [chance.pick(sector.products)],
      needs: [chance.pick(sector.needs)],
      offers: [chance.pick(sector.offers)],
      attributes: {},
      presence: [{ from: registeredOn, value: 'present' }],
      roles: [{ from: null, value: 'business' }],
      regions: [{ from: null, value: regionCode }],
      census: firstSurvey(chance, registeredOn, registered, surveyed),
      sectors: {
        [LOCAL_CLUSTERS]: [{ from: null, value: sector.id }],
        [NATIONAL_SUBSECTORS]: [{ from: null, value: sector.national }],
      },
    },
    sector: sector.id,
    registered,
    surveyed,
    newcomer,
    leftOn: null,
  }
}

/** The first list was made in the weeks before the school. */
function registrationDay(chance: Generator, quarter: number): string {
  if (quarter === 0) return addDays('2024-08-12', chance.between(0, 28))
  const { from } = quarterAt(quarter)
  return addDays(from, chance.between(2, 70))
}

function firstSurvey(chance: Generator, registeredOn: string, registered: number, surveyed: number | null) {
  const status: CensusStatus = chance.chance(0.7) ? 'complete' : 'partial'
  if (surveyed === null) return [{ from: registeredOn, value: 'none' as CensusStatus }]
  if (surveyed === registered) return [{ from: addDays(registeredOn, chance.between(0, 10)), value: status }]
  const day = addDays(quarterAt(surveyed).from, chance.between(5, 75))
  return [
    { from: registeredOn, value: 'none' as CensusStatus },
    { from: day, value: status },
  ]
}

/** Surveyed businesses are visited again within the year, but for some that are due ("perlu cek ulang"). */
function verifyAgain(chance: Generator, plans: BusinessPlan[]): void {
  const overdue = overdueAt(plans)
  for (const { record, surveyed } of plans) {
    if (surveyed === null) continue
    const limit = overdue.has(record.id) ? '2025-09-20' : '2026-09-24'
    let day = record.census.at(-1)?.from ?? REFERENCE_DATE
    for (;;) {
      day = addDays(day, chance.between(250, 350))
      if (day > limit) break
      record.census.push({ from: day, value: chance.chance(0.8) ? 'complete' : 'partial' })
    }
  }
}

/** Those nobody has visited in the last year; one of `aplikasi`, whose coverage is thereby too low for a level. */
function overdueAt(plans: BusinessPlan[]): Set<string> {
  const early = (sector: string) =>
    plans.filter((plan) => plan.sector === sector && plan.surveyed !== null && plan.surveyed <= 3)
  const chosen = [
    ...early('aplikasi').slice(0, 1),
    ...early('kuliner').slice(3, 6),
    ...early('fesyen').slice(1, 2),
  ]
  return new Set(chosen.map(({ record }) => record.id))
}

/** Facts that change in mid-life: a sector, an address, and two businesses that close. */
function plantChanges(plans: BusinessPlan[]): void {
  const founders = (sector: string) =>
    plans.filter((plan) => plan.sector === sector && plan.registered === 0 && plan.surveyed === 0)
  const mover = founders('fesyen')[0]
  if (mover) {
    mover.record.sectors[LOCAL_CLUSTERS] = [
      { from: null, value: 'kriya' },
      { from: '2025-04-01', value: 'fesyen' },
    ]
    mover.record.sectors[NATIONAL_SUBSECTORS] = [
      { from: null, value: 'kriya' },
      { from: '2025-04-01', value: 'fesyen' },
    ]
  }
  const [first, second] = founders('kuliner')
  if (first)
    first.record.regions.push({ from: '2025-10-06', value: KELURAHAN[KELURAHAN.length - 1]?.code ?? null })
  for (const [plan, day] of [
    [second, '2026-02-16'],
    [founders('fesyen')[1], '2025-11-28'],
  ] as const) {
    if (!plan) continue
    plan.leftOn = day
    plan.record.census = plan.record.census.filter(({ from }) => from === null || from < day)
    plan.record.presence.push({ from: day, value: 'left' })
  }
}

/** Every kelurahan once in a shuffled round, then the next round. */
function placesInTurn(chance: Generator): () => Region {
  let round: Region[] = []
  return () => {
    if (round.length === 0) round = chance.shuffled(KELURAHAN)
    return round.pop() as Region
  }
}

/** "Kopi Contoh Manggur": a noun of the sector, the word that says it is made up, and its kelurahan or a word of its own. */
function uniqueNames(naming: Generator): (sector: SectorPlan, place: Region) => string {
  const used = new Set<string>()
  return (sector, place) => {
    for (;;) {
      const name = `${naming.pick(sector.nouns)} Contoh ${naming.chance(0.4) ? place.name : naming.pick(WORDS)}`
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
}
