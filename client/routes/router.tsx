import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router'
import { overviewQuery } from '#client/api/insights.ts'
import { readEntrySearch } from '#client/features/log-partnership/entry-search.ts'
import { parseExplorerSearch } from './explorer-search.ts'
import { OverviewPage } from './index.tsx'
import { LazyErrorPage } from './LazyErrorPage.tsx'
import { lazyPage } from './lazy-page.ts'
import { Shell } from './Shell.tsx'
import { parseOverviewSearch, parseSearch, parseView, stringifySearch } from './view-search.ts'

/**
 * The one list of addresses. Every page but the overview is a chunk of its own:
 *
 *   createRoute({
 *     getParentRoute: () => rootRoute,
 *     path: '/pelaku',
 *     validateSearch: asIs,                      // parameters arrive as text; the page reads them
 *     component: lazyPage(() => import('./actors.tsx'), 'ActorsPage'),
 *   })
 *
 * `on` and `definition` belong to every page and stay in the address while moving about.
 */
const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: parseView,
  search: { middlewares: [retainSearchParams(['on', 'definition'])] },
  component: Shell,
})

/** Read by the page itself: what its parameters mean stays out of the first load. */
const asIs = (raw: Record<string, unknown>): Record<string, unknown> => raw

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: parseOverviewSearch,
  loaderDeps: ({ search }) => ({ on: search.on, definition: search.definition }),
  // Not awaited: the page draws its frame at once and fills in.
  loader: ({ context, deps }) => void context.queries.prefetchQuery(overviewQuery(deps)),
  component: OverviewPage,
})

const sectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sektor/$id',
  component: lazyPage(() => import('./sector.tsx'), 'SectorPage'),
})

const explorerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/jejaring',
  validateSearch: parseExplorerSearch,
  component: lazyPage(() => import('./explorer.tsx'), 'ExplorerPage'),
})

const actorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pelaku',
  validateSearch: asIs,
  component: lazyPage(() => import('./actors.tsx'), 'ActorsPage'),
})

const actorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pelaku/$id',
  validateSearch: asIs,
  component: lazyPage(() => import('./actor.tsx'), 'ActorPage'),
})

const mergeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pelaku/$id/gabung',
  validateSearch: asIs,
  component: lazyPage(() => import('./merge.tsx'), 'MergePage'),
})

const partnershipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kerja-sama',
  validateSearch: asIs,
  component: lazyPage(() => import('./partnerships.tsx'), 'PartnershipsPage'),
})

const partnershipNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kerja-sama/baru',
  validateSearch: readEntrySearch,
  component: lazyPage(() => import('./partnership-new.tsx'), 'PartnershipNewPage'),
})

const partnershipRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kerja-sama/$id',
  component: lazyPage(() => import('./partnership.tsx'), 'PartnershipPage'),
})

const researchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/riset',
  validateSearch: asIs,
  component: lazyPage(() => import('./research.tsx'), 'ResearchPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/riwayat',
  validateSearch: asIs,
  component: lazyPage(() => import('./history.tsx'), 'HistoryPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pengaturan',
  component: lazyPage(() => import('./settings.tsx'), 'SettingsPage'),
})

const routeTree = rootRoute.addChildren([
  overviewRoute,
  sectorRoute,
  explorerRoute,
  actorsRoute,
  actorRoute,
  mergeRoute,
  partnershipsRoute,
  partnershipNewRoute,
  partnershipRoute,
  researchRoute,
  historyRoute,
  settingsRoute,
])

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: LazyErrorPage,
    defaultNotFoundComponent: lazyPage(() => import('./NotFoundPage.tsx'), 'NotFoundPage'),
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
