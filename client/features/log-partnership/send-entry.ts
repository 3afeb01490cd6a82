import { uploadFile } from '#client/api/evidence.ts'
import { ApiError } from '#client/api/http.ts'
import { logPartnership } from '#client/api/partnerships.ts'
import type { NamedFile } from '#shared/contract/evidence.ts'
import type { LoggedPartnership, PartnershipRow } from '#shared/contract/partnerships.ts'
import { readFile } from './device-store.ts'
import type { OutboxEntry, Refusal } from './outbox-entry.ts'
import { type PartnershipDraft, toNewPartnership } from './partnership-draft.ts'

/**
 * Sends an entry with its files. It may be sent as often as one likes: under its key it is written once, and answered each time
 * as the first.
 * @throws {ApiError} as the server refused it, or because it is out of reach
 */
export async function sendEntry({ id, draft, author }: OutboxEntry): Promise<LoggedPartnership> {
  const files = await sendFiles(draft, author?.id)
  return logPartnership({ ...toNewPartnership(draft), files }, id, author?.id)
}

/**
 * Sends the files of a draft; they prove nothing until a record names them.
 * @throws {ApiError} where one is not on this device any more, was refused, or the server is out of reach
 */
export async function sendFiles(
  { files }: Pick<PartnershipDraft, 'files'>,
  as?: string,
): Promise<NamedFile[]> {
  const sent: NamedFile[] = []
  for (const { key, name } of files) {
    const blob = await readFile(key)
    if (!blob) throw lostFile(name)
    const { file } = await uploadFile(blob, as)
    sent.push({ file, name })
  }
  return sent
}

/** The browser gave its room to something else: the person is told, and may choose the file again or send without it. */
function lostFile(name: string): ApiError {
  const message = `The file ${name} is no longer on this device.`
  const issues = [{ path: 'files', code: 'file-lost', message, params: { name } }]
  return new ApiError('invalid-input', {
    type: 'about:blank',
    title: message,
    status: 400,
    code: 'invalid-input',
    issues,
  })
}

export function refusalOf(error: ApiError): Refusal {
  const actors = error.issues.some(({ code }) => code === 'likely-duplicate')
  const found = actors ? [] : (error.problem?.duplicates ?? [])
  return { code: error.code, issues: error.issues, duplicates: found as PartnershipRow[] }
}

/** A refusal keeps the entry with its reason; anything else that is thrown is a fault of ours. */
export function asRefusal(error: unknown): Refusal {
  if (!(error instanceof ApiError)) throw error
  return refusalOf(error)
}
