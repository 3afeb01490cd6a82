import { useQuery } from '@tanstack/react-query'
import { referenceQuery } from '#client/api/reference.ts'
import { ConsentSection } from '#client/features/consent/ConsentSection.tsx'
import type { ActorDetail } from '#shared/contract/actors.ts'
import { ConsentWords } from './ConsentWords.ts'

/** The consents of an actor on its profile, for those who keep them. */
export function ActorConsent({ detail }: { detail: ActorDetail }) {
  const today = useQuery(referenceQuery()).data?.city.today
  return (
    <ConsentWords waiting={null}>
      {today ? <ConsentSection detail={detail} today={today} /> : null}
    </ConsentWords>
  )
}
