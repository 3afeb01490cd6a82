import { useTranslations } from 'use-intl'
import { CsvButton } from '#client/ui/CsvButton.tsx'
import { type CsvCell, toCsv } from '#client/ui/csv.ts'

interface TableCsvProps {
  /** Name of the file, without its ending. */
  file: string
  head: readonly string[]
  /** Every row behind the table, not only those on the page. */
  rows: () => Rows | Promise<Rows>
  /** Beside a heading rather than among the actions of a page. */
  quiet?: boolean
}

type Rows = readonly (readonly CsvCell[])[]

/** Any table as a file; the words are those of the page. */
export function TableCsv({ file, head, rows, quiet = false }: TableCsvProps) {
  const t = useTranslations('common')
  return (
    <CsvButton
      label={t('action.downloadCsv')}
      busy={t('csv.busy')}
      failed={t('csv.failed')}
      file={`${file}.csv`}
      quiet={quiet}
      build={async () => toCsv(head, await rows())}
    />
  )
}
