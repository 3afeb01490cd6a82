import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { kindOf, labelOf, standsFor } from '../../../network/canvas/canvas-picture.ts'
import { createMarkGrid } from '../../../network/canvas/mark-grid.ts'
import { isInside, type Outline, outlineExtent, simplified } from '../../../network/canvas/outline.ts'
import type { FocusStep } from '../../../network/graph/focus-step.ts'
import { useFormat } from '../../../ui/FormatProvider.tsx'
import { useAnnounce } from '../../../ui/LiveRegion.tsx'
import type { ExplorerModel } from '../use-explorer-model.ts'
import type { ChangeView } from '../use-explorer-view.ts'
import { type ExplorerView, MAX_FOCUS } from '../view-state.ts'
import { MOST_NAMED, type Pick, toggled, withActors } from './selection.ts'
import type { CanvasModel } from './use-canvas-picture.ts'

/** Corners of a lasso that the address keeps. */
const CORNERS = 20
/** With only a part of the groups open, an outline names its actors one by one up to here. */
const MOST_NAMED_MIXED = 300

/** No question asked of the chosen actor. */
export const NO_QUESTION = { focus: null, to: null, leave: false } as const

/** What F, + and −, and digits make of the focus. */
export function focusAfter(step: FocusStep, focus: number | null): number | null {
  const now = focus ?? 0
  if (step === 'toggle') return focus === null ? 1 : null
  if (step === 'more') return Math.min(MAX_FOCUS, now + 1)
  if (step === 'less') return now <= 1 ? null : now - 1
  return step
}

/** What taps, keys and outlines on the canvas of a large network do to the address. */
export function useCanvasActions(
  model: ExplorerModel,
  canvas: CanvasModel,
  view: ExplorerView,
  change: ChangeView,
) {
  const t = useTranslations('explorer.canvas')
  const announce = useAnnounce()
  const format = useFormat()
  // Where the keyboard stands on a closed group: that is no part of the address. By id, as numbers change.
  const [standing, setStanding] = useState<string | null>(null)
  const { picture } = canvas
  const { marks, markOf } = picture
  const { actors } = model.network

  const standingMark = standing === null ? -1 : groupMark(canvas, standing)
  const chosen = standingMark >= 0 ? standingMark : model.chosenRow === null ? -1 : markOf[model.chosenRow]!
  const groupOf = (mark: number) => picture.groups[marks.ref[mark]!]!

  const choose = (row: number) => {
    setStanding(null)
    change({ actor: actors.id[row]!, ...(view.to || view.leave ? NO_QUESTION : {}) })
  }
  const toggle = (mark: number) => {
    if (kindOf(picture, mark) === 'actor') {
      const row = marks.ref[mark]!
      change({ pick: toggled(view.pick, actors.id[row]!, model.picked?.[row] === 1) })
      return
    }
    const { id } = groupOf(mark)
    const others = view.pick.filter((pick) => !(pick.by === 'group' && pick.id === id))
    change({ pick: others.length < view.pick.length ? others : [...others, { by: 'group', id }] })
  }
  const open = (mark: number) => {
    const group = groupOf(mark)
    setStanding(null)
    announce(t('opened', { name: group.label }))
    change({ open: [...view.open.filter((id) => id !== group.id), group.id] }, true)
  }
  const close = (id: string) => {
    const group = picture.groups.find((one) => one.id === id)
    if (group) announce(t('closed', { name: group.label }))
    // With a sector its groups close too.
    change({ open: view.open.filter((one) => one !== id && !one.startsWith(`${id}/`)) }, true)
  }
  return {
    chosen,
    toggle,
    open,
    close,
    closeCaption: (group: number) => {
      const { id } = picture.groups[group]!
      if (view.open.includes(id)) close(id)
    },
    tap: (mark: number, extend: boolean) => {
      if (mark < 0) {
        setStanding(null)
        if (!extend && view.actor !== null) change({ actor: null, ...NO_QUESTION })
      } else if (extend) toggle(mark)
      else if (kindOf(picture, mark) === 'actor') choose(marks.ref[mark]!)
      else open(mark)
    },
    stand: (mark: number) => {
      if (kindOf(picture, mark) === 'actor') {
        choose(marks.ref[mark]!)
        return
      }
      setStanding(groupOf(mark).id)
      announce(
        t('standing', { name: labelOf(picture, mark), count: format.integer(standsFor(picture, mark)) }),
      )
    },
    hold: (mark: number) => {
      if (kindOf(picture, mark) !== 'actor') return
      setStanding(null)
      change({ actor: actors.id[marks.ref[mark]!]!, ...NO_QUESTION, focus: 1 })
    },
    focus: (step: FocusStep) => {
      if (model.chosenRow !== null) change({ to: null, leave: false, focus: focusAfter(step, view.focus) })
    },
    outlined: (outline: Outline, extend: boolean) => {
      const found = outlinePicks(model, canvas, outline)
      change({ pick: extend ? withPicks(view.pick, found) : found })
    },
    escape: () => {
      if (standing !== null) setStanding(null)
      else stepBack(view, change)
    },
  }
}

const groupMark = ({ picture: { marks, groups } }: CanvasModel, id: string): number => {
  for (let mark = 0; mark < marks.count && marks.kind[mark] !== 0; mark++)
    if (groups[marks.ref[mark]!]!.id === id) return mark
  return -1
}

/** One step back: out of a question, off the chosen actor, out of the selection, out of the last opened group. */
export function stepBack(view: ExplorerView, change: ChangeView): void {
  if (view.focus !== null || view.to !== null || view.leave) change(NO_QUESTION)
  else if (view.between) change({ between: null })
  else if (view.actor !== null) change({ actor: null })
  else if (view.pick.length > 0) change({ pick: [] })
  else if (view.open.length > 0) change({ open: view.open.slice(0, -1) })
}

const withPicks = (before: readonly Pick[], found: readonly Pick[]): readonly Pick[] => {
  const named = found.flatMap((pick) => (pick.by === 'actor' ? [pick.id] : []))
  return [...withActors(before, named), ...found.filter(({ by }) => by !== 'actor')]
}

/** Who is drawn within an outline: closed groups as groups, actors by name, or by the outline where they are many. */
function outlinePicks(model: ExplorerModel, { picture, level }: CanvasModel, outline: Outline): Pick[] {
  const { marks } = picture
  const corners = simplified(outline, CORNERS)
  const groups: Pick[] = []
  const ids: string[] = []
  for (const mark of createMarkGrid(marks.x, marks.y, marks.count).within(outlineExtent(outline))) {
    if (marks.faded[mark] || !isInside(outline, marks.x[mark]!, marks.y[mark]!)) continue
    if (marks.kind[mark] === 0) ids.push(model.network.actors.id[marks.ref[mark]!]!)
    else groups.push({ by: 'group', id: picture.groups[marks.ref[mark]!]!.id })
  }
  const most = level === 'actor' ? MOST_NAMED : MOST_NAMED_MIXED
  if (ids.length > most) return [...groups, { by: 'area', outline: corners }]
  return [...groups, ...ids.sort().map((id): Pick => ({ by: 'actor', id }))]
}
