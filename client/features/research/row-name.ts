import type { Figures, ResearchColumn } from '#shared/contract/research.ts'

/** Columns that say which row it is: an id stands back where its name is there, and so does the sector of an end of a tie. */
export function namingColumns({ columns }: Pick<Figures, 'columns'>): ResearchColumn[] {
  const naming = columns.filter(({ measure }) => measure === null)
  const has = (key: string) => naming.some((column) => column.key === key)
  return naming.filter(
    ({ key }) =>
      !(key === 'id' && has('name')) &&
      !(has(`${key}Name`) || (key.endsWith('SectorId') && has(key.replace('SectorId', 'Name')))),
  )
}

/** Sector of what the column names in a row, for its mark. */
export function sectorBeside(
  { columns }: Pick<Figures, 'columns'>,
  key: string,
  row: number,
): string | null | undefined {
  const sectorKey = key === 'name' ? 'sectorId' : key.replace(/Name$/, 'SectorId')
  const value = columns.find((column) => column.key === sectorKey)?.values[row]
  return typeof value === 'string' || value === null ? value : undefined
}

/** Id of the actor that the column names in a row. */
export function actorBeside({ columns }: Pick<Figures, 'columns'>, key: string, row: number) {
  const idKey = key === 'name' ? 'id' : key.replace(/Name$/, '')
  const value = columns.find((column) => column.key === idKey)?.values[row]
  return typeof value === 'string' ? value : undefined
}

/** What the row is called: by both where it stands between two, or is made of two. */
export function rowName(
  figures: Pick<Figures, 'columns' | 'table'>,
  row: number,
  word: (id: string) => string,
): string {
  const paired = !['actors', 'sectors', 'places', 'network', 'quarters'].includes(figures.table)
  return namingColumns(figures)
    .slice(0, paired ? 2 : 1)
    .map(({ values }) => word(String(values[row] ?? '–')))
    .join(' – ')
}
