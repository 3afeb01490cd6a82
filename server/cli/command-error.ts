/** A sentence for the person at the terminal; the command ends with exit code 1 and no trace. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CommandError'
  }
}
