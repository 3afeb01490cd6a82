// `npm run dev`: page and server on one port, both reloading as their files change.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './dependencies.mjs'
import { loadEnvironment } from './environment.mjs'
import { requireNode } from './node-version.mjs'
import { root } from './root.mjs'

requireNode()
ensureInstalled()
loadEnvironment()

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const server = join(root, 'server/start/dev-server.ts')
const child = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', server], {
  cwd: root,
  env: { ...process.env, NODE_ENV: 'development' },
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
