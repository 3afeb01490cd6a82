import { describe, expect, it } from 'vitest'
import { benchmark } from '#shared/analytics/benchmark.ts'
import { bridgingTest } from '#shared/analytics/bridging-test.ts'
import { buildCsr, type Csr } from '#shared/analytics/csr.ts'
import { eiTest } from '#shared/analytics/ei-test.ts'
import { integrationIndex, smallSectors } from '#shared/analytics/integration-index.ts'
import { drawLabellings, lanesInSector } from '#shared/analytics/label-draws.ts'
import { type Labels, sectorSizes } from '#shared/analytics/labels.ts'
import { countLanes, LANES, roomForWords } from '#shared/analytics/lane-counts.ts'
import { liaisons } from '#shared/analytics/liaison.ts'
import { createRandom, STREAM, shuffle } from '#shared/analytics/random.ts'
import { sectorReach } from '#shared/analytics/sector-reach.ts'
import { sectorTests } from '#shared/analytics/sector-tests.ts'
import { sectorTies } from '#shared/analytics/sector-ties.ts'

/** A network with hubs, triangles, small components and isolates; sectors of uneven size, one of them empty. */
function makeNetwork(n: number, sectors: number, seed: number): { csr: Csr; labels: Labels } {
  const random = createRandom(seed)
  const linked = Math.ceil(0.85 * n)
  const sources: number[] = []
  const targets: number[] = []
  for (let e = 0; e < 2 * n; e++) {
    sources.push(Math.min(random.below(linked), random.below(linked)))
    targets.push(random.below(linked))
  }
  const of = Uint16Array.from({ length: n }, () => Math.min(random.below(sectors), random.below(sectors)))
  return { csr: buildCsr(n, sources, targets), labels: { count: sectors + 1, of } }
}

/** The labellings of a seed, each complete: actors without a partner share what is left. */
function labellingsOf(csr: Csr, labels: Labels, seed: number, draws: number): Labels[] {
  const found: Labels[] = []
  drawLabellings(csr, labels, seed, [
    {
      draws,
      add({ tied, of }, lanes) {
        for (let j = 0; j < lanes; j++) {
          const left = sectorSizes(labels)
          const full = new Uint16Array(csr.n)
          const isTied = new Uint8Array(csr.n)
          for (const [i, v] of tied.entries()) {
            full[v] = of[LANES * i + j] ?? 0
            left[full[v] ?? 0]!--
            isTied[v] = 1
          }
          for (let v = 0; v < csr.n; v++) {
            if (isTied[v] === 1) continue
            full[v] = left.findIndex((members) => members > 0)
            left[full[v] ?? 0]!--
          }
          found.push({ count: labels.count, of: full })
        }
      },
    },
  ])
  return found
}

const NETWORKS = [
  { n: 30, sectors: 3, seed: 1 },
  { n: 41, sectors: 9, seed: 2 },
  { n: 64, sectors: 20, seed: 3 },
]

