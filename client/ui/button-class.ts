export type ButtonLook = 'filled' | 'outline' | 'text' | 'danger'

/** The look of a button, also for a link that acts as one. At most one `filled` per view. */
export function buttonClass(look: ButtonLook = 'outline', more = ''): string {
  return ['btn', look === 'outline' ? '' : `btn-${look}`, more].filter(Boolean).join(' ')
}
