import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { type ApiError, notReached } from '#client/api/http.ts'

/** The code or the styles of a page could not be fetched. */
export class PageUnfetched extends Error {
  readonly reason: ApiError

  constructor(cause: unknown) {
    super('page not fetched', { cause })
    this.name = 'PageUnfetched'
    this.reason = notReached(cause)
  }
}

/**
 * A page with a chunk of its own. A chunk that cannot be fetched is told apart from an error in it: the router would
 * reload the document, which without a connection leaves nothing of the page.
 */
export const lazyPage = <Name extends string>(
  importer: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) =>
  lazyRouteComponent(
    () =>
      importer().catch((cause: unknown) => {
        throw new PageUnfetched(cause)
      }),
    name,
  )
