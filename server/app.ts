import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { IMPORT_LIMITS } from '#shared/contract/import-fields.ts'
import { type Action, rightOf } from '#shared/contract/rights.ts'
import { createKeptCounts } from './accounts/kept-counts.ts'
import { createSignInLimits } from './accounts/limits.ts'
import { peopleRoutes } from './accounts/people-routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { createSessions, type Sessions, whoAsks } from './accounts/sessions.ts'
import type { ViewFor } from './actors/actor-view.ts'
import { actorRoutes } from './actors/routes.ts'
import type { Backups } from './backups/backups.ts'
import { backupRoutes } from './backups/routes.ts'
import { changesetRoutes } from './changesets/routes.ts'
import type { Db } from './db/schema.ts'
import { diagnosticRoutes, watchEventLoop } from './diagnostics.ts'
import { framed } from './embed/framed.ts'
import { embedRoutes } from './embed/routes.ts'
import { ENTITY_STORES } from './entity-stores.ts'
import { AppError } from './errors.ts'
import { eventRoutes } from './events/routes.ts'
import { brotli } from './http/brotli.ts'
import { clientAddress, isSecure } from './http/client-address.ts'
import { inTurn } from './http/in-turn.ts'
import { loopbackNames } from './http/loopback.ts'
import { may } from './http/may.ts'
import { pageFiles } from './http/page-files.ts'
import { problemResponse, toProblem } from './http/problem.ts'
import { forWhoeverAsked } from './http/revision-tag.ts'
import { createRouter, type Router } from './http/router.ts'
import { sameOriginWrites } from './http/same-origin.ts'
import { exportRoutes } from './imports/export-routes.ts'
import { createImports } from './imports/imports.ts'
import { importRoutes, isSpreadsheetUpload } from './imports/routes.ts'
import { createInsights, type Insights } from './insights/insights.ts'
import { publicInsights } from './insights/public-insights.ts'
import { insightRoutes } from './insights/routes.ts'
import { createWorkerPool, type WorkerPool } from './insights/worker-pool.ts'
import { mergingRoutes } from './merging/routes.ts'
import { createCommunities } from './network/communities.ts'
import { createKnownRegister } from './network/known-register.ts'
import { createPositions } from './network/positions.ts'
import { cityDates, openRegister, type Register } from './network/register.ts'
import { registerView } from './network/register-view.ts'
import { networkRoutes } from './network/routes.ts'
import { seenRegister } from './network/seen-register.ts'
import { type EvidenceFiles, openEvidenceFiles } from './partnerships/evidence-files.ts'
import { evidenceRoutes, isUpload, MAX_UPLOAD_BYTES, sandboxed } from './partnerships/evidence-routes.ts'
import { rememberNotDuplicate } from './partnerships/not-duplicate.ts'
import type { PartnershipView } from './partnerships/partnership-view.ts'
import { partnershipRoutes } from './partnerships/routes.ts'
import { referenceRoutes } from './reference/routes.ts'
import { jobRoutes } from './research/job-routes.ts'
import { createResearch } from './research/research.ts'
import { researchRoutes } from './research/routes.ts'
import { codeListRoutes } from './settings/code-list-routes.ts'
import { settingRoutes } from './settings/routes.ts'
import { signingKey } from './signing-key.ts'
import { revisionStream } from './stream/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import type { Clock } from './today.ts'
import { createSights } from './visibility/sight.ts'

export interface AppOptions {
  db: Db
  /** Threads for the heavy numbers; own ones otherwise, ended by `close`. */
  pool?: WorkerPool
  /** Folder of the built page; without it only the API answers. */
  pageRoot?: string | undefined
  /** The API answers under the names of this machine alone. */
  loopbackOnly?: boolean
  /** Folder of the files that prove partnerships; without it they last as long as the process. */
  evidenceFolder?: string | undefined
  /** Path of the database file, for threads with a connection of their own; without it imports are worked on here. */
  databaseFile?: string | undefined
  /** Folder of the spreadsheets that are drafts of imports; without it they last as long as the process. */
  importFolder?: string | undefined
  /** File of the key that links to embedded views are signed with; without it they last as long as the process. */
  embedKeyFile?: string | undefined
  /** File of the key that the cookies of sessions are signed with; without it they last as long as the process. */
  sessionKeyFile?: string | undefined
  /** File of the key that pseudonyms are made with; without it they last as long as the process. */
  pseudonymKeyFile?: string | undefined
  /** One-click sign-in to a demonstration is offered to other machines too. */
  demoSignInFromAnywhere?: boolean
  /** Copies of the register; none where it lives in memory. They stay with whoever started them. */
  backups?: Backups | undefined
  /** How many own proxies stand before it, whose `X-Forwarded-For` is believed. */
  trustedProxies?: number
  clock?: Clock
}

