import { useTranslations } from 'use-intl'
import { type Names, useNames } from '#client/network/use-names.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipRow } from '#shared/contract/partnerships.ts'

type Named = Pick<PartnershipRow, 'kind' | 'parties' | 'arcs'>

/** Both readings of every arc: "A memasok B", "B dipasok oleh A". */
export function directionReadings(row: Named, names: Names): { forward: string; backward: string }[] {
  const kind = names.findKind(row.kind)
  if (!kind) return []
  const called = (id: string) => row.parties.find(({ actorId }) => actorId === id)?.name ?? id
  return row.arcs.map(([from, to]) => ({
    forward: `${called(from)} ${names.reading(kind, 'forward')} ${called(to)}`,
    backward: `${called(to)} ${names.reading(kind, 'backward')} ${called(from)}`,
  }))
}

/** How a record is called: its parties; with many, the first two and how many more. */
export function usePartnershipTitle(): (row: Pick<PartnershipRow, 'parties'>) => string {
  const t = useTranslations('partnerships.detail')
  const format = useFormat()
  return ({ parties }) => {
    const named = parties.map(({ name }) => name)
    const [a = '', b = ''] = named
    if (named.length > 3) return t('titleMore', { a, b, count: named.length - 2 })
    return format.list(named)
  }
}

/** The second line of a record in a list: kind, standing, since when. */
export function usePartnershipLine(): (row: PartnershipRow) => string {
  const t = useTranslations('partnerships')
  const standing = useTranslations('common.standing')
  const names = useNames()
  const format = useFormat()
  return (row) =>
    [
      names.kind(row.kind),
      standing(row.standing),
      row.startedOn ? format.shortDate(row.startedOn) : t('noDate'),
      row.counts ? '' : t('notCounted'),
    ]
      .filter(Boolean)
      .join(' · ')
}
