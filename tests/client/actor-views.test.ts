import { describe, expect, it } from 'vitest'
import {
  actorFormIssues,
  actorFormOf,
  correctionOf,
  datedChangeOf,
  emptyActorForm,
  newActorOf,
} from '#client/features/actors/actor-form.ts'
import { partnersOf } from '#client/features/actors/actor-partners.ts'
import { actorQuality } from '#client/features/actors/actor-quality.ts'
import { readActorSearch } from '#client/features/actors/actor-search.ts'
import { egoLayout } from '#client/features/actors/ego-layout.ts'
import { changeSummary } from '#client/features/history/change-summary.ts'
import { readHistorySearch } from '#client/features/history/history-search.ts'
import { targetIssues, targetOf } from '#client/features/settings/target-form.ts'
import { type ActorDetail, ActorPatch, NewActor } from '#shared/contract/actors.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

const detail: ActorDetail = {
  id: 'a',
  name: 'Kopi Contoh',
  role: 'business',
  sectorId: 'kuliner',
  regionCode: '35.74.01.1001',
  inCity: true,
  sizeClass: 'micro',
  censusStatus: 'complete',
  registeredOn: '2024-09-09',
  leftOn: null,
  lastVerifiedOn: '2025-09-30',
  partners: 1,
  crossPartners: 0,
  standing: 'linked',
  suggestion: null,
  revision: 4,
  record: {
    id: 'a',
    name: 'Kopi Contoh',
    aliases: [],
    inCity: true,
    parentId: null,
    website: null,
    yearStarted: 2016,
    sizeClass: 'micro',
    sizeBasis: 'sales',
    kbli: { code: '56303', version: '2020' },
    products: ['kopi'],
    needs: [],
    offers: [],
    attributes: {},
    presence: [{ from: '2024-09-09', value: 'present' }],
    roles: [{ from: null, value: 'business' }],
    regions: [],
    census: [],
    sectors: {},
  },
}
const form = actorFormOf(detail)

describe('the form of an actor', () => {
  it('corrects only what differs, in the words of the contract', () => {
    const changes = correctionOf(form, {
      ...form,
      name: ' Kopi Contoh Baru ',
      products: 'kopi\nroti; teh',
      kbliCode: '',
    })
    expect(changes).toEqual({ name: 'Kopi Contoh Baru', products: ['kopi', 'roti', 'teh'], kbli: null })
    expect(ActorPatch.safeParse({ mode: 'correct', changes }).success).toBe(true)
    expect(correctionOf(form, form)).toEqual({})
  })

  it('changes from a date only what may change on a date', () => {
    const changes = datedChangeOf(form, { ...form, name: 'Lain', sectorId: 'kriya', regionCode: '' })
    expect(changes).toEqual({ sectorId: 'kriya', regionCode: null })
    expect(ActorPatch.safeParse({ mode: 'from', from: '2026-09-01', changes }).success).toBe(true)
  })

  it('has no basis without a size', () => {
    expect(correctionOf(form, { ...form, sizeClass: '' })).toEqual({ sizeClass: null, sizeBasis: null })
  })

  it('registers a new actor that the contract accepts', () => {
    const fresh = newActorOf({ ...emptyActorForm('2026-09-30'), name: 'Sablon Contoh', sectorId: 'batik' })
    expect(NewActor.parse(fresh)).toMatchObject({
      name: 'Sablon Contoh',
      role: 'business',
      sectorId: 'batik',
      registeredOn: '2026-09-30',
    })
  })

  it.each([
    ['name', { name: ' ' }, 'name-missing'],
    ['yearStarted', { yearStarted: '16' }, 'year-invalid'],
    ['kbliCode', { kbliCode: '563' }, 'kbli-invalid'],
    ['website', { website: 'contoh.id' }, 'url-invalid'],
  ] as const)('objects to a wrong %s', (field, changes, issue) => {
    expect(actorFormIssues({ ...form, ...changes })).toEqual({ [field]: issue })
  })
})

describe('the quality of a record', () => {
  it.each([
    ['2026-09-29', 'fresh'],
    ['2026-09-30', 'stale'],
  ])('on %s a verification of 2025-09-30 is %s', (on, verification) => {
    expect(actorQuality(detail, on).verification).toBe(verification)
  })

  it('names what is missing, of a business more than of others', () => {
    expect(actorQuality(detail, '2026-01-01')).toMatchObject({
      missing: ['needs', 'offers'],
      known: 7,
      of: 9,
    })
    const school = { ...detail, role: 'academia', sectorId: null, lastVerifiedOn: null }
    expect(actorQuality(school, '2026-01-01')).toMatchObject({
      verification: 'never',
      missing: [],
      known: 3,
      of: 3,
    })
  })
})

