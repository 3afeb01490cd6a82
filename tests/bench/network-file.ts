import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blockModel, type ModelNetwork } from './block-model.ts'

/** A model network in memory, its ends as arrays, and the file from which the peers read the same. */
export interface BenchNetwork extends ModelNetwork {
  n: number
  sources: Uint32Array
  targets: Uint32Array
  path: string
}

/** Networks for one run, in a folder of their own that `close` removes. */
export function openNetworks(): { of(n: number): BenchNetwork; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const made = new Map<number, BenchNetwork>()
  return {
    of(n) {
      const known = made.get(n)
      if (known) return known
      const model = blockModel(n)
      const path = join(folder, `${n}.bin`)
      writeNetwork(path, model)
      const network = {
        ...model,
        n,
        path,
        sources: Uint32Array.from(model.ties, ([a]) => a),
        targets: Uint32Array.from(model.ties, ([, b]) => b),
      }
      made.set(n, network)
      return network
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Unsigned 32-bit words: n, the sector of everybody, both ends of every tie. */
export function writeNetwork(path: string, { csr, labels, ties }: ModelNetwork): void {
  const words = new Uint32Array(1 + csr.n + 2 * ties.length)
  words[0] = csr.n
  words.set(labels.of, 1)
  for (const [i, tie] of ties.entries()) words.set(tie, 1 + csr.n + 2 * i)
  writeFileSync(path, words)
}
