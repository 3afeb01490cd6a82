import { useTranslations } from 'use-intl'
import { useNames } from '#client/network/use-names.ts'
import { type CellType, type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import {
  AFFILIATION_ROLES,
  CENSUS_STATUSES,
  CONSENT_CHANNELS,
  CONSENT_VALUES,
  END_REASONS,
  EVENT_TYPES,
  EVIDENCE_GRADES,
  SIZE_BASES,
  SIZE_CLASSES,
  STATUSES,
} from '#shared/contract/vocabulary.ts'

export interface Option {
  value: string
  label: string
}

export const typeOf = (kind: SheetKind, field: FieldId): CellType =>
  fieldsOf(kind).find(({ id }) => id === field)?.type ?? 'text'

/** What may be written into a cell of a type, where that is a closed list; null where it is free. */
export function useFieldOptions(): (type: CellType) => readonly Option[] | null {
  const t = useTranslations('imports.value')
  const common = useTranslations('common')
  const names = useNames()
  const listed = <V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }))

  return (type) => {
    switch (type) {
      case 'sector':
        return names.sectors.map(({ id }) => ({ value: id, label: names.sector(id) }))
      case 'region':
        return names.villages.map(({ code, name }) => ({ value: code, label: name }))
      case 'role':
        return names.roles.map(({ id }) => ({ value: id, label: names.role(id) }))
      case 'kind':
        return names.kinds.map(({ id }) => ({ value: id, label: names.kind(id) }))
      case 'size-class':
        return listed(SIZE_CLASSES, (value) => common(`size.${value}`))
      case 'size-basis':
        return listed(SIZE_BASES, (value) => t(`basis.${value}`))
      case 'census':
        return listed(CENSUS_STATUSES, (value) => common(`census.${value}`))
      case 'consent':
        return listed(CONSENT_VALUES, (value) => t(value))
      case 'channel':
        return listed(CONSENT_CHANNELS, (value) => t(`channel.${value}`))
      case 'status':
        return listed(STATUSES, (value) => common(`standing.${value}`))
      case 'end-reason':
        return listed(END_REASONS, (value) => common(`endReason.${value}`))
      case 'evidence':
        return listed(EVIDENCE_GRADES, (value) => `${value}: ${common(`grade.${value}`)}`)
      case 'event-type':
        return listed(EVENT_TYPES, (value) => t(`eventType.${value}`))
      case 'affiliation-role':
        return listed(AFFILIATION_ROLES, (value) => t(`role.${value}`))
      case 'yes-no':
        return [
          { value: 'ya', label: t('yes') },
          { value: 'tidak', label: t('no') },
        ]
      case 'direction':
        return [
          { value: 'A>B', label: t('forward') },
          { value: 'B>A', label: t('backward') },
        ]
      default:
        return null
    }
  }
}
