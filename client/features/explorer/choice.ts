/** Which values of one attribute are kept: only the named ones, or all except them. '' is "no value". */
export interface Choice {
  mode: 'only' | 'except'
  values: readonly string[]
}

export const keeps = (choice: Choice | undefined, value: string): boolean =>
  choice === undefined || choice.values.includes(value) === (choice.mode === 'only')

/** Nothing left out is no choice at all, so that the address stays short. */
function tidy(choice: Choice, universe: readonly string[]): Choice | undefined {
  if (choice.mode === 'except' && choice.values.length === 0) return undefined
  if (choice.mode === 'only' && universe.every((value) => choice.values.includes(value))) return undefined
  return choice
}

/** Switches several values on or off together (one legend entry, or all kelurahan of a kecamatan). */
export function switched(
  choice: Choice | undefined,
  values: readonly string[],
  on: boolean,
  universe: readonly string[],
): Choice | undefined {
  const current: Choice = choice ?? { mode: 'except', values: [] }
  const named = on === (current.mode === 'only')
  const rest = current.values.filter((value) => !values.includes(value))
  return tidy({ mode: current.mode, values: named ? [...rest, ...values] : rest }, universe)
}

/** Keeps only these values; asked again for the same ones, lets everything back in. */
export function onlyThese(
  choice: Choice | undefined,
  values: readonly string[],
  universe: readonly string[],
): Choice | undefined {
  const kept = universe.filter((value) => keeps(choice, value))
  const same = kept.length === values.length && kept.every((value) => values.includes(value))
  return same ? undefined : tidy({ mode: 'only', values }, universe)
}
