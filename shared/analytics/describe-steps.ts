import { articulation } from './articulation.ts'
import { assortativity } from './assortativity.ts'
import { betweenness } from './betweenness.ts'
import { brokerage } from './brokerage.ts'
import type { MetricId } from './catalog.ts'
import { closeness } from './closeness.ts'
import { averageClustering } from './clustering.ts'
import { colemanHomophily } from './coleman-homophily.ts'
import { components } from './components.ts'
import { connectedness } from './connectedness.ts'
import { constraint } from './constraint.ts'
import { coreNumbers } from './core-number.ts'
import { corePeriphery } from './core-periphery.ts'
import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'
import { density } from './density.ts'
import type { ActorDescription, Description, SectorDescription } from './description.ts'
import { effectiveSize } from './effective-size.ts'
import { actorEi, ei } from './ei.ts'
import { freemanSegregation } from './freeman-segregation.ts'
import { integrationIndex } from './integration-index.ts'
import { isolates } from './isolates.ts'
import type { Labels } from './labels.ts'
import { entryOf, type Measured } from './measured.ts'
import { type Mixing, mixing, observedOverExpected } from './mixing.ts'
import { modularity } from './modularity.ts'
import { partnerDiversity } from './partner-diversity.ts'
import { resilience } from './resilience.ts'
import { robustness } from './robustness.ts'
import { assessSectors, type SectorAssessment } from './sector-assessment.ts'
import { sectorTies } from './sector-ties.ts'

/** The table that `describe.ts` walks: which metric writes which keys of the document, in the order they are printed. */
export interface DescribeStep {
  metrics: readonly MetricId[]
  group: StepGroup
  scope: 'network' | 'network-by-sector' | 'actors' | 'actors-by-sector'
  write: (draft: Draft) => void
}

/** By cost: about linear in ties, one search per actor, thousands of relabellings. */
export const STEP_GROUPS = ['linear', 'all-pairs', 'tests'] as const
export type StepGroup = (typeof STEP_GROUPS)[number]

export interface DescribedNetwork {
  /** ascending */
  ids: string[]
  sectors: string[]
  csr: Csr
  labels: Labels | null
}

export interface Draft {
  network: DescribedNetwork
  document: Description
  /** one entry per sector, and per actor unless lists are left out */
  sectors: SectorDescription[]
  actors: ActorDescription[]
}

