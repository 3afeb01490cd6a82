/** `more`/`less` change the degree by one, a number sets it, `toggle` enters or leaves the focus. */
export type FocusStep = 'toggle' | 'more' | 'less' | number

/** What a key says about the focus; null where it says nothing. */
export function focusStep(key: string): FocusStep | null {
  if (key === 'f' || key === 'F') return 'toggle'
  if (key === '+' || key === '=') return 'more'
  if (key === '-') return 'less'
  return /^[1-9]$/.test(key) ? Number(key) : null
}
