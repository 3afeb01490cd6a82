import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import compile from 'icu-minify/compile'
import { defineConfig, type Plugin, type Rolldown, transformWithOxc, type UserConfig } from 'vite'
import type { ViteUserConfig } from 'vitest/config'
import { accounts as englishAccounts } from './shared/i18n/en/accounts.ts'
import { consent as englishConsent } from './shared/i18n/en/consent.ts'
import { explorer as englishExplorer } from './shared/i18n/en/explorer.ts'
import { explorerTools as englishTools } from './shared/i18n/en/explorer-tools.ts'
import { imports as englishImports } from './shared/i18n/en/imports.ts'
import { logPartnership as englishLog } from './shared/i18n/en/log-partnership.ts'
import { register as englishRegister } from './shared/i18n/en/register.ts'
import { research as englishResearch } from './shared/i18n/en/research.ts'
import { search as englishSearch } from './shared/i18n/en/search.ts'
import { tasks as englishTasks } from './shared/i18n/en/tasks.ts'
import { accounts as indonesianAccounts } from './shared/i18n/id/accounts.ts'
import { consent as indonesianConsent } from './shared/i18n/id/consent.ts'
import { explorer as indonesianExplorer } from './shared/i18n/id/explorer.ts'
import { explorerTools as indonesianTools } from './shared/i18n/id/explorer-tools.ts'
import { imports as indonesianImports } from './shared/i18n/id/imports.ts'
import { logPartnership as indonesianLog } from './shared/i18n/id/log-partnership.ts'
import { register as indonesianRegister } from './shared/i18n/id/register.ts'
import { research as indonesianResearch } from './shared/i18n/id/research.ts'
import { search as indonesianSearch } from './shared/i18n/id/search.ts'
import { tasks as indonesianTasks } from './shared/i18n/id/tasks.ts'
import { messages as english } from './shared/i18n/messages-en.ts'
import { messages as indonesian } from './shared/i18n/messages-id.ts'

const root = import.meta.dirname

type Words = { readonly [key: string]: string | Words }
const compileWords = (words: Words): unknown =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileWords(value),
    ]),
  )

/** Parses the messages while building, so that the page carries no parser for them (10 kB of its first load). */
const compiledMessages = (): Plugin => {
  const modules: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
    [resolve(root, 'shared/i18n/messages-id.ts')]: { messages: indonesian },
    [resolve(root, 'shared/i18n/messages-en.ts')]: { messages: english },
    [resolve(root, 'shared/i18n/id/accounts.ts')]: { accounts: indonesianAccounts },
    [resolve(root, 'shared/i18n/en/accounts.ts')]: { accounts: englishAccounts },
    [resolve(root, 'shared/i18n/id/consent.ts')]: { consent: indonesianConsent },
    [resolve(root, 'shared/i18n/en/consent.ts')]: { consent: englishConsent },
    [resolve(root, 'shared/i18n/id/explorer.ts')]: { explorer: indonesianExplorer },
    [resolve(root, 'shared/i18n/en/explorer.ts')]: { explorer: englishExplorer },
    [resolve(root, 'shared/i18n/id/explorer-tools.ts')]: { explorerTools: indonesianTools },
    [resolve(root, 'shared/i18n/en/explorer-tools.ts')]: { explorerTools: englishTools },
    [resolve(root, 'shared/i18n/id/imports.ts')]: { imports: indonesianImports },
    [resolve(root, 'shared/i18n/en/imports.ts')]: { imports: englishImports },
    [resolve(root, 'shared/i18n/id/log-partnership.ts')]: { logPartnership: indonesianLog },
    [resolve(root, 'shared/i18n/en/log-partnership.ts')]: { logPartnership: englishLog },
    [resolve(root, 'shared/i18n/id/register.ts')]: { register: indonesianRegister },
    [resolve(root, 'shared/i18n/en/register.ts')]: { register: englishRegister },
    [resolve(root, 'shared/i18n/id/research.ts')]: { research: indonesianResearch },
    [resolve(root, 'shared/i18n/en/research.ts')]: { research: englishResearch },
    [resolve(root, 'shared/i18n/id/search.ts')]: { search: indonesianSearch },
    [resolve(root, 'shared/i18n/id/tasks.ts')]: { tasks: indonesianTasks },
    [resolve(root, 'shared/i18n/en/search.ts')]: { search: englishSearch },
    [resolve(root, 'shared/i18n/en/tasks.ts')]: { tasks: englishTasks },
  }
  return {
    name: 'compiled-messages',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: {
          'use-intl/format-message': 'use-intl/format-message/format-only',
          // React has had the hook itself since 18; the shim is for those before.
          'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
        },
      },
    }),
    load(id) {
      return (
        Object.entries(modules[id] ?? {})
          .map(([name, words]) => `export const ${name} = ${JSON.stringify(compileWords(words))}`)
          .join('\n') || null
      )
    },
  }
}

/** Packages that the first page needs whole; of the others (icons, queries) a part, which is split by use. */
const WHOLE =
  /node_modules\/(react|react-dom|scheduler|use-intl|icu-minify|use-sync-external-store|@formatjs|@tanstack\/(history|router-core|store|react-store))\//

interface ModuleInfo {
  importedIds: readonly string[]
}

const MAIN = resolve(root, 'client/main.tsx')

