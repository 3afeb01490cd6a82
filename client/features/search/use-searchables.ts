import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { actorNamesQuery } from '#client/api/actors.ts'
import { useSession } from '#client/api/session.ts'
import { useNames } from '#client/network/use-names.ts'
import type { Action } from '#shared/contract/rights.ts'
import { indexNames } from './find-by-name.ts'
import { namesAtHand, type SearchedActors } from './names-at-hand.ts'
import type { Searchable, Searchables } from './search-groups.ts'
import { ACTION_IDS, type ActionId } from './use-actions.ts'

/** A page of the product, as the navigation names it. */
export interface SearchPage {
  to: string
  name: string
}

export interface SearchSource {
  from: Searchables
  actors: SearchedActors
  actorRow: ReadonlyMap<string, number>
  pages: readonly SearchPage[]
  /** Why not everybody is searched: only who was read so far, or who may be named here. */
  missing: 'loading' | 'partial' | 'limited' | null
}

/** What is offered only to who may do it. */
const NEEDS: Partial<Record<ActionId, Action>> = {
  log: 'partnerships.write',
  import: 'imports.write',
  target: 'settings.write',
}

const searchable = (ids: readonly string[], names: readonly (readonly string[])[]): Searchable => ({
  ids,
  names: indexNames(names),
})

/** All that can be found, with its names in both what people call it and what the register does. */
export function useSearchables(pages: readonly SearchPage[]): SearchSource {
  const queries = useQueryClient()
  const names = useNames()
  const actions = useTranslations('search.action')
  const keywords = useTranslations('search.keywords')
  const may = useSession()?.actions
  // undefined until it is known who is here
  const mayRead = may?.includes('actors.read')
  const { data, isError } = useQuery({ ...actorNamesQuery(), retry: false, enabled: mayRead !== false })
  const actors: SearchedActors = useMemo(() => data ?? namesAtHand(queries), [data, queries])
  const people = useMemo(
    () =>
      searchable(
        actors.id,
        actors.name.map((name, row) => [name, ...(actors.aliases[row] || '').split('\n').filter(Boolean)]),
      ),
    [actors],
  )
  const rest = useMemo(() => {
    const offered = ACTION_IDS.filter((id) => {
      const needed = NEEDS[id]
      return needed === undefined || may === undefined || may.includes(needed)
    })
    const places = (names.reference?.regions ?? []).filter(
      ({ level }) => level === 'village' || level === 'district',
    )
    return {
      sector: searchable(
        names.sectors.map(({ id }) => id),
        names.sectors.map(({ nameId, nameEn, shortId, shortEn }) => [
          ...new Set([nameId, nameEn, shortId, shortEn]),
        ]),
      ),
      place: searchable(
        places.map(({ code }) => code),
        places.map(({ name }) => [name]),
      ),
      page: searchable(
        pages.map(({ to }) => to),
        pages.map(({ name }) => [name]),
      ),
      action: searchable(
        offered,
        offered.map((id) => [actions(id), ...keywords(id).split(',')]),
      ),
    }
  }, [names, pages, actions, keywords, may])
  const missing = mayRead === false ? 'limited' : data ? null : isError ? 'partial' : 'loading'
  return useMemo(
    () => ({
      from: { actor: people, ...rest },
      actors,
      actorRow: new Map(actors.id.map((id, row) => [id, row])),
      pages,
      missing,
    }),
    [people, rest, actors, pages, missing],
  )
}
