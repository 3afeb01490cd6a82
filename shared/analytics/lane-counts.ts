/**
 * Counts for 32 labellings at once: bit j of every word is a yes or no for labelling j (a lane).
 *
 * Adds up words[0 .. length) lane by lane, into[j] += how many have bit j. Carry-save adders take eight words to one carry of eights
 * and that one ripples on, about nine operations a word for all 32 lanes (Harley and Seal; Warren 2012, Hacker's Delight, 2nd ed.,
 * 5-1). `words` needs room for the length rounded up to eight.
 */
export const LANES = 32

/** Length of an array of words that can be counted. */
export function roomForWords(length: number): number {
  return (length + 7) & ~7
}

// the weights 8, 16, 32 …; zero between calls
const high = new Int32Array(29)

export function countLanes(words: Int32Array, length: number, into: Float64Array): void {
  const end = roomForWords(length)
  words.fill(0, length, end)
  let ones = 0
  let twos = 0
  let fours = 0
  for (let i = 0; i < end; i += 8) {
    let half = ones ^ words[i]
    const twoA = (ones & words[i]) | (half & words[i + 1])
    ones = half ^ words[i + 1]
    half = ones ^ words[i + 2]
    const twoB = (ones & words[i + 2]) | (half & words[i + 3])
    ones = half ^ words[i + 3]
    half = twos ^ twoA
    const fourA = (twos & twoA) | (half & twoB)
    twos = half ^ twoB
    half = ones ^ words[i + 4]
    const twoC = (ones & words[i + 4]) | (half & words[i + 5])
    ones = half ^ words[i + 5]
    half = ones ^ words[i + 6]
    const twoD = (ones & words[i + 6]) | (half & words[i + 7])
    ones = half ^ words[i + 7]
    half = twos ^ twoC
    const fourB = (twos & twoC) | (half & twoD)
    twos = half ^ twoD
    half = fours ^ fourA
    let carry = (fours & fourA) | (half & fourB)
    fours = half ^ fourB
    for (let p = 0; carry !== 0; p++) {
      const next = high[p] & carry
      high[p] ^= carry
      carry = next
    }
  }
  const planes = 29 - Math.clz32(end)
  for (let j = 0; j < LANES; j++) {
    let count = ((ones >>> j) & 1) + 2 * ((twos >>> j) & 1) + 4 * ((fours >>> j) & 1)
    for (let p = 0; p < planes; p++) count += ((high[p] >>> j) & 1) << (p + 3)
    into[j] += count
  }
  high.fill(0, 0, Math.max(0, planes))
}
