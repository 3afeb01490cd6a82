import type { Snapshot } from './register.ts'

/** Answers of the present revision, computed once each, also when asked for twice at the same time. */
export interface Answers {
  of<T>(snapshot: Snapshot, key: string, compute: () => Promise<T>): Promise<T>
  /**
   * As `of`, of the revision that is present when it is begun. While the answer of an earlier one is worked out, all who ask share the
   * next: under writes that come faster than answers nobody waits longer than for two of them.
   */
  ofPresent<T>(present: () => Snapshot, key: string, compute: (snapshot: Snapshot) => Promise<T>): Promise<T>
}

const KEPT = 64

export function createAnswers(): Answers {
  let newest: Snapshot | undefined
  let kept = new Map<string, Promise<unknown>>()
  /** By key: settles when what is worked out is done, whatever came of it. */
  const underWay = new Map<string, Promise<void>>()
  const next = new Map<string, Promise<unknown>>()

  function of<T>(snapshot: Snapshot, key: string, compute: () => Promise<T>): Promise<T> {
    if (snapshot !== newest) {
      newest = snapshot
      kept = new Map()
    }
    const known = kept.get(key)
    // a key names the kind of answer, so what is kept under it is of its type
    if (known) return known as Promise<T>
    const answer = compute()
    kept.set(key, answer)
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest)
    const mine = kept
    answer.catch(() => mine.delete(key))
    return answer
  }

  function begin<T>(snapshot: Snapshot, key: string, compute: (snapshot: Snapshot) => Promise<T>) {
    const answer = of(snapshot, key, () => compute(snapshot))
    const done = answer
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        if (underWay.get(key) === done) underWay.delete(key)
      })
    underWay.set(key, done)
    return answer
  }

  return {
    of,
    ofPresent<T>(present: () => Snapshot, key: string, compute: (snapshot: Snapshot) => Promise<T>) {
      const snapshot = present()
      const known = snapshot === newest ? kept.get(key) : undefined
      const shared = known ?? next.get(key)
      if (shared) return shared as Promise<T>
      const before = underWay.get(key)
      if (!before) return begin(snapshot, key, compute)
      const answer = before.then(() => {
        next.delete(key)
        return begin(present(), key, compute)
      })
      next.set(key, answer)
      return answer
    },
  }
}
