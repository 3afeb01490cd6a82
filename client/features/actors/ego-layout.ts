export interface EgoPlace {
  id: string
  x: number
  y: number
  label: string | null
  labelX: number
  anchor: 'start' | 'end'
}

interface EgoPartner {
  id: string
  sectorId: string | null
  name: string
}

/** So many partners carry their names; with more, the list beside the picture does. */
const LABELLED = 14
const LABEL_LENGTH = 36
const LABEL_GAP = 14

const shorten = (name: string) =>
  name.length > LABEL_LENGTH ? `${name.slice(0, LABEL_LENGTH - 1).trimEnd()}…` : name

/**
 * Partners on an ellipse around the actor, those of one sector beside each other. Half of them stand right and half
 * left, evenly from top to bottom, so that names never meet.
 */
export function egoLayout(
  partners: readonly EgoPartner[],
  { width, height, named }: { width: number; height: number; named: boolean },
): EgoPlace[] {
  const order = partners
    .map((partner, at) => ({ at, sector: partner.sectorId ?? '~' }))
    .sort((a, b) => (a.sector === b.sector ? a.at - b.at : a.sector < b.sector ? -1 : 1))
  const right = Math.ceil(order.length / 2)
  const places: EgoPlace[] = new Array(partners.length)
  order.forEach(({ at }, position) => {
    const partner = partners[at]
    if (!partner) return
    const onRight = position < right
    const side = onRight ? right : order.length - right
    const step = onRight ? position : order.length - 1 - position
    const share = side === 1 ? 0 : (2 * (step + 0.5)) / side - 1
    const y = height / 2 + share * (height / 2 - 16)
    const bow = Math.sqrt(Math.max(0, 1 - share * share * 0.8))
    const reach = (named ? 0.16 : 0.4) * width * (0.5 + bow / 2)
    const x = width / 2 + (onRight ? reach : -reach)
    places[at] = {
      id: partner.id,
      x: Math.round(x * 10) / 10,
      y: Math.round(y * 10) / 10,
      label: named && partners.length <= LABELLED ? shorten(partner.name) : null,
      labelX: Math.round((onRight ? x + LABEL_GAP : x - LABEL_GAP) * 10) / 10,
      anchor: onRight ? 'start' : 'end',
    }
  })
  return places
}
