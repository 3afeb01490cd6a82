/**
 * Small parts that may be needed when there is no connection any more: how to come back from another date, what went
 * wrong, the menus. They are fetched when the page stands and the device has nothing better to do.
 */
export function fetchAhead(): void {
  const fetchParts = () => {
    void Promise.allSettled([
      import('./AsOfStrip.tsx'),
      import('./MoreMenu.tsx'),
      import('#client/features/overview/OverviewFailed.tsx'),
      import('#client/network/MethodCard.tsx'),
      import('../styles/print.css'),
    ])
  }
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(fetchParts, { timeout: 5_000 })
  else setTimeout(fetchParts, 2_000)
}
