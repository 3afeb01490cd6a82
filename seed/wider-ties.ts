import type { BusinessPlan } from './businesses.ts'
import type { Generator } from './generator.ts'
import { KIND } from './kinds.ts'
import { OUT_OF_TOWN, UNCLASSIFIED } from './organisations.ts'
import { LAST_QUARTER } from './quarters.ts'
import { candidates, type TieBuilder } from './tie-builder.ts'

interface Scene {
  chance: Generator
  builder: TieBuilder
  businesses: readonly BusinessPlan[]
}

const lasting = { is: 'lasting' } as const

/** Ties with and among the other five roles: in the helix network, never in the official one. */
export function addHelixTies({ chance, builder, businesses }: Scene, aggregated: string[]): void {
  const add = (kind: string, parties: string[], startedOn: string) =>
    builder.add({ kind, parties, startedOn, fate: lasting, intensity: chance.between(2, 4) })

  add(KIND.agreement, ['dinas-industri', 'universitas'], '2024-09-09')
  add(KIND.agreement, ['dinas-industri', 'politeknik'], '2024-11-18')
  add(KIND.agreement, ['dinas-industri', 'dinas-pariwisata'], '2025-01-20')
  add(KIND.agreement, ['fakultas', 'forum-ekraf'], '2025-03-11')
  add(KIND.agreement, ['dinas-industri', 'balai-latihan'], '2024-09-02')
  add(KIND.agreement, ['dinas-pariwisata', 'sadar-wisata'], '2025-04-22')
  add(KIND.agreement, ['dinas-industri', 'komunitas-batik'], '2025-09-20')
  add(KIND.jointPromotion, ['forum-ekraf', 'komunitas-kuliner'], '2025-05-06')
  add(KIND.mediaCoverage, ['radio', 'dinas-industri'], '2024-09-10')
  add(KIND.mediaCoverage, ['portal', 'dinas-pariwisata'], '2025-09-22')
  add(KIND.financing, ['koperasi', 'lokapasar'], '2025-10-13')
  add(KIND.agreement, ['dinas-industri', 'agregator'], '2025-02-17')

  aggregated.forEach((producer, i) => {
    add(KIND.aggregation, [producer, 'agregator'], `2025-0${3 + i}-12`)
  })
  const linked = (sector: string, quarter: number) =>
    chance.pick(candidates(builder, businesses, sector, quarter).filter((plan) => builder.degree(plan) > 0))
  const withBusiness = (kind: string, giver: string, sector: string, quarter: number) => {
    const business = linked(sector, quarter)
    add(kind, [giver, business.record.id], builder.dayIn(quarter, [business]))
  }
  for (const [quarter, sector] of [
    'kuliner',
    'kriya',
    'fesyen',
    'kuliner',
    'kuliner',
    'fotografi',
  ].entries()) {
    withBusiness(KIND.mentoring, quarter % 2 === 0 ? 'universitas' : 'politeknik', sector, quarter + 1)
    withBusiness(KIND.mediaCoverage, quarter % 2 === 0 ? 'radio' : 'portal', sector, quarter + 2)
  }
  withBusiness(KIND.financing, 'koperasi', 'kuliner', 3)
  withBusiness(KIND.financing, 'koperasi', 'kriya', 6)
}

/** Records of three to five businesses, and one of nine that stays two-mode but for two confirmed pairs. */
export function addProjects({ chance, builder, businesses }: Scene): void {
  const pickOne = (sector: string, quarter: number, taken: BusinessPlan[]) =>
    chance.pick(
      candidates(builder, businesses, sector, quarter).filter(
        (plan) => !taken.includes(plan) && builder.isReached(plan),
      ),
    )
  const gather = (sectors: string[], quarter: number) => {
    const parties: BusinessPlan[] = []
    for (const sector of sectors) parties.push(pickOne(sector, quarter, parties))
    return parties
  }
  const projects: [string, number, string, string[]][] = [
    [KIND.tourRoute, 4, 'Rute Contoh Pagi di Pelabuhan', ['kuliner', 'kriya', 'seni-pertunjukan']],
    [
      KIND.jointPromotion,
      6,
      'Hampers Contoh Lebaran',
      ['kuliner', 'kriya', 'desain-komunikasi-visual', 'kuliner'],
    ],
    [KIND.coProduction, LAST_QUARTER, 'Peragaan Contoh', ['fesyen', 'fotografi', 'seni-pertunjukan']],
  ]
  for (const [kind, quarter, note, sectors] of projects) {
    const parties = gather(sectors, quarter)
    builder.remember(parties)
    const startedOn = builder.dayIn(quarter, parties)
    builder.add({
      kind,
      parties: parties.map(({ record }) => record.id),
      startedOn,
      fate: lasting,
      note,
      evidence: 'A',
    })
  }
  const fair = gather(
    [
      'kuliner',
      'kuliner',
      'kuliner',
      'kriya',
      'fesyen',
      'desain-komunikasi-visual',
      'film-animasi-video',
      'kuliner',
      'aplikasi',
    ],
    LAST_QUARTER,
  )
  const ids = fair.map(({ record }) => record.id)
  builder.add({
    kind: KIND.jointPromotion,
    parties: ids,
    startedOn: '2026-07-18',
    fate: lasting,
    note: 'Festival Kreatif Contoh: hanya pasangan yang saling mengonfirmasi yang dihitung',
    evidence: 'A',
    arcs: [
      [ids[0] ?? '', ids[3] ?? ''],
      [ids[4] ?? '', ids[6] ?? ''],
    ],
  })
}

/** Records that do not count, each for another reason. */
export function addUncounted({ chance, builder, businesses }: Scene): void {
  const pair = (quarter: number) => {
    const a = chance.pick(candidates(builder, businesses, 'kuliner', quarter))
    const others = ['fesyen', 'kriya', 'fotografi', 'film-animasi-video'].flatMap((sector) =>
      candidates(builder, businesses, sector, quarter),
    )
    return [a, chance.pick(others.filter((plan) => !builder.areJoined(a, plan)))] as [
      BusinessPlan,
      BusinessPlan,
    ]
  }
  const add = (quarter: number, extra: Partial<Parameters<TieBuilder['add']>[0]>) => {
    const businesses = pair(quarter)
    const parties = businesses.map(({ record }) => record.id)
    const startedOn = builder.dayIn(quarter, businesses)
    builder.add({ kind: KIND.jointPromotion, parties, startedOn, fate: lasting, ...extra })
  }
  for (const quarter of [4, 6, 7]) add(quarter, { evidence: 'D' })
  for (const quarter of [3, 5, 8]) add(quarter, { intensity: 1 })
  for (const quarter of [7, 7, 8, 8]) add(quarter, { fate: { is: 'proposed' } })
  add(6, { fate: { is: 'introduced', on: '2026-06-18' } })
  add(5, { fate: { is: 'declined', on: '2026-03-27' } })
  const [seller] = pair(5)
  const sell = (buyer: string, startedOn: string) =>
    builder.add({ kind: KIND.supply, parties: [seller.record.id, buyer], startedOn, fate: lasting })
  sell(OUT_OF_TOWN, '2026-01-20')
  sell(UNCLASSIFIED, '2026-06-22')
}
