import type { Snapshot } from './register.ts'

/** Answers of the present revision, computed once each, also when asked for twice at the same time. */
export interface Answers {
  of<T>(snapshot: Snapshot, key: string, compute: () => Promise<T>): Promise<T>
}

const KEPT = 64

export function createAnswers(): Answers {
  let newest: Snapshot | undefined
  let kept = new Map<string, Promise<unknown>>()
  return {
    of<T>(snapshot: Snapshot, key: string, compute: () => Promise<T>): Promise<T> {
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
    },
  }
}
