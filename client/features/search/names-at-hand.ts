import type { QueryClient } from '@tanstack/react-query'
import type { ActorDetail, ActorNames, ActorPage } from '#shared/contract/actors.ts'
import type { ActorNetwork } from '#shared/contract/network.ts'

export type SearchedActors = Pick<
  ActorNames,
  'id' | 'name' | 'aliases' | 'role' | 'sectorId' | 'regionCode' | 'left'
>

/** Who was read on any page so far: what can be searched while the names of all cannot be fetched. */
export function namesAtHand(queries: QueryClient): SearchedActors {
  const found: SearchedActors = {
    id: [],
    name: [],
    aliases: [],
    role: [],
    sectorId: [],
    regionCode: [],
    left: [],
  }
  const seen = new Set<string>()
  const add = (
    id: string,
    name: string,
    role: string | null,
    sectorId: string | null,
    regionCode: string | null,
    left: boolean,
  ) => {
    if (seen.has(id)) return
    seen.add(id)
    found.id.push(id)
    found.name.push(name)
    found.aliases.push('')
    found.role.push(role)
    found.sectorId.push(sectorId)
    found.regionCode.push(regionCode)
    found.left.push(left)
  }
  for (const [, page] of queries.getQueriesData<ActorPage>({ queryKey: ['actors', 'list'] }))
    for (const row of page?.rows ?? [])
      add(row.id, row.name, row.role, row.sectorId, row.regionCode, row.leftOn !== null)
  for (const [, row] of queries.getQueriesData<ActorDetail>({ queryKey: ['actors', 'one'] }))
    if (row) add(row.id, row.name, row.role, row.sectorId, row.regionCode, row.leftOn !== null)
  for (const [, network] of queries.getQueriesData<ActorNetwork>({ queryKey: ['network', 'actor'] }))
    network?.actors.id.forEach((id, row) => {
      const { name, role, sectorId, regionCode } = network.actors
      add(id, name[row]!, role[row]!, sectorId[row]!, regionCode[row]!, false)
    })
  return found
}
