import { describe, expect, it } from 'vitest'
import { type Correctable, correctionIssues, correctionOf } from '#client/features/partnerships/correction.ts'
import { actionsFor } from '#client/features/partnerships/partnership-actions.ts'
import {
  countFilters,
  isFiltered,
  readPartnershipSearch,
  toPartnershipQuery,
} from '#client/features/partnerships/partnership-search.ts'
import { partnershipTimeline } from '#client/features/partnerships/partnership-timeline.ts'
import { partnershipCells } from '#client/network/partnership-csv.ts'
import { addMonths } from '#client/ui/add-months.ts'
import { toCsv } from '#client/ui/csv.ts'
import { threeWay } from '#client/ui/three-way.ts'
import type { PartnershipRecord, PartnershipRow } from '#shared/contract/partnerships.ts'
import { STANDINGS } from '#shared/contract/vocabulary.ts'

const record: PartnershipRecord = {
  id: 'p',
  kind: 'supply',
  intensity: 2,
  evidence: 'C',
  evidenceUrl: null,
  note: null,
  parties: ['a', 'b'],
  arcs: [['a', 'b']],
  startedOn: '2024-01-31',
  endedOn: null,
  endReason: null,
  statuses: [{ from: '2024-01-31', value: 'active' }],
  confirmations: [],
  weight: null,
  projects: [],
  recordedOn: null,
}
const lines = (changes: Partial<PartnershipRecord>, expiry: number | null = 12) =>
  partnershipTimeline({ ...record, ...changes }, expiry, '2026-09-30').map(
    (entry) => `${entry.on} ${entry.type}${entry.type === 'status' ? ` ${entry.status}` : ''}`,
  )

describe('adding months', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2026-03-31', 6, '2026-09-30'],
  ])('%s + %i is %s', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result)
  })
})

describe('the course of a partnership', () => {
  it('lapses twelve months after the last confirmation and begins again with the next', () => {
    expect(lines({ confirmations: ['2025-06-01'] })).toEqual([
      '2024-01-31 started',
      '2025-01-31 lapsed',
      '2025-06-01 confirmed',
      '2026-06-01 lapsed',
    ])
  })

  it('does not lapse where nothing does', () => {
    expect(lines({}, null)).toEqual(['2024-01-31 started'])
  })

  it('shows pauses and the end once', () => {
    expect(
      lines({
        statuses: [
          { from: '2024-01-31', value: 'active' },
          { from: '2024-05-01', value: 'paused' },
          { from: '2024-07-01', value: 'active' },
          { from: '2024-12-31', value: 'ended' },
        ],
        confirmations: ['2024-07-01'],
        endedOn: '2024-12-31',
        endReason: 'completed',
      }),
    ).toEqual([
      '2024-01-31 started',
      '2024-05-01 status paused',
      '2024-07-01 confirmed',
      '2024-07-01 status active',
      '2024-12-31 ended',
    ])
  })

  it('says of a proposal once when it was recorded', () => {
    expect(
      lines({
        startedOn: null,
        recordedOn: '2026-09-01',
        statuses: [{ from: '2026-09-01', value: 'proposed' }],
      }),
    ).toEqual(['2026-09-01 status proposed'])
  })
})

describe('what can be done with a partnership', () => {
  it('is never nothing, and confirming comes first for what goes on or has lapsed', () => {
    for (const standing of STANDINGS) expect(actionsFor(standing)).toContain('correct')
    expect(actionsFor('active')[0]).toBe('confirm')
    expect(actionsFor('expired')[0]).toBe('confirm')
    expect(actionsFor('paused')[0]).toBe('resume')
    expect(actionsFor('proposed')[0]).toBe('start')
    expect(actionsFor('ended')).toEqual(['reopen', 'correct'])
  })
})

