import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fail, step } from './terminal.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of a Chromium, by CHROMIUM_PATH and then the usual names; null when there is none. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isProgram(named) ? named : null
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  return candidates.find(isProgram) ?? null
}

const apt = (...args) =>
  spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
  }).status === 0

/** The browser for the flows; installs Debian's where it may. Never goes on without one. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM_PATH)
    fail(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not a program that can be run.`)
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    step('No Chromium found: installing it with apt-get …')
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')) {
      const installed = findChromium()
      if (installed) return installed
    }
  }
  return fail(
    'The browser flows need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}
