import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitChangeset } from '#server/db/changeset.ts'
import { setCity } from '#server/settings/set-target.ts'
import type { ChangesetPage } from '#shared/contract/changesets.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { Reference } from '#shared/contract/reference.ts'
import { ROLE_IDS } from '#shared/contract/vocabulary.ts'
import {
  coProduction,
  issuesOf,
  logFirst,
  newBusiness,
  openTestApp,
  type TestApp,
  TODAY,
} from './test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})
afterEach(() => app.close())

const reference = async () => (await app.get<Reference>('/api/reference')).body

describe('the reference data of a new register', () => {
  it('keep the contract', async () => {
    expect(Reference.safeParse(await reference()).error).toBeUndefined()
  })

  it('have the six roles, the city with 5 kecamatan and 29 kelurahan, and both codes of each', async () => {
    const { roles, regions, city } = await reference()
    expect(roles.map((r) => r.id)).toEqual(ROLE_IDS)
    const count = (level: string) => regions.filter((r) => r.level === level).length
    expect([count('city'), count('district'), count('village')]).toEqual([1, 5, 29])
    const codes = new Set(regions.map((r) => r.code))
    expect(regions.filter((r) => r.parentCode !== null && !codes.has(r.parentCode))).toEqual([])
    expect(new Set(regions.map((r) => r.bpsCode)).size).toBe(35)
    expect(regions.find((r) => r.code === city.regionCode)?.name).toBe('Kota Probolinggo')
  })

  it('have one official partition, whose sectors are told apart without colour', async () => {
    const { partitions } = await reference()
    expect(partitions.map((p) => [p.id, p.official, p.sectors.length])).toEqual([
      ['klaster-lokal@1', true, 13],
      ['ekraf-17@1', false, 17],
    ])
    for (const { sectors } of partitions) {
      const distinct = (of: (s: (typeof sectors)[number]) => unknown) => new Set(sectors.map(of)).size
      expect(distinct((s) => s.id)).toBe(sectors.length)
      expect(distinct((s) => s.code)).toBe(sectors.length)
      expect(distinct((s) => `${s.group} ${s.shape}`)).toBe(sectors.length)
      const angles = sectors.map((s) => s.angle).sort((a, b) => a - b)
      const gaps = angles.map((a, i) => (angles[i + 1] ?? angles[0]! + 360) - a)
      expect(Math.min(...gaps)).toBeGreaterThan(20)
    }
  })

  it('keep sectors of one colour group apart on the official map', async () => {
    const round = [...(await reference()).partitions[0]!.sectors].sort((a, b) => a.angle - b.angle)
    const neighbours = round.map((s, i) => [s.group, round[(i + 1) % round.length]!.group])
    expect(neighbours.filter(([a, b]) => a === b)).toEqual([])
  })

  it('have both readings of every kind with a direction, and of no other', async () => {
    const { kinds } = await reference()
    for (const kind of kinds) {
      const readings = [kind.forwardId, kind.forwardEn, kind.backwardId, kind.backwardEn]
      expect([kind.id, readings.every((r) => r !== null)]).toEqual([kind.id, kind.directed])
    }
  })

  it('have the four definitions of what counts, exposure in none of them', async () => {
    const { definitions, kinds } = await reference()
    expect(definitions.map((d) => d.id)).toEqual(['official', 'strict', 'generous', 'helix'])
    const twoMode = kinds.filter((k) => k.twoMode).map((k) => k.id)
    expect(twoMode).toEqual(['forum_membership', 'event_attendance', 'referral'])
    for (const { rule } of definitions)
      expect(rule.kinds?.filter((kind) => twoMode.includes(kind)) ?? []).toEqual([])
    const [official, strict, generous, helix] = definitions.map((d) => d.rule)
    expect(official).toMatchObject({
      minIntensity: 2,
      evidence: ['A', 'B', 'C'],
      expiryMonths: 12,
      maxParties: 6,
    })
    expect(strict?.evidence).toEqual(['A', 'B'])
    expect(generous).toMatchObject({ minIntensity: 1 })
    expect(generous?.statuses).toContain('proposed')
    expect(helix).toMatchObject({ roles: null, kinds: null })
  })
})

describe('today', () => {
  it('is the date in the city, which may be ahead of the date in Greenwich', async () => {
    const { city } = await reference()
    expect(city).toMatchObject({ today: TODAY, defaultOn: TODAY, lastOn: TODAY, referenceDate: null })
  })

  it('is the stored reference date where there is one, for the default and for what is in the future', async () => {
    await commitChangeset(app.db, { author: 'lokal', action: 'test' }, (tx) =>
      setCity(tx, { referenceDate: '2026-03-31', demonstration: true }),
    )
    const { city } = await reference()
    expect(city).toMatchObject({ today: '2026-03-31', defaultOn: '2026-03-31', demonstration: true })
    const parties = [newBusiness('Satu Contoh'), newBusiness('Dua Contoh')]
    const late = await app.send<Problem>(
      'POST',
      '/api/partnerships',
      coProduction(parties, { startedOn: '2026-04-01' }),
    )
    expect(issuesOf(late)).toEqual(['startedOn later-than-today'])
    expect(late.body.issues?.[0]?.message).toContain('reference date of this register, 2026-03-31')
  })

  it('begins the series with the first partnership where no day is stored', async () => {
    expect((await reference()).city.firstOn).toBeNull()
    await logFirst(app)
    expect((await reference()).city.firstOn).toBe('2026-05-01')
  })
})

describe('the target', () => {
  const put = <T = Reference>(target: unknown) => app.send<T>('PUT', '/api/settings/target', { target })

  it('is set, changed, taken away and undone, each a changeset', async () => {
    expect((await reference()).target).toBeNull()
    expect((await put({ value: 55, by: '2026-12-31' })).body.target).toEqual({ value: 55, by: '2026-12-31' })
    expect((await put({ value: 60, by: '2027-12-31' })).body.target?.value).toBe(60)
    await app.send('POST', '/api/changesets/2/undo', {})
    expect((await reference()).target).toEqual({ value: 55, by: '2026-12-31' })
    expect((await put(null)).body.target).toBeNull()
    const { rows } = (await app.get<ChangesetPage>('/api/changesets?entity=setting&id=target')).body
    expect(rows.map((r) => r.action)).toEqual(['set-target', 'undo', 'set-target', 'set-target'])
  })

  it('lies between 0 and 100 and ahead', async () => {
    const refused = async (target: unknown) => issuesOf(await put<Problem>(target))
    expect(await refused({ value: 101, by: '2026-12-31' })).toEqual(['target.value too-big'])
    expect(await refused({ value: 55, by: TODAY })).toEqual(['target.by not-later-than-today'])
    expect(await refused({ value: 55 })).toEqual(['target.by missing'])
    expect(await refused(undefined)).toEqual(['target missing'])
  })
})
