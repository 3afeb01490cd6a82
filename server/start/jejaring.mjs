#!/usr/bin/env node
// `npx jejaring`: the commands, from whatever state the checkout is in.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './dependencies.mjs'
import { loadEnvironment } from './environment.mjs'
import { requireNode } from './node-version.mjs'
import { ensureBuilt } from './product.mjs'
import { root } from './root.mjs'

requireNode()
ensureInstalled()
ensureBuilt()
loadEnvironment()
process.env.NODE_ENV ??= 'production'
await import(pathToFileURL(join(root, 'dist/server/cli.js')).href)
