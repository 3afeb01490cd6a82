import { ACTOR_CHOICES, type ActorChoiceId } from '../filters.ts'
import { isMeasure, MEASURE_IDS, type MeasureId } from './measures.ts'

/** What each visual variable says: one look for all, the class an actor is in, or where it ranks by a figure. */
export interface Appearance {
  color: 'fixed' | ActorChoiceId | MeasureId
  size: 'fixed' | MeasureId
  /** `partner`: broken where no partner is on record. */
  ring: 'partner' | 'none' | ActorChoiceId | MeasureId
  /** `color`: whatever colour needs to tell its classes apart. */
  shape: 'color' | 'fixed' | ActorChoiceId
  label: 'name' | 'none' | ActorChoiceId | MeasureId
}

export const VARIABLES = ['color', 'size', 'ring', 'shape', 'label'] as const
export type Variable = (typeof VARIABLES)[number]

export const DEFAULT_APPEARANCE: Appearance = {
  color: 'sector',
  size: 'partners',
  ring: 'partner',
  shape: 'color',
  label: 'name',
}

const traits = [...ACTOR_CHOICES, ...MEASURE_IDS] as const
export const APPEARANCE_CHOICES: { readonly [V in Variable]: readonly Appearance[V][] } = {
  color: ['fixed', ...traits],
  size: ['fixed', ...MEASURE_IDS],
  ring: ['partner', 'none', ...traits],
  shape: ['color', 'fixed', ...ACTOR_CHOICES],
  label: ['name', 'none', ...traits],
}

/** What differs from the usual appearance; undefined where nothing does. */
export type AppearanceChange = Partial<Appearance>

export const appearanceOf = (change: AppearanceChange | undefined): Appearance => ({
  ...DEFAULT_APPEARANCE,
  ...change,
})

export function withAppearance<V extends Variable>(
  change: AppearanceChange | undefined,
  variable: V,
  value: Appearance[V],
): AppearanceChange | undefined {
  const next = { ...change, [variable]: value }
  if (value === DEFAULT_APPEARANCE[variable]) delete next[variable]
  return Object.keys(next).length === 0 ? undefined : next
}

/** Reads what an address says about one variable; what it does not know, it leaves out. */
export function readAppearance(read: (variable: Variable) => string): AppearanceChange | undefined {
  let change: AppearanceChange | undefined
  for (const variable of VARIABLES) {
    const choices: readonly string[] = APPEARANCE_CHOICES[variable]
    const value = read(variable)
    if (choices.includes(value)) change = withAppearance(change, variable, value as never)
  }
  return change
}

/** The figures that an appearance needs. */
export const measuresShown = (appearance: Appearance): readonly MeasureId[] =>
  VARIABLES.map((variable) => appearance[variable]).filter(isMeasure)

export const isCategory = (id: string): id is ActorChoiceId =>
  (ACTOR_CHOICES as readonly string[]).includes(id)
