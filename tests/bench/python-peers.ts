import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Interpreters differ in what is installed for them. */
const INTERPRETERS = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].filter(
  (path) => path !== undefined,
)

export type PeerLibrary = 'igraph' | 'networkx'

export interface PeerAnswer {
  /** by the clock, and of the processor */
  seconds: number
  busy: number
  result: Record<string, number | number[] | null>
  peak_bytes: number
}

/** Python with the libraries that the figures are compared with, kept running so that both sides are warm. */
export interface PythonPeers {
  versions: Partial<Record<PeerLibrary, string>>
  /** @param network a file as `writeNetwork` leaves it */
  run(task: string, network: string, values?: boolean): Promise<PeerAnswer>
  close(): void
}

export function openPythonPeers(): PythonPeers {
  const interpreter = INTERPRETERS.find((path) => versionOf(path, 'igraph') !== null) ?? 'python3'
  const versions: PythonPeers['versions'] = {}
  for (const library of ['igraph', 'networkx'] as const) {
    const version = versionOf(interpreter, library)
    if (version !== null) versions[library] = version
  }
  let child: ChildProcessWithoutNullStreams | undefined
  let answers: AsyncIterator<string> | undefined
  return {
    versions,
    async run(task, network, values = false) {
      if (!child) {
        child = spawn(interpreter, ['-W', 'ignore', resolve(import.meta.dirname, 'peers.py')])
        child.stderr.pipe(process.stderr)
        answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
      }
      if (!child.stdin.write(`${JSON.stringify({ task, network, values })}\n`))
        await once(child.stdin, 'drain')
      const line = await answers!.next()
      if (line.done) throw new Error(`The peers ended while they ran ${task}.`)
      return JSON.parse(line.value) as PeerAnswer
    },
    close: () => child?.stdin.end(),
  }
}

function versionOf(interpreter: string, library: PeerLibrary): string | null {
  const asked = spawnSync(interpreter, ['-c', `import ${library}; print(${library}.__version__)`], {
    encoding: 'utf8',
  })
  return asked.status === 0 ? asked.stdout.trim() : null
}
