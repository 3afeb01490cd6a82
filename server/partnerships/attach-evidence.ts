import { createHash } from 'node:crypto'
import type { EvidenceRecord, NamedFile } from '#shared/contract/evidence.ts'
import type { ChangesetTx } from '../db/changeset.ts'
import { invalidInput, issue } from '../errors.ts'
import type { EvidenceFiles } from './evidence-files.ts'
import { evidenceStore } from './evidence-store.ts'

interface Attachment {
  partnershipId: string
  files: readonly NamedFile[]
  addedOn: string
}

/**
 * Says in the changeset that these uploaded files prove the partnership; one that is said to already stays as it is. Throws
 * `invalid-input` for a file that was never uploaded, or was swept since.
 */
export async function attachEvidence(
  tx: ChangesetTx,
  kept: EvidenceFiles,
  { partnershipId, files, addedOn }: Attachment,
): Promise<EvidenceRecord[]> {
  const records: EvidenceRecord[] = []
  for (const [i, { file, name }] of files.entries()) {
    const found = await kept.find(file)
    if (!found) {
      const message = 'This file has not been uploaded.'
      throw invalidInput(issue(`files.${i}.file`, 'unknown-file', message, { value: file }))
    }
    const { mediaType, bytes } = found
    // One file proves one partnership once, so both together make the id.
    const id = createHash('sha256').update(`${partnershipId} ${file}`).digest('hex').slice(0, 32)
    if (records.every((record) => record.id !== id))
      records.push({ id, partnershipId, file, mediaType, bytes, name, addedOn })
  }
  const there = await tx.findMany(
    evidenceStore,
    records.map(({ id }) => id),
  )
  const fresh = records.filter(({ id }) => !there.has(id))
  await tx.add(evidenceStore, fresh)
  return fresh
}
