import { chosenColumns } from '#client/ui/remembered-columns.ts'

/** Columns of the register beside the parties; each is also a way to sort it. */
const OFFERED = [
  'kind',
  'standing',
  'intensity',
  'evidence',
  'startedOn',
  'endedOn',
  'lastConfirmedOn',
  'expiresOn',
  'counts',
] as const
export type ShownColumn = (typeof OFFERED)[number]

const USUAL: readonly ShownColumn[] = [
  'kind',
  'standing',
  'intensity',
  'evidence',
  'startedOn',
  'lastConfirmedOn',
  'counts',
]

/** Columns that an imported network leaves empty. */
const GRADED: ReadonlySet<string> = new Set(['intensity', 'evidence'])

export const PARTNERSHIP_TABLE = 'partnerships'

export const offeredColumns = (graded: boolean): ShownColumn[] =>
  OFFERED.filter((column) => graded || !GRADED.has(column))

export const shownColumns = (text: string | undefined, graded: boolean): readonly ShownColumn[] =>
  chosenColumns(text, offeredColumns(graded), USUAL)

/** As the address and the device keep them; undefined where they are the usual ones. */
export function columnsText(chosen: readonly ShownColumn[], graded: boolean): string | undefined {
  const usual = shownColumns(undefined, graded)
  const isUsual = chosen.length === usual.length && chosen.every((column) => usual.includes(column))
  return isUsual || chosen.length === 0 ? undefined : chosen.join(',')
}
