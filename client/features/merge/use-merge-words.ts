import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { actorQuery } from '#client/api/actors.ts'
import { useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorRecord } from '#shared/contract/actors.ts'
import type { MergeField, MergePreview } from '#shared/contract/merging.ts'
import type { Messages } from '#shared/i18n/messages-id.ts'

type Common = Messages['common']

interface DatedRow {
  from: string | null
  value: string | null
}

const isDatedList = (value: unknown): value is DatedRow[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && 'value' in row)

/** A side of a field in words. */
export function useMergeWords(preview: MergePreview): (field: MergeField, value: unknown) => string {
  const t = useTranslations('register.merge')
  const basis = useTranslations('actors.basis')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const parents = preview.fields.find(({ field }) => field === 'parentId')
  const parentIds = [parents?.kept, parents?.absorbed].map((id) => (typeof id === 'string' ? id : ''))
  const { data: first } = useQuery({ ...actorQuery(parentIds[0]!), enabled: parentIds[0] !== '' })
  const { data: second } = useQuery({ ...actorQuery(parentIds[1]!), enabled: parentIds[1] !== '' })
  const parentName = (id: string) => [first, second].find((actor) => actor?.id === id)?.name ?? id

  const code = (field: MergeField, value: string): string => {
    switch (field) {
      case 'roles':
        return names.role(value)
      case 'regions':
        return names.region(value)
      case 'sectors':
        return names.sector(value)
      case 'census':
        return common(`census.${value as keyof Common['census']}`)
      case 'presence':
        return value === 'present' ? t('field.presence') : t('left')
      default:
        return value
    }
  }
  const dated = (field: MergeField, rows: readonly DatedRow[]) =>
    rows
      .map(({ from, value }) => {
        const word = value === null ? t('empty') : code(field, value)
        return from === null ? word : t('from', { value: word, date: format.shortDate(from) })
      })
      .join('; ')

  return (field, value) => {
    if (value === null || value === undefined || value === '') return t('empty')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (field === 'parentId') return parentName(String(value))
    if (field === 'size') {
      const { sizeClass, sizeBasis } = value as Pick<ActorRecord, 'sizeClass' | 'sizeBasis'>
      if (sizeClass === null) return t('empty')
      return `${common(`size.${sizeClass}`)}${sizeBasis === null ? '' : ` (${basis(sizeBasis)})`}`
    }
    if (field === 'kbli') {
      const { code: number, version } = value as { code: string; version: string }
      return `${number} (KBLI ${version})`
    }
    if (field === 'sectors')
      return (
        Object.entries(value as Record<string, DatedRow[]>)
          .map(([partition, rows]) => `${names.partition(partition)}: ${dated(field, rows)}`)
          .join('; ') || t('empty')
      )
    if (isDatedList(value)) return value.length > 0 ? dated(field, value) : t('empty')
    return Array.isArray(value) ? value.join(', ') || t('empty') : String(value)
  }
}
