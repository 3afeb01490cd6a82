import { getJson } from '#client/api/http.ts'
import type { PartnershipPage, PartnershipRow } from '#shared/contract/partnerships.ts'
import { type PartnershipSearch, toPartnershipQuery } from './partnership-search.ts'

const CHUNK = 500

/** Every row behind the filters, page by page. */
export async function allPartnerships(search: PartnershipSearch): Promise<PartnershipRow[]> {
  const rows: PartnershipRow[] = []
  for (let page = 1; ; page++) {
    const answer = await getJson<PartnershipPage>('/partnerships', {
      ...toPartnershipQuery(search),
      page,
      pageSize: CHUNK,
    })
    rows.push(...answer.rows)
    if (rows.length >= answer.total || answer.rows.length === 0) return rows
  }
}
