import { betweenness, SOURCE_BLOCKS } from './betweenness.ts'
import { brokerage } from './brokerage.ts'
import { closeness } from './closeness.ts'
import { localClustering } from './clustering.ts'
import { constraint } from './constraint.ts'
import { coreNumbers } from './core-number.ts'
import { degrees } from './degree.ts'
import {
  actorPath,
  type DescribeStep,
  type Draft,
  ofActors,
  ofActorsBySector,
  valueAt,
} from './describe-draft.ts'
import type { ActorDescription } from './description.ts'
import { effectiveSize } from './effective-size.ts'
import { actorEi } from './ei.ts'
import { entryOf, type Measured, type MeasuredVector, measured, undefinedFor } from './measured.ts'
import { pageRank } from './page-rank.ts'
import { partnerDiversity } from './partner-diversity.ts'
import { trianglesPerActor } from './triangles.ts'

/** Every actor, in the order its keys are printed. */
export const ACTOR_STEPS: readonly DescribeStep[] = [
  ofActors(['degree'], 'linear', (csr, { actors }) => {
    const values = degrees(csr)
    for (let v = 0; v < csr.n; v++) actors[v].degree = values[v]
  }),
  ofActors(['betweenness'], 'all-pairs', (csr, draft) => {
    const { n } = csr
    draft.onProgress?.(0, SOURCE_BLOCKS)
    const values = draft.searched.betweenness ?? betweenness(csr, draft.onProgress)
    for (let v = 0; v < n; v++) draft.actors[v].betweenness = values[v]
    writeEach(draft, 'betweenness_norm', (v) =>
      n < 3 ? undefinedFor('fewer-than-three-actors') : measured((2 * values[v]) / ((n - 1) * (n - 2))),
    )
  }),
  ofActors(['closeness', 'harmonic'], 'all-pairs', (csr, draft) => {
    const { n } = csr
    draft.onProgress?.(0, n)
    const values = draft.searched.closeness ?? closeness(csr, (done) => draft.onProgress?.(done, n))
    for (let v = 0; v < n; v++) {
      draft.actors[v].closeness_wf = values.closeness[v]
      draft.actors[v].harmonic = values.harmonic[v]
    }
    writeEach(draft, 'harmonic_norm', (v) =>
      n < 2 ? undefinedFor('fewer-than-two-actors') : measured(values.harmonic[v] / (n - 1)),
    )
  }),
  ofActors(['constraint'], 'linear', (csr, draft) => writeVector(draft, 'constraint', constraint(csr))),
  ofActors(['effective-size'], 'linear', (csr, draft) =>
    writeVector(draft, 'effective_size', effectiveSize(csr)),
  ),
  ofActors(['core-number'], 'linear', (csr, { actors }) => {
    const values = coreNumbers(csr)
    for (let v = 0; v < csr.n; v++) actors[v].core = values[v]
  }),
  ofActors(['triangles'], 'linear', (csr, { actors }) => {
    const values = trianglesPerActor(csr)
    for (let v = 0; v < csr.n; v++) actors[v].triangles = values[v]
  }),
  ofActors(['clustering'], 'linear', (csr, draft) => writeVector(draft, 'clustering', localClustering(csr))),
  ofActors(['page-rank'], 'linear', (csr, { actors }) => {
    const values = pageRank(csr)
    for (let v = 0; v < csr.n; v++) actors[v].pagerank = values[v]
  }),
  ofActorsBySector(['partner-diversity'], 'linear', (csr, labels, draft) => {
    const { blau, iqv, shannon, effective } = partnerDiversity(csr, labels)
    writeVector(draft, 'blau', blau)
    writeVector(draft, 'iqv', iqv)
    writeVector(draft, 'shannon', shannon)
    writeVector(draft, 'effective_sectors', effective)
  }),
  ofActorsBySector(['brokerage'], 'linear', (csr, labels, { actors }) => {
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
  ofActorsBySector(['ei'], 'linear', (csr, labels, draft) => {
    writeEach(draft, 'ei', (v) => actorEi(csr, labels, v))
  }),
]

type NumberKey = {
  [K in keyof ActorDescription]-?: null extends ActorDescription[K] ? K : never
}[keyof ActorDescription]

function writeVector(draft: Draft, key: NumberKey, vector: MeasuredVector): void {
  writeEach(draft, key, (v) => entryOf(vector, v))
}

function writeEach(draft: Draft, key: NumberKey, read: (v: number) => Measured<number>): void {
  for (let v = 0; v < draft.actors.length; v++)
    draft.actors[v][key] = valueAt(draft, actorPath(draft, v, key), read(v))
}
