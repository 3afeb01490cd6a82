/**
 * A number as people in Indonesia write it: `1.234,5`, `1234,5`, `Rp 1.500`, `(25)`. A point with three digits behind it parts
 * thousands. Null where it is none.
 */
export function readNumber(text: string): number | null {
  let plain = text
    .replace(/^(rp\.?|idr)\s*/i, '')
    .replace(/[\s\u00a0]/g, '')
    .replace(/,-$/, '')
  const negative = /^\(.*\)$/.test(plain) || plain.startsWith('-')
  plain = plain.replace(/^[-(]|\)$/g, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) plain = plain.replaceAll('.', '').replace(',', '.')
  else if (/^\d{1,3}(,\d{3})+\.\d+$/.test(plain)) plain = plain.replaceAll(',', '')
  else if (/^\d+,\d+$/.test(plain)) plain = plain.replace(',', '.')
  else if (!/^\d+(\.\d+)?$/.test(plain)) return null
  const number = Number(plain)
  return Number.isFinite(number) ? (negative ? -number : number) : null
}

/** A number as Excel stores it, where a point always is a decimal point. */
export function storedNumber(text: string): number | null {
  const number = Number(text)
  return text.trim() !== '' && Number.isFinite(number) ? number : null
}
