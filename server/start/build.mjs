// `npm run build`: page and server into dist/.
import { ensureInstalled } from './dependencies.mjs'
import { requireNode } from './node-version.mjs'
import { build } from './product.mjs'
import { fail } from './terminal.mjs'

requireNode()
ensureInstalled()
if (!build()) fail('The product could not be built; the lines above say why.')
