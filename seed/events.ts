import type { AffiliationRecord, EventRecord } from '#shared/contract/events.ts'
import type { EventType } from '#shared/contract/vocabulary.ts'
import type { BusinessPlan } from './businesses.ts'
import type { Generator } from './generator.ts'

const event = (
  id: string,
  title: string,
  type: EventType,
  startsOn: string,
  hostId: string,
  regionCode: string,
  endsOn: string | null = null,
): EventRecord => ({ id, title, type, startsOn, endsOn, hostId, regionCode })

/** The school is the first; titles are general, hosts are made up. */
const EVENTS: readonly EventRecord[] = [
  event('acara-1', 'Sekolah Industri Kreatif', 'school', '2024-09-09', 'universitas', '35.74.04.1003'),
  event(
    'acara-2',
    'Pelatihan Kemasan dan Foto Produk',
    'training',
    '2024-11-20',
    'politeknik',
    '35.74.05.1004',
  ),
  event(
    'acara-3',
    'Temu Bisnis Lintas Sektor',
    'business-meeting',
    '2025-02-18',
    'dinas-industri',
    '35.74.04.1006',
  ),
  event('acara-4', 'Dialog Ekonomi Kreatif', 'dialogue', '2025-06-23', 'forum-ekraf', '35.74.03.1002'),
  event('acara-5', 'Pembukaan Rumah Batik', 'opening', '2025-09-20', 'dinas-industri', '35.74.03.1007'),
  event(
    'acara-6',
    'Pameran Produk Kota',
    'exhibition',
    '2025-11-14',
    'dinas-industri',
    '35.74.04.1001',
    '2025-11-16',
  ),
  event('acara-7', 'Pelatihan Pemasaran Digital', 'training', '2026-04-15', 'politeknik', '35.74.05.1004'),
  event(
    'acara-8',
    'Festival Kreatif Kota',
    'festival',
    '2026-07-18',
    'forum-ekraf',
    '35.74.03.1001',
    '2026-07-19',
  ),
]

/** How many are invited, and which sectors come more often. */
const GUESTS: Record<string, { invited: number; prefers: readonly string[] }> = {
  'acara-1': { invited: 40, prefers: [] },
  'acara-2': { invited: 26, prefers: ['kuliner', 'desain-komunikasi-visual', 'fotografi'] },
  'acara-3': { invited: 34, prefers: [] },
  'acara-4': { invited: 30, prefers: ['seni-pertunjukan', 'musik', 'film-animasi-video'] },
  'acara-5': { invited: 28, prefers: ['batik', 'kriya', 'fesyen'] },
  'acara-6': { invited: 38, prefers: ['batik', 'kriya', 'kuliner'] },
  'acara-7': { invited: 30, prefers: ['kuliner', 'fesyen', 'aplikasi'] },
  'acara-8': { invited: 44, prefers: [] },
}

const FORUMS: { id: string; sector: string | null; from: string; share: number }[] = [
  { id: 'forum-ekraf', sector: null, from: '2024-10-07', share: 0.25 },
  { id: 'komunitas-batik', sector: 'batik', from: '2024-09-16', share: 0.85 },
  { id: 'komunitas-kuliner', sector: 'kuliner', from: '2025-01-13', share: 0.35 },
]

export const planEvents = (): EventRecord[] => [...EVENTS]

/** Who was invited, registered and came, and who belongs to which forum: exposure, never ties. */
export function planAffiliations(
  chance: Generator,
  businesses: readonly BusinessPlan[],
): AffiliationRecord[] {
  const affiliations: AffiliationRecord[] = []
  const add = (record: Omit<AffiliationRecord, 'id'>) => {
    affiliations.push({ id: `afiliasi-${String(affiliations.length + 1).padStart(4, '0')}`, ...record })
  }
  for (const { id, startsOn, hostId } of EVENTS) {
    const target = { type: 'event' as const, id }
    const day = { from: startsOn, to: startsOn }
    if (hostId)
      add({ actorId: hostId, target, role: 'host', ...day, invited: true, registered: true, attended: true })
    for (const plan of guests(chance, businesses, id, startsOn)) {
      const registered = chance.chance(0.8)
      const attended = registered && chance.chance(0.85)
      const role = attended && chance.chance(0.06) ? 'speaker' : 'participant'
      add({ actorId: plan.record.id, target, role, ...day, invited: true, registered, attended })
    }
  }
  for (const { id, sector, from, share } of FORUMS)
    for (const plan of businesses) {
      if ((sector !== null && plan.sector !== sector) || plan.surveyed === null || !chance.chance(share))
        continue
      const joined = [from, plan.record.presence[0]?.from ?? from].sort().at(-1) ?? from
      add({
        actorId: plan.record.id,
        target: { type: 'forum', id },
        role: 'member',
        from: joined,
        to: plan.leftOn,
        invited: false,
        registered: true,
        attended: false,
      })
    }
  return affiliations
}

function guests(chance: Generator, businesses: readonly BusinessPlan[], event: string, on: string) {
  const { invited, prefers } = GUESTS[event] ?? { invited: 0, prefers: [] }
  const there = businesses.filter(
    ({ record, leftOn }) => (record.presence[0]?.from ?? '') <= on && (leftOn === null || leftOn > on),
  )
  const preferred = there.filter(({ sector }) => prefers.includes(sector))
  const order = [...chance.shuffled(preferred).slice(0, Math.round(invited * 0.6)), ...chance.shuffled(there)]
  return [...new Set(order)].slice(0, invited)
}
