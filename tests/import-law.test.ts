import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Every import of our own files against the table "Who may import whom"; packages only where the table limits them. */

const root = resolve(import.meta.dirname, '..')
const TOP = ['client', 'server', 'shared', 'seed', 'tests'] as const
const DOMAINS = ['reference', 'actors', 'partnerships', 'events', 'network', 'insights', 'research'] as const
/** Beside the order: nobody's domain imports them. */
const BESIDE = [
  'imports',
  'accounts',
  'settings',
  'merging',
  'changesets',
  'stream',
  'embed',
  'backups',
  'tasks',
] as const

interface Import {
  from: string
  to: string
  dynamic: boolean
}

const files = TOP.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.(tsx?|mjs|mts)$/.test(path) && !/\/(node_modules|\.)/.test(path)),
)

/** Source without comments, so that an example in a comment is no import; strings stay. */
function withoutComments(source: string): string {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
  return source.replace(token, (found) => (/^\/[/*]/.test(found) ? ' ' : found))
}

const STATIC = /\b(?:import|export)\s+(?:type\s+)?(?:[\w*{][^'"`;]*?\s*from\s*)?(['"])([^'"\n]+)\1/g
const DYNAMIC = /\bimport\s*\(\s*(['"`])([^'"`]+)\1/g
const BY_URL = /\bnew\s+URL\(\s*(['"`])(\.[^'"`]+)\1\s*,\s*import\.meta\.url/g

function importsOf(from: string): Import[] {
  const source = withoutComments(readFileSync(join(root, from), 'utf8'))
  const found = (pattern: RegExp, dynamic: boolean) =>
    [...source.matchAll(pattern)].map((match) => ({ from, to: target(from, match[2] ?? ''), dynamic }))
  return [...found(STATIC, false), ...found(DYNAMIC, true), ...found(BY_URL, true)]
}

/** Path from the root for a file of ours, else the specifier as written. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}

const imports = files.flatMap(importsOf)
const isOurs = (path: string) => TOP.some((folder) => path.startsWith(`${folder}/`))
/** The table is about code; a part of the page brings its stylesheet along. */
const isPageStyle = ({ from, to }: Import) => from.startsWith('client/') && /^client\/.*\.css$/.test(to)
const ours = imports.filter((edge) => isOurs(edge.to) && !isPageStyle(edge))

/** The row of the table that a file stands in; the longest prefix wins. */
const LAYERS: Record<string, (to: string, from: string) => boolean> = {
  'shared/analytics': within('shared/analytics'),
  'shared/contract': within('shared/contract', 'shared/analytics'),
  'shared/i18n': within('shared/i18n'),
  'client/ui': within('client/ui'),
  'client/api': within('client/api', 'shared/contract'),
  'client/network': within('client/network', 'client/api', 'client/ui', 'shared'),
  'client/features': (to, from) =>
    within('client/network', 'client/api', 'client/ui', 'shared')(to) || to.startsWith(featureOf(from)),
  client: within('client', 'shared'),
  // The spine speaks the contract's records and throws the contract's errors.
  'server/db': within('server/db', 'server/config.ts', 'server/errors.ts', 'shared/contract'),
  server: (to, from) => serverMay(to, from),
  'server/app.ts': within('server', 'shared'),
  'server/main.ts': within('server', 'shared'),
  'server/entity-stores.ts': within('server'),
  'server/cli': within('server', 'shared'),
  'server/start': within('server', 'shared', 'seed'),
  seed: (to) => within('seed', 'server', 'shared/contract')(to) && !isEdge(to),
  tests: () => true,
}

function within(...prefixes: string[]): (to: string) => boolean {
  return (to) => prefixes.some((prefix) => to === prefix || to.startsWith(`${prefix}/`))
}

const featureOf = (path: string) => `${path.split('/').slice(0, 3).join('/')}/`
const isEdge = (path: string) => /(^|\/)(\w+-)?routes?\.ts$/.test(path)

/** Domains look down their order alone and never at another's routes; what stands beside them may look at all of them. */
function serverMay(to: string, from: string): boolean {
  if (to.startsWith('shared/')) return !to.startsWith('shared/i18n/') || from.endsWith('worker.ts')
  if (!to.startsWith('server/')) return false
  const [mine, theirs] = [domainOf(from), domainOf(to)]
  // a thread names what it runs, whoever's it is
  const isThread = from.endsWith('/worker.ts')
  if (isThread && to === 'server/entity-stores.ts') return true
  if (theirs === null) return !/^server\/(app|main|entity-stores)\.ts$|^server\/(cli|start)\//.test(to)
  if (theirs === mine) return true
  if (isThread) return !isEdge(to)
  if (isEdge(to)) return false
  const rank = DOMAINS.indexOf(theirs as (typeof DOMAINS)[number])
  if (rank < 0) return false
  const own = DOMAINS.indexOf(mine as (typeof DOMAINS)[number])
  return own < 0 ? mine !== null : rank < own
}

function domainOf(path: string): string | null {
  const folder = path.split('/')[1] ?? ''
  return [...DOMAINS, ...BESIDE].find((domain) => domain === folder) ?? null
}

function rowOf(path: string): string {
  const rows = Object.keys(LAYERS).filter((row) => path === row || path.startsWith(`${row}/`))
  return rows.sort((a, b) => b.length - a.length)[0] ?? ''
}

const broken = (rule: (edge: Import) => boolean) =>
  ours.filter((edge) => !rule(edge)).map(({ from, to }) => `${from} → ${to}`)

describe('the import law', () => {
  it('names folders that are there', () => {
    const named = [...DOMAINS, ...BESIDE].map((domain) => `server/${domain}`)
    expect([...named, ...Object.keys(LAYERS)].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('finds the imports it judges', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(ours.length).toBeGreaterThan(files.length / 2)
    const names = ours.filter(({ to }) => /\.(tsx?|mjs)$/.test(to) && !to.includes('${'))
    expect(
      names.filter(({ to }) => !existsSync(join(root, to))).map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([])
  })

  it('lets every layer import only what its row allows', () => {
    expect(broken(({ from, to }) => LAYERS[rowOf(from)]?.(to, from) ?? false)).toEqual([])
  })

  it('keeps client and server apart, and tests out of everything', () => {
    expect(broken(({ from, to }) => !(from.startsWith('client/') && to.startsWith('server/')))).toEqual([])
    expect(broken(({ from, to }) => !(from.startsWith('server/') && to.startsWith('client/')))).toEqual([])
    expect(broken(({ from, to }) => from.startsWith('tests/') || !to.startsWith('tests/'))).toEqual([])
  })

  it('loads the demonstration from server/start alone, and only when it is needed', () => {
    const toSeed = ours.filter(({ from, to }) => to.startsWith('seed/') && !/^(seed|tests)\//.test(from))
    expect(toSeed.length).toBeGreaterThan(0)
    expect(toSeed.filter(({ from, dynamic }) => !dynamic || !from.startsWith('server/start/'))).toEqual([])
  })

  it('crosses a top folder by its # name', () => {
    const crossing = files.flatMap((from) =>
      importsBySpecifier(from).filter(
        (specifier) =>
          specifier.startsWith('.') &&
          posix.join(posix.dirname(from), specifier).split('/')[0] !== from.split('/')[0] &&
          // The one template that a bundler must be able to read.
          !from.startsWith('server/start/'),
      ),
    )
    expect(crossing).toEqual([])
  })

  it('keeps the kernels free of packages, Node, the DOM, the clock and unseeded chance', () => {
    const foreign = imports.filter(({ from, to }) => from.startsWith('shared/analytics/') && !isOurs(to))
    expect(foreign).toEqual([])
    const forbidden =
      /\b(Math\.random|Date\.now|new Date\(\)|performance\.now|process\.env|setTimeout|console\.)/
    const kernels = files.filter((path) => path.startsWith('shared/analytics/'))
    expect(
      kernels.filter((path) => forbidden.test(withoutComments(readFileSync(join(root, path), 'utf8')))),
    ).toEqual([])
  })

  it('limits packages where the table does', () => {
    const packages = (folder: string) => [
      ...new Set(
        imports.filter(({ from, to }) => from.startsWith(folder) && !isOurs(to)).map(({ to }) => to),
      ),
    ]
    expect(packages('shared/contract/')).toEqual(['zod'])
    expect(packages('client/').filter((name) => name.startsWith('node:'))).toEqual([])
    expect(
      packages('client/ui/').filter((name) => !/^(react|@base-ui\/react|lucide-react)/.test(name)),
    ).toEqual([])
  })

  it('has no barrels', () => {
    // A worker entry names what its threads run; everything else is imported from where it stands.
    const barrels = files.filter((path) => {
      if (path.endsWith('worker.ts')) return false
      const source = withoutComments(readFileSync(join(root, path), 'utf8'))
      const rest = source.replaceAll(/\bexport\s+(type\s+)?[*{][^;'"]*from\s*['"][^'"]+['"]\s*;?/g, '').trim()
      return source.trim() !== '' && rest === ''
    })
    expect(barrels).toEqual([])
    expect(files.filter((path) => basename(path) === 'index.ts')).toEqual([])
  })

  it('explains each top folder in at most 25 lines', () => {
    for (const folder of TOP) {
      const readme = join(root, folder, 'README.md')
      expect(existsSync(readme), `${folder}/README.md`).toBe(true)
      expect(
        readFileSync(readme, 'utf8').trimEnd().split('\n').length,
        relative(root, readme),
      ).toBeLessThanOrEqual(25)
    }
    expect(dirname(join(root, 'README.md'))).toBe(root)
  })
})

function importsBySpecifier(from: string): string[] {
  const source = withoutComments(readFileSync(join(root, from), 'utf8'))
  return [STATIC, DYNAMIC, BY_URL].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => match[2] ?? ''),
  )
}
