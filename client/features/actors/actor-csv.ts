import { getJson } from '#client/api/http.ts'
import type { CsvCell } from '#client/ui/csv.ts'
import type { ActorPage, ActorRow } from '#shared/contract/actors.ts'
import { type ActorSearch, toActorQuery } from './actor-search.ts'

const CHUNK = 500

/** Every row behind the filters, page by page. */
export async function allActors(search: ActorSearch): Promise<ActorRow[]> {
  const rows: ActorRow[] = []
  for (let page = 1; ; page++) {
    const answer = await getJson<ActorPage>('/actors', { ...toActorQuery(search), page, pageSize: CHUNK })
    rows.push(...answer.rows)
    if (rows.length >= answer.total || answer.rows.length === 0) return rows
  }
}

export const ACTOR_COLUMNS = [
  'id',
  'name',
  'role',
  'sector',
  'region',
  'inCity',
  'size',
  'census',
  'lastVerifiedOn',
  'registeredOn',
  'leftOn',
  'partners',
  'crossPartners',
  'standing',
] as const
export type ActorColumn = (typeof ACTOR_COLUMNS)[number]

/** The words of the codes in the columns. */
export interface ActorCsvWords {
  role: (id: string) => string
  sector: (id: string) => string
  region: (code: string) => string
  size: (size: NonNullable<ActorRow['sizeClass']>) => string
  census: (status: ActorRow['censusStatus']) => string
  standing: (standing: ActorRow['standing']) => string
  yes: string
  no: string
}

/** An actor as a line of a file; what is not known is empty. */
export const actorCells = (row: ActorRow, words: ActorCsvWords): Record<ActorColumn, CsvCell> => ({
  id: row.id,
  name: row.name,
  role: row.role && words.role(row.role),
  sector: row.sectorId && words.sector(row.sectorId),
  region: row.regionCode && words.region(row.regionCode),
  inCity: row.inCity ? words.yes : words.no,
  size: row.sizeClass && words.size(row.sizeClass),
  census: words.census(row.censusStatus),
  lastVerifiedOn: row.lastVerifiedOn,
  registeredOn: row.registeredOn,
  leftOn: row.leftOn,
  partners: row.partners,
  crossPartners: row.crossPartners,
  standing: words.standing(row.standing),
})
