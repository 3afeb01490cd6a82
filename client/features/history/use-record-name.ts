import { useQuery } from '@tanstack/react-query'
import { actorQuery } from '#client/api/actors.ts'
import { partnershipQuery } from '#client/api/partnerships.ts'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { HistorySearch } from './history-search.ts'

/** What the record is called whose history is asked for; null where it is not there any more, or not known yet. */
export function useRecordName({ entity, id = '' }: HistorySearch): string | null {
  const format = useFormat()
  const actor = useQuery({ ...actorQuery(id), enabled: entity === 'actor' && id !== '', retry: false }).data
  const partnership = useQuery({
    ...partnershipQuery(id),
    enabled: entity === 'partnership' && id !== '',
    retry: false,
  }).data
  switch (entity) {
    case 'actor':
      return actor?.name ?? null
    case 'partnership':
      return partnership ? format.list(partnership.parties.map(({ name }) => name)) : null
    default:
      return null
  }
}
