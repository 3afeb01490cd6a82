import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '#server/cli/run-command.ts'

export interface Ran {
  code: number
  out: string
  said: string
}

/** Runs a command line in this process and keeps what it wrote. */
export async function run(...args: string[]): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', said: '' }
  ran.code = await runCommand(args, {
    out: async (text) => {
      ran.out += text
    },
    say: (line) => {
      ran.said += `${line}\n`
    },
  })
  return ran
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'jejaring-'))

/** A folder with the two files of a network. */
export function networkFolder(nodes: string, edges: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'nodes.csv'), nodes)
  writeFileSync(join(folder, 'edges.csv'), edges)
  return folder
}
