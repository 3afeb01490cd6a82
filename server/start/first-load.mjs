import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Script and style that the first page may weigh, gzipped, in bytes. */
export const FIRST_LOAD_BUDGET = 130_000

/**
 * What a browser loads before `/` shows its numbers: scripts and styles that the page names, and all they import statically.
 * `clientFolder` holds a build with its manifest.
 */
export function measureFirstLoad(clientFolder) {
  const manifest = JSON.parse(readFileSync(join(clientFolder, '.vite/manifest.json'), 'utf8'))
  const page = readFileSync(join(clientFolder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file)
  if (!named.some((file) => file.endsWith('.js')))
    throw new Error(`${clientFolder}/index.html names no script`)
  const chunkOf = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]))
  const files = new Set()
  const visit = (file) => {
    if (files.has(file)) return
    files.add(file)
    const { css = [], imports = [] } = chunkOf.get(file) ?? {}
    for (const style of css) files.add(style)
    for (const imported of imports) visit(manifest[imported].file)
  }
  named.forEach(visit)
  const sizes = [...files].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(clientFolder, file)), { level: 9 }).length,
  }))
  return { files: sizes, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) }
}