const party = (actorId: string, sectorId: string | null) => ({
  actorId,
  name: `Usaha ${actorId}`,
  role: 'business',
  sectorId,
  regionCode: null,
})
const rowOf = (id: string, parties: string[], more: Partial<PartnershipRow> = {}) =>
  ({
    id,
    kind: 'supply',
    standing: 'active',
    counts: true,
    arcs: [],
    parties: parties.map((one) => party(one, one === 'b' ? 'kriya' : 'kuliner')),
    ...more,
  }) as unknown as PartnershipRow

describe('the partners of an actor', () => {
  it('are joined once, however many records, counting ones first', () => {
    const partners = partnersOf('a', [
      rowOf('1', ['a', 'c'], { counts: false, standing: 'expired' }),
      rowOf('2', ['a', 'b']),
      rowOf('3', ['b', 'a'], { counts: false }),
      rowOf('4', ['a', 'd'], { standing: 'ended', counts: false }),
    ])
    expect(
      partners.map(({ party: { actorId }, counts, crossSector, partnerships }) => [
        actorId,
        counts,
        crossSector,
        partnerships.length,
      ]),
    ).toEqual([
      ['b', true, true, 2],
      ['c', false, false, 1],
    ])
  })

  it('of a directed record are those an arc joins, and of a crowd those that confirmed', () => {
    const star = rowOf('1', ['a', 'b', 'c'], {
      arcs: [
        ['b', 'a'],
        ['b', 'c'],
      ],
    })
    expect(partnersOf('a', [star]).map(({ party: { actorId } }) => actorId)).toEqual(['b'])
    const crowd = rowOf('2', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(partnersOf('a', [crowd])).toEqual([])
  })

  it('stand around it inside the picture, no two in one place', () => {
    const partners = Array.from({ length: 9 }, (_, at) => ({
      id: String(at),
      sectorId: at % 2 ? 'x' : 'y',
      name: 'N',
    }))
    const places = egoLayout(partners, { width: 640, height: 300, named: true })
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(9)
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(640)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(300)
    }
    expect(egoLayout([], { width: 640, height: 300, named: true })).toEqual([])
  })
})

describe('addresses', () => {
  it('of the register drop what makes no sense', () => {
    expect(
      readActorSearch({ census: 'none', standing: 'unasked', sort: 'tidak-ada', page: '2', role: 'media' }),
    ).toEqual({
      census: 'none',
      standing: 'unasked',
      page: 2,
      role: 'media',
    })
  })

  it('of the history name a record only whole', () => {
    expect(readHistorySearch({ entity: 'actor' })).toEqual({})
    expect(readHistorySearch({ entity: 'actor', id: 'a', page: 2 })).toEqual({
      entity: 'actor',
      id: 'a',
      page: 2,
    })
  })
})

describe('what a change did', () => {
  it('is told field by field, a dated fact by its last value', () => {
    const before = { ...detail.record }
    const after = {
      ...detail.record,
      name: 'Kopi Lain',
      regions: [
        { from: null, value: 'x' },
        { from: '2026-01-01', value: 'y' },
      ],
    }
    expect(changeSummary({ entity: 'actor', id: 'a', before, after })).toEqual({
      entity: 'actor',
      id: 'a',
      what: 'changed',
      name: 'Kopi Lain',
      kind: null,
      fields: [
        { field: 'name', before: 'Kopi Contoh', after: 'Kopi Lain' },
        { field: 'regions', before: null, after: 'y, 2026-01-01' },
      ],
    })
    expect(
      changeSummary({ entity: 'actor', id: 'a', before, after }, (field, value) => `${field} ${value}`)
        .fields[1]?.after,
    ).toBe('regions y, regions 2026-01-01')
    expect(changeSummary({ entity: 'actor', id: 'a', before: null, after }).what).toBe('added')
    expect(changeSummary({ entity: 'actor', id: 'a', before, after: null })).toMatchObject({
      what: 'removed',
      name: 'Kopi Contoh',
    })
  })
})

describe('the target', () => {
  it.each([
    [{ value: '55,5', by: '2026-12-31' }, {}],
    [
      { value: '', by: '' },
      { value: 'value-missing', by: 'date-missing' },
    ],
    [
      { value: '101', by: '2026-09-30' },
      { value: 'value-range', by: 'date-past' },
    ],
    [{ value: 'lima', by: '2026-12-31' }, { value: 'value-range' }],
  ])('%o is met with %o', (typed, issues) => {
    expect(targetIssues(typed, '2026-09-30')).toEqual(issues)
  })

  it('takes a decimal comma', () => {
    expect(targetOf({ value: '55,5', by: '2026-12-31' })).toEqual({ value: 55.5, by: '2026-12-31' })
  })
})
