import { useEffect } from 'react'

const PRODUCT = 'Jejaring'

/** Names the tab and the history entry after what the page shows. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title && title !== PRODUCT ? `${title} · ${PRODUCT}` : PRODUCT
  }, [title])
}
