import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'

/** The bootstrap is plain JavaScript, so that it runs before anything is installed; its types are told here. */
async function load<T>(file: string): Promise<T> {
  return import(pathToFileURL(resolve(import.meta.dirname, '../../server/start', file)).href)
}

describe('the version of Node', () => {
  it('is compared number by number', async () => {
    const { isAtLeast } = await load<{ isAtLeast: (version: string, floor: string) => boolean }>(
      'node-version.mjs',
    )
    const table: [string, string, boolean][] = [
      ['20.19.0', '20.19.0', true],
      ['20.19.1', '20.19.0', true],
      ['20.9.0', '20.19.0', false],
      ['18.20.9', '20.19.0', false],
      ['24.0.0', '20.19.0', true],
      ['20.19.0-nightly', '20.19.0', true],
    ]
    for (const [version, floor, wanted] of table) expect(isAtLeast(version, floor), version).toBe(wanted)
  })
})

describe('Chromium', () => {
  const named = process.env.CHROMIUM_PATH
  const path = process.env.PATH
  afterEach(() => {
    if (named === undefined) delete process.env.CHROMIUM_PATH
    else process.env.CHROMIUM_PATH = named
    process.env.PATH = path
  })

  it('is the one named, or the first of the usual names on the path, or none', async () => {
    const { findChromium } = await load<{ findChromium: () => string | null }>('chromium.mjs')
    const folder = mkdtempSync(join(tmpdir(), 'jejaring-'))
    const program = join(folder, 'chromium-browser')
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
    writeFileSync(join(folder, 'chromium'), 'not a program', { mode: 0o644 })
    process.env.PATH = folder
    delete process.env.CHROMIUM_PATH
    expect(findChromium()).toBe(program)
    process.env.CHROMIUM_PATH = process.execPath
    expect(findChromium()).toBe(process.execPath)
    process.env.CHROMIUM_PATH = join(folder, 'nothing')
    expect(findChromium()).toBeNull()
  })
})

describe('the first load', () => {
  interface FirstLoad {
    measureFirstLoad: (folder: string) => { files: { file: string }[]; bytes: number }
  }

  function clientFolder(manifest: object, files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'jejaring-'))
    for (const [file, text] of Object.entries({
      '.vite/manifest.json': JSON.stringify(manifest),
      ...files,
    })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    return folder
  }

  it('is what the page names, what that imports statically, and their styles, each once; not what comes later', async () => {
    const { measureFirstLoad } = await load<FirstLoad>('first-load.mjs')
    const files = {
      'assets/main.js': 'main '.repeat(99),
      'assets/vendor.js': 'vendor',
      'assets/main.css': 'a{}',
      'assets/graph.js': 'graph',
      'index.html':
        '<script src="/preferences.js"></script><script type="module" src="/assets/main.js"></script><link rel="stylesheet" href="/assets/main.css">',
    }
    const folder = clientFolder(
      {
        _main: {
          file: 'assets/main.js',
          imports: ['_vendor', '_shared'],
          dynamicImports: ['graph'],
          css: ['assets/main.css'],
        },
        _shared: { file: 'assets/vendor.js', imports: ['_vendor'] },
        _vendor: { file: 'assets/vendor.js' },
        graph: { file: 'assets/graph.js', isDynamicEntry: true },
      },
      files,
    )
    const load1 = measureFirstLoad(folder)
    const loaded = ['assets/main.css', 'assets/main.js', 'assets/vendor.js'] as const
    expect(load1.files.map(({ file }) => file).sort()).toEqual(loaded)
    const bytes = loaded.map((file) => gzipSync(files[file], { level: 9 }).length)
    expect(load1.bytes).toBe(bytes.reduce((sum, n) => sum + n, 0))
  })

  it('cannot be measured where the page names no script', async () => {
    const { measureFirstLoad } = await load<FirstLoad>('first-load.mjs')
    const folder = clientFolder({}, { 'index.html': '<p>Jejaring</p>' })
    expect(() => measureFirstLoad(folder)).toThrow('names no script')
  })
})
