import { describe, expect, it } from 'vitest'
import { filterNetwork } from '#client/features/explorer/filter-network.ts'
import { readQuestion } from '#client/features/explorer/focus/reading.ts'
import { pickedRows, readPicks, type Selectable, toggled } from '#client/features/explorer/focus/selection.ts'
import { setNumbers } from '#client/features/explorer/focus/selection-summary.ts'
import { rowsOfSide } from '#client/features/explorer/focus/set-choice.ts'
import { indexNetwork } from '#client/network/graph/network-index.ts'
import { smallNetwork } from './small-network.ts'

const index = indexNetwork(smallNetwork, null)
const { actors } = smallNetwork
const from: Selectable = {
  ids: actors.id,
  names: actors.name,
  sectors: actors.sectorId,
  present: index.present,
  rowOf: index.rowOf,
  rowsOfGroup: (id) => (id === 'rupa' ? [index.rowOf.get('r1')!] : []),
  placeOf: (row) => (actors.id[row] === 'b2' ? null : { x: actors.x[row]!, y: actors.y[row]! }),
  passes: (row) => actors.id[row] !== 'k2',
}
const ids = (picked: Uint8Array | null) => actors.id.filter((_, row) => picked?.[row] === 1)

describe('a selection', () => {
  it('adds up what was clicked, and what rules mean', () => {
    expect(ids(pickedRows(readPicks('a.b1,s.kuliner'), from))).toEqual(['b1', 'k1', 'k2'])
    expect(ids(pickedRows(readPicks('s.kuliner,x.k1'), from))).toEqual(['k2'])
    expect(ids(pickedRows(readPicks('q.usaha r'), from))).toEqual(['r1', 'r2'])
    expect(ids(pickedRows(readPicks('g.rupa'), from))).toEqual(['r1'])
  })
  it('takes from an outline who is drawn in it and passes the filters', () => {
    expect(ids(pickedRows(readPicks('p.-9999.-9999.9999.-9999.9999.9999.-9999.9999'), from))).toEqual(
      ids(index.present).filter((id) => id !== 'b2' && id !== 'k2'),
    )
  })
  it('is nothing where nobody is meant', () => {
    expect(pickedRows([], from)).toBeNull()
    expect(pickedRows(readPicks('a.nobody,z.9,p.1.2,s'), from)).toBeNull()
  })
  it('lets go of one of those that a rule picked', () => {
    const sector = readPicks('s.batik')
    const without = toggled(sector, 'b1', true)
    expect(ids(pickedRows(without, from))).toEqual(['b2'])
    expect(ids(pickedRows(toggled(without, 'b1', false), from))).toEqual(['b1', 'b2'])
    expect(toggled(readPicks('a.b1'), 'b1', true)).toEqual([])
  })
})

describe('a selection in numbers', () => {
  it('counts by the definition: who is in n, and ties that count', () => {
    // b1–b2 and b2–k1 count; r1 is without a partner, r2 was not asked.
    const picked = pickedRows(readPicks('s.batik,s.rupa'), from)
    expect(setNumbers(smallNetwork, picked)).toEqual({
      n: 3,
      beside: 1,
      ties: 1,
      outward: 1,
      density: 1 / 3,
      crossShare: 0,
      cross: 0,
      reached: 1,
      reach: 1 / 3,
    })
  })
  it('of the whole agree with the counts of the server', () => {
    const whole = setNumbers(smallNetwork, null)
    expect([whole.n, whole.ties]).toEqual([smallNetwork.counts.n, smallNetwork.counts.m])
    expect(whole.crossShare).toBe(1 / 2)
  })
  it('are undefined rather than zero where nothing is counted', () => {
    const nobody = setNumbers(smallNetwork, pickedRows(readPicks('a.r2'), from))
    expect(nobody).toMatchObject({ n: 0, density: null, crossShare: null, reach: null })
  })
})

describe('questions to the network', () => {
  const filtered = filterNetwork(index, { paused: [] })
  const row = (id: string) => index.rowOf.get(id)!

  it('a path keeps who is on it and walks only ties that count', () => {
    const path = readQuestion({ ask: 'path', from: row('b1'), to: row('k1') }, index, filtered)
    expect(ids(path.kept)).toEqual(['b1', 'b2', 'k1'])
    expect(path).toMatchObject({ steps: [[row('b1')], [row('b2')], [row('k1')]] })
    expect(path.lit?.reduce((sum, one) => sum + one, 0)).toBe(2)
    const none = readQuestion({ ask: 'path', from: row('b1'), to: row('k2') }, index, filtered)
    expect(none).toMatchObject({ paths: { length: -1 } })
    expect(ids(none.kept)).toEqual(['b1', 'k2'])
  })
  it('a leaving actor keeps what it would cut off', () => {
    const leave = readQuestion({ ask: 'leave', row: row('b2') }, index, filtered)
    expect(leave).toMatchObject({ broken: { pairsCut: 1 }, alone: 2 })
    expect(ids(leave.kept)).toEqual(['b2', 'k1'])
  })
  it('two sides keep who brings them together', () => {
    const sides = { a: rowsOfSide('s.batik', index, null), b: rowsOfSide('s.kuliner', index, null) }
    const between = readQuestion({ ask: 'between', ...sides }, index, filtered)
    expect(between).toMatchObject({ brokers: [{ row: row('b2'), pairs: 1, inA: 1, inB: 1 }] })
    expect(ids(between.kept)).toEqual(['b1', 'b2', 'k1'])
  })
})
