import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createServer as createVite } from 'vite'
import { readConfig } from '../config.ts'
import { prepareDatabase } from './prepare-database.ts'
import { startServer } from './start-server.ts'

/**
 * `npm run dev`: the API and, through Vite, the page from its sources on one port. Vite reloads the page; the watcher that runs
 * this file starts it anew when a file of the server changes.
 */
const config = readConfig(process.env)
await prepareDatabase(config, (line) => console.log(line))
const server = createServer()
const vite = await createVite({
  configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
  server: { middlewareMode: true, hmr: { server } },
})
const running = await startServer(config, { server, page: vite.middlewares }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
console.log(`Jejaring (development): ${running.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    void Promise.all([vite.close(), running.stop()]).then(() => process.exit(0))
  })
