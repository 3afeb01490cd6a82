/** Where a command writes: results to `out`, everything said along the way to `say`. */
export interface Terminal {
  /** Resolves when the reader has room for more. */
  out: (text: string) => Promise<void>
  say: (line: string) => void
  /** Where a long work stands: on a screen in one line that is written over, else a line each. `null` ends it. */
  tell?: (line: string | null) => void
}

export const processTerminal: Terminal = {
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
