import { useSyncExternalStore } from 'react'

/** What a person chose for this device. It is not part of the address, so that a shared link shows the same view. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  locale: string | null
}

const KEY = 'jejaring.preferences'
const DEFAULTS: Preferences = { theme: 'system', locale: null }
const listeners = new Set<() => void>()
let current: Preferences | null = null

function read(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>
    return { ...DEFAULTS, ...stored }
  } catch {
    return DEFAULTS
  }
}

export function getPreferences(): Preferences {
  current ??= read()
  return current
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...getPreferences(), ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // The choice then lasts as long as the page.
  }
  const { dataset } = document.documentElement
  if (current.theme === 'system') delete dataset['theme']
  else dataset['theme'] = current.theme
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, getPreferences)
