import { useState } from 'react'

/** A choice that is shown at once, until its answer is here: what is so then is what the server says. */
export function useChosen<V>(value: V, choose: (value: V) => Promise<unknown>): [V, (value: V) => void] {
  const [pending, setPending] = useState<{ value: V } | null>(null)
  const change = (next: V) => {
    setPending({ value: next })
    void choose(next).finally(() => setPending(null))
  }
  return [pending ? pending.value : value, change]
}
