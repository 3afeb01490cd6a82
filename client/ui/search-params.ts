/** Readers of the address bar: what they do not understand they drop, so that no pasted link breaks a page. */

export const textParam = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? String(value) : undefined

/** One of a closed list. The router hands `true` and `1` over as JSON values, hence the conversion. */
export const choiceParam = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((known) => known === String(value))

/** A page number from 2 on; page 1 is the address without one. */
export const pageParam = (value: unknown): number | undefined => {
  const number = Number(value)
  return Number.isInteger(number) && number > 1 ? number : undefined
}

export const withoutGaps = <T extends object>(params: T): T =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as T
