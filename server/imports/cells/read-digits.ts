import { type CellReading, type Choice, says, wrong } from './cell-reading.ts'
import { isKbli2020 } from './kbli-2020.ts'

const bare = (text: string) => text.replace(/^'/, '').replace(/[\s.\-\u2010-\u2015]/g, '')
/** Excel shows a long number so, and a CSV written from it has lost the digits. */
const lostDigits = (text: string) => /^\d([.,]\d+)?e\+?\d+$/i.test(text.replace(/\s/g, ''))

const same = (value: string): Choice => ({ value, label: value })

/** Nomor Induk Berusaha: 13 digits, the first may be 0, which a number in Excel has lost. */
export function readNib(text: string, isNumber: boolean): CellReading {
  if (lostDigits(text)) return wrong('digits-lost')
  const digits = bare(text)
  if (/^\d{13}$/.test(digits)) return says(digits)
  if (/^\d{12}$/.test(digits)) return wrong('not-a-nib', undefined, isNumber ? [same(`0${digits}`)] : [])
  return wrong('not-a-nib')
}

/** A telephone number, as dialled within Indonesia: `081234567890`. Foreign ones begin with `+`. */
export function readPhone(text: string, isNumber: boolean): CellReading {
  if (lostDigits(text)) return wrong('digits-lost')
  const several = text.split(/[/;,]|\bdan\b|\band\b|\batau\b/i).filter((part) => /\d{6,}/.test(bare(part)))
  if (several.length > 1) {
    const choices = several.flatMap((part) => phoneOf(part, false) ?? []).map(same)
    return wrong('not-a-phone', undefined, choices)
  }
  const phone = phoneOf(text, isNumber)
  return phone === null ? wrong('not-a-phone') : says(phone)
}

function phoneOf(text: string, isNumber: boolean): string | null {
  const plain = text
    .trim()
    .replace(/^'/, '')
    .replace(/^(hp|telp|tlp|tel|wa|no)\.?\s*:?\s*/i, '')
  if (!/^\+?[\d\s().\-\u2010-\u2015]+$/.test(plain)) return null
  const digits = plain.replace(/\D/g, '')
  if (plain.startsWith('+') && !digits.startsWith('62'))
    return /^\d{8,15}$/.test(digits) ? `+${digits}` : null
  // Mobile numbers begin with 08; Excel and haste leave the 0 out.
  const national = digits.startsWith('62')
    ? `0${digits.slice(2).replace(/^0/, '')}`
    : digits.startsWith('8') || (isNumber && /^\d{9,10}$/.test(digits) && !digits.startsWith('0'))
      ? `0${digits}`
      : digits
  return /^0\d{8,13}$/.test(national) ? national : null
}

/** KBLI: five digits, also before a title; one with four is one whose 0 was lost, or a group. */
export function readKbli(text: string, version: string | null): CellReading {
  if (lostDigits(text)) return wrong('digits-lost')
  const code = /^'?(\d{5})(?!\d)/.exec(text.trim())?.[1]
  if (code !== undefined)
    return version === '2025' || isKbli2020(code) ? says(code) : wrong('not-a-kbli', { code })
  const padded = /^\d{4}$/.test(text.trim()) ? `0${text.trim()}` : null
  return wrong('not-a-kbli', undefined, padded !== null && isKbli2020(padded) ? [same(padded)] : [])
}
