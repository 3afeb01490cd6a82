/** Where a command writes: results to `out`, everything said along the way to `say`. */
export interface Terminal {
  /** Resolves when the reader has room for more. */
  out: (text: string) => Promise<void>
  say: (line: string) => void
}

export const processTerminal: Terminal = {
  out: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve()
      else process.stdout.once('drain', resolve)
    }),
  say: (line) => process.stderr.write(`${line}\n`),
}
