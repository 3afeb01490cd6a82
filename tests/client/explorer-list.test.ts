import { describe, expect, it } from 'vitest'
import { type ListOrder, listRows } from '#client/features/explorer/list/list-rows.ts'
import { indexNetwork } from '#client/network/graph/network-index.ts'
import { smallNetwork } from './small-network.ts'

const index = indexNetwork(smallNetwork, null)
const words = {
  sector: (row: number) => smallNetwork.actors.sectorId[row] ?? '',
  region: (row: number) => smallNetwork.actors.regionCode[row] ?? '',
  role: (row: number) => smallNetwork.actors.role[row] ?? '',
  census: (row: number) => smallNetwork.actors.census[row]!,
  compare: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0),
}
const list = (
  order: ListOrder,
  q = '',
  passes: (row: number) => boolean = (row) => index.present[row] === 1,
) => listRows(index, passes, q, order, words).map((row) => smallNetwork.actors.id[row])

describe('the list beside the graph', () => {
  it('begins with those with most partners, then by name', () => {
    expect(list({ by: 'partners', order: 'desc' })).toEqual(['b2', 'b1', 'k1', 'dinas', 'k2', 'r1', 'r2'])
  })
  it('sorts by name and by what is written, both ways', () => {
    expect(list({ by: 'name', order: 'desc' })[0]).toBe('r2')
    expect(list({ by: 'sector', order: 'asc' }).slice(0, 3)).toEqual(['dinas', 'b2', 'b1'])
    expect(list({ by: 'crossPartners', order: 'desc' }).slice(0, 2)).toEqual(['b2', 'k1'])
  })
  it('puts those first whom the focus keeps, each part in its order', () => {
    const kept = smallNetwork.actors.id.map((id) => Number(id === 'k2' || id === 'r1'))
    const rows = listRows(index, () => true, '', { by: 'name', order: 'asc' }, words, kept)
    const ids = rows.map((row) => smallNetwork.actors.id[row])
    expect(ids.slice(0, 2)).toEqual(['k2', 'r1'])
    expect(ids.slice(2)).toEqual(ids.slice(2).toSorted())
  })
  it('finds names whatever their case, among those that pass', () => {
    expect(list({ by: 'name', order: 'asc' }, ' USAHA K ')).toEqual(['k1', 'k2'])
    expect(
      list({ by: 'name', order: 'asc' }, 'usaha k', (row) => smallNetwork.actors.id[row] === 'k2'),
    ).toEqual(['k2'])
  })
})
