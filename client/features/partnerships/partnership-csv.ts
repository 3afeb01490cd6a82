import { getJson } from '#client/api/http.ts'
import { toCsv } from '#client/ui/csv.ts'
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

/** The words of the columns and of the codes in them. */
export interface PartnershipCsvWords {
  head: readonly string[]
  kind: (id: string) => string
  sector: (id: string) => string
  standing: (standing: PartnershipRow['standing']) => string
  notCounting: (reason: PartnershipRow['notCounting'][number]) => string
  yes: string
  no: string
}

export function partnershipCsv(rows: readonly PartnershipRow[], words: PartnershipCsvWords): string {
  const yesNo = (value: boolean) => (value ? words.yes : words.no)
  return toCsv(
    words.head,
    rows.map((row) => [
      row.id,
      row.parties.map(({ name }) => name).join('; '),
      row.parties.map(({ sectorId }) => (sectorId ? words.sector(sectorId) : '')).join('; '),
      words.kind(row.kind),
      row.arcs
        .map((arc) =>
          arc.map((id) => row.parties.find((party) => party.actorId === id)?.name ?? id).join(' → '),
        )
        .join('; '),
      row.intensity,
      row.evidence,
      words.standing(row.standing),
      row.startedOn,
      row.lastConfirmedOn,
      row.endedOn,
      yesNo(row.crossSector),
      yesNo(row.counts),
      row.notCounting.map(words.notCounting).join('; '),
    ]),
  )
}