/** What the first page imports statically as one chunk: many small ones compress worse and cost requests. */
const firstLoad = () => {
  let own: Set<string> | undefined
  const reach = (info: (id: string) => ModuleInfo | null) => {
    const seen = new Set<string>()
    const left = [MAIN]
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      if (seen.has(id) || id.includes('node_modules')) continue
      seen.add(id)
      left.push(...(info(id)?.importedIds ?? []))
    }
    return seen
  }
  return {
    debugName: 'first-load',
    name: (id: string, context: { getModuleInfo: (id: string) => ModuleInfo | null }) => {
      own ??= reach((module) => context.getModuleInfo(module))
      return WHOLE.test(id) || own.has(id) ? 'first-load' : null
    },
  }
}

/**
 * What several pages draw with, as one chunk: dozens of small files would each cost a request, and their names would weigh
 * on the first load, which lists them.
 */
const shared = {
  name: 'shared',
  test: /client\/(api|ui|network\/[^/]+$|features\/log-partnership\/[^/]+\.ts|routes\/[a-zA-Z-]+\.tsx?|features\/[a-z-]+\/use-)|node_modules\/lucide-react/,
  minShareCount: 2,
}

/** Pages and parts that are not needed to keep a register on a phone: they are kept once they have been opened. */
const NOT_KEPT_AHEAD =
  /client\/(routes\/(explorer|research|settings|admin)|features\/(explorer|research)|network\/canvas|styles\/print)/

/** All that the page consists of, from its first module on, statically or not, but for what is not kept ahead. */
function filesKeptAhead(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const kept = new Set<string>()
  const left = chunks.filter(({ moduleIds }) => moduleIds.includes(MAIN))
  for (let chunk = left.pop(); chunk !== undefined; chunk = left.pop()) {
    if (kept.has(chunk.fileName)) continue
    kept.add(chunk.fileName)
    for (const style of chunk.viteMetadata?.importedCss ?? []) kept.add(style)
    const later = chunk.dynamicImports.filter(
      (name) => !NOT_KEPT_AHEAD.test(byName.get(name)?.facadeModuleId ?? ''),
    )
    left.push(...[...chunk.imports, ...later].flatMap((name) => byName.get(name) ?? []))
  }
  return [...kept].sort().map((name) => `/${name}`)
}

/** `service-worker.js` beside index.html: opens the page without a connection, see `client/routes/offline/worker.ts`. */
const offlineWorker = (): Plugin => ({
  name: 'offline-worker',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const source = resolve(root, 'client/routes/offline/worker.ts')
    const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
    const files = filesKeptAhead(bundle)
    const version = createHash('sha256')
      .update(code + files.join() + readFileSync(resolve(dir, 'index.html'), 'utf8'))
      .digest('hex')
      .slice(0, 12)
    const head = `const PAGE_FILES = ${JSON.stringify(files)}\nconst PAGE_VERSION = '${version}'\n`
    writeFileSync(resolve(dir, 'service-worker.js'), head + code.replace(/^export \{\};?$/m, ''))
  },
})

/** The page: `vite build` → dist/client, with a manifest from which the first-load budget is checked. */
const client: UserConfig = {
  root: resolve(root, 'client'),
  cacheDir: resolve(root, 'node_modules/.vite'),
  plugins: [react(), tailwindcss(), compiledMessages(), offlineWorker()],
  build: {
    outDir: resolve(root, 'dist/client'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // older browsers fetch a little later; the page works without
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Short names: the first load lists those of every page.
      output: {
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
        codeSplitting: { groups: [firstLoad(), shared] },
      },
    },
  },
}

/** Every server entry: the process, the commands and each worker, so that workers are files of their own. */
const serverEntries = () => {
  const entries: Record<string, string> = { main: 'server/main.ts', cli: 'server/cli/main.ts' }
  for (const file of readdirSync(resolve(root, 'server'), { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('worker.ts')) entries[file.replace(/\.ts$/, '').replaceAll('/', '-')] = `server/${file}`
  return entries
}

/** The server: `vite build --mode server` → dist/server. */
const server = (): UserConfig => ({
  root,
  publicDir: false,
  build: {
    ssr: true,
    outDir: resolve(root, 'dist/server'),
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: serverEntries(),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
})

const test = (mode: string): ViteUserConfig['test'] => ({
  projects: [
    {
      root,
      test: {
        name: 'unit',
        environment: 'node',
        include: ['tests/**/*.test.{ts,tsx}'],
        exclude: ['tests/flows/**', 'tests/bench/**', 'tests/oracles/**', 'tests/stress/**'],
        testTimeout: 60_000,
      },
    },
    {
      root,
      test: {
        name: 'flows',
        environment: 'node',
        include: ['tests/flows/**/*.test.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        // One process for all files: what it has read and the pages it has opened serve the next.
        isolate: false,
        globalSetup: resolve(root, 'tests/flows/backstage.ts'),
      },
    },
    {
      root,
      test: {
        name: 'stress',
        environment: 'node',
        include: ['tests/stress/**/*.test.ts'],
        // `--mode stress`: 130 kills, then minutes of load
        env: mode === 'stress' ? { STRESS: 'full' } : {},
        testTimeout: 1_800_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      },
    },
    {
      root,
      test: {
        name: 'oracles',
        environment: 'node',
        include: ['tests/oracles/**/*.test.ts'],
        testTimeout: 900_000,
      },
    },
  ],
})

export default defineConfig(({ mode }) => ({
  ...(mode === 'server' ? server() : client),
  ...{ test: test(mode) },
}))
