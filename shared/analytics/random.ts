/**
 * The one source of chance. The algorithm is part of the contract: a published p-value can be recomputed from its seed.
 *
 * Generator: xoshiro128** 1.1 (Blackman & Vigna 2021, ACM Trans Math Softw 47:36). Its four words come from splitmix32 started
 * at `seed XOR (stream * 0x9E3779B9)`, so that every test draws from a stream of its own and none moves another.
 * Bounded integers: Lemire's multiplication with rejection (2019, ACM Trans Model Comput Simul 29:3), without bias.
 * Shuffle: Fisher-Yates from the last place down; place i changes with a uniform place in 0 .. i.
 */
export interface Random {
  /** uniform in 0 .. 2^32 - 1 */
  uint32(): number
  /** uniform in 0 .. bound - 1, 1 <= bound <= 2^21 */
  below(bound: number): number
  /** what a shuffle needs: into[i] = below(i + 1) for every i from the last down to `first` */
  places(into: Uint32Array, first: number): void
}

/** Streams in use; a number is never given to a second purpose, and 2, 3 and 4 are given up. */
export const STREAM = {
  labels: 1,
  rewiring: 5,
  smallWorld: 6,
  strata: 7,
  communities: 8,
} as const

export const GENERATOR = 'xoshiro128**/splitmix32/fisher-yates@2'

export const DEFAULT_SEED = 20240909

const TWO_32 = 4294967296

export function createRandom(seed: number, stream = 0): Random {
  const s = new Uint32Array(4)
  let word = (seed ^ Math.imul(stream, 0x9e3779b9)) >>> 0
  for (let i = 0; i < 4; i++) {
    word = (word + 0x9e3779b9) >>> 0
    let z = word
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    s[i] = z ^ (z >>> 15)
  }

  function uint32(): number {
    const scrambled = Math.imul(s[1], 5)
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
    const shifted = s[1] << 9
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= shifted
    s[3] = (s[3] << 11) | (s[3] >>> 21)
    return result
  }

  function below(bound: number): number {
    let x = uint32()
    let low = Math.imul(x, bound) >>> 0
    if (low < bound) {
      const threshold = TWO_32 % bound
      while (low < threshold) {
        x = uint32()
        low = Math.imul(x, bound) >>> 0
      }
    }
    // x * bound < 2^53 for bound <= 2^21, so the product and its high word are exact
    return Math.floor((x * bound) / TWO_32)
  }

  /** `below` once more, with the state in registers: half the time of a shuffle was spent on storing it. */
  function places(into: Uint32Array, first: number): void {
    let [s0, s1, s2, s3] = s
    for (let i = into.length - 1; i >= first; ) {
      const scrambled = Math.imul(s1, 5)
      const x = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0
      const shifted = s1 << 9
      s2 ^= s0
      s3 ^= s1
      s1 ^= s2
      s0 ^= s3
      s2 ^= shifted
      s3 = (s3 << 11) | (s3 >>> 21)
      const bound = i + 1
      const low = Math.imul(x, bound) >>> 0
      if (low < bound && low < TWO_32 % bound) continue
      into[i--] = (x * bound) / TWO_32
    }
    s[0] = s0
    s[1] = s1
    s[2] = s2
    s[3] = s3
  }

  return { uint32, below, places }
}

/** Shuffles in place, uniformly over all orders. O(length). */
export function shuffle(values: Uint16Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = values[i]
    values[i] = values[j]
    values[j] = held
  }
}
