import { describe, expect, it } from 'vitest'
import type { KeptChange } from '#client/api/kept-change.ts'
import {
  changeOn,
  clashesOf,
  fieldsOf,
  isSoAlready,
  together,
  valueIn,
} from '#client/features/log-partnership/changes/change-entry.ts'
import type { PartnershipDetail, PartnershipPatch } from '#shared/contract/partnerships.ts'
import { partnership } from '../server/records.ts'

const detail = (more: Partial<PartnershipDetail['record']>, revision = 1, standing = 'active') =>
  ({
    standing,
    revision,
    record: partnership('satu', ['a', 'b'], { evidence: 'C', ...more }),
  }) as PartnershipDetail
const change = (patch: PartnershipPatch, base: PartnershipDetail | null = detail({})): KeptChange => ({
  entity: 'partnership',
  id: 'satu',
  revision: 1,
  base,
  patch,
})
const correct = (changes: object, reason?: string) =>
  change({ mode: 'correct', changes, ...(reason === undefined ? {} : { reason }) })

describe('a change that met another', () => {
  const mine = correct({ evidence: 'B', note: 'saya' })

  it('clashes only where both set the same field, to different values', () => {
    expect(clashesOf(mine, detail({ intensity: 5 }, 2))).toEqual([])
    expect(clashesOf(mine, detail({ evidence: 'B' }, 2))).toEqual([])
    expect(clashesOf(mine, detail({ evidence: 'A' }, 2))).toEqual([
      { field: 'evidence', base: detail({}).record.evidence, mine: 'B', theirs: 'A', clash: true },
    ])
  })

  it('clashes wherever it differs where the record as it was read is not known', () => {
    const blind = { ...mine, base: null } as KeptChange
    expect(clashesOf(blind, detail({ note: 'saya' }, 2)).map(({ field }) => field)).toEqual(['evidence'])
  })

  it('is made on what is there now, without what is to stay theirs', () => {
    const now = detail({ evidence: 'A' }, 7)
    expect(changeOn(mine, now, { evidence: 'A' })).toMatchObject({
      revision: 7,
      base: now,
      patch: { mode: 'correct', changes: { note: 'saya' } },
    })
    expect(changeOn(mine, now, { evidence: 'B' })?.patch).toEqual(mine.patch)
    expect(changeOn(correct({ evidence: 'B' }), now, { evidence: 'A' })).toBeNull()
  })

  it('is done where the record says all of it already', () => {
    expect(isSoAlready(mine, detail({ evidence: 'B', note: 'saya' }, 2))).toBe(true)
    expect(isSoAlready(mine, detail({ evidence: 'B' }, 2))).toBe(false)
    // saying again that it goes on is always something
    expect(isSoAlready(change({ mode: 'confirm', on: '2026-06-15' }), detail({}, 2))).toBe(false)
  })

  it('reads a pause as the standing of the record, and why it ended as part of the end', () => {
    const end = change({
      mode: 'from',
      from: '2026-06-01',
      changes: { status: 'ended', endReason: 'completed' },
    })
    expect(fieldsOf(end)).toEqual({ status: 'ended' })
    expect(valueIn(detail({}, 2, 'expired'), 'status')).toBe('active')
    expect(clashesOf(end, detail({}, 2, 'paused'))).toMatchObject([{ mine: 'ended', theirs: 'paused' }])
    expect(clashesOf(end, detail({ note: 'lain' }, 2, 'expired'))).toEqual([])
    expect(changeOn(end, detail({}, 2, 'paused'), { status: 'paused' })).toBeNull()
  })
})

describe('two corrections of one record that still wait', () => {
  it('are one, on the record as the first one read it', () => {
    const both = together(correct({ evidence: 'B', note: 'satu' }, 'sebab'), correct({ note: 'dua' }))
    expect(both).toMatchObject({
      revision: 1,
      patch: { mode: 'correct', changes: { evidence: 'B', note: 'dua' }, reason: 'sebab' },
    })
  })

  it('stay two where they are of two records, or of two days', () => {
    expect(together(correct({}), { ...correct({}), id: 'dua' } as KeptChange)).toBeNull()
    expect(together(correct({}), change({ mode: 'confirm', on: '2026-06-15' }))).toBeNull()
  })
})
