import { describe, expect, test } from 'vitest'
import {
  censusOn,
  expiresOn,
  isThere,
  lastConfirmedOn,
  lastVerifiedOn,
  leftOn,
  sectorOn,
  standingOn,
} from '#server/network/as-of.ts'

import { addDays, addMonths, endOfQuarter, quarterOf } from '#server/network/calendar.ts'
import { valueOn } from '#server/reference/dated.ts'
import { business, PARTITION_ID, partnership } from './records.ts'

describe('calendar', () => {
  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-08-31', 1, '2025-09-30'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -12, '2024-01-15'],
    ['2025-01-15', 0, '2025-01-15'],
  ])('%s plus %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  test('steps over month and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
  })

  test('knows the last day of every quarter', () => {
    expect([1, 2, 3, 4].map((quarter) => endOfQuarter(2026, quarter))).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ])
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([1, 1, 2, 4])
  })
})

describe('a dated value', () => {
  const rows = [
    { from: null, value: 'a' },
    { from: '2025-03-01', value: 'b' },
    { from: '2025-06-01', value: 'c' },
  ]

  test.each([
    ['2000-01-01', 'a'],
    ['2025-02-28', 'a'],
    ['2025-03-01', 'b'],
    ['2025-05-31', 'b'],
    ['2030-01-01', 'c'],
    ['all', 'c'],
  ])('on %s is %s', (on, expected) => {
    expect(valueOn(rows, on)).toBe(expected)
    expect(valueOn([...rows].reverse(), on)).toBe(expected)
  })

  test('is nothing before the first row', () => {
    expect(valueOn(rows.slice(1), '2025-02-28')).toBeUndefined()
  })
})

describe('an actor', () => {
  const actor = business('a', null, {
    presence: [
      { from: '2025-02-01', value: 'present' },
      { from: '2025-09-01', value: 'left' },
    ],
    sectors: {
      [PARTITION_ID]: [
        { from: null, value: 'batik' },
        { from: '2025-07-15', value: 'kuliner' },
      ],
    },
    census: [
      { from: null, value: 'none' },
      { from: '2025-03-01', value: 'partial' },
      { from: '2025-08-01', value: 'complete' },
    ],
  })

  test.each([
    ['2025-01-31', false],
    ['2025-02-01', true],
    ['2025-08-31', true],
    ['2025-09-01', false],
    ['all', true],
  ])('is there on %s: %s', (on, there) => {
    expect(isThere(actor, on)).toBe(there)
  })

  test('carries its sector and census status of the date', () => {
    expect(sectorOn(actor, PARTITION_ID, '2025-07-14')).toBe('batik')
    expect(sectorOn(actor, PARTITION_ID, '2025-07-15')).toBe('kuliner')
    expect(sectorOn(actor, 'other@1', '2025-07-15')).toBeNull()
    expect(censusOn(actor, '2025-02-28')).toBe('none')
    expect(censusOn(actor, '2025-03-01')).toBe('partial')
    expect(lastVerifiedOn(actor, '2025-02-28')).toBeNull()
    expect(lastVerifiedOn(actor, '2025-07-31')).toBe('2025-03-01')
    expect(lastVerifiedOn(actor, '2025-08-01')).toBe('2025-08-01')
  })

  test('has left only once it has', () => {
    expect(leftOn(actor, '2025-08-31')).toBeNull()
    expect(leftOn(actor, '2025-09-01')).toBe('2025-09-01')
  })

  test('without a presence row always was there', () => {
    expect(isThere(business('b', null, { presence: [] }), '1990-01-01')).toBe(true)
  })
})

