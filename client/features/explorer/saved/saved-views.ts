import { useSyncExternalStore } from 'react'

/** A view under a name, kept on this device; the address says all of it, so a link shares it. */
export interface SavedView {
  name: string
  /** Search part of the address, in a stable order, without `?`. */
  search: string
}

const KEY = 'jejaring.explorer.views'
const LONGEST_NAME = 80
const NONE: readonly SavedView[] = []
const listeners = new Set<() => void>()
let text: string | null = null
let views: readonly SavedView[] = NONE

const isView = (one: unknown): one is SavedView =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as SavedView).name === 'string' &&
  typeof (one as SavedView).search === 'string'

/** Whatever is not understood is left out, never thrown: a device keeps its views for years. */
export function parseViews(stored: string | null): readonly SavedView[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(list) ? list.filter(isView) : NONE
  } catch {
    return NONE
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** The same array while nothing changes. */
function current(): readonly SavedView[] {
  const stored = readStored()
  if (stored !== text || views === NONE) {
    text = stored
    views = parseViews(stored)
  }
  return views
}

function store(next: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
    return true
  } catch {
    return false
  } finally {
    for (const listener of listeners) listener()
  }
}

/** The same name again replaces what it stood for, in its place. */
export const withView = (list: readonly SavedView[], view: SavedView): readonly SavedView[] => {
  const named = { ...view, name: tidyName(view.name) }
  const at = list.findIndex(({ name }) => sameName(name, named.name))
  return at < 0 ? [...list, named] : list.with(at, named)
}

export const withViewAt = (list: readonly SavedView[], view: SavedView, at: number): readonly SavedView[] =>
  list.some(({ name }) => sameName(name, view.name)) ? list : list.toSpliced(at, 0, view)

/** Another name for what stays where it is; the list as it was where there is no such view or the name is taken. */
export function withName(list: readonly SavedView[], name: string, next: string): readonly SavedView[] {
  const tidy = tidyName(next)
  const taken = list.some((one) => sameName(one.name, tidy) && !sameName(one.name, name))
  return tidy === '' || taken
    ? list
    : list.map((one) => (sameName(one.name, name) ? { ...one, name: tidy } : one))
}

export const tidyName = (name: string) => name.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME)
export const sameName = (a: string, b: string) =>
  tidyName(a).toLocaleLowerCase() === tidyName(b).toLocaleLowerCase()

/** Parameters by name, so that the same view always reads alike. */
export function stableSearch(search: string): string {
  const params = new URLSearchParams(search)
  params.sort()
  return params.toString()
}

/** Where the device keeps nothing, the three say false. */
export const saveView = (view: SavedView) => store(withView(current(), view))
export const renameView = (name: string, next: string) => store(withName(current(), name, next))
export const removeView = (name: string) => store(current().filter((one) => one.name !== name))
/** Puts a removed view back where it was, unless its name stands for another by now. */
export const putViewBack = (view: SavedView, at: number) => store(withViewAt(current(), view, at))

function subscribe(listener: () => void) {
  listeners.add(listener)
  // Another window of the same device saves too.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export const useSavedViews = (): readonly SavedView[] => useSyncExternalStore(subscribe, current)
