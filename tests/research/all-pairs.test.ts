import { afterAll, describe, expect, test } from 'vitest'
import { createWorkerPool } from '#server/insights/worker-pool.ts'
import { readSearches, SEARCHED, searchByThreads } from '#server/research/all-pairs.ts'
import { askToStop, createPace, readPace } from '#server/research/pace.ts'
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
    const found = readSearches(await searchByThreads(csr, SEARCHED, pool.run))
    expect(bytesOf(found.betweenness!)).toBe(bytesOf(betweenness(csr)))
    const alone = closeness(csr)
    expect(bytesOf(found.closeness!.closeness)).toBe(bytesOf(alone.closeness))
    expect(bytesOf(found.closeness!.harmonic)).toBe(bytesOf(alone.harmonic))
  })

  test('counts every block and every actor once', async () => {
    const { csr } = blockModel(3000)
    for (const [metric, total] of [
      ['betweenness', 64],
      ['closeness', 3000],
    ] as const) {
      const pace = createPace()
      await searchByThreads(csr, [metric], pool.run, pace, 3)
      expect(readPace(pace)).toEqual({ done: total, total, step: 0, steps: 3, metric })
    }
  })

  test('stops in the midst of it', async () => {
    const pace = createPace()
    const search = searchByThreads(blockModel(3000).csr, SEARCHED, pool.run, pace)
    setTimeout(() => askToStop(pace), 20)
    await expect(search).rejects.toThrow('Nobody waits')
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
  const found = readSearches(await searchByThreads(again, ['betweenness'], pools[1]!.pool.run))
  expect(bytesOf(found.betweenness!)).toBe(bytesOf(betweenness(csr)))
})
