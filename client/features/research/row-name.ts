import type { Figures, ResearchColumn } from '#shared/contract/research.ts'

/** Columns that say which row it is, without the ids that a name stands for. */
export function namingColumns({ columns }: Pick<Figures, 'columns'>): ResearchColumn[] {
  const naming = columns.filter(({ measure }) => measure === null)
  const has = (key: string) => naming.some((column) => column.key === key)
  return naming.filter(({ key }) => key !== 'id' || !has('name'))
}

/** What the row is called, its first two names where it stands between two things. */
export function rowName(
  figures: Pick<Figures, 'columns' | 'table'>,
  row: number,
  word: (id: string) => string,
): string {
  const naming = namingColumns(figures)
  const paired = ['sector-pairs', 'role-pairs', 'ties', 'actor-pairs'].includes(figures.table)
  return naming
    .slice(0, paired ? 2 : 1)
    .map(({ values }) => word(String(values[row] ?? '–')))
    .join(' – ')
}
