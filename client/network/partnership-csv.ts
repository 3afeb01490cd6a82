import type { CsvCell } from '#client/ui/csv.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

export const PARTNERSHIP_COLUMNS = [
  'id',
  'parties',
  'sectors',
  'kind',
  'direction',
  'intensity',
  'evidence',
  'standing',
  'startedOn',
  'lastConfirmedOn',
  'endedOn',
  'crossSector',
  'counts',
  'notCounting',
] as const
export type PartnershipColumn = (typeof PARTNERSHIP_COLUMNS)[number]

/** The words of the codes in the columns. */
export interface PartnershipCsvWords {
  kind: (id: string) => string
  sector: (id: string) => string
  standing: (standing: PartnershipRow['standing']) => string
  notCounting: (reason: PartnershipRow['notCounting'][number]) => string
  yes: string
  no: string
}

/** A record as a line of a file. */
export function partnershipCells(
  row: PartnershipRow,
  words: PartnershipCsvWords,
): Record<PartnershipColumn, CsvCell> {
  const yesNo = (value: boolean) => (value ? words.yes : words.no)
  const called = (id: string) => row.parties.find(({ actorId }) => actorId === id)?.name ?? id
  return {
    id: row.id,
    parties: row.parties.map(({ name }) => name).join('; '),
    sectors: row.parties.map(({ sectorId }) => (sectorId ? words.sector(sectorId) : '')).join('; '),
    kind: words.kind(row.kind),
    direction: row.arcs.map((arc) => arc.map(called).join(' → ')).join('; '),
    intensity: row.intensity,
    evidence: row.evidence,
    standing: words.standing(row.standing),
    startedOn: row.startedOn,
    lastConfirmedOn: row.lastConfirmedOn,
    endedOn: row.endedOn,
    crossSector: yesNo(row.crossSector),
    counts: yesNo(row.counts),
    notCounting: row.notCounting.map(words.notCounting).join('; '),
  }
}
