import { useTranslations } from 'use-intl'
import type { KeptChange } from '#client/api/kept-change.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import { fieldsOf } from './change-entry.ts'

/** Fields of a patch that stand in a form under another name. */
const ACTOR_LABEL: Readonly<Record<string, string>> = {
  sectorId: 'sector',
  regionCode: 'region',
  sizeClass: 'size',
  kbliCode: 'kbli',
}

export interface ChangeWords {
  /** Which record it is of. */
  title: string
  /** What it is to become, in one line. */
  what: string
  labelOf: (field: string) => string
  show: (field: string, value: unknown) => string
}

/** A change in words: its record, its fields, their values. */
export function useChangeWords(change: KeptChange): ChangeWords {
  const t = useTranslations('logPartnership.changes')
  const actors = useTranslations('actors.form')
  const partnerships = useTranslations('partnerships.field')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()

  const labelOf = (field: string): string => {
    if (field === 'presence' || field === 'censusStatus') return t(field)
    if (change.entity === 'partnership')
      return partnerships.has(field as 'kind') ? partnerships(field as 'kind') : field
    const label = (ACTOR_LABEL[field] ?? field) as 'name'
    return actors.has(label) ? actors(label) : field
  }
  const known = (of: 'size' | 'standing' | 'endReason' | 'census' | 'grade', value: string): string => {
    const key = `${of}.${value}` as 'size.micro'
    return common.has(key) ? common(key) : value
  }
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('empty')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (field === 'arcs') return t('direction')
    if (Array.isArray(value)) return value.map(String).join(', ') || t('empty')
    if (typeof value === 'object') return Object.values(value).join(' · ')
    const text = String(value)
    switch (field) {
      case 'kind':
        return names.kind(text)
      case 'role':
        return names.role(text)
      case 'sectorId':
        return names.sector(text)
      case 'regionCode':
        return names.region(text)
      case 'startedOn':
      case 'endedOn':
      case 'registeredOn':
        return format.date(text)
      case 'sizeClass':
        return known('size', text)
      case 'status':
        return known('standing', text)
      case 'endReason':
        return known('endReason', text)
      case 'censusStatus':
        return known('census', text)
      case 'evidence':
        return `${text} · ${known('grade', text)}`
      case 'presence':
        return t(text === 'left' ? 'left' : 'present')
      default:
        return text
    }
  }
  const fields = Object.entries(fieldsOf(change))
  return {
    title: titleOf(change, format.list) ?? t('record'),
    what:
      fields.length === 0
        ? t('confirmed')
        : fields.map(([field, value]) => `${labelOf(field)}: ${show(field, value)}`).join(' · '),
    labelOf,
    show,
  }
}

function titleOf(change: KeptChange, list: (names: string[]) => string): string | null {
  if (change.base === null) return null
  return change.entity === 'actor' ? change.base.name : list(change.base.parties.map(({ name }) => name))
}
