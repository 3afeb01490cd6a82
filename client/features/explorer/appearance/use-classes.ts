import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ACTOR_STANDINGS, CENSUS_STATUSES } from '#shared/contract/vocabulary.ts'
import { useNames } from '../../../network/use-names.ts'
import type { ActorChoiceId } from '../filters.ts'
import type { NamedClass } from './categories.ts'

/** Every class of an attribute by name, in the order of the reference, whether or not anybody is in it. */
export function useClasses(partitionId: string): (id: ActorChoiceId) => readonly NamedClass[] {
  const names = useNames()
  const t = useTranslations('common')
  return useCallback(
    (id) => {
      if (id === 'role') return names.roles.map((role) => ({ id: role.id, name: names.role(role.id) }))
      if (id === 'region') return names.villages.map(({ code, name }) => ({ id: code, name }))
      if (id === 'census') return CENSUS_STATUSES.map((one) => ({ id: one, name: t(`census.${one}`) }))
      if (id === 'standing')
        return ACTOR_STANDINGS.map((one) => ({ id: one, name: t(`actorStanding.${one}`) }))
      const partition = names.reference?.partitions.find((one) => one.id === partitionId)
      return [...(partition?.sectors ?? [])]
        .sort((a, b) => a.position - b.position)
        .map((sector) => ({ id: sector.id, name: names.sectorShort(sector.id) }))
    },
    [names, partitionId, t],
  )
}
