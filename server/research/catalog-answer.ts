import { CATALOG, METRIC_IDS } from '#shared/analytics/catalog.ts'
import { GENERATOR } from '#shared/analytics/random.ts'
import type { Measure, ResearchCatalog } from '#shared/contract/research.ts'
import type { Snapshot } from '../network/register.ts'
import { measureId, needsJob } from './measure.ts'
import { everyMeasure, type FoundMeasure } from './measures.ts'
import { snippetLanguages } from './snippets.ts'

export const NULL_DRAWS = { default: 999, max: 9_999 } as const

const catalogs = new WeakMap<Snapshot, ResearchCatalog>()

/** Every metric with its card and its measures, and what they can be asked of. */
export function catalogOf(snapshot: Snapshot): ResearchCatalog {
  const known = catalogs.get(snapshot)
  if (known) return known
  const catalog = readCatalog(snapshot)
  catalogs.set(snapshot, catalog)
  return catalog
}

function readCatalog(snapshot: Snapshot): ResearchCatalog {
  const measures = everyMeasure().map(measureOf)
  return {
    revision: snapshot.revision,
    metrics: METRIC_IDS.map((id) => {
      const { scope, citations, reference, ...card } = CATALOG[id]
      return {
        ...card,
        scope: [...scope],
        citations: [...citations],
        reference: [...reference],
        measures: measures.filter(({ metric }) => metric === id).map((measure) => measure.id),
      }
    }),
    measures,
    definitions: [...snapshot.definitions.values()].map(({ id, nameId, nameEn, partitionId }) => ({
      id,
      name: { id: nameId, en: nameEn },
      partitionId,
    })),
    partitions: [...snapshot.partitions.values()].map(({ id, nameId, nameEn }) => ({
      id,
      name: { id: nameId, en: nameEn },
    })),
    draws: NULL_DRAWS,
    seed: snapshot.seed,
    generator: GENERATOR,
  }
}

function measureOf({ table, spec }: FoundMeasure): Measure {
  const { key, metric, name, unit, tier, shown, series, nullModels } = spec
  return {
    id: measureId(table, spec),
    table,
    key,
    metric,
    name: { ...name },
    unit,
    tier,
    job: needsJob(spec),
    shown: shown ?? false,
    series: series ?? false,
    nullModels: [...(nullModels ?? [])],
    snippets: snippetLanguages(measureId(table, spec)),
  }
}
