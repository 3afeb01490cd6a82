import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const AnnounceContext = createContext<(message: string) => void>(() => {})

/** Says something to screen readers without moving the focus. */
export const useAnnounce = (): ((message: string) => void) => useContext(AnnounceContext)

/** The one permanent status line of the page. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState('')
  const announce = useCallback((next: string) => {
    // Cleared first, so that the same sentence is read again.
    setMessage('')
    requestAnimationFrame(() => setMessage(next))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="visually-hidden">
        {message}
      </div>
    </AnnounceContext>
  )
}
