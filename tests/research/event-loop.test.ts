import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LoopDelay, watchEventLoop } from '#server/diagnostics.ts'
import { createWorkerPool, type WorkerPool } from '#server/insights/worker-pool.ts'
import type { Job } from '#shared/contract/research.ts'
import { type TestRegister, testRegister } from '../insights/test-register.ts'
import { figuresOf, finished, post } from './asking.ts'
import { modelRecords } from './model-records.ts'

/** Others are answered meanwhile: bounds that a busy machine keeps, and a loop that computes does not. */
let pool: WorkerPool
let register: TestRegister
let delay: LoopDelay

beforeAll(async () => {
  pool = createWorkerPool(1)
  register = await testRegister({ ...modelRecords(1_000), pool })
  delay = watchEventLoop()
  await figuresOf(register, 'actors', 'columns=degree')
}, 60_000)
afterAll(async () => {
  delay.stop()
  await register.close()
  await pool.close()
})

test('a search from every actor leaves the event loop to others', async () => {
  delay.reset()
  const before = performance.eventLoopUtilization()
  const job = await post<Job>(register, '/api/research/jobs', {
    reader: 'one',
    kind: 'figures',
    metrics: ['betweenness', 'closeness', 'small-world'],
  })
  expect((await finished(register, job)).state).toBe('done')
  // done on the loop, the work would fill all of the time
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  expect(delay.read().p50).toBeLessThan(50)
}, 60_000)
