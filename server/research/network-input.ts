import { createHash } from 'node:crypto'
import type { Partition } from '#shared/contract/reference.ts'
import type { DefinitionId, On } from '#shared/contract/vocabulary.ts'
import { invalidInput } from '../errors.ts'
import { roleOn } from '../network/as-of.ts'
import { coverageBySector, coverageGate } from '../network/coverage.ts'
import type { Network } from '../network/derive-network.ts'
import { previousQuarterEnd } from '../network/period.ts'
import { definitionOf, networkSoon, type Snapshot } from '../network/register.ts'
import { districtOn } from '../network/tie-history.ts'
import { type Stepwise, unhurried } from '../unhurried.ts'
import type { ComputedNetwork } from './computed.ts'

/** A network of the register, ready for the worker threads. */
export interface NetworkInput {
  network: Network
  computed: ComputedNetwork
  /** Of everything that a figure of it depends on: equal networks of two dates or definitions share what was computed. */
  hash: string
}

const inputs = new WeakMap<Network, NetworkInput>()

/** @throws invalid-input for a partition that the register has not */
export async function networkInput(
  snapshot: Snapshot,
  definition: DefinitionId,
  on: On,
  partitionId: string | undefined,
): Promise<NetworkInput> {
  if (partitionId !== undefined) refuseUnknownPartition(snapshot.partitions, partitionId)
  const network = await networkSoon(snapshot, definition, on, partitionId)
  const known = inputs.get(network)
  if (known) return known
  const before =
    on === 'all' ? null : await networkSoon(snapshot, definition, previousQuarterEnd(on), partitionId)
  const input = await unhurried(prepare(snapshot, network, before))
  // others may have prepared it meanwhile: everybody goes on with one
  const first = inputs.get(network) ?? input
  inputs.set(network, first)
  return first
}

function refuseUnknownPartition(partitions: ReadonlyMap<string, Partition>, id: string): void {
  if (partitions.has(id)) return
  const known = [...partitions.keys()].join(', ')
  throw invalidInput({
    path: 'partition',
    code: 'unknown-partition',
    message: `this register has ${known}`,
    params: { known },
  })
}

function* prepare(snapshot: Snapshot, network: Network, before: Network | null): Stepwise<NetworkInput> {
  const coverage = coverageBySector(network)
  yield
  const classes = classNames(network)
  yield
  const roles = rolesOf(snapshot, network)
  yield
  const strata = strataOf(network)
  yield
  const computed: ComputedNetwork = {
    csr: network.csr,
    labels: network.labels,
    classes,
    roles,
    strata,
    gate: coverageGate(network, coverage),
    coverage: coverage.map(({ registered, verified }) => ({ registered, verified })),
    before: before && {
      csr: before.csr,
      labels: before.labels,
      match: Int32Array.from(network.ids, (id) => before.numberOf.get(id) ?? -1),
    },
  }
  yield
  return { network, computed, hash: hashOf(computed) }
}

/** Sectors by their ids; classes of actors without one by `role:` and their role. */
function classNames({ sectorIds, labels, members, on }: Network): string[] {
  const names = [...sectorIds]
  for (const [v, k] of labels.of.entries()) names[k] ??= `role:${roleOn(members[v]!, on) ?? ''}`
  return names
}

function rolesOf({ roles }: Snapshot, { members, on }: Network): ComputedNetwork['roles'] {
  const names = [...roles].sort((x, y) => x.position - y.position).map(({ id }) => id)
  const numberOf = new Map(names.map((id, r) => [id, r]))
  const of = Uint16Array.from(members, (actor) => numberOf.get(roleOn(actor, on) ?? '') ?? names.length)
  if (of.every((role) => role === names.length)) return null
  return { names, labels: { count: names.length + 1, of } }
}

/** Kecamatan; null where nobody's is known. */
function strataOf({ members, on }: Network): ComputedNetwork['strata'] {
  const districts = members.map((actor) => districtOn(actor, on) ?? '')
  const names = [...new Set(districts)].sort()
  if (names.every((name) => name === '')) return null
  const numberOf = new Map(names.map((name, g) => [name, g]))
  return { names, of: Uint32Array.from(districts, (name) => numberOf.get(name)!) }
}

function hashOf({ csr, labels, classes, roles, strata, gate, coverage, before }: ComputedNetwork): string {
  const hash = createHash('sha1')
    .update(JSON.stringify([csr.n, labels.count, classes, gate, coverage, roles?.names, strata?.names]))
    .update(csr.offsets)
    .update(csr.neighbours)
    .update(labels.of)
  if (roles) hash.update(roles.labels.of)
  if (strata) hash.update(strata.of)
  if (before)
    hash
      .update(before.csr.offsets)
      .update(before.csr.neighbours)
      .update(before.labels.of)
      .update(before.match)
  return hash.digest('base64url')
}

/** What every answer says of where its figures come from. */
export function provenanceOf(
  snapshot: Snapshot,
  { on, partition }: Pick<Network, 'on' | 'partition'>,
  id: DefinitionId,
) {
  return {
    revision: snapshot.revision,
    on,
    definition: id,
    definitionVersion: definitionOf(snapshot, id).version,
    partitionId: partition.id,
  }
}
