import { setImmediate } from 'node:timers/promises'

export const JSON_TYPE = 'application/json; charset=utf-8'

/** Between two pieces of a text other requests get their turn. */
export function streamOf(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      await setImmediate()
      let text = ''
      while (text.length < 32_768) {
        const { done, value } = pieces.next()
        if (done) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += value
      }
      controller.enqueue(encoder.encode(text))
    },
  })
}

const VALUES_PER_PIECE = 2_000

/** The JSON of an answer whose columns may be long. */
export function* jsonPieces(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > VALUES_PER_PIECE) {
    yield '['
    for (let from = 0; from < value.length; from += VALUES_PER_PIECE)
      yield `${from === 0 ? '' : ','}${JSON.stringify(value.slice(from, from + VALUES_PER_PIECE)).slice(1, -1)}`
    yield ']'
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    yield '{'
    let comma = ''
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue
      yield `${comma}${JSON.stringify(key)}:`
      yield* jsonPieces(inner)
      comma = ','
    }
    yield '}'
  } else yield JSON.stringify(value)
}
