import { articulation } from './articulation.ts'
import { assortativity } from './assortativity.ts'
import { benchmark } from './benchmark.ts'
import { degreeCentralization } from './centralization.ts'
import { splitChange } from './change.ts'
import { averageClustering } from './clustering.ts'
import { colemanHomophily } from './coleman-homophily.ts'
import { components } from './components.ts'
import { connectedness } from './connectedness.ts'
import { corePeriphery } from './core-periphery.ts'
import { degreeDistribution, meanDegree } from './degree.ts'
import { density } from './density.ts'
import { type DescribeStep, ofNetwork, ofSectors, valueAt } from './describe-draft.ts'
import { MIXING_STEPS } from './describe-mixing.ts'
import { ei } from './ei.ts'
import { eiTest } from './ei-test.ts'
import { freemanSegregation } from './freeman-segregation.ts'
import { integrationIndex } from './integration-index.ts'
import { isolates } from './isolates.ts'
import { indexBand, leaveOneOut } from './jackknife.ts'
import { modularity } from './modularity.ts'
import { resilience } from './resilience.ts'
import { robustness } from './robustness.ts'
import { sectorTies } from './sector-ties.ts'
import { SMALL_WORLD_RULE, smallWorld } from './small-world.ts'
import { transitivity } from './transitivity.ts'

