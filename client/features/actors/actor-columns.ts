import type { Names } from '#client/network/use-names.ts'
import { chosenColumns } from '#client/ui/remembered-columns.ts'

/** Columns of the register beside the name; each is also a way to sort it. */
const OFFERED = [
  'sector',
  'role',
  'region',
  'size',
  'census',
  'standing',
  'partners',
  'crossPartners',
  'lastVerifiedOn',
  'registeredOn',
  'consents',
] as const
export type ShownColumn = (typeof OFFERED)[number]

const USUAL: readonly ShownColumn[] = [
  'sector',
  'role',
  'region',
  'standing',
  'partners',
  'crossPartners',
  'lastVerifiedOn',
  'registeredOn',
]

/** Columns that only a register fills whose actors are asked one by one. */
const OF_SURVEYS: ReadonlySet<string> = new Set(['census', 'lastVerifiedOn', 'registeredOn'])

export const ACTOR_TABLE = 'actors'

/** What a register has values of, and whether whoever reads keeps it: consents are for them alone. */
export interface ColumnOffer extends Pick<Names, 'surveyed' | 'villages'> {
  keeps: boolean
}

/** Columns for which this register has values that may be read. */
export const offeredColumns = ({ surveyed, villages, keeps }: ColumnOffer): ShownColumn[] =>
  OFFERED.filter(
    (column) =>
      (surveyed || !OF_SURVEYS.has(column)) &&
      (villages.length > 0 || column !== 'region') &&
      (keeps || column !== 'consents'),
  )

export const shownColumns = (text: string | undefined, names: ColumnOffer): readonly ShownColumn[] =>
  chosenColumns(text, offeredColumns(names), USUAL)

/** As the address and the device keep them; undefined where they are the usual ones. */
export function columnsText(chosen: readonly ShownColumn[], names: ColumnOffer): string | undefined {
  const usual = shownColumns(undefined, names)
  const isUsual = chosen.length === usual.length && chosen.every((column) => usual.includes(column))
  return isUsual || chosen.length === 0 ? undefined : chosen.join(',')
}
