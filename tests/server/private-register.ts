import { actorStore } from '#server/actors/actor-store.ts'
import { commitChangeset } from '#server/db/changeset.ts'
import type { Db } from '#server/db/schema.ts'
import { affiliationStore } from '#server/events/affiliation-store.ts'
import { eventStore } from '#server/events/event-store.ts'
import { partnershipStore } from '#server/partnerships/partnership-store.ts'
import type { ActorRecord, Consent } from '#shared/contract/actors.ts'
import type { ConsentPurpose } from '#shared/contract/vocabulary.ts'
import { actor, partnership } from './records.ts'

/** Every private field of every actor and partnership holds a word that stands nowhere else. */

export const FIELD_WORDS = [
  'id',
  'name',
  'alias',
  'website',
  'product',
  'offer',
  'need',
  'attribute',
  'nib',
  'phone',
  'note',
  'evidence',
  'project',
] as const
export type FieldWord = (typeof FIELD_WORDS)[number]

export const wordOf = (field: FieldWord, of: string): string => `zq${field}${of}`

const granted = (...purposes: ConsentPurpose[]): Consent[] =>
  purposes.map((purpose) => ({ purpose, from: '2026-01-05', value: 'granted', channel: 'written' }))

/** Nobody is in two of them; who consented to nothing is by far the most. */
export const CONSENTING = {
  display: 'tampil',
  contact: 'kontak',
  research: 'riset',
} as const

function privateActor(key: string, sectorId: string, consents: Consent[] = []): ActorRecord {
  return actor(wordOf('id', key), {
    name: wordOf('name', key),
    aliases: [wordOf('alias', key)],
    website: `https://${wordOf('website', key)}.example/`,
    yearStarted: 1999,
    sizeClass: 'micro',
    kbli: { code: '56101', version: '2020' },
    products: [wordOf('product', key)],
    offers: [wordOf('offer', key)],
    needs: [wordOf('need', key)],
    attributes: { catatan: wordOf('attribute', key) },
    nib: wordOf('nib', key),
    phone: wordOf('phone', key),
    presence: [{ from: '2025-01-02', value: 'present' }],
    census: [{ from: '2026-02-01', value: 'complete' }],
    regions: [{ from: null, value: '35.73.01.1001' }],
    sectors: {
      'klaster-lokal@1': [{ from: null, value: sectorId }],
      'ekraf-17@1': [{ from: null, value: sectorId === 'batik' ? 'kriya' : sectorId }],
    },
    ...(consents.length > 0 ? { consents } : {}),
  })
}

const IN_SECTOR = { kuliner: 8, batik: 6, musik: 3, penerbitan: 2 } as const

export const actorsOf = (sectorId: keyof typeof IN_SECTOR): string[] =>
  Array.from({ length: IN_SECTOR[sectorId] }, (_, i) => `${sectorId}${i + 1}`)

const ACTORS: ActorRecord[] = [
  ...(Object.keys(IN_SECTOR) as (keyof typeof IN_SECTOR)[]).flatMap((sectorId) =>
    actorsOf(sectorId).map((key) => privateActor(key, sectorId)),
  ),
  privateActor(CONSENTING.display, 'kuliner', granted('display')),
  privateActor(CONSENTING.contact, 'kuliner', granted('contact', 'display')),
  privateActor(CONSENTING.research, 'batik', granted('research', 'contact')),
]

/** Between sectors that are shown: three ties, of one business on the one side; one tie; none. */
const TIES: [string, string][] = [
  ['kuliner1', 'kuliner2'],
  ['kuliner2', 'kuliner3'],
  ['kuliner1', 'batik1'],
  ['kuliner1', 'batik2'],
  ['kuliner1', 'batik3'],
  ['musik1', 'kuliner4'],
  ['penerbitan1', 'musik2'],
  [CONSENTING.display, 'batik4'],
  [CONSENTING.research, 'batik5'],
]

/** A register of people who are taken for real, in which 22 businesses stand in four sectors. */
export async function writePrivateRegister(db: Db): Promise<void> {
  await commitChangeset(db, { author: 'lokal', action: 'test' }, async (tx) => {
    await tx.putAll(actorStore, ACTORS)
    await tx.putAll(
      partnershipStore,
      TIES.map(([a, b], i) =>
        partnership(`hubungan-${i}`, [wordOf('id', a), wordOf('id', b)], {
          startedOn: '2025-11-03',
          statuses: [{ from: '2025-11-03', value: 'active' }],
          evidenceUrl: `https://${wordOf('evidence', a)}.example/`,
          note: wordOf('note', a),
          projects: [wordOf('project', a)],
        }),
      ),
    )
    await tx.put(eventStore, {
      id: 'pelatihan',
      title: 'Pelatihan bersama',
      type: 'training',
      startsOn: '2026-01-20',
      endsOn: null,
      hostId: wordOf('id', 'kuliner5'),
      regionCode: null,
    })
    await tx.putAll(
      affiliationStore,
      ['kuliner5', 'batik6'].map((key) => ({
        id: `hadir-${key}`,
        actorId: wordOf('id', key),
        target: { type: 'event' as const, id: 'pelatihan' },
        role: 'participant' as const,
        from: '2026-01-20',
        to: null,
        invited: true,
        registered: true,
        attended: true,
      })),
    )
  })
}
