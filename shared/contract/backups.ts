import { z } from 'zod'

const count = z.int().nonnegative()

export const Backup = z
  .object({
    file: z.string(),
    madeAt: z.string(),
    reason: z.enum(['asked', 'scheduled', 'migration', 'restore']),
    revision: count,
    /** SHA-256 of all that the register held */
    hash: z.string(),
    actors: count,
    partnerships: count,
    /** proofs beside it, and how many were nowhere to be found */
    files: count,
    missingFiles: count,
    /** of the database alone */
    bytes: count,
  })
  .meta({ id: 'Backup' })
export type Backup = z.infer<typeof Backup>

/** `GET /api/backups`, the newest first. */
export const BackupList = z
  .object({
    /** null: this register lives in memory and has none */
    folder: z.string().nullable(),
    /** 0: only when somebody asks */
    everyHours: count,
    /** how many of each reason */
    keep: count,
    /** the last attempt, where it failed and none has succeeded since */
    failure: z.object({ at: z.string(), message: z.string() }).nullable(),
    rows: z.array(Backup),
  })
  .meta({ id: 'BackupList' })
export type BackupList = z.infer<typeof BackupList>
