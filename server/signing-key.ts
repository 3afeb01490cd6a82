import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'

const BYTES = 32

/**
 * A key that this server signs with, made at its first use in a file of its own that only the owner of the process may
 * read: in the database it would travel with every copy. Without a file it lasts as long as the process.
 */
export function signingKey(file: string | null): () => Uint8Array {
  let key: Uint8Array | undefined
  return () => {
    key ??= file === null ? randomBytes(BYTES) : readOrMake(file)
    return key
  }
}

function readOrMake(file: string): Uint8Array {
  if (!existsSync(file)) {
    // Written aside and linked whole: whoever comes second, or after a crash, never reads half a key.
    const aside = `${file}.${process.pid}`
    writeFileSync(aside, randomBytes(BYTES), { mode: 0o600 })
    try {
      linkSync(aside, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      unlinkSync(aside)
    }
  }
  const key = readFileSync(file)
  if (key.length !== BYTES)
    throw new Error(`${file} holds no key of ${BYTES} bytes. Remove it: what was signed with it ends.`)
  return key
}