export interface App {
  app: Router
  register: Register
  insights: Insights
  sessions: Sessions
  /** Ends the open streams, which would never end by themselves. */
  closeStreams(): void
  /** Ends streams, threads and listeners, once nothing is under way; the database stays with whoever opened it. */
  close(): Promise<void>
}

const MAX_BODY_BYTES = 1024 * 1024

export async function createApp(options: AppOptions): Promise<App> {
  const { db, clock } = options
  const register = await openRegister(db)
  const pool = options.pool ?? createWorkerPool()
  const known = createKnownRegister(db, register)
  const insights = createInsights(register, known, pool, clock)
  const research = createResearch(register, pool, clock)
  const researchJobs = jobRoutes(research)
  const delay = watchEventLoop()
  const stream = revisionStream(register)
  const closeStreams = () => {
    stream.closeStreams()
    researchJobs.closeStreams()
  }
  const view = registerView(register, clock)
  const files = openEvidenceFiles(options.evidenceFolder ?? null)
  const stopSweeping = sweepEvidence(files, db)
  const imports = createImports({
    db,
    databaseFile: options.databaseFile ?? null,
    folder: options.importFolder ?? null,
    clock,
  })
  const isDemonstration = () => register.current().settings.demonstration
  const sights = createSights(() => register.current().actors, signingKey(options.pseudonymKeyFile ?? null))
  const sightOf = sights.of
  const publicView = () => seenRegister(view({ definition: 'official' }), sights.ofPublic())
  const viewFor: ViewFor<PartnershipView> = (c) => (query, commit) =>
    seenRegister(view(query, commit), sightOf(c))
  const sessionKey = signingKey(options.sessionKeyFile ?? null)()
  const sessions = await createSessions(db, sessionKey)

  const app = createRouter()
  const machineOnly = options.loopbackOnly ?? false
  protect(app, machineOnly)
  app.use('/api/*', forWhoeverAsked)
  app.use('/api/*', whoAsks(db, sessions, { isDemonstration, machineOnly }))
  app.route(
    '/',
    accountRoutes({
      db,
      sessions,
      limits: createSignInLimits(createKeptCounts(db, sessionKey)),
      isDemonstration,
      demoSignInFromAnywhere: options.demoSignInFromAnywhere ?? false,
      addressOf: (c) => clientAddress(c, options.trustedProxies ?? 0),
    }),
  )
  app.route('/', peopleRoutes({ db }))
  app.route('/', referenceRoutes({ db, clock }))
  app.route(
    '/',
    actorRoutes({
      db,
      view,
      viewFor,
      publicView,
      clock,
      tellApart: (tx, id, others) => rememberNotDuplicate(tx, 'actor', id, others),
    }),
  )
  app.route('/', partnershipRoutes({ db, view, viewFor, files, clock, effectOf: insights.effectOf }))
  app.route('/', evidenceRoutes({ db, files, clock }))
  app.route('/', eventRoutes({ db, sightOf }))
  app.route('/', taskRoutes({ db, view }))
  app.route('/', importRoutes({ db, imports, clock }))
  app.route('/', exportRoutes({ db, databaseFile: options.databaseFile ?? null, clock }))
  app.route('/', mergingRoutes({ db, stores: ENTITY_STORES, view }))
  app.route('/', settingRoutes({ db, clock }))
  app.route('/', codeListRoutes({ db, view, clock }))
  app.route('/', changesetRoutes({ db, databaseFile: options.databaseFile ?? null, stores: ENTITY_STORES }))
  app.route(
    '/',
    networkRoutes({
      register,
      known,
      positions: createPositions(db, pool.layOut),
      communitiesOf: createCommunities((task) => pool.run('findCommunities', task)),
      sightOf,
      clock,
    }),
  )
  app.route('/', insightRoutes({ insights, aggregates: publicInsights(register, insights, clock), sightOf }))
  app.route('/', researchRoutes({ research, sightOf }))
  app.route('/', researchJobs.routes)
  app.route(
    '/',
    embedRoutes({
      revision: () => register.current().revision,
      dates: () => cityDates(register.current(), clock),
      key: signingKey(options.embedKeyFile ?? null),
    }),
  )
  app.route('/', diagnosticRoutes({ delay, jobs: research.jobs.counts }))
  app.route('/', backupRoutes(options.backups ?? null))
  app.route('/', stream.routes)
  describe(app)
  app.all('/api/*', (c) => problemResponse(c, unknownPath(c.req.method, c.req.path)))
  if (options.pageRoot !== undefined) app.get('*', pageFiles(options.pageRoot))
  app.notFound((c) => problemResponse(c, unknownPath(c.req.method, c.req.path)))
  app.onError(toProblem)

  return {
    app,
    register,
    insights,
    sessions,
    closeStreams,
    async close() {
      closeStreams()
      research.close()
      stopSweeping()
      await imports.close()
      files.close()
      delay.stop()
      register.close()
      if (!options.pool) await pool.close()
    },
  }
}