describe.each(NETWORKS)('draws for $n actors in $sectors sectors', ({ n, sectors, seed }) => {
  const { csr, labels } = makeNetwork(n, sectors, seed)

  it('are Fisher-Yates shuffles of one generator, actors without a partner first and left where they are', () => {
    const isolated = (v: number): boolean => csr.offsets[v] === csr.offsets[v + 1]
    const actors = Array.from({ length: n }, (_, v) => v)
    const order = [...actors.filter(isolated), ...actors.filter((v) => !isolated(v))]
    const pool = order.map((v) => labels.of[v])
    const random = createRandom(seed, STREAM.labels)
    const isolates = actors.filter(isolated).length
    expect(isolates).toBeGreaterThan(0)
    for (const drawn of labellingsOf(csr, labels, seed, 70)) {
      for (let i = n - 1; i >= isolates; i--) {
        const j = random.below(i + 1)
        ;[pool[i], pool[j]] = [pool[j], pool[i]]
        expect(drawn.of[order[i] ?? -1]).toBe(pool[i])
      }
      expect(sectorSizes(drawn)).toEqual(sectorSizes(labels))
    }
  })

  it('say of every tie and actor in one bit what the labels say', () => {
    drawLabellings(csr, labels, seed, [
      {
        draws: 64,
        add(batch, lanes) {
          const label = (i: number, j: number): number => batch.of[LANES * i + j] ?? -1
          const bit = (word: number | undefined, j: number): boolean => (((word ?? 0) >>> j) & 1) === 1
          const outside = Array.from(batch.tied, () => new Array<boolean>(lanes).fill(false))
          for (let e = 0; 2 * e < batch.ties.length; e++) {
            const [a = -1, b = -1] = batch.ties.subarray(2 * e, 2 * e + 2)
            for (let j = 0; j < lanes; j++) {
              const differ = label(a, j) !== label(b, j)
              expect(bit(batch.differs[e], j)).toBe(differ)
              if (!differ) continue
              outside[a]![j] = true
              outside[b]![j] = true
            }
          }
          for (let i = 0; i < batch.tied.length; i++) {
            for (let j = 0; j < lanes; j++) {
              expect(bit(batch.outside[i], j)).toBe(outside[i]?.[j])
              for (let k = 0; k < labels.count; k++) {
                expect(bit(lanesInSector(batch, i, k), j)).toBe(label(i, j) === k)
              }
            }
          }
        },
      },
    ])
  })

  it('give the p-values and the mean that counting every labelling afresh gives', () => {
    const all = labellingsOf(csr, labels, seed, 9_999)
    const share = (holds: boolean[]): number => (holds.filter(Boolean).length + 1) / (holds.length + 1)
    const observed = sectorReach(csr, labels)
    const drawn = all.map((labelling) => sectorReach(csr, labelling))
    for (const [k, test] of sectorTests(csr, labels, seed).entries()) {
      const seen = observed[k]
      if (!test || !seen || test.sampling.method === 'exact') continue
      const reached = drawn.map((readings) => readings[k]?.reached ?? -1)
      const floor = Math.min(seen.reached, ...reached)
      expect(test).toEqual({
        reachP: share(reached.map((count) => count <= seen.reached)),
        pMin: share(reached.map((count) => count === 0)),
        floorP: share(reached.map((count) => count === floor)),
        externalP: share(drawn.map((readings) => (readings[k]?.external ?? -1) <= seen.external)),
        sampling: { method: 'sampled', draws: 9_999 },
      })
    }
    const { external } = sectorTies(csr, labels)
    expect(eiTest(csr, labels, seed).value).toMatchObject({
      p: share(all.map((labelling) => sectorTies(csr, labelling).external <= external)),
      method: 'sampled',
    })
    const held = liaisons(csr, labels).bySector
    const counts = all.slice(0, 1_999).map((labelling) => liaisons(csr, labelling).bySector)
    const bridging = bridgingTest(csr, labels, seed)
    expect(bridging.sampling).toEqual({ method: 'sampled', draws: 1_999 })
    expect(Array.from(bridging.p)).toEqual(
      Array.from(held, (count, k) => share(counts.map((bySector) => (bySector[k] ?? -1) >= count))),
    )
    const pooled = smallSectors(sectorSizes(labels))
    const indices = all
      .slice(0, 999)
      .map((labelling) => integrationIndex(csr, labelling, pooled).value?.index ?? -1)
    const mean = indices.reduce((sum, index) => sum + index, 0) / 999
    const found = benchmark(csr, labels, seed).value
    expect(found?.mean).toBeCloseTo(mean, 9)
    expect(found?.error).toBeCloseTo(
      Math.sqrt(indices.reduce((sum, index) => sum + (index - mean) ** 2, 0) / 998 / 999),
      9,
    )
  })
})

describe('lopsided sectors', () => {
  it('are enumerated exactly: two in 40 against all 780 placements by hand', () => {
    const { csr } = makeNetwork(40, 2, 4)
    const pair = (a: number, b: number): Labels => ({
      count: 2,
      of: Uint16Array.from({ length: 40 }, (_, v) => (v === a || v === b ? 1 : 0)),
    })
    const labels = pair(0, 3)
    const all: Labels[] = []
    for (let a = 0; a < 40; a++) for (let b = a + 1; b < 40; b++) all.push(pair(a, b))
    const external = (labelling: Labels): number => sectorTies(csr, labelling).external
    const low = all.filter((labelling) => external(labelling) <= external(labels)).length
    expect(eiTest(csr, labels, 1).value).toMatchObject({ p: low / 780, method: 'exact', draws: 780 })
    const pooled = smallSectors(sectorSizes(labels))
    const mean =
      all.reduce((sum, labelling) => sum + (integrationIndex(csr, labelling, pooled).value?.index ?? 0), 0) /
      780
    expect(benchmark(csr, labels, 1).value?.mean).toBeCloseTo(mean, 9)
    const held = liaisons(csr, labels).bySector
    const bridging = bridgingTest(csr, labels, 1)
    for (let k = 0; k < 2; k++) {
      const atLeast = all.filter(
        (labelling) => (liaisons(csr, labelling).bySector[k] ?? -1) >= (held[k] ?? 0),
      ).length
      expect(bridging.p[k]).toBeCloseTo(atLeast / 780, 12)
    }
  })
})

describe('words of 32 labellings', () => {
  it('are added up bit by bit, whatever their number', () => {
    const random = createRandom(5)
    for (let length = 0; length < 300; length += 1 + (length >> 3)) {
      const words = new Int32Array(roomForWords(length) + 8).fill(-1)
      const wanted = new Float64Array(LANES)
      for (let i = 0; i < length; i++) {
        words[i] = random.uint32()
        for (let j = 0; j < LANES; j++) wanted[j]! += ((words[i] ?? 0) >>> j) & 1
      }
      const found = new Float64Array(LANES)
      countLanes(words, length, found)
      expect(found).toEqual(wanted)
    }
  })

  it('shuffle as the plain shuffle does', () => {
    const values = Uint16Array.from({ length: 100 }, (_, i) => i)
    const places = new Uint32Array(100)
    const [one, other] = [createRandom(9, 3), createRandom(9, 3)]
    for (let round = 0; round < 50; round++) {
      const plain = values.slice()
      shuffle(plain, one)
      other.places(places, 1)
      for (let i = 99; i > 0; i--) {
        const j = places[i] ?? -1
        ;[values[i], values[j]] = [values[j] ?? -1, values[i] ?? -1]
      }
      expect(values).toEqual(plain)
    }
  })
})
