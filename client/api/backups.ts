import { queryOptions } from '@tanstack/react-query'
import type { Backup, BackupList } from '#shared/contract/backups.ts'
import { getJson, sendJson } from './http.ts'

export const backupsQuery = () =>
  queryOptions({
    queryKey: ['backups'],
    queryFn: ({ signal }) => getJson<BackupList>('/backups', undefined, signal),
    staleTime: 0,
  })

export const makeBackup = () => sendJson<Backup>('POST', '/backups')
