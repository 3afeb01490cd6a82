import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router'
import { overviewQuery } from '#client/api/insights.ts'
import type { ActorSearch } from '#client/features/actors/actor-search.ts'
import type { ExplorerSearch } from '#client/features/explorer/view-state.ts'
import type { HistorySearch } from '#client/features/history/history-search.ts'
import type { ImportSearch } from '#client/features/imports/import-search.ts'
import type { EntrySearch } from '#client/features/log-partnership/entry-search.ts'
import type { PartnershipSearch } from '#client/features/partnerships/partnership-search.ts'
import { asItStands } from './as-it-stands.ts'
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
 *     validateSearch: asItStands<ActorSearch>(), // parameters arrive as text; the page reads them
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
  validateSearch: asItStands<ExplorerSearch>(),
  component: lazyPage(() => import('./explorer.tsx'), 'ExplorerPage'),
})

const embeddedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sematan/$token',
  component: lazyPage(() => import('./embedded.tsx'), 'EmbeddedPage'),
})

const actorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pelaku',
  validateSearch: asItStands<ActorSearch>(),
  component: lazyPage(() => import('./actors.tsx'), 'ActorsPage'),
})

const actorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pelaku/$id',
  validateSearch: asItStands<{ dari?: string }>(),
  component: lazyPage(() => import('./actor.tsx'), 'ActorPage'),
})

const mergeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pelaku/$id/gabung',
  validateSearch: asItStands<{ dengan?: string }>(),
  component: lazyPage(() => import('./merge.tsx'), 'MergePage'),
})

const partnershipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kerja-sama',
  validateSearch: asItStands<PartnershipSearch>(),
  component: lazyPage(() => import('./partnerships.tsx'), 'PartnershipsPage'),
})

const partnershipNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kerja-sama/baru',
  validateSearch: asItStands<EntrySearch>(),
  component: lazyPage(() => import('./partnership-new.tsx'), 'PartnershipNewPage'),
})

const partnershipRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kerja-sama/$id',
  component: lazyPage(() => import('./partnership.tsx'), 'PartnershipPage'),
})

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/impor',
  validateSearch: asItStands<{ page?: number | undefined }>(),
  component: lazyPage(() => import('./imports.tsx'), 'ImportsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/impor/$id',
  validateSearch: asItStands<ImportSearch>(),
  component: lazyPage(() => import('./imports.tsx'), 'ImportPage'),
})

const researchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/riset',
  validateSearch: asItStands<Record<string, unknown>>(),
  component: lazyPage(() => import('./research.tsx'), 'ResearchPage'),
})

const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/riwayat',
  validateSearch: asItStands<HistorySearch>(),
  component: lazyPage(() => import('./history.tsx'), 'HistoryPage'),
})

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pengaturan',
  component: lazyPage(() => import('./settings.tsx'), 'SettingsPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/masuk',
  validateSearch: asItStands<{ ke?: string }>(),
  component: lazyPage(() => import('./sign-in.tsx'), 'SignInPage'),
})

const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sandi-baru',
  component: lazyPage(() => import('./new-password.tsx'), 'NewPasswordPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/akun',
  component: lazyPage(() => import('./account.tsx'), 'AccountPage'),
})

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  component: lazyPage(() => import('./admin.tsx'), 'AdminPage'),
})

const routeTree = rootRoute.addChildren([
  overviewRoute,
  sectorRoute,
  explorerRoute,
  embeddedRoute,
  actorsRoute,
  actorRoute,
  mergeRoute,
  partnershipsRoute,
  partnershipNewRoute,
  partnershipRoute,
  importsRoute,
  importRoute,
  researchRoute,
  historyRoute,
  settingsRoute,
  signInRoute,
  newPasswordRoute,
  accountRoute,
  adminRoute,
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
