import type { ActorCard, ActorRecord, CardPage, CardQuery } from '#shared/contract/actors.ts'
import { listed, pageOfRows } from '../http/list-page.ts'
import type { ActorView } from './actor-view.ts'
import { inNameOrder } from './known-names.ts'
import { foldName } from './similar-name.ts'

/** One page of cards of those who are still there, by name. `view`: the register as everybody may see it. */
export function listCards(view: ActorView, query: CardQuery): CardPage {
  const words = foldName(query.q ?? '')
  const sectors = listed(query.sector)
  const cards = inNameOrder(view.actors).flatMap((actor): ActorCard[] => {
    if (words !== '' && !foldName(actor.name).includes(words)) return []
    const { sectorId, leftOn, role, regionCode } = view.actorReading(actor)
    if (leftOn !== null || (sectors && !sectors.has(sectorId ?? ''))) return []
    return [cardOf(actor, { role, sectorId, regionCode })]
  })
  return { ...pageOfRows(cards, query), revision: view.revision }
}

const cardOf = (
  { id, name, products, offers, website }: ActorRecord,
  place: Pick<ActorCard, 'role' | 'sectorId' | 'regionCode'>,
): ActorCard => ({ id, name, ...place, products, offers, website })
