import { getJson } from '#client/api/http.ts'
import { toCsv } from '#client/ui/csv.ts'
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

/** The words of the columns and of the codes in them. */
export interface ActorCsvWords {
  head: readonly string[]
  role: (id: string) => string
  sector: (id: string) => string
  region: (code: string) => string
  size: (size: NonNullable<ActorRow['sizeClass']>) => string
  census: (status: ActorRow['censusStatus']) => string
  standing: (standing: ActorRow['standing']) => string
  yes: string
  no: string
}

export const actorCsv = (rows: readonly ActorRow[], words: ActorCsvWords): string =>
  toCsv(
    words.head,
    rows.map((row) => [
      row.id,
      row.name,
      row.role && words.role(row.role),
      row.sectorId && words.sector(row.sectorId),
      row.regionCode && words.region(row.regionCode),
      row.inCity ? words.yes : words.no,
      row.sizeClass && words.size(row.sizeClass),
      words.census(row.censusStatus),
      row.lastVerifiedOn,
      row.registeredOn,
      row.leftOn,
      row.partners,
      row.crossPartners,
      words.standing(row.standing),
    ]),
  )
