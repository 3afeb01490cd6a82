import { z } from 'zod'
import { id, isoDate, pageOf, reason, revision } from './fields.ts'

/** What a file that proves a partnership may be. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the file, in hexadecimal: its name' })

/** A file as it was uploaded; nothing refers to it yet. */
export const UploadedFile = z
  .object({ file: sha256, mediaType: z.enum(MEDIA_TYPES), bytes: z.number().int().positive() })
  .meta({ id: 'UploadedFile' })
export type UploadedFile = z.infer<typeof UploadedFile>

/** An uploaded file, and what people call it. */
export const NamedFile = z
  .object({ file: sha256, name: z.string().trim().min(1).max(200) })
  .strict()
  .meta({ id: 'NamedFile' })
export type NamedFile = z.infer<typeof NamedFile>

/** The fact that a file proves a partnership, as stored and as logged. */
export const EvidenceRecord = z
  .object({
    id,
    partnershipId: id,
    file: sha256,
    mediaType: z.enum(MEDIA_TYPES),
    bytes: z.number().int().positive(),
    name: z.string(),
    addedOn: isoDate,
  })
  .meta({ id: 'EvidenceRecord' })
export type EvidenceRecord = z.infer<typeof EvidenceRecord>

/** `GET /api/partnerships/{id}/evidence`, oldest first. */
export const EvidenceList = z.object({ rows: z.array(EvidenceRecord), revision }).meta({ id: 'EvidenceList' })
export type EvidenceList = z.infer<typeof EvidenceList>

/** Body of `POST /api/partnerships/{id}/evidence`. */
export const NewEvidence = z
  .object({ files: z.array(NamedFile).min(1).max(10), reason: reason.optional() })
  .strict()
  .meta({ id: 'NewEvidence' })

/** Answer to adding and to removing: the revision is what an undo takes back. */
export const ChangedEvidence = EvidenceList.meta({ id: 'ChangedEvidence' })

/** Two records that a person said are not the same. */
export const NotDuplicate = z
  .object({
    entity: z.enum(['actor', 'partnership']),
    first: id,
    second: id,
    author: z.string(),
    at: z.iso.datetime(),
    revision,
  })
  .meta({ id: 'NotDuplicate' })
export const NotDuplicatePage = pageOf(NotDuplicate).meta({ id: 'NotDuplicatePage' })
export type NotDuplicatePage = z.infer<typeof NotDuplicatePage>
