import type { ActorRow } from '#shared/contract/actors.ts'
import type { PartnershipPage } from '#shared/contract/partnerships.ts'
import type { Stage } from './stage.ts'

/** Who has been handed out of the database at hand: no two flows share anybody. */
const used = new Set<string>()

/** Hands out two businesses of different sectors that are in the network and not on record together, never the same twice. */
export function strangersAmong(stage: Stage, businesses: readonly ActorRow[]) {
  used.clear()
  return async (): Promise<[ActorRow, ActorRow]> => {
    const linked = businesses.filter(
      ({ standing, sectorId, id }) => standing === 'linked' && sectorId && !used.has(id),
    )
    for (const a of linked) {
      const { rows } = await stage.call<PartnershipPage>('GET', `/partnerships?actor=${a.id}&pageSize=500`)
      const partners = new Set(rows.flatMap(({ parties }) => parties.map(({ actorId }) => actorId)))
      const b = linked.find(({ id, sectorId }) => sectorId !== a.sectorId && !partners.has(id))
      if (!b) continue
      used.add(a.id)
      used.add(b.id)
      return [a, b]
    }
    throw new Error('Everybody works with everybody.')
  }
}
strangersAmong.used = used
