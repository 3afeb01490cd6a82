import { useTranslations } from 'use-intl'
import type { CsvCell } from '#client/ui/csv.ts'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'
import { PARTNERSHIP_COLUMNS, partnershipCells } from './partnership-csv.ts'
import { useNames } from './use-names.ts'

type Records = readonly PartnershipRow[]

/** Head and rows of a file of partnerships; grades that nobody recorded are left out. */
export function usePartnershipCsv(read: () => Records | Promise<Records>): {
  head: string[]
  rows: () => Promise<CsvCell[][]>
} {
  const t = useTranslations('partnerships')
  const common = useTranslations('common')
  const names = useNames()
  const columns = PARTNERSHIP_COLUMNS.filter(
    (column) => names.graded || (column !== 'intensity' && column !== 'evidence'),
  )
  const words = {
    kind: names.kind,
    sector: names.sector,
    standing: (standing: PartnershipRow['standing']) => common(`standing.${standing}`),
    notCounting: (reason: PartnershipRow['notCounting'][number]) => common(`notCounting.${reason}`),
    yes: t('yes'),
    no: t('no'),
  }
  return {
    head: columns.map((column) => t(`column.${column}`)),
    rows: async () =>
      (await read()).map((row) => {
        const cells = partnershipCells(row, words)
        return columns.map((column) => cells[column])
      }),
  }
}
