/**
 * What may be needed when there is no connection any more: how to come back from another date, what went wrong, the
 * menus, and the pages themselves. Fetched when the page stands and the device has nothing better to do; the pages one
 * after another, so that a thin connection stays free for what is asked for.
 */
export function fetchAhead(): void {
  const fetchParts = () => {
    void Promise.allSettled([
      import('./AsOfStrip.tsx'),
      import('./MoreMenu.tsx'),
      import('./ErrorPage.tsx'),
      import('./NotFoundPage.tsx'),
      import('#client/features/overview/OverviewFailed.tsx'),
      import('#client/features/overview/ChosenSector.tsx'),
      import('#client/network/MethodCard.tsx'),
      import('../styles/print.css'),
      import('./OutboxStrip.tsx'),
    ]).then(fetchPages)
  }
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(fetchParts, { timeout: 5_000 })
  else setTimeout(fetchParts, 2_000)
}

async function fetchPages(): Promise<void> {
  const pages = [
    () => import('./partnership-new.tsx'),
    () => import('./sector.tsx'),
    () => import('./actors.tsx'),
    () => import('./actor.tsx'),
    () => import('./partnerships.tsx'),
    () => import('./partnership.tsx'),
    () => import('./history.tsx'),
  ]
  for (const page of pages) {
    const fetched = await page().then(
      () => true,
      () => false,
    )
    if (!fetched) return
  }
}
