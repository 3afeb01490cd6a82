import { fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import type { Reference } from '#shared/contract/reference.ts'
import { codeBooks } from '../cells/create-context.ts'
import { columnName } from '../recognising/column-names.ts'
import { type WrittenSheet, workbook } from './workbook.ts'

const SHEET_NAMES: Record<SheetKind, readonly [string, string]> = {
  actors: ['usaha', 'businesses'],
  partnerships: ['kolaborasi', 'partnerships'],
  events: ['kegiatan', 'events'],
  attendance: ['kehadiran', 'attendance'],
}

export const sheetName = (kind: SheetKind, language: 'id' | 'en'): string =>
  SHEET_NAMES[kind][language === 'id' ? 0 : 1]

/** An empty sheet with its columns; those that are codes offer what there is. */
export async function template(
  kind: SheetKind,
  { roles, kinds, regions, partitions }: Reference,
  language: 'id' | 'en',
): Promise<{ bytes: Buffer; name: string }> {
  const fields = fieldsOf(kind).filter(({ type }) => type !== 'address')
  const partition = partitions.find(({ official }) => official)!
  const book = codeBooks({ roles, kinds, regions, partition })
  const codesName = language === 'id' ? 'kode' : 'codes'
  const lists = fields.flatMap(({ id, type }, column) => {
    const entries = book(type)?.entries.filter(({ retired }) => !retired) ?? []
    return entries.length > 0
      ? [
          {
            id,
            column,
            labels: entries.map(({ code, label }) => (type === 'region' ? `${code} ${label}` : label)),
          },
        ]
      : []
  })
  const longest = Math.max(0, ...lists.map(({ labels }) => labels.length))
  const codes: WrittenSheet = {
    name: codesName,
    headers: lists.map(({ id }) => ({ text: columnName(kind, id, language) })),
    rows: Array.from({ length: longest }, (_, i) => lists.map(({ labels }) => labels[i] ?? null)),
  }
  const sheet: WrittenSheet = {
    name: sheetName(kind, language),
    headers: fields.map(({ id, required }) => ({
      text: columnName(kind, id, language),
      ...(required ? { required } : {}),
    })),
    rows: [],
    choices: lists.map(({ column, labels }, i) => ({
      column,
      range: `${codesName}!$${letters(i)}$2:$${letters(i)}$${labels.length + 1}`,
    })),
  }
  const word = language === 'id' ? 'templat' : 'template'
  return {
    bytes: await workbook(lists.length > 0 ? [sheet, codes] : [sheet]),
    name: `${word} ${sheet.name}.xlsx`,
  }
}

const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26)
