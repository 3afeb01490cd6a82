import { AppError } from '../errors.ts'
import type { KeptCounts } from './kept-counts.ts'

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
/** Who signed in from an address is known there as long as a session lasts. */
const TRUSTED_S = 14 * DAY_S

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

export function createSignInLimits(counts: KeptCounts): SignInLimits {
  /** One after the other: of many at once each finds what the one before it has counted. */
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work)
    tail = turn.catch(() => undefined)
    return turn
  }
  const fromAddress = async (address: string) => {
    const { points, left } = await counts.add(`address ${network(address)}`, ADDRESS_WINDOW_S)
    if (points > ADDRESS_ATTEMPTS) refuse(left)
  }
  return {
    fromAddress,
    attempt: (email, address) =>
      inTurn(async () => {
        await fromAddress(address)
        const here = keysOf(email, address)
        const waiting = await counts.find(here.wait)
        if (waiting) refuse(waiting.left)
        if ((await counts.find(here.trusted)) === null) {
          const { points, left } = await counts.add(here.account, HOUR_S)
          if (points > ACCOUNT_ATTEMPTS) refuse(left)
        }
        const { points } = await counts.add(here.attempts, DAY_S)
        const wait = waitAfter(points)
        if (wait > 0) await counts.begin(here.wait, wait)
      }),
    async succeeded(email, address) {
      const { attempts, wait, trusted } = keysOf(email, address)
      await counts.forget([attempts, wait])
      await counts.begin(trusted, TRUSTED_S)
    },
  }
}

function keysOf(email: string, address: string) {
  const account = email.trim().toLowerCase()
  const here = `${account} ${network(address)}`
  return {
    account: `account ${account}`,
    attempts: `attempts ${here}`,
    wait: `wait ${here}`,
    trusted: `trusted ${here}`,
  }
}

/** Of IPv6 the half that a provider gives to one line. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}

function refuse(left: number): never {
  throw new AppError('too-many-requests', {
    detail: 'Too many attempts to sign in. Wait a little.',
    retryAfter: Math.max(1, Math.ceil(left / 1000)),
  })
}
