import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'
import { fail, step } from './terminal.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.jejaring-installed.json')

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * The lock that npm leaves in node_modules once an install has ended, against the one of the project: every package that is not
 * optional must be there in the locked version, and none that the lock does not know.
 */
function agreesWithLock(lock) {
  const hidden = join(modules, '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = readJson(hidden).packages
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue
    if (installed[path] ? installed[path].version !== entry.version : !entry.optional) return false
  }
  return Object.keys(installed).every((path) => path in lock.packages)
}

/** better-sqlite3 is compiled for one version of Node's binary interface. */
function databaseDriverLoads() {
  try {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** npm by the way it was started with, else the one on the path. */
function npm(args) {
  const program = process.env.npm_execpath
  const viaNode = program?.endsWith('npm-cli.js') && existsSync(program)
  const env = { ...process.env }
  // Where no ready-made driver can be downloaded it is compiled; with the headers of this Node at hand, without a download.
  const prefix = dirname(dirname(process.execPath))
  if (existsSync(join(prefix, 'include/node/node.h'))) env.npm_package_config_node_gyp_nodedir ??= prefix
  const result = viaNode
    ? spawnSync(process.execPath, [program, ...args], { cwd: root, env, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.error?.code === 'ENOENT')
    fail('npm was not found, and the dependencies must be installed: install npm and start again.')
  return result.status === 0
}

/** Installs the locked dependencies when they are missing, of another lock, or made for another Node. */
export function ensureInstalled() {
  const lock = readJson(join(root, 'package-lock.json'))
  if (agreesWithLock(lock)) {
    const abi = process.versions.modules
    if (existsSync(stamp) && readJson(stamp).abi === abi) return
    if (!databaseDriverLoads()) {
      step('Fitting the database driver to this version of Node …')
      if (!npm(['rebuild', 'better-sqlite3']) || !databaseDriverLoads())
        fail('The database driver could not be fitted to this version of Node; the lines above say why.')
    }
    writeFileSync(stamp, `${JSON.stringify({ abi })}\n`)
    return
  }
  step(
    existsSync(modules)
      ? 'Dependencies changed: installing …'
      : 'Installing dependencies (once, a minute or two) …',
  )
  if (!npm(['ci', '--include=dev', '--no-audit', '--no-fund']))
    fail('The dependencies could not be installed; the lines above say why.')
  if (!databaseDriverLoads())
    fail('The database driver was installed but does not load; delete node_modules and start again.')
  writeFileSync(stamp, `${JSON.stringify({ abi: process.versions.modules })}\n`)
}
