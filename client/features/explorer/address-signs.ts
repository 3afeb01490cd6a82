/** Signs of the address, beside ids, which never hold them: "no value", "all but these" in front of a list, nothing at all. */
export const NO_VALUE = '~'
export const EXCEPT = '!'
export const NOTHING = '!!'

/** A value as the address writes it, and back. */
export const writeValue = (value: string): string => value || NO_VALUE
export const readValue = (part: string): string => (part === NO_VALUE ? '' : part)
