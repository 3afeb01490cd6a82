/** Kinds of partnership that the demonstration uses, by the sectors or roles that meet. The list itself is reference data. */
export const KIND = {
  supply: 'supply',
  coProduction: 'co_production',
  coBranding: 'co_branding',
  jointPromotion: 'joint_promotion',
  tourRoute: 'tour_route',
  sharedFacility: 'shared_facility',
  aggregation: 'aggregation',
  mentoring: 'mentoring',
  financing: 'financing',
  licensing: 'licensing',
  mediaCoverage: 'media_coverage',
  agreement: 'mou_pks',
} as const

const DIRECTED: ReadonlySet<string> = new Set([
  KIND.supply,
  KIND.aggregation,
  KIND.mentoring,
  KIND.financing,
  KIND.licensing,
  KIND.mediaCoverage,
])

export const isDirected = (kind: string) => DIRECTED.has(kind)

const DESIGN = new Set(['desain-komunikasi-visual', 'desain-produk', 'aplikasi'])
const SCREEN = new Set(['fotografi', 'film-animasi-video'])
const STAGE = new Set(['musik', 'seni-pertunjukan'])

/** What two businesses of these sectors plausibly do together; earlier ones more often. */
export function plausibleKinds(a: string, b: string): string[] {
  if (a === b) return [KIND.supply, KIND.supply, KIND.coProduction, KIND.sharedFacility]
  const either = (group: ReadonlySet<string>) => group.has(a) || group.has(b)
  if (either(DESIGN)) return [KIND.coBranding, KIND.supply, KIND.coBranding]
  if (either(SCREEN)) return [KIND.jointPromotion, KIND.supply]
  if (either(STAGE)) return [KIND.jointPromotion, KIND.tourRoute]
  return [KIND.supply, KIND.coProduction, KIND.jointPromotion, KIND.tourRoute]
}
