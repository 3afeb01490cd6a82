import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import type { ViteUserConfig } from 'vitest/config'

const root = import.meta.dirname

/** The page: `vite build` → dist/client, with a manifest from which the first-load budget is checked. */
const client: UserConfig = {
  root: resolve(root, 'client'),
  cacheDir: resolve(root, 'node_modules/.vite'),
  plugins: [react(), tailwindcss()],
  build: { outDir: resolve(root, 'dist/client'), emptyOutDir: true, manifest: true, target: 'es2022' },
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

const test: ViteUserConfig['test'] = {
  projects: [
    {
      root,
      test: {
        name: 'unit',
        environment: 'node',
        include: ['tests/**/*.test.{ts,tsx}'],
        exclude: ['tests/flows/**', 'tests/bench/**', 'tests/oracles/**'],
        testTimeout: 60_000,
      },
    },
    {
      root,
      test: {
        name: 'flows',
        environment: 'node',
        include: ['tests/flows/**/*.test.ts'],
        testTimeout: 60_000,
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
}

export default defineConfig(({ mode }) => ({ ...(mode === 'server' ? server() : client), ...{ test } }))