const SWEEP_EVERY_MS = 6 * 60 * 60_000

/** Takes files away that no record names, now and every few hours; a failure is told and tried again. */
function sweepEvidence(files: EvidenceFiles, db: Db): () => void {
  const sweep = () =>
    void files
      .sweep(db)
      .catch((error: unknown) => console.error('Files without a record could not be taken away:', error))
  sweep()
  const timer = setInterval(sweep, SWEEP_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

const unknownPath = (method: string, path: string) =>
  new AppError('not-found', { detail: `There is nothing at ${method} ${path}.` })

/** cytoscape adds one rule of its own, which this hash allows. */
const STYLE_HASH = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='"

function protect(app: Router, loopbackOnly: boolean) {
  app.use('/api/*', inTurn())
  app.use(requestId())
  app.use('/sematan/*', framed)
  app.use('/api/evidence/*', sandboxed)
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", STYLE_HASH],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [], usb: [] },
      // Over plain HTTP on a local machine it would shut the page out.
      strictTransportSecurity: false,
    }),
  )
  app.use(async (c, next) => {
    await next()
    if (isSecure(c)) c.header('strict-transport-security', 'max-age=15552000')
  })
  app.use('/api/*', compress())
  app.use('/api/network', brotli)
  if (loopbackOnly) app.use('/api/*', loopbackNames)
  app.use('/api/*', sameOriginWrites)
  const small = limit(MAX_BODY_BYTES, 'The request is larger than 1 MB.')
  const large = limit(MAX_UPLOAD_BYTES, 'A file has at most 5 MB.')
  // One byte more, so that the file itself is refused for its size, and the list of imports says so.
  const largest = limit(IMPORT_LIMITS.bytes + 1, 'A spreadsheet has at most 20 MB.')
  app.use('/api/*', (c, next) => {
    if (isSpreadsheetUpload(c)) return largest(c, next)
    return isUpload(c) ? large(c, next) : small(c, next)
  })
}

const limit = (maxSize: number, detail: string) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('invalid-input', { detail })
    },
  })

/** The machine-readable description of every route above. */
function describe(app: Router) {
  app.get('/api/openapi.json', may('system.read').middleware, (c) => {
    const description = app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Jejaring',
        version: '1',
        description:
          'Who works together in a city’s creative economy, which sectors are isolated and how sure that is.',
      },
    })
    return c.json(withRefusals(description))
  })
}

/** What every route of limited rights may answer; said here once. */
function withRefusals<D extends { paths?: object }>(description: D): D {
  for (const operations of Object.values(description.paths ?? {}))
    for (const operation of Object.values(operations as Record<string, DescribedOperation>)) {
      const action = operation['x-action']
      if (action === undefined || rightOf(action).roles.includes('public')) continue
      operation.responses[401] ??= { description: 'Nobody is signed in.' }
      operation.responses[403] ??= { description: `The role of the account does not allow ${action}.` }
    }
  return description
}

interface DescribedOperation {
  'x-action'?: Action
  responses: Record<number, object>
}
