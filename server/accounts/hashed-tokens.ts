import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth'

/** What is kept of the token of a session: nobody who reads the database can sign in with it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

interface Asked {
  model: string
  where?: Where[] | undefined
}

/**
 * The adapter of the sessions' library, with the tokens of sessions hashed on their way to the tables. `untilWritable`: what every
 * write waits for before it asks the database.
 */
export function hashedTokens(adapter: DBAdapter, untilWritable: () => Promise<void>): DBAdapter {
  return {
    ...adapter,
    ...overOperations(adapter, untilWritable),
    async transaction(work) {
      await untilWritable()
      return adapter.transaction((trx) => work({ ...trx, ...overOperations(trx, atOnce) }))
    },
  }
}

const atOnce = () => Promise.resolve()

function overOperations(adapter: DBTransactionAdapter, untilWritable: () => Promise<void>) {
  return {
    create: async (asked) => {
      await untilWritable()
      const token: unknown = asked.model === 'session' ? asked.data.token : undefined
      if (typeof token !== 'string') return adapter.create(asked)
      const created = await adapter.create({ ...asked, data: { ...asked.data, token: hashOfToken(token) } })
      return withTokens(created, [token]) as never
    },
    findOne: async (asked) => withTokens(await adapter.findOne(hashed(asked)), tokensIn(asked)) as never,
    findMany: async (asked) =>
      (await adapter.findMany(hashed(asked))).map((row) => withTokens(row, tokensIn(asked))) as never,
    update: async (asked) => {
      await untilWritable()
      return withTokens(await adapter.update(hashed(asked)), tokensIn(asked)) as never
    },
    updateMany: async (asked) => {
      await untilWritable()
      return adapter.updateMany(hashed(asked))
    },
    count: (asked) => adapter.count(hashed(asked)),
    delete: async (asked) => {
      await untilWritable()
      await adapter.delete(hashed(asked))
    },
    deleteMany: async (asked) => {
      await untilWritable()
      return adapter.deleteMany(hashed(asked))
    },
  } satisfies Partial<DBAdapter>
}

const isToken = ({ model }: Asked, { field }: Where) => model === 'session' && field === 'token'

/** The tokens that are asked for. */
const tokensIn = (asked: Asked): string[] =>
  (asked.where ?? []).filter((where) => isToken(asked, where)).flatMap(({ value }) => listOf(value))

const listOf = (value: Where['value']): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

function hashed<A extends Asked>(asked: A): A {
  if (tokensIn(asked).length === 0) return asked
  const where = asked.where?.map((one): Where => {
    if (!isToken(asked, one)) return one
    return {
      ...one,
      value: Array.isArray(one.value) ? listOf(one.value).map(hashOfToken) : hashOfToken(String(one.value)),
    }
  })
  return { ...asked, where }
}

/** The row with its token as whoever asked knows it. */
function withTokens(row: unknown, tokens: readonly string[]): unknown {
  if (typeof row !== 'object' || row === null || !('token' in row)) return row
  const token = tokens.find((one) => hashOfToken(one) === row.token)
  return token === undefined ? row : { ...row, token }
}
