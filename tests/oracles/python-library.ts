import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

export type LibraryName = 'igraph' | 'networkx'

/** What a measuring script reads on a line: ties by actor number, two partitions, and the actors to search from (null: all). */
export interface MeasuredNetwork {
  n: number
  edges: readonly (readonly [number, number])[]
  labels: readonly number[]
  other: readonly number[]
  sources: readonly number[] | null
}

export type Measures = Record<string, unknown>

/** Interpreters differ in what is installed for them; the one that has the library is taken. */
const INTERPRETERS = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].filter(
  (path) => path !== undefined,
)

export interface PythonLibrary {
  version: string
  interpreter: string
  /** one answer per network, in their order */
  measure: (networks: readonly MeasuredNetwork[]) => Measures[]
}

/** The library, or null and a printed message where no interpreter has it. */
export function findLibrary(name: LibraryName): PythonLibrary | null {
  for (const interpreter of INTERPRETERS) {
    const asked = spawnSync(interpreter, ['-c', `import ${name}; print(${name}.__version__)`], {
      encoding: 'utf8',
    })
    if (asked.status !== 0) continue
    return {
      version: asked.stdout.trim(),
      interpreter,
      measure: (networks) => measure(interpreter, name, networks),
    }
  }
  console.info(`Not compared with ${name}: it is installed for none of ${INTERPRETERS.join(', ')}.`)
  return null
}

function measure(interpreter: string, name: LibraryName, networks: readonly MeasuredNetwork[]): Measures[] {
  const script = resolve(import.meta.dirname, `${name}_measures.py`)
  const ran = spawnSync(interpreter, ['-W', 'ignore', script], {
    input: networks.map((network) => `${JSON.stringify(network)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  })
  if (ran.status !== 0) throw new Error(`${name} failed: ${ran.stderr}`)
  return ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Measures)
}
