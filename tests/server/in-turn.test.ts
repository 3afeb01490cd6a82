import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { inTurn } from '#server/http/in-turn.ts'

it('begins one request in each turn of the event loop, in the order in which they came', async () => {
  const begun: string[] = []
  let turns = 0
  const app = new Hono()
    .use(inTurn() as never)
    .get('/:name', (c) => c.text(`${begun.push(c.req.param('name'))} in turn ${turns}`))
  const count = () => {
    turns++
    if (turns < 5) setImmediate(count)
  }
  setImmediate(count)
  const asked = ['a', 'b', 'c'].map((name) => app.request(`/${name}`))
  const answers = await Promise.all(asked.map(async (answer) => (await answer).text()))
  expect(begun).toEqual(['a', 'b', 'c'])
  expect(answers).toEqual(['1 in turn 0', '2 in turn 1', '3 in turn 2'])
  // nothing waits for a request that came before
  expect(await (await app.request('/later')).text()).toBe(`4 in turn ${turns}`)
})
