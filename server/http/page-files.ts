import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import { AppError } from '../errors.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.topojson': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const COMPRESSIBLE = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.map',
  '.svg',
  '.topojson',
  '.txt',
  '.webmanifest',
])

type Encoding = 'br' | 'gzip' | 'identity'

const ENCODERS: Record<Exclude<Encoding, 'identity'>, (data: Buffer) => Promise<Buffer>> = {
  br: (data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (data) => promisify(gzip)(data, { level: 9 }),
}

/**
 * The built page: hashed assets for a year, compressed once each; every other path of a page is index.html, which is
 * asked for anew every time.
 */
export function pageFiles(root: string) {
  const bodies = new Map<string, Promise<Buffer>>()

  const body = (path: string, encoding: Encoding): Promise<Buffer> => {
    const key = `${encoding} ${path}`
    let made = bodies.get(key)
    if (!made) {
      made = readFile(path).then((data) => (encoding === 'identity' ? data : ENCODERS[encoding](data)))
      bodies.set(key, made)
      made.catch(() => bodies.delete(key))
    }
    return made
  }

  return createMiddleware(async (c) => {
    const path = fileFor(root, c.req.path)
    if (!path) throw new AppError('not-found', { detail: `There is no file ${c.req.path}.` })
    const extension = extname(path)
    const encoding = COMPRESSIBLE.has(extension) ? encodingFor(c.req.header('accept-encoding')) : 'identity'
    c.header('content-type', TYPES[extension] ?? 'application/octet-stream')
    c.header('cache-control', cacheFor(root, path))
    c.header('vary', 'accept-encoding')
    if (encoding !== 'identity') c.header('content-encoding', encoding)
    return c.body(new Uint8Array(await body(path, encoding)))
  })
}

/**
 * The file at a path of the page. Where there is none, index.html, for an id in a path may have a dot in it; nothing where only
 * a file can be meant: among the assets, or beside index.html.
 */
function fileFor(root: string, urlPath: string): string | undefined {
  const index = join(root, 'index.html')
  const asked = normalize(join(root, decode(urlPath)))
  if (!asked.startsWith(root + sep)) return undefined
  if (existsSync(asked) && statSync(asked).isFile()) return asked
  const isBesideIndex = dirname(asked) === root && extname(asked) in TYPES
  return isBesideIndex || isAsset(root, asked) ? undefined : index
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const isAsset = (root: string, path: string) => path.startsWith(join(root, 'assets') + sep)

const cacheFor = (root: string, path: string) =>
  isAsset(root, path) ? 'public, max-age=31536000, immutable' : 'no-cache'

function encodingFor(accepted = ''): Encoding {
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** Whether this is a built page, and not its sources: only a build writes a manifest. */
export const isPageBuilt = (root: string) =>
  existsSync(join(root, 'index.html')) && existsSync(join(root, '.vite/manifest.json'))
