import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Script and style that the first page may weigh, gzipped, in bytes. */
export const FIRST_LOAD_BUDGET = 130_000

/**
 * What a browser loads before `/` shows its numbers: the entry of the page, all it imports statically, and their styles.
 * `clientFolder` holds a build with its manifest.
 */
export function measureFirstLoad(clientFolder) {
  const manifest = JSON.parse(readFileSync(join(clientFolder, '.vite/manifest.json'), 'utf8'))
  const files = new Set()
  const visit = (key) => {
    const chunk = manifest[key]
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry)
  if (entries.length === 0) throw new Error(`${clientFolder} has no entry in its manifest`)
  entries.forEach(visit)
  const sizes = [...files].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(clientFolder, file)), { level: 9 }).length,
  }))
  return { files: sizes, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) }
}
