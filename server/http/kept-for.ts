/** So many answers to one state of the register are kept: whoever turns a page asks for the same list again. */
const KEPT = 6

const kept = new WeakMap<object, Map<string, unknown>>()

/** What was made before for a state and a key that says all else that it depends on; else what `make` makes. */
export function keptFor<T>(state: object, key: string, make: () => T): T {
  const answers = kept.get(state) ?? new Map<string, unknown>()
  kept.set(state, answers)
  // one key, one kind of answer
  if (answers.has(key)) return answers.get(key) as T
  const made = make()
  answers.set(key, made)
  for (const oldest of [...answers.keys()].slice(0, -KEPT)) answers.delete(oldest)
  return made
}
