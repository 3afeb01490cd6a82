import { describe, expect, it } from 'vitest'
import { createAnswers } from '#server/network/answers.ts'
import type { Snapshot } from '#server/network/register.ts'

const at = (revision: number) => ({ revision }) as Snapshot

/** A register that moves on, and work on its answers that ends when it is told to. */
function stage() {
  let present = at(1)
  const answers = createAnswers()
  const begun: { revision: number; end: (answer: string) => void; fail: (error: Error) => void }[] = []
  return {
    begun,
    moveOn: () => {
      present = at(present.revision + 1)
    },
    ask: () =>
      answers.ofPresent(
        () => present,
        'overview',
        ({ revision }) =>
          new Promise<string>((end, fail) => {
            begun.push({ revision, end, fail })
          }),
      ),
  }
}

const turn = () => new Promise((done) => setImmediate(done))

describe('answers of the present', () => {
  it('are worked out one after the other, however often the register moves on', async () => {
    const { ask, begun, moveOn } = stage()
    const first = ask()
    const later = []
    for (let i = 0; i < 50; i++) {
      moveOn()
      later.push(ask())
    }
    expect(begun.map(({ revision }) => revision)).toEqual([1])
    begun[0]!.end('of 1')
    expect(await first).toBe('of 1')
    await turn()
    expect(begun.map(({ revision }) => revision)).toEqual([1, 51])
    begun[1]!.end('of 51')
    expect(new Set(await Promise.all(later))).toEqual(new Set(['of 51']))
    expect(await ask()).toBe('of 51')
    expect(begun).toHaveLength(2)
  })

  it('never are of a revision before the one that was there when they were asked for', async () => {
    const { ask, begun, moveOn } = stage()
    const first = ask()
    moveOn()
    const second = ask()
    begun[0]!.end('of 1')
    await first
    await turn()
    moveOn()
    const third = ask()
    begun[1]!.end('of 2')
    expect(await second).toBe('of 2')
    await turn()
    expect(begun.map(({ revision }) => revision)).toEqual([1, 2, 3])
    begun[2]!.end('of 3')
    expect(await third).toBe('of 3')
  })

  it('go on after one that failed, which is not kept', async () => {
    const { ask, begun, moveOn } = stage()
    const first = ask()
    moveOn()
    const second = ask()
    begun[0]!.fail(new Error('out of memory'))
    await expect(first).rejects.toThrow('out of memory')
    await turn()
    begun[1]!.fail(new Error('again'))
    await expect(second).rejects.toThrow('again')
    await turn()
    const third = ask()
    begun[2]!.end('of 2')
    expect(await third).toBe('of 2')
  })
})