describe('the standing of a partnership', () => {
  test.each([
    ['2025-01-14', 'future'],
    ['2025-01-15', 'active'],
    ['2026-01-15', 'active'],
    ['2026-01-16', 'expired'],
    ['all', 'active'],
  ])('unconfirmed since its start, on %s is %s', (on, expected) => {
    expect(standingOn(partnership('p', ['a', 'b']), on, 12)).toBe(expected)
  })

  test('lapses after the last day of a shorter month', () => {
    const leap = partnership('p', ['a', 'b'], { startedOn: '2024-02-29' })
    expect(standingOn(leap, '2025-02-28', 12)).toBe('active')
    expect(standingOn(leap, '2025-03-01', 12)).toBe('expired')
  })

  test('is reopened by a confirmation from that day only', () => {
    const confirmed = partnership('p', ['a', 'b'], { confirmations: ['2026-05-10'] })
    expect(standingOn(confirmed, '2026-01-15', 12)).toBe('active')
    expect(standingOn(confirmed, '2026-01-16', 12)).toBe('expired')
    expect(standingOn(confirmed, '2026-05-09', 12)).toBe('expired')
    expect(standingOn(confirmed, '2026-05-10', 12)).toBe('active')
    expect(standingOn(confirmed, '2027-05-10', 12)).toBe('active')
    expect(standingOn(confirmed, '2027-05-11', 12)).toBe('expired')
    expect(lastConfirmedOn(confirmed, '2026-05-09')).toBe('2025-01-15')
    expect(expiresOn(confirmed, '2026-05-10', 12)).toBe('2027-05-10')
  })

  test('paused is not active, and resumed is again', () => {
    const paused = partnership('p', ['a', 'b'], {
      statuses: [
        { from: '2025-01-15', value: 'active' },
        { from: '2025-04-01', value: 'paused' },
        { from: '2025-06-01', value: 'active' },
      ],
    })
    expect(standingOn(paused, '2025-03-31', 12)).toBe('active')
    expect(standingOn(paused, '2025-04-01', 12)).toBe('paused')
    expect(standingOn(paused, '2025-06-01', 12)).toBe('active')
  })

  test('has ended on its last day', () => {
    const ended = partnership('p', ['a', 'b'], { endedOn: '2025-05-01' })
    expect(standingOn(ended, '2025-04-30', 12)).toBe('active')
    expect(standingOn(ended, '2025-05-01', 12)).toBe('ended')
    expect(standingOn(ended, 'all', 12)).toBe('active')
  })

  test('a proposal without a start stands from the day it was recorded', () => {
    const proposal = partnership('p', ['a', 'b'], {
      startedOn: null,
      recordedOn: '2025-03-10',
      statuses: [{ from: null, value: 'proposed' }],
    })
    expect(standingOn(proposal, '2025-03-09', 12)).toBe('future')
    expect(standingOn(proposal, '2025-03-10', 12)).toBe('proposed')
    expect(standingOn(proposal, '2030-01-01', 12)).toBe('proposed')
  })

  test('a proposal was one on its days also after it became work', () => {
    const turned = partnership('p', ['a', 'b'], {
      startedOn: '2025-09-15',
      statuses: [
        { from: '2025-08-01', value: 'proposed' },
        { from: '2025-09-15', value: 'active' },
      ],
    })
    expect(standingOn(turned, '2025-07-31', 12)).toBe('future')
    expect(standingOn(turned, '2025-08-01', 12)).toBe('proposed')
    expect(standingOn(turned, '2025-09-14', 12)).toBe('proposed')
    expect(standingOn(turned, '2025-09-15', 12)).toBe('active')
    const undated = { ...turned, recordedOn: '2025-08-10', statuses: [...turned.statuses] }
    undated.statuses[0] = { from: null, value: 'proposed' }
    expect(standingOn(undated, '2025-08-09', 12)).toBe('future')
    expect(standingOn(undated, '2025-08-10', 12)).toBe('proposed')
    expect(standingOn({ ...undated, recordedOn: null }, '2025-09-14', 12)).toBe('future')
  })

  test('declined stays declined', () => {
    const declined = partnership('p', ['a', 'b'], {
      startedOn: null,
      recordedOn: '2025-03-10',
      statuses: [
        { from: null, value: 'proposed' },
        { from: '2025-04-01', value: 'declined' },
      ],
    })
    expect(standingOn(declined, '2025-03-31', 12)).toBe('proposed')
    expect(standingOn(declined, '2025-04-01', 12)).toBe('declined')
    expect(standingOn(declined, 'all', 12)).toBe('declined')
  })

  test('without any date always was, and never lapses', () => {
    const undated = partnership('p', ['a', 'b'], {
      startedOn: null,
      statuses: [{ from: null, value: 'active' }],
    })
    expect(standingOn(undated, '1990-01-01', 12)).toBe('active')
    expect(standingOn(undated, '2090-01-01', 12)).toBe('active')
  })

  test('never lapses where the definition has no expiry', () => {
    expect(standingOn(partnership('p', ['a', 'b']), '2040-01-01', null)).toBe('active')
  })

  test('a corrected start changes the past', () => {
    const corrected = partnership('p', ['a', 'b'], { startedOn: '2025-03-01' })
    expect(standingOn(corrected, '2025-02-28', 12)).toBe('future')
    expect(standingOn(corrected, '2026-02-28', 12)).toBe('active')
  })
})
