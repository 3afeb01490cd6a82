import type { FigureId } from './figure-id.ts'

/** What the figure is about, where it is not the whole network. */
export interface FigureSubject {
  sector?: string | undefined
  actor?: string | undefined
}

export type RecordsBehind =
  | { words: 'ties' | 'crossTies'; to: '/kerja-sama'; search: Record<string, string | undefined> }
  | { words: 'actors' | 'unasked' | 'unlinked'; to: '/pelaku'; search: Record<string, string | undefined> }
  | { words: 'settings'; to: '/pengaturan'; search: Record<string, never> }

/** Figures about who is in the register rather than about ties. */
const ABOUT_ACTORS: ReadonlySet<FigureId> = new Set<FigureId>(['coverage', 'size-mix'])
/** Figures about ties to other sectors. */
const ABOUT_CROSSING: ReadonlySet<FigureId> = new Set<FigureId>([
  'pillar-reach',
  'pillar-evenness',
  'sector-level',
  'sector-reach',
  'evidence',
  'level-stability',
  'bridging',
  'mixing',
])

/** The lists that hold the records a figure was counted from. */
export function recordsBehind(figure: FigureId, { sector, actor }: FigureSubject): RecordsBehind[] {
  const actors = (words: 'actors' | 'unasked' | 'unlinked', standing?: string): RecordsBehind => ({
    words,
    to: '/pelaku',
    search: { sector, standing },
  })
  const ties = (cross: boolean): RecordsBehind => ({
    words: cross ? 'crossTies' : 'ties',
    to: '/kerja-sama',
    search: { counts: 'true', cross: cross ? 'true' : undefined, sector, actor },
  })
  if (figure === 'target') return [{ words: 'settings', to: '/pengaturan', search: {} }]
  if (figure === 'register') return []
  if (ABOUT_ACTORS.has(figure)) return [actors('actors'), actors('unasked', 'unasked')]
  if (actor !== undefined) return [ties(false)]
  return [ties(ABOUT_CROSSING.has(figure)), actors('actors'), actors('unlinked', 'unlinked')]
}
