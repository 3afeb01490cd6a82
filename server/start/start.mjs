// `npm start`: from whatever state the checkout is in to a serving process.
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
// The default database lies in the project, whatever folder the command was given in.
process.chdir(root)
process.env.NODE_ENV ??= 'production'
await import(pathToFileURL(join(root, 'dist/server/main.js')).href)
