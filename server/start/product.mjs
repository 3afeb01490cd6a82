import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './root.mjs'
import { fail, step } from './terminal.mjs'

const stamp = join(root, 'dist/built.json')
const SOURCES = ['client', 'server', 'shared', 'seed']
const FILES = ['package.json', 'package-lock.json', 'vite.config.ts']
const LEFT_OUT = /\.(md|mjs)$|tsconfig|(^|[\\/])(node_modules|\.)/

/** What the build is made from, by content: a checkout that only touches the clock builds nothing. */
function sourceHash() {
  const hash = createHash('sha256')
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  for (const folder of SOURCES) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
      .filter((path) => !LEFT_OUT.test(path))
    paths.sort().forEach(add)
  }
  FILES.forEach(add)
  return hash.digest('hex')
}

const vite = (...args) =>
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', ...args],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 2, 2],
    },
  ).status === 0

/** Builds page and server; false when one of them does not build. */
export function build() {
  const hash = sourceHash()
  rmSync(stamp, { force: true })
  step('Building the page …')
  if (!vite()) return false
  step('Building the server …')
  if (!vite('--mode', 'server')) return false
  writeFileSync(stamp, `${JSON.stringify({ sources: hash })}\n`)
  return true
}

export function isBuilt() {
  return existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).sources === sourceHash()
}

/** Builds when the sources are not those of the last complete build. */
export function ensureBuilt() {
  if (!isBuilt() && !build()) fail('The product could not be built; the lines above say why.')
}
