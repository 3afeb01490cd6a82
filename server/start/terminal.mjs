// What the bootstrap says goes to stderr, so that the output of a command stays clean.

/** Announces a step that may take long. */
export function step(text) {
  process.stderr.write(`• ${text}\n`)
}

/** Ends the process with one sentence. */
export function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}
