// `npm test`: from whatever state the checkout is in to one honest exit code. Arguments go to vitest.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './dependencies.mjs'
import { FIRST_LOAD_BUDGET, measureFirstLoad } from './first-load.mjs'
import { requireNode } from './node-version.mjs'
import { build, isBuilt } from './product.mjs'
import { root } from './root.mjs'
import { step } from './terminal.mjs'

requireNode()
ensureInstalled()
const chromium = ensureChromium()

const began = Date.now()
const checks = []

function check(name, run) {
  step(name)
  const since = Date.now()
  const passed = run()
  checks.push({ name, passed, seconds: (Date.now() - since) / 1000 })
}

function tool(script, ...args) {
  const env = { ...process.env, CHROMIUM_PATH: chromium, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' }
  return spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

function firstLoadFits() {
  if (!isBuilt()) return false
  const { files, bytes } = measureFirstLoad(join(root, 'dist/client'))
  for (const file of files) console.log(`  ${(file.bytes / 1000).toFixed(1).padStart(6)} kB  ${file.file}`)
  console.log(`  ${(bytes / 1000).toFixed(1)} of ${FIRST_LOAD_BUDGET / 1000} kB gzipped`)
  return bytes <= FIRST_LOAD_BUDGET
}

check('Types', () => tool('typescript/bin/tsc', '-b').status === 0)
check('Lint and format', () => tool('@biomejs/biome/bin/biome', 'check', '.').status === 0)
check('Dead code', () => tool('knip/bin/knip.js').status === 0)
check('Build', () => isBuilt() || build())
check('First load', firstLoadFits)

const report = join(root, 'dist/test-report.json')
mkdirSync(join(root, 'dist'), { recursive: true })
rmSync(report, { force: true })
step('Tests')
const args = [
  'run',
  '--project=!oracles',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]
const { status } = tool('vitest/vitest.mjs', ...args)
const counts = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }

console.log('')
for (const { name, passed, seconds } of checks)
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`)
console.log(
  `${status === 0 ? 'passed' : 'FAILED'}  Tests: ${counts.numPassedTests} of ${counts.numTotalTests ?? '?'}`,
)
console.log(`${Math.round((Date.now() - began) / 1000)} s in all; the line below counts checks and tests.`)

const failedChecks = checks.filter(({ passed }) => !passed).length
// A suite that does not load, or an error outside any test, fails the run without a failed test.
const failedTests = counts.numFailedTests || (status === 0 ? 0 : 1)
const skipped = counts.numPendingTests + counts.numTodoTests
const passed = counts.numPassedTests + checks.length - failedChecks
const failed = failedTests + failedChecks
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && counts.numPassedTests > 0 ? 0 : 1)