export const DESCRIBE_STEPS: readonly DescribeStep[] = [
  network('density', (csr, draft) => {
    draft.document.density = valueAt(draft, 'density', density(csr))
  }),
  network('components', (csr, { document }) => {
    document.components = Array.from(components(csr).sizes).sort((a, b) => b - a)
  }),
  network('isolates', (csr, { document, network: { ids } }) => {
    document.isolates = isolates(csr).map((v) => ids[v])
  }),
  bySector('ei', (csr, labels, draft) => {
    const { internal, external } = sectorTies(csr, labels)
    draft.document.external = external
    draft.document.internal = internal
    draft.document.EI = valueAt(draft, 'EI', ei(csr, labels))
  }),
  bySector('assortativity', (csr, labels, draft) => {
    draft.document.assortativity = valueAt(draft, 'assortativity', assortativity(csr, labels))
  }),
  bySector('modularity', (csr, labels, draft) => {
    draft.document.modularity_sector = valueAt(draft, 'modularity_sector', modularity(csr, labels))
  }),
  bySector('segregation', (csr, labels, draft) => {
    draft.document.freeman = valueAt(draft, 'freeman', freemanSegregation(csr, labels))
  }),
  bySector('homophily', (csr, labels, draft) => {
    const values = colemanHomophily(csr, labels)
    draft.document.coleman = Object.fromEntries(
      draft.network.sectors.map((sector, k) => [sector, valueAt(draft, `coleman.${sector}`, values[k])]),
    )
  }),
  network('connectedness', (csr, draft) => {
    draft.document.connectedness = valueAt(draft, 'connectedness', connectedness(csr))
  }),
  network('resilience', (csr, draft) => {
    draft.document.resilience_all_pairs = valueAt(draft, 'resilience_all_pairs', resilience(csr))
  }),
  network('articulation', (csr, { document, network: { ids } }) => {
    const { points, bridges } = articulation(csr)
    document.cut_vertices = points.map(({ actor }) => ids[actor])
    document.bridges = bridges.map(({ a, b }) => [ids[a], ids[b]])
  }),
  bySector('integration-index', (csr, labels, draft) => {
    const parts = valueAt(draft, 'index', integrationIndex(csr, labels))
    draft.document.index = parts && {
      J: parts.J,
      S: parts.S,
      H: parts.H,
      T: parts.T,
      C: parts.C,
      INDEX: parts.index,
    }
  }),
  network('robustness', (csr, draft) => {
    draft.document.robustness_R = valueAt(draft, 'robustness_R', robustness(csr))
  }),
  network('clustering', (csr, draft) => {
    draft.document.avg_clustering = valueAt(draft, 'avg_clustering', averageClustering(csr))
  }),
  network('core-periphery', (csr, draft) => {
    const found = valueAt(draft, 'core_periphery', corePeriphery(csr))
    draft.document.core_periphery = found && {
      Z: found.misfits,
      core: found.core.map((v) => draft.network.ids[v]),
    }
  }),
  bySector('mixing', (csr, labels, draft) => {
    const matrix = valueAt(draft, 'mixing', mixing(csr, labels))
    draft.document.mixing = matrix && mixingCells(draft, matrix)
  }),
  {
    metrics: ['sector-reach', 'sector-level'],
    group: 'linear',
    scope: 'network-by-sector',
    write: (draft) => withLabels(draft, (csr, labels) => writeSectors(draft, csr, labels)),
  },
  {
    metrics: ['evidence', 'bridging'],
    group: 'tests',
    scope: 'network-by-sector',
    write: (draft) => withLabels(draft, (csr, labels) => writeTests(draft, csr, labels)),
  },
  perActor('degree', 'linear', (csr, { actors }) => {
    const values = degrees(csr)
    for (let v = 0; v < csr.n; v++) actors[v].degree = values[v]
  }),
  perActor('betweenness', 'all-pairs', (csr, { actors }) => {
    const values = betweenness(csr)
    for (let v = 0; v < csr.n; v++) actors[v].betweenness = values[v]
  }),
  {
    metrics: ['closeness', 'harmonic'],
    group: 'all-pairs',
    scope: 'actors',
    write: ({ actors, network: { csr } }) => {
      const values = closeness(csr)
      for (let v = 0; v < csr.n; v++) {
        actors[v].closeness_wf = values.closeness[v]
        actors[v].harmonic = values.harmonic[v]
      }
    },
  },
  perActor('constraint', 'linear', (csr, draft) => {
    const values = constraint(csr)
    for (let v = 0; v < csr.n; v++) {
      draft.actors[v].constraint = valueAt(draft, actorPath(draft, v, 'constraint'), entryOf(values, v))
    }
  }),
  perActor('effective-size', 'linear', (csr, draft) => {
    const values = effectiveSize(csr)
    for (let v = 0; v < csr.n; v++) {
      draft.actors[v].effective_size = valueAt(
        draft,
        actorPath(draft, v, 'effective_size'),
        entryOf(values, v),
      )
    }
  }),
  perActor('core-number', 'linear', (csr, { actors }) => {
    const values = coreNumbers(csr)
    for (let v = 0; v < csr.n; v++) actors[v].core = values[v]
  }),
  perActorBySector('partner-diversity', (csr, labels, draft) => {
    const { blau, shannon } = partnerDiversity(csr, labels)
    for (let v = 0; v < csr.n; v++) {
      draft.actors[v].blau = valueAt(draft, actorPath(draft, v, 'blau'), entryOf(blau, v))
      draft.actors[v].shannon = valueAt(draft, actorPath(draft, v, 'shannon'), entryOf(shannon, v))
    }
  }),
  perActorBySector('brokerage', (csr, labels, { actors }) => {
    const roles = brokerage(csr, labels)
    for (let v = 0; v < csr.n; v++) {
      const occurring = Object.entries({
        coordinator: roles.coordinator[v],
        itinerant: roles.itinerant[v],
        gate_rep: roles.gateRep[v],
        liaison: roles.liaison[v],
      }).filter(([, count]) => count > 0)
      actors[v].gf = Object.fromEntries(occurring)
    }
  }),
  perActorBySector('ei', (csr, labels, draft) => {
    for (let v = 0; v < csr.n; v++) {
      draft.actors[v].ei = valueAt(draft, actorPath(draft, v, 'ei'), actorEi(csr, labels, v))
    }
  }),
]

