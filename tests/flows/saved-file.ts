import { buffer } from 'node:stream/consumers'
import type { Download } from 'playwright-core'

/** What a browser elsewhere has saved: it has no path here. */
export const savedFile = async (download: Download): Promise<Buffer> =>
  buffer(await download.createReadStream())