describe('a correction', () => {
  const base: Correctable = {
    kind: 'supply',
    arcs: [['a', 'b']],
    intensity: 2,
    evidence: 'C',
    startedOn: '2024-01-31',
    endedOn: null,
    endReason: null,
    evidenceUrl: null,
    note: null,
  }

  it('sends only what differs', () => {
    expect(correctionOf(base, { ...base, arcs: [['a', 'b']] })).toEqual({})
    expect(correctionOf(base, { ...base, intensity: 4, note: 'baru' })).toEqual({
      intensity: 4,
      note: 'baru',
    })
  })

  it('takes the reason away together with the end', () => {
    const ended: Correctable = { ...base, endedOn: '2026-01-31', endReason: 'completed' }
    expect(correctionOf(ended, { ...ended, endedOn: null })).toEqual({ endedOn: null, endReason: null })
  })

  it.each([
    ['a start taken away', { startedOn: null }, { startedOn: 'date-missing' }],
    ['a start to come', { startedOn: '2026-10-01' }, { startedOn: 'date-in-future' }],
    ['an end before the start', { endedOn: '2023-12-31' }, { endedOn: 'date-before-start' }],
    ['half an address', { evidenceUrl: 'contoh.id' }, { evidenceUrl: 'url-invalid' }],
    ['nothing', { note: 'x' }, {}],
  ] as const)('objects to %s', (_, changes, issues) => {
    expect(correctionIssues(base, { ...base, ...changes }, '2026-09-30')).toEqual(issues)
  })
})

describe('two versions of one record', () => {
  const base = { a: 1, b: 1, c: 1, d: [1] }

  it('differ where either moved, and clash where both did to different ends', () => {
    expect(threeWay(base, { ...base, a: 2, b: 2 }, { ...base, b: 3, c: 3, d: [1] })).toEqual([
      { field: 'a', base: 1, mine: 2, theirs: 1, clash: false },
      { field: 'b', base: 1, mine: 2, theirs: 3, clash: true },
      { field: 'c', base: 1, mine: 1, theirs: 3, clash: false },
    ])
  })

  it('agree where both made the same change', () => {
    expect(threeWay(base, { a: 5 }, { ...base, a: 5 })).toEqual([])
  })
})

describe('the address of the list', () => {
  it('is read from text and from what a router makes of it', () => {
    expect(
      readPartnershipSearch({ cross: true, counts: 'false', page: '3', evidence: 'A', q: 'kopi' }),
    ).toEqual({
      cross: 'true',
      counts: 'false',
      page: 3,
      evidence: 'A',
      q: 'kopi',
    })
  })

  it('drops what makes no sense', () => {
    expect(
      readPartnershipSearch({ standing: 'gone', page: '0', sort: 'colour', q: '  ', order: 'up' }),
    ).toEqual({})
  })

  it('becomes a question to the server', () => {
    expect(toPartnershipQuery({ kind: 'supply', page: 2 })).toEqual({ kind: 'supply', page: 2, pageSize: 50 })
    expect(isFiltered({ sort: 'kind', page: 2 })).toBe(false)
    expect(countFilters({ q: 'kopi', kind: 'supply', cross: 'true' })).toBe(2)
  })
})

describe('a CSV', () => {
  it('quotes, marks its encoding and disarms formulas', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['=1+1', 'x, "y"'],
          [null, -3],
        ],
      ),
    ).toBe('\uFEFFa,b\r\n\'=1+1,"x, ""y"""\r\n,-3\r\n')
  })

  it('writes a partnership in words, its direction as an arrow', () => {
    const row = {
      ...record,
      parties: [
        { actorId: 'a', name: 'Kopi Contoh', role: 'business', sectorId: 'kuliner', regionCode: null },
        { actorId: 'b', name: 'Batik Contoh', role: 'business', sectorId: null, regionCode: null },
      ],
      standing: 'active',
      lastConfirmedOn: '2024-01-31',
      expiresOn: '2025-01-31',
      crossSector: true,
      counts: false,
      notCounting: ['expired'],
      revision: 4,
    } as PartnershipRow
    const cells = partnershipCells(row, {
      kind: () => 'Pasokan',
      sector: (id) => id.toUpperCase(),
      standing: () => 'aktif',
      notCounting: (reason) => reason,
      yes: 'ya',
      no: 'tidak',
    })
    expect(Object.values(cells)).toEqual([
      'p',
      'Kopi Contoh; Batik Contoh',
      'KULINER; ',
      'Pasokan',
      'Kopi Contoh → Batik Contoh',
      2,
      'C',
      'aktif',
      '2024-01-31',
      '2024-01-31',
      null,
      'ya',
      'tidak',
      'expired',
    ])
  })
})