function writeSectors(draft: Draft, csr: Csr, labels: Labels): void {
  for (const found of assessSectors(csr, labels, { seed: draft.document.seed, tests: false })) {
    const at = sectorReader(draft, found)
    Object.assign(draft.sectors[found.sector], {
      n: found.n,
      reached: found.reached,
      E: found.external,
      a: at('a', found.reach),
      a0: at('a0', found.a0),
      a1: at('a1', found.a1),
      rho: at('rho', found.rho),
      activity: at('activity', found.activity),
      openness: at('openness', found.openness),
      top1: at('top1', found.top1),
      level: at('level', found.level),
      diagnosis: found.diagnosis,
      I: found.internal,
      EI: at('EI', found.ei),
      E_mean: at('E_mean', found.externalMean),
      E_var: at('E_var', found.externalVariance),
      gate: found.gate,
    } satisfies SectorDescription)
  }
}

function writeTests(draft: Draft, csr: Csr, labels: Labels): void {
  const { methods, seed } = draft.document
  for (const found of assessSectors(csr, labels, { seed })) {
    const at = sectorReader(draft, found)
    Object.assign(draft.sectors[found.sector], {
      p_reach_lower: at('p_reach_lower', found.p),
      p_min: at('p_min', found.pMin),
      EI_p_inward: at('EI_p_inward', found.eiP),
      q: at('q', found.q),
      evidence: found.evidence,
      bridging: found.bridging,
    } satisfies SectorDescription)
    const path = `sectors.${draft.network.sectors[found.sector]}`
    if (found.sampling) methods[`${path}.p_reach_lower`] = found.sampling
    if (found.liaisonSampling) methods[`${path}.bridging`] = found.liaisonSampling
  }
}

function mixingCells(draft: Draft, matrix: Mixing): NonNullable<Description['mixing']> {
  const { sectors } = draft.network
  const cells: [string, { obs: number; exp: number; oe: number | null }][] = []
  for (let s = 0; s < matrix.count; s++) {
    for (let t = s; t < matrix.count; t++) {
      const pair = `${sectors[s]}|${sectors[t]}`
      const i = s * matrix.count + t
      const oe = valueAt(draft, `mixing.${pair}.oe`, observedOverExpected(matrix, s, t))
      cells.push([pair, { obs: matrix.observed[i], exp: matrix.expected[i], oe }])
    }
  }
  return Object.fromEntries(cells)
}

/** The value, or null with its reason left at the path. */
function valueAt<T>(draft: Draft, path: string, measure: Measured<T>): T | null {
  if (measure.reason === undefined) return measure.value
  draft.document.reasons[path] = measure.reason
  return null
}

function sectorReader(draft: Draft, { sector }: SectorAssessment) {
  const name = draft.network.sectors[sector]
  return <T>(key: keyof SectorDescription, measure: Measured<T>): T | null =>
    valueAt(draft, `sectors.${name}.${key}`, measure)
}

function actorPath(draft: Draft, v: number, key: keyof ActorDescription): string {
  return `nodes_metrics.${draft.network.ids[v]}.${key}`
}

function withLabels(draft: Draft, write: (csr: Csr, labels: Labels) => void): void {
  const { csr, labels } = draft.network
  if (labels) write(csr, labels)
}

function network(metric: MetricId, write: (csr: Csr, draft: Draft) => void): DescribeStep {
  return {
    metrics: [metric],
    group: 'linear',
    scope: 'network',
    write: (draft) => write(draft.network.csr, draft),
  }
}

function bySector(metric: MetricId, write: (csr: Csr, labels: Labels, draft: Draft) => void): DescribeStep {
  return {
    metrics: [metric],
    group: 'linear',
    scope: 'network-by-sector',
    write: (draft) => withLabels(draft, (csr, labels) => write(csr, labels, draft)),
  }
}

function perActor(metric: MetricId, group: StepGroup, write: (csr: Csr, draft: Draft) => void): DescribeStep {
  return { metrics: [metric], group, scope: 'actors', write: (draft) => write(draft.network.csr, draft) }
}

function perActorBySector(
  metric: MetricId,
  write: (csr: Csr, labels: Labels, draft: Draft) => void,
): DescribeStep {
  return { ...bySector(metric, write), scope: 'actors-by-sector' }
}
