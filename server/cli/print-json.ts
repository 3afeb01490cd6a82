import type { Terminal } from './terminal.ts'

const CHUNK = 1 << 16

/** Prints an object as one JSON document, member by member, so that a long list is never one long string. */
export async function printJson(document: object, { out }: Terminal): Promise<void> {
  let pending = ''
  const write = async (text: string) => {
    pending += text
    if (pending.length < CHUNK) return
    await out(pending)
    pending = ''
  }
  const members = Object.entries(document).filter(([, value]) => value !== undefined)
  await write('{')
  for (const [i, [key, value]] of members.entries()) {
    await write(`${i === 0 ? '' : ','}\n  ${JSON.stringify(key)}: `)
    if (Array.isArray(value)) await list(value, write)
    else if (typeof value === 'object' && value !== null) await map(value, write)
    else await write(JSON.stringify(value))
  }
  await write('\n}\n')
  await out(pending)
}

async function list(values: readonly unknown[], write: (text: string) => Promise<void>) {
  await write('[')
  for (const [i, value] of values.entries()) await write(`${i === 0 ? '' : ', '}${JSON.stringify(value)}`)
  await write(']')
}

async function map(values: object, write: (text: string) => Promise<void>) {
  const entries = Object.entries(values)
  await write('{')
  for (const [i, [key, value]] of entries.entries())
    await write(`${i === 0 ? '' : ','}\n    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  await write(entries.length > 0 ? '\n  }' : '}')
}
