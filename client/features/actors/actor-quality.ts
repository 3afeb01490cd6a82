import { addMonths } from '#client/ui/add-months.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'

export const FACTS = [
  'role',
  'sectorId',
  'regionCode',
  'sizeClass',
  'yearStarted',
  'kbli',
  'products',
  'needs',
  'offers',
] as const
export type Fact = (typeof FACTS)[number]

export interface ActorQuality {
  /** `never` asked · `stale`: longer ago than a verification holds · `fresh`. */
  verification: 'never' | 'stale' | 'fresh'
  lastVerifiedOn: string | null
  missing: Fact[]
  known: number
  of: number
}

/** A verification holds this many months (the rule of the coverage gate). */
const VERIFICATION_MONTHS = 12

const BUSINESS_ONLY: readonly Fact[] = ['sectorId', 'sizeClass', 'kbli', 'needs', 'offers', 'products']

/** How complete and how fresh the record is on a date. */
export function actorQuality(detail: ActorDetail, on: string): ActorQuality {
  const { record, lastVerifiedOn } = detail
  const values: Record<Fact, unknown> = {
    role: detail.role,
    sectorId: detail.sectorId,
    regionCode: detail.regionCode,
    sizeClass: record.sizeClass,
    yearStarted: record.yearStarted,
    kbli: record.kbli,
    products: record.products,
    needs: record.needs,
    offers: record.offers,
  }
  const asked = detail.role === 'business' ? FACTS : FACTS.filter((fact) => !BUSINESS_ONLY.includes(fact))
  const missing = asked.filter((fact) => {
    const value = values[fact]
    return value === null || (Array.isArray(value) && value.length === 0)
  })
  return {
    verification:
      lastVerifiedOn === null
        ? 'never'
        : addMonths(lastVerifiedOn, VERIFICATION_MONTHS) > on
          ? 'fresh'
          : 'stale',
    lastVerifiedOn,
    missing,
    known: asked.length - missing.length,
    of: asked.length,
  }
}
