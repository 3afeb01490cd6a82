import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * What the threads of a domain run. From sources its `worker.ts`, through tsx; from the build its bundle, beside the entry or the
 * chunk.
 */
export function workerScript(domain: string): { filename: string; execArgv: string[] } {
  const source = fileURLToPath(new URL(`./${domain}/worker.ts`, import.meta.url))
  if (existsSync(source)) {
    // `--import tsx` reaches only the main thread on Node 20; its API registers in this one.
    const api = createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/cjs$/, 'mjs')
    const register = `import { register } from ${JSON.stringify(pathToFileURL(api).href)}; register()`
    return {
      filename: source,
      execArgv: ['--import', `data:text/javascript,${encodeURIComponent(register)}`],
    }
  }
  const name = `${domain}-worker.js`
  const built = [`./${name}`, `../${name}`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path))
  if (built === undefined) throw new Error(`The worker script ${name} is missing from the build.`)
  return { filename: built, execArgv: [] }
}
