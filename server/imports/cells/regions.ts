import type { Reference } from '#shared/contract/reference.ts'
import { foldName } from '../../actors/similar-name.ts'
import { type CellReading, NOTHING, says } from './cell-reading.ts'
import { type CodeBook, type CodeEntry, createCodeBook } from './code-book.ts'

type Region = Reference['regions'][number]

/** Villages first: the name of five is also that of their district, and a list means the smaller one. */
export function regionBook(regions: readonly Region[]): CodeBook {
  const villages = regions.filter(({ level }) => level === 'village')
  const others = regions.filter(({ level }) => level !== 'village')
  const inVillages = createCodeBook(villages.map(entryOf), villageIn)
  const inAll = createCodeBook([...villages, ...others].map(entryOf), villageIn)
  const inDistricts = createCodeBook(others.map(entryOf), (text) => districtIn(text) ?? text)
  return {
    entries: [...inVillages.entries, ...inDistricts.entries],
    labelOf: inAll.labelOf,
    read(text) {
      const coded = /^(\d{2}(?:\.\d{2}){1,2}(?:\.\d{4})?|\d{10}|\d{7})\b/.exec(text.trim())?.[1]
      if (coded !== undefined) {
        const known = inAll.read(coded)
        if (known.value !== null) return known
      }
      if (/^kec(amatan)?\b/i.test(text.trim())) return inDistricts.read(text)
      const village = inVillages.read(text)
      if (village.value !== null || village.issue?.code === 'ambiguous-code') return village
      const district = inDistricts.read(text)
      return district.value !== null ? district : village
    },
  }
}

const entryOf = ({ code, bpsCode, name, level }: Region): CodeEntry => ({
  code,
  label: level === 'district' ? `Kecamatan ${name}` : name,
  names: [
    name,
    ...(bpsCode === null ? [] : [bpsCode]),
    `${code} ${name}`,
    ...(level === 'district' ? [`Kecamatan ${name}`] : []),
  ],
})

const villageIn = (text: string) =>
  text
    .replace(/^\s*(kelurahan|kel|desa|ds|kelurahan\/desa)\b[.:]?\s*/i, '')
    .replace(/[,;(]?\s*\b(kecamatan|kec)\b.*$/i, '')
    .trim()

const districtIn = (text: string): string | undefined =>
  /\b(?:kecamatan|kec)\b[.:]?\s*([\p{L} ]+?)(?:[,.;)\d]|$|\bkota\b|\bkab)/iu.exec(text)?.[1]?.trim()

/** The village that an address names, or else its district; nothing where it names none or several. */
export function regionInAddress(text: string, book: CodeBook): CellReading {
  const named = /\b(?:kelurahan|kel|desa|ds)\b[.:]?\s*([\p{L} ]+?)(?:[,.;)\d]|$|\bkec|\brt\b)/iu.exec(
    text,
  )?.[1]
  if (named) {
    const village = book.read(named)
    if (village.value !== null) return village
  }
  const district = districtIn(text)
  if (district) {
    const found = book.read(`Kecamatan ${district}`)
    if (found.value !== null) return found
  }
  const folded = ` ${foldName(text)} `
  const within = book.entries.filter(({ names }) => folded.includes(` ${foldName(names[0]!)} `))
  // A street may be called after a village; two names are no answer.
  const [only, other] = within
  return only && !other && /\b(kel|desa|ds|kelurahan)\b/.test(folded) ? says(only.code) : NOTHING
}
