import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CellIssueCode, FieldId, SheetKind } from '#shared/contract/import-fields.ts'
import type {
  Import,
  ImportDecisions,
  ImportFixed,
  ImportFixes,
  ImportMapping,
  ImportPage,
  ImportRowPage,
} from '#shared/contract/imports.ts'
import { apiUrl, getJson, sendFile, sendJson } from './http.ts'

/** How often what goes on by itself is asked about, in ms. */
const ASK_AGAIN_MS = 500

const path = (id: string, rest = '') => `/imports/${encodeURIComponent(id)}${rest}`

/** Whether something is being done to it that ends by itself. */
export const isUnderWay = ({ busy, state }: Pick<Import, 'busy' | 'state'>): boolean =>
  busy !== null || state === 'reading' || state === 'queued' || state === 'committing'

export const importsQuery = (page: number, pageSize: number) =>
  queryOptions({
    queryKey: ['imports', 'list', page, pageSize],
    queryFn: ({ signal }) => getJson<ImportPage>('/imports', { page, pageSize }, signal),
    placeholderData: keepPreviousData,
  })

/** The one thing that is polled: what happens to a draft moves no revision, so the stream does not tell. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => getJson<Import>(path(id), undefined, signal),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? ASK_AGAIN_MS : false),
  })

export type RowsShown = 'all' | 'problems' | 'duplicates' | 'open' | 'skipped'

export interface RowsAsked {
  show: RowsShown
  field?: FieldId | undefined
  code?: CellIssueCode | undefined
  page: number
  pageSize: number
}

export const importRowsKey = (id: string) => ['imports', 'rows', id] as const

export const importRowsQuery = (id: string, asked: RowsAsked) =>
  queryOptions({
    queryKey: [...importRowsKey(id), asked],
    queryFn: ({ signal }) => getJson<ImportRowPage>(path(id, '/rows'), { ...asked }, signal),
    placeholderData: keepPreviousData,
  })

export const uploadImport = (file: File) =>
  sendFile<Import>(`/imports?${new URLSearchParams({ name: file.name })}`, file)

/** Something written to a draft. */
export type ImportWrite =
  | { type: 'mapping'; mapping: Omit<ImportMapping, 'version'> }
  | { type: 'fixes'; fixes: ImportFixes['fixes'] }
  | { type: 'decisions'; decisions: Omit<ImportDecisions, 'version'> }
  | { type: 'dry-run' }
  | { type: 'commit'; reason: string }

/** What a write left: the import as it is now, and the rows that were fixed. */
export interface ImportWritten {
  import: Import
  rows: ImportFixed['rows']
}

const alone = (written: Import): ImportWritten => ({ import: written, rows: [] })

export async function writeImport(id: string, version: number, write: ImportWrite): Promise<ImportWritten> {
  switch (write.type) {
    case 'mapping':
      return alone(
        await sendJson<Import>('PUT', path(id, '/mapping'), { body: { version, ...write.mapping } }),
      )
    case 'fixes':
      return sendJson<ImportFixed>('POST', path(id, '/fixes'), { body: { version, fixes: write.fixes } })
    case 'decisions':
      return alone(
        await sendJson<Import>('POST', path(id, '/decisions'), { body: { version, ...write.decisions } }),
      )
    case 'dry-run':
      return alone(await sendJson<Import>('POST', path(id, '/dry-run'), { body: { version } }))
    case 'commit':
      return alone(
        await sendJson<Import>('POST', path(id, '/commit'), {
          body: { version, ...(write.reason === '' ? {} : { reason: write.reason }) },
        }),
      )
  }
}

/** Stops what is under way. */
export const cancelImport = (id: string) => sendJson<Import>('POST', path(id, '/cancel'))

export const discardImport = (id: string) => sendJson<unknown>('DELETE', path(id))

/** Addresses of files, written in a language. */
export const problemsUrl = (id: string, language: string) => apiUrl(path(id, '/problems.xlsx'), { language })
export const templateUrl = (kind: SheetKind, language: string) =>
  apiUrl(`/import-templates/${kind}`, { language })
export const exportUrl = (kind: SheetKind, format: 'xlsx' | 'csv', language: string) =>
  apiUrl(`/exports/${kind}.${format}`, { language })
