import type { DraftField } from './draft-gaps.ts'

/** Where the eye and the keyboard go to fill the gap. */
export function focusField(field: DraftField): void {
  const place = document.getElementById(field === 'parties' ? 'pihak' : field)
  if (!place) return
  const target = place.matches('input')
    ? place
    : (place.querySelector<HTMLElement>('input:checked, select, input, textarea') ?? place)
  target.focus({ preventScroll: true })
  place.scrollIntoView({ block: 'center' })
}
