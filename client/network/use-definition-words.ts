import { useTranslations } from 'use-intl'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'
import { useNames } from './use-names.ts'

interface DefinitionWords {
  name: string
  version: number
  sentences: string[]
  partition: string
}

/** The stored rule of what counts, in sentences, with another partition where one was chosen; null until the reference is here. */
export function useDefinitionWords(id: DefinitionId, chosen?: string): DefinitionWords | null {
  const t = useTranslations('method.rule')
  const format = useFormat()
  const names = useNames()
  const { reference } = names
  const definition = reference?.definitions.find((one) => one.id === id)
  if (!reference || !definition) return null
  const { rule } = definition
  const english = format.locale === 'en'
  const partitionId = chosen ?? definition.partitionId
  const partition = reference.partitions.find(({ id }) => id === partitionId)
  const sentences = [
    rule.roles ? t('roles', { roles: format.list(rule.roles.map(names.role)) }) : t('anyRole'),
    rule.inCityOnly ? t('inCity') : '',
    rule.surveyedOnly ? t('surveyed') : t('everybody'),
    rule.sectorRequired ? t('sector') : '',
    rule.kinds ? t('kinds', { kinds: format.list(rule.kinds.map(names.kind)) }) : t('anyKind'),
    rule.minIntensity > 1 ? t('intensity', { level: String(rule.minIntensity) }) : '',
    rule.evidence ? t('evidence', { grades: format.list(rule.evidence) }) : t('anyEvidence'),
    rule.expiryMonths === null ? t('noExpiry') : t('expiry', { months: String(rule.expiryMonths) }),
    rule.maxParties === null ? '' : t('parties', { count: String(rule.maxParties) }),
    rule.coverageGate === null ? '' : t('gate', { share: format.percent(rule.coverageGate) }),
  ].filter(Boolean)
  return {
    name: english ? definition.nameEn : definition.nameId,
    version: definition.version,
    sentences,
    partition: partition ? `${english ? partition.nameEn : partition.nameId} (${partition.id})` : partitionId,
  }
}
