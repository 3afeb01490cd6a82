import { type ComponentProps, lazy, Suspense } from 'react'

const MoreMenu = lazy(() => import('./MoreMenu.tsx').then(({ MoreMenu }) => ({ default: MoreMenu })))

/** The menu is fetched when it is opened. */
export function LazyMoreMenu(props: ComponentProps<typeof MoreMenu>) {
  return (
    <Suspense fallback={null}>
      <MoreMenu {...props} />
    </Suspense>
  )
}
