import { createHash } from 'node:crypto'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S

/** A whole office signs in behind one address on a Monday morning; beyond that somebody is guessing. */
export const ADDRESS_ATTEMPTS = 300
const ADDRESS_WINDOW_S = 15 * MINUTE_S

/** Who mistypes has so many attempts before the first wait. */
export const FREE_ATTEMPTS = 5
const FIRST_WAIT_S = 15
const LONGEST_WAIT_S = 15 * MINUTE_S

/** On one account, from all addresses together that have not signed in to it before. */
export const ACCOUNT_ATTEMPTS = 50

/** Seconds to wait after the n-th attempt in vain: none, then 15, 30, 60 … up to a quarter of an hour. */
export const waitAfter = (attempts: number): number =>
  attempts < FREE_ATTEMPTS
    ? 0
    : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(attempts - FREE_ATTEMPTS, 10))

export interface SignInLimits {
  /** Counts an attempt from an address alone. Throws `too-many-requests`. */
  fromAddress(address: string): Promise<void>
  /** Counts an attempt on an account before it is looked at, so that many at once get no further. Throws `too-many-requests`. */
  attempt(email: string, address: string): Promise<void>
  /** It was them: forgets the attempts from here, and who guesses elsewhere no longer shuts this address out. */
  succeeded(email: string, address: string): Promise<void>
}

/** Kept in memory: a restart forgets them, and the delays of a guesser with them. */
export function createSignInLimits(): SignInLimits {
  const addresses = new RateLimiterMemory({
    keyPrefix: 'address',
    points: ADDRESS_ATTEMPTS,
    duration: ADDRESS_WINDOW_S,
  })
  const attempts = new RateLimiterMemory({ keyPrefix: 'attempts', points: FREE_ATTEMPTS, duration: DAY_S })
  const waits = new RateLimiterMemory({ keyPrefix: 'wait', points: 0, duration: LONGEST_WAIT_S })
  const accounts = new RateLimiterMemory({ keyPrefix: 'account', points: ACCOUNT_ATTEMPTS, duration: HOUR_S })
  const trusted = new RateLimiterMemory({ keyPrefix: 'trusted', points: 1, duration: 14 * DAY_S })

  /** One after the other: of many at once each finds what the one before it has counted. */
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work)
    tail = turn.catch(() => undefined)
    return turn
  }
  const fromAddress = async (address: string) => {
    await addresses.consume(network(address)).catch(refuse)
  }
  return {
    fromAddress,
    attempt: (email, address) =>
      inTurn(async () => {
        await fromAddress(address)
        const here = pair(email, address)
        const waiting = await waits.get(here)
        if (waiting && waiting.msBeforeNext > 0) refuse(waiting)
        const isTrusted = ((await trusted.get(here))?.msBeforeNext ?? 0) > 0
        if (!isTrusted) await accounts.consume(digest(email)).catch(refuse)
        const { consumedPoints } = await attempts.penalty(here)
        const wait = waitAfter(consumedPoints)
        if (wait > 0) await waits.block(here, wait)
      }),
    async succeeded(email, address) {
      const here = pair(email, address)
      await attempts.delete(here)
      await waits.delete(here)
      await trusted.set(here, 1, 14 * DAY_S)
    },
  }
}

/** Of IPv6 the half that a provider gives to one line. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}

const digest = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
const pair = (email: string, address: string) => `${digest(email)} ${network(address)}`

function refuse(state: RateLimiterRes): never {
  throw new AppError('too-many-requests', {
    detail: 'Too many attempts to sign in. Wait a little.',
    retryAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
  })
}