/** The whole network, in the order its keys are printed. */
export const NETWORK_STEPS: readonly DescribeStep[] = [
  ofNetwork(['density'], 'linear', (csr, draft) => {
    draft.document.density = valueAt(draft, 'density', density(csr))
  }),
  ofNetwork(['components'], 'linear', (csr, { document }) => {
    document.components = Array.from(components(csr).sizes).sort((a, b) => b - a)
  }),
  ofNetwork(['isolates'], 'linear', (csr, { document, network: { ids } }) => {
    document.isolates = isolates(csr).map((v) => ids[v])
  }),
  ofNetwork(['degree'], 'linear', (csr, draft) => {
    draft.document.mean_degree = valueAt(draft, 'mean_degree', meanDegree(csr))
    draft.document.degree_distribution = Array.from(degreeDistribution(csr))
  }),
  ofNetwork(['centralization'], 'linear', (csr, draft) => {
    draft.document.centralization = valueAt(draft, 'centralization', degreeCentralization(csr))
  }),
  ofSectors(['ei'], 'linear', (csr, labels, draft) => {
    const { internal, external } = sectorTies(csr, labels)
    draft.document.external = external
    draft.document.internal = internal
    draft.document.EI = valueAt(draft, 'EI', ei(csr, labels))
  }),
  ofSectors(['assortativity'], 'linear', (csr, labels, draft) => {
    draft.document.assortativity = valueAt(draft, 'assortativity', assortativity(csr, labels))
  }),
  ofSectors(['modularity'], 'linear', (csr, labels, draft) => {
    draft.document.modularity_sector = valueAt(draft, 'modularity_sector', modularity(csr, labels))
  }),
  ofSectors(['segregation'], 'linear', (csr, labels, draft) => {
    draft.document.freeman = valueAt(draft, 'freeman', freemanSegregation(csr, labels))
  }),
  ofSectors(['homophily'], 'linear', (csr, labels, draft) => {
    const values = colemanHomophily(csr, labels)
    draft.document.coleman = Object.fromEntries(
      draft.network.sectors.map((sector, k) => [sector, valueAt(draft, `coleman.${sector}`, values[k])]),
    )
  }),
  ofNetwork(['connectedness'], 'linear', (csr, draft) => {
    draft.document.connectedness = valueAt(draft, 'connectedness', connectedness(csr))
  }),
  ofNetwork(['resilience'], 'linear', (csr, draft) => {
    draft.document.resilience_all_pairs = valueAt(draft, 'resilience_all_pairs', resilience(csr))
  }),
  ofNetwork(['articulation'], 'linear', (csr, { document, network: { ids } }) => {
    const { points, bridges } = articulation(csr)
    document.cut_vertices = points.map(({ actor }) => ids[actor])
    document.bridges = bridges.map(({ a, b }) => [ids[a], ids[b]])
    document.pairs_lost = {
      cut_vertices: points.map(({ pairsLost }) => pairsLost),
      bridges: bridges.map(({ pairsLost }) => pairsLost),
    }
  }),
  ofSectors(
    ['integration-index', 'pillar-reach', 'pillar-evenness', 'pillar-wholeness'],
    'linear',
    (csr, labels, draft) => {
      const parts = valueAt(draft, 'index', integrationIndex(csr, labels))
      draft.document.index = parts && {
        J: parts.J,
        S: parts.S,
        H: parts.H,
        T: parts.T,
        C: parts.C,
        INDEX: parts.index,
      }
    },
  ),
  {
    ...ofSectors(['change'], 'linear', (csr, labels, draft) => {
      const { before } = draft.network
      if (!before) return
      const found = valueAt(draft, 'change', splitChange(before, { csr, labels }, before.match))
      draft.document.change = found && {
        total: found.total,
        same_cohort: found.sameCohort,
        composition: found.composition,
        ...found.pillars,
      }
    }),
    needs: ['sectors', 'before'],
  },
  ofNetwork(['robustness'], 'linear', (csr, draft) => {
    draft.document.robustness_R = valueAt(draft, 'robustness_R', robustness(csr))
  }),
  ofNetwork(['clustering'], 'linear', (csr, draft) => {
    draft.document.avg_clustering = valueAt(draft, 'avg_clustering', averageClustering(csr))
  }),
  ofNetwork(['triangles', 'transitivity'], 'linear', (csr, draft) => {
    const { triangles, ratio } = transitivity(csr)
    draft.document.triangles = triangles
    draft.document.transitivity = valueAt(draft, 'transitivity', ratio)
  }),
  ofNetwork(['core-periphery'], 'linear', (csr, draft) => {
    const found = valueAt(draft, 'core_periphery', corePeriphery(csr))
    draft.document.core_periphery = found && {
      Z: found.misfits,
      core: found.core.map((v) => draft.network.ids[v]),
      fit: valueAt(draft, 'core_periphery.fit', found.fit),
      tied_cut: found.tiedCut,
      equal_sizes: found.equalSizes,
    }
  }),
  ...MIXING_STEPS,
  ofNetwork(['small-world'], 'tests', (csr, draft) => {
    const found = valueAt(
      draft,
      'small_world',
      smallWorld(csr, draft.document.seed, (done) => draft.onProgress?.(done, SMALL_WORLD_RULE.rewirings)),
    )
    draft.document.small_world = found && {
      n: found.n,
      omega: found.omega,
      C: found.clustering,
      L: found.distance,
      C_random: found.randomClustering,
      L_random: found.randomDistance,
      C_lattice: found.latticeClustering,
    }
    if (found) draft.document.methods['small_world'] = { method: found.method, draws: found.draws }
  }),
  ofSectors(['ei'], 'tests', (csr, labels, draft) => {
    const found = valueAt(draft, 'EI_test', eiTest(csr, labels, draft.document.seed, draft.onProgress))
    draft.document.EI_test = found && {
      EI_expected: found.expectedEi,
      E_mean: found.externalMean,
      E_var: found.externalVariance,
      p_inward: found.p,
    }
    if (found) draft.document.methods['EI_test'] = { method: found.method, draws: found.draws }
  }),
  ofSectors(['benchmark'], 'tests', (csr, labels, draft) => {
    const found = valueAt(draft, 'benchmark', benchmark(csr, labels, draft.document.seed, draft.onProgress))
    draft.document.benchmark = found && { mean: found.mean, deviation: found.deviation, error: found.error }
    if (found) draft.document.methods['benchmark'] = { method: found.method, draws: found.draws }
  }),
  ofSectors(['jackknife-band'], 'tests', (csr, labels, draft) => {
    const found = valueAt(draft, 'band', indexBand(leaveOneOut(csr, labels)))
    draft.document.band = found && { low: found.low, high: found.high, standard_error: found.standardError }
  }),
]
