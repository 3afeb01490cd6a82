import { NOTHING } from '../address-signs.ts'
import type { ListOrder, ListSort } from './list-rows.ts'

/** What the table may tell beside the name, in the order in which it is told. */
export const LIST_COLUMNS = [
  'sector',
  'region',
  'role',
  'partners',
  'crossPartners',
  'cuts',
  'census',
] as const satisfies readonly Exclude<ListSort, 'name'>[]
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** How the table is laid out, as the address keeps it. */
export interface ListView {
  order: ListOrder
  columns: readonly ListColumn[]
}

export const LIST_DEFAULT: ListView = {
  order: { by: 'partners', order: 'desc' },
  columns: ['sector', 'region', 'partners', 'crossPartners'],
}
export const LIST_PARAMS = ['sort', 'columns'] as const

/** `text` reads one parameter, '' where it is not there. A sort is `name` or, the other way round, `-name`. */
export function readList(text: (name: (typeof LIST_PARAMS)[number]) => string): ListView {
  const sort = text('sort')
  const wanted = sort.replace(/^-/, '')
  const by = (['name', ...LIST_COLUMNS] as const).find((one) => one === wanted)
  const named = text('columns').split(',')
  const columns = LIST_COLUMNS.filter((one) => named.includes(one))
  return {
    order: by ? { by, order: sort.startsWith('-') ? 'desc' : 'asc' } : LIST_DEFAULT.order,
    columns: columns.length > 0 || text('columns') === NOTHING ? columns : LIST_DEFAULT.columns,
  }
}

export function writeList({ order, columns }: ListView): { sort?: string; columns?: string } {
  const sort = `${order.order === 'desc' ? '-' : ''}${order.by}`
  const listed = LIST_COLUMNS.filter((one) => columns.includes(one)).join(',')
  return {
    ...(sort === '-partners' ? {} : { sort }),
    ...(listed === LIST_DEFAULT.columns.join(',') ? {} : { columns: listed || NOTHING }),
  }
}
