import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { referenceQuery } from '#client/api/reference.ts'
import type { Kind, Reference, Region, Role, Sector } from '#shared/contract/reference.ts'
import type { Locale } from '#shared/i18n/locales.ts'

/** The words that the database keeps for its ids, in the language of the page; the id itself until they are here. */
export interface Names {
  reference: Reference | undefined
  /** Actors are asked one by one; in an imported network everybody counts and nobody was. */
  surveyed: boolean
  /** Partnerships carry evidence and closeness; an imported network has neither. */
  graded: boolean
  role: (id: string) => string
  kind: (id: string) => string
  /** Also a sector of a partition that is not the official one. */
  sector: (id: string) => string
  sectorShort: (id: string) => string
  region: (code: string) => string
  partition: (id: string) => string
  findKind: (id: string) => Kind | undefined
  findSector: (id: string) => Sector | undefined
  /** Sectors of the official partition, in their order. */
  sectors: readonly Sector[]
  kinds: readonly Kind[]
  roles: readonly Role[]
  /** Kelurahan, A to Z. */
  villages: readonly Region[]
  /** How a directed kind is read from the giver ("memasok") and from the receiver ("dipasok oleh"). */
  reading: (kind: Kind, side: 'forward' | 'backward') => string
}

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position

export function namesOf(reference: Reference | undefined, locale: Locale): Names {
  const english = locale === 'en'
  const called = (thing: { nameId: string; nameEn: string } | undefined, id: string) =>
    thing ? (english ? thing.nameEn : thing.nameId) : id
  const partitions = [...(reference?.partitions ?? [])].sort(
    (a, b) => Number(a.official) - Number(b.official),
  )
  const sectors = new Map(
    partitions.flatMap((partition) => partition.sectors.map((it) => [it.id, it] as const)),
  )
  const kinds = new Map(reference?.kinds.map((it) => [it.id, it] as const))
  const roles = new Map(reference?.roles.map((it) => [it.id, it] as const))
  const regions = new Map(reference?.regions.map((it) => [it.code, it] as const))
  const rule = reference?.definitions.find(({ id }) => id === 'official')?.rule
  return {
    reference,
    surveyed: rule?.surveyedOnly ?? true,
    graded: rule === undefined || rule.evidence !== null,
    role: (id) => called(roles.get(id), id),
    kind: (id) => called(kinds.get(id), id),
    sector: (id) => called(sectors.get(id), id),
    sectorShort: (id) => {
      const sector = sectors.get(id)
      return sector ? (english ? sector.shortEn : sector.shortId) : id
    },
    partition: (id) =>
      called(
        partitions.find((it) => it.id === id),
        id,
      ),
    region: (code) => regions.get(code)?.name ?? code,
    findKind: (id) => kinds.get(id),
    findSector: (id) => sectors.get(id),
    sectors: [...(partitions.find(({ official }) => official)?.sectors ?? [])].sort(byPosition),
    kinds: [...kinds.values()].filter(({ retired }) => !retired).sort(byPosition),
    roles: [...roles.values()].sort(byPosition),
    villages: [...regions.values()]
      .filter(({ level }) => level === 'village')
      .sort((a, b) => a.name.localeCompare(b.name, 'id')),
    reading: (kind, side) =>
      (side === 'forward'
        ? english
          ? kind.forwardEn
          : kind.forwardId
        : english
          ? kind.backwardEn
          : kind.backwardId) ?? '→',
  }
}

export function useNames(): Names {
  const locale = useLocale()
  const { data } = useQuery(referenceQuery())
  return useMemo(() => namesOf(data, locale), [data, locale])
}
