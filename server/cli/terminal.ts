import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Where a command writes: results to `out`, everything said along the way to `say`. */
export interface Terminal {
  /** Resolves when the reader has room for more. */
  out: (text: string) => Promise<void>
  say: (line: string) => void
  /** Where a long work stands: on a screen in one line that is written over, else a line each. `null` ends it. */
  tell?: (line: string | null) => void
  /** Asks for something that is not shown while it is typed; absent where nobody sits at a terminal. */
  askSecretly?: (question: string) => Promise<string>
  /** All that is piped in. */
  input?: () => Promise<string>
}

export const processTerminal: Terminal = {
  ...(process.stdin.isTTY ? { askSecretly } : {}),
  async input() {
    let text = ''
    for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
    return text
  },
  out: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve()
      else process.stdout.once('drain', resolve)
    }),
  say: (line) => process.stderr.write(`${line}\n`),
  tell: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line ?? ''}`)
    else if (line !== null) process.stderr.write(`${line}\n`)
  },
}

/** The reader echoes into nothing, so that the answer stands nowhere on the screen. */
async function askSecretly(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
