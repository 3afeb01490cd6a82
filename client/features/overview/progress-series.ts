import type { Series } from '#client/api/insights.ts'
import type { City } from '#shared/contract/reference.ts'
import type { DefinitionId } from '#shared/contract/vocabulary.ts'

/** By year where the register is read over all dates, whatever date is on the page: its dates are those of a file. */
export const progressSeries = (
  { defaultOn }: Pick<City, 'defaultOn'>,
  definition: DefinitionId | undefined,
): Series => ({ every: defaultOn === 'all' ? 'year' : undefined, definition })
