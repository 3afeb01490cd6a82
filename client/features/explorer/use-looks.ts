import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { ActorNetwork } from '#shared/contract/network.ts'
import type { MarkLook } from '../../network/graph/scene.ts'
import { lookOf } from '../../network/sector-look.ts'
import { type Names, useNames } from '../../network/use-names.ts'

export interface Looks {
  ofSector: (sectorId: string) => MarkLook
  ofRow: (network: ActorNetwork, row: number) => MarkLook
}

/** How sectors and actors are drawn: by sector; an actor without one, hollow with the first letters of its role. */
export function useLooks(): Looks {
  const names = useNames()
  const t = useTranslations('graph')
  const nowhere = t('withoutSector')
  return useMemo(() => looksOf(names, nowhere), [names, nowhere])
}

function looksOf(names: Names, nowhere: string): Looks {
  const sectors = new Map<string, MarkLook>()
  const roles = new Map<string, MarkLook>()
  const ofSector = (sectorId: string): MarkLook => {
    const known = sectors.get(sectorId)
    if (known) return known
    const look: MarkLook =
      sectorId === ''
        ? { id: '', name: nowhere, code: '–', group: null, shape: 'circle' }
        : { ...lookOf(names, sectorId), name: names.sectorShort(sectorId) }
    sectors.set(sectorId, look)
    return look
  }
  const ofRole = (role: string): MarkLook => {
    const name = names.role(role)
    const look: MarkLook = { id: role, name, code: name.slice(0, 2), group: null, shape: 'circle' }
    roles.set(role, look)
    return look
  }
  return {
    ofSector,
    ofRow: (network, row) => {
      const sectorId = network.actors.sectorId[row] ?? null
      const role = network.actors.role[row] ?? null
      if (sectorId !== null || role === null || role === 'business') return ofSector(sectorId ?? '')
      return roles.get(role) ?? ofRole(role)
    },
  }
}
