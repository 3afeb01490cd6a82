import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { fail } from './terminal.mjs'

const numbers = (version) => version.match(/\d+/g).slice(0, 3).map(Number)

/** Whether `version` is at least `floor`; both like `20.19.0`. */
export function isAtLeast(version, floor) {
  const [have, need] = [numbers(version), numbers(floor)]
  for (let i = 0; i < 3; i++) if (have[i] !== need[i]) return have[i] > need[i]
  return true
}

/** The floor stands in package.json alone; npm does not check it for the scripts of the project itself. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const floor = engines.node.replace('>=', '')
  if (!isAtLeast(process.versions.node, floor))
    fail(`Jejaring needs Node ${floor} or newer; this is Node ${process.versions.node}.`)
}
