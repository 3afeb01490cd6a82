import type { MetricId } from '#shared/analytics/catalog.ts'

/** Counted or set rather than computed. */
export type PlainFigureId = 'network-size' | 'target' | 'size-mix' | 'register'

/** Whatever has a method card. */
export type FigureId = MetricId | PlainFigureId
