import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../app.ts'
import { type Backups, startBackups } from '../backups/backups.ts'
import type { Config } from '../config.ts'
import { backupFolder } from '../db/backup/backup-folder.ts'
import { watchForeignCommits } from '../db/commit-feed.ts'
import { databasePath, openDatabase } from '../db/database.ts'
import { filesFolder } from '../db/files-folder.ts'
import { isLoopback } from '../http/loopback.ts'

/** Answers what is not the API's, as Vite does in development. */
export type PageListener = (request: IncomingMessage, response: ServerResponse) => void

export interface StartOptions {
  /** Folder of the built page. */
  pageRoot?: string | undefined
  page?: PageListener | undefined
  /** The HTTP server to listen with, where somebody else needs it before. */
  server?: Server | undefined
}

export interface RunningServer {
  url: string
  /** Ends the streams and what is under way, then closes the database. */
  stop(): Promise<void>
}

/** While developing, the sources of the page in `client/api/` are asked for under the same first folder. */
const ANSWERED_BY_API = /^\/(?:sematan\/|api\/(?!.*\.tsx?(?:$|\?)))/

/** How soon changes of another process, such as an import, are noticed. */
const FOREIGN_COMMITS_EVERY_MS = 1_000

/** Beside the database, but not within it. */
function keyFile(databaseUrl: string, name: string): string | undefined {
  const path = databasePath(databaseUrl)
  return path === ':memory:' ? undefined : `${path}.${name}-key`
}

function databaseFile(databaseUrl: string): string | undefined {
  const path = databasePath(databaseUrl)
  return path === ':memory:' ? undefined : path
}

function backupsOf({ databaseUrl, backup: { folder, ...times } }: Config): Backups | undefined {
  const database = databaseFile(databaseUrl)
  if (database === undefined) return undefined
  return startBackups({ database, folder: folder ?? backupFolder(database), ...times })
}

/** Opens the database, loads the register and listens. Throws one clear sentence; nothing is left open then. */
export async function startServer(config: Config, options: StartOptions = {}): Promise<RunningServer> {
  const database = databaseFile(config.databaseUrl)
  const db = await openDatabase(config.databaseUrl, { backups: config.backup.folder })
  const backups = backupsOf(config)
  const { app, insights, closeStreams, close } = await createApp({
    db,
    backups,
    pageRoot: options.pageRoot,
    loopbackOnly: isLoopback(config.host),
    embedKeyFile: keyFile(config.databaseUrl, 'embed'),
    databaseFile: database,
    // a backup takes the evidence; drafts of imports may be lost with the machine
    evidenceFolder: database && filesFolder(database),
    importFolder: database && `${database}.imports`,
    sessionKeyFile: keyFile(config.databaseUrl, 'session'),
    pseudonymKeyFile: keyFile(config.databaseUrl, 'pseudonym'),
    demoSignInFromAnywhere: config.demoSignIn,
    trustedProxies: config.trustedProxies,
  })
  const api = getRequestListener(app.fetch)
  const { page } = options
  const server = options.server ?? createServer()
  const underWay = new Set<ServerResponse>()
  server.on('request', (request, response) => {
    underWay.add(response)
    response.on('close', () => underWay.delete(response))
    if (page && !ANSWERED_BY_API.test(request.url ?? '')) page(request, response)
    else void api(request, response)
  })
  const stopWatching = watchForeignCommits(db, FOREIGN_COMMITS_EVERY_MS, (error) =>
    console.error('Changes of other processes could not be read:', error),
  )
  let isStopping = false
  const stop = async () => {
    isStopping = true
    stopWatching()
    closeStreams()
    // What is under way needs the register and the threads to the end.
    await closeServer(server, underWay)
    await close()
    await backups?.stop()
    await db.destroy()
  }
  try {
    await listen(server, config)
  } catch (error) {
    await stop()
    throw error
  }
  // The first page finds its numbers ready; a failure shows when they are asked for.
  insights.warm().catch((error: unknown) => {
    if (!isStopping) console.error('The first numbers could not be computed:', error)
  })
  return { url: urlOf(server, config.host), stop }
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(whyNot(error, host, port))))
    server.listen(port, host, resolve)
  })
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start.`
    case 'EACCES':
      return `Port ${port} needs more rights than this account has. Choose one above 1023: PORT=3000 npm start.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Set HOST to one of its own, such as 127.0.0.1 or 0.0.0.0.`
    default:
      return `The server cannot listen on ${host}:${port}: ${error.message}.`
  }
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/**
 * Waits for what is under way, at most ten seconds, and hangs up. A connection on which nothing was ever asked, as
 * browsers open them ahead of need, is not idle to Node and would hold the server up.
 */
async function closeServer(server: Server, underWay: ReadonlySet<ServerResponse>): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const deadline = Date.now() + 10_000
  while (underWay.size > 0 && Date.now() < deadline) await delay(20)
  server.closeAllConnections()
  await closed
}
