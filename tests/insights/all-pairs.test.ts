import { afterAll, describe, expect, test } from 'vitest'
import { betweennessByThreads, closenessByThreads } from '#server/insights/all-pairs.ts'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { betweenness } from '#shared/analytics/betweenness.ts'
import { closeness } from '#shared/analytics/closeness.ts'
import { buildCsr } from '#shared/analytics/csr.ts'
import { blockModel } from '../bench/block-model.ts'

const pools = [1, 2, 3].map((threads) => ({ threads, pool: createWorkerPool(threads) }))
afterAll(() => Promise.all(pools.map(({ pool }) => pool.close())))

const bytesOf = (values: Float64Array) => Buffer.from(values.buffer).toString('base64')

describe.each(pools)('with $threads threads', ({ pool }) => {
  test.each([0, 1, 2, 700, 3000])('%i actors: every bit is that of one thread', async (n) => {
    const csr = n < 3 ? buildCsr(n, [], []) : blockModel(n).csr
    const done: number[] = []
    const between = await betweennessByThreads(csr, pool, (blocks) => done.push(blocks))
    expect(bytesOf(between)).toBe(bytesOf(betweenness(csr)))
    expect(done.at(-1)).toBe(64)
    const near = await closenessByThreads(csr, pool)
    const alone = closeness(csr)
    expect(bytesOf(near.closeness)).toBe(bytesOf(alone.closeness))
    expect(bytesOf(near.harmonic)).toBe(bytesOf(alone.harmonic))
  })
})

test('the order of rows does not move a bit', async () => {
  const { csr, ties } = blockModel(600)
  const turned = [...ties].reverse()
  const again = buildCsr(
    600,
    turned.map(([, b]) => b),
    turned.map(([a]) => a),
  )
  expect(bytesOf(await betweennessByThreads(again, pools[1]!.pool))).toBe(bytesOf(betweenness(csr)))
})
