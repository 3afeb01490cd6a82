import { createRoute } from '@hono/zod-openapi'
import { Backup, BackupList } from '#shared/contract/backups.ts'
import type { KeptBackup } from '../db/backup/backup-folder.ts'
import { AppError } from '../errors.ts'
import { may } from '../http/may.ts'
import { createRouter, json, type Router } from '../http/router.ts'
import type { Backups } from './backups.ts'

const list = createRoute({
  method: 'get',
  path: '/api/backups',
  tags: ['diagnostics'],
  summary: 'The backups that are kept, and what went wrong with the last one',
  ...may('backups.manage'),
  responses: { 200: json(BackupList, 'The newest first') },
})

const make = createRoute({
  method: 'post',
  path: '/api/backups',
  tags: ['diagnostics'],
  summary: 'Makes a backup now, while the register is in use',
  ...may('backups.manage'),
  responses: { 201: json(Backup, 'What it holds') },
})

const shown = ({ missingFiles, ...backup }: KeptBackup): Backup => ({
  ...backup,
  missingFiles: missingFiles.length,
})

/** Without a file there is nothing to copy: `backups` is null. */
export function backupRoutes(backups: Backups | null): Router {
  return createRouter()
    .openapi(list, (c) => {
      c.header('cache-control', 'no-store')
      if (!backups) return c.json({ folder: null, everyHours: 0, keep: 0, failure: null, rows: [] }, 200)
      const { folder, everyHours, keep } = backups
      const rows = backups.list().map(shown)
      return c.json({ folder, everyHours, keep, failure: backups.failure(), rows }, 200)
    })
    .openapi(make, async (c) => {
      if (!backups)
        throw new AppError('invalid-input', {
          detail: 'A register in memory has no file to make a backup of.',
        })
      return c.json(shown(await backups.make('asked')), 201)
    })
}
