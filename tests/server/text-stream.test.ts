import { expect, test } from 'vitest'
import { jsonPieces, streamOf } from '#server/http/text-stream.ts'

test('an answer comes in pieces that are its JSON together', async () => {
  const answer = {
    revision: 3,
    absent: null,
    left: undefined,
    kinds: [],
    actors: {
      id: Array.from({ length: 5_001 }, (_, i) => `"${i}\n`),
      x: Array.from({ length: 2_000 }, (_, i) => i),
    },
    rows: [{ a: 1, b: undefined }],
  }
  const pieces = [...jsonPieces(answer)]
  expect(pieces.join('')).toBe(JSON.stringify(answer))
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(30_000)
  expect(await new Response(streamOf(jsonPieces(answer))).json()).toEqual(JSON.parse(JSON.stringify(answer)))
})
