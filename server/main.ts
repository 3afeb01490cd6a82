import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from './config.ts'
import { isPageBuilt } from './http/page-files.ts'
import { prepareDatabase } from './start/prepare-database.ts'
import { startServer } from './start/start-server.ts'

/** Beside the built server, or beside the sources when they are run as they are. */
function findPage(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url))
  const candidates = [join(here, '../client'), join(here, '../dist/client')]
  return candidates.find(isPageBuilt)
}

async function main() {
  const config = readConfig(process.env)
  await prepareDatabase(config, (line) => console.log(line))
  const running = await startServer(config, { pageRoot: findPage() })
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // Last: whoever reads it may already ask to stop.
  console.log(`Jejaring: ${running.url}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
