import { queryOptions } from '@tanstack/react-query'
import type { EvidenceList, NamedFile, UploadedFile } from '#shared/contract/evidence.ts'
import { apiUrl, getJson, sendFile, sendJson } from './http.ts'

export const evidenceQuery = (partnershipId: string) =>
  queryOptions({
    queryKey: ['partnerships', 'evidence', partnershipId],
    queryFn: ({ signal }) =>
      getJson<EvidenceList>(`/partnerships/${encodeURIComponent(partnershipId)}/evidence`, undefined, signal),
  })

/** Where the file itself is. */
export const evidenceUrl = (id: string) => apiUrl(`/evidence/${encodeURIComponent(id)}`)

/** Uploads what a record will name. The same file again is the same answer. */
export const uploadFile = (file: Blob, as?: string) => sendFile<UploadedFile>('/evidence', file, as)

export const addEvidence = (partnershipId: string, files: NamedFile[]) =>
  sendJson<EvidenceList>('POST', `/partnerships/${encodeURIComponent(partnershipId)}/evidence`, {
    body: { files },
  })

export const removeEvidence = (id: string) =>
  sendJson<EvidenceList>('DELETE', `/evidence/${encodeURIComponent(id)}`)
