import type { Browser, Page } from 'playwright-core'

export interface DeviceKind {
  /** Fingers instead of a mouse. */
  touch: boolean
  /** Whether pages may be kept for use without signal. */
  keepsPages: boolean
}

/**
 * Pages that are emptied and handed out again, each in a browser profile of its own: a device that nobody has used, but for the
 * program that it has already fetched and compiled, which takes a new one two seconds.
 */
export interface Devices {
  /** A page that stands at the origin, with nothing kept there. */
  take(kind: DeviceKind): Promise<Page>
  /** Ends with a page; whoever takes it next finds nothing of what was done on it. */
  giveBack(page: Page): Promise<void>
  /** Gives back what is still out. */
  giveAllBack(): Promise<void>
}

/** @param origin where the product is served: only what is kept there is emptied */
export function createDevices(browser: Browser, origin: string, prepare: (page: Page) => void): Devices {
  const free = new Map<string, Page[]>()
  const kinds = new Map<Page, string>()
  const out = new Set<Page>()
  const stand = (page: Page) => page.goto(`${origin}/api/health`)
  const giveBack = async (page: Page) => {
    out.delete(page)
    const context = page.context()
    for (const other of context.pages()) if (other !== page) await other.close()
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.setOffline(false)
    await context.clearPermissions()
    await context.clearCookies()
    await page.emulateMedia({ media: null })
    await stand(page)
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: KEPT_BY_PAGES })
    await session.detach()
    await page.evaluate(() => sessionStorage.clear())
    const key = kinds.get(page)!
    free.set(key, [...(free.get(key) ?? []), page])
  }
  return {
    async take(kind) {
      const key = `${kind.touch} ${kind.keepsPages}`
      const known = free.get(key)?.pop()
      if (known) {
        out.add(known)
        return known
      }
      const context = await browser.newContext({
        hasTouch: kind.touch,
        isMobile: kind.touch,
        reducedMotion: 'reduce',
        acceptDownloads: true,
        serviceWorkers: kind.keepsPages ? 'allow' : 'block',
      })
      const page = await context.newPage()
      prepare(page)
      kinds.set(page, key)
      out.add(page)
      await stand(page)
      return page
    },
    giveBack,
    async giveAllBack() {
      for (const page of out)
        if (page.isClosed()) await page.context().close()
        else await giveBack(page)
      out.clear()
    },
  }
}

/** Not the cache of the network, which holds the program. */
const KEPT_BY_PAGES = 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems'
