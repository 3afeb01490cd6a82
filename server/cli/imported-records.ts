import type { ActorRecord } from '#shared/contract/actors.ts'
import type { PartnershipRecord } from '#shared/contract/partnerships.ts'
import type { ImportedReference } from './imported-reference.ts'
import type { MergedNetwork, MergedTie } from './merge-edges.ts'
import type { FileNode } from './network-files.ts'
import type { RoleMap } from './role-map.ts'
import { createSlugs } from './slugs.ts'

const LONGEST_NAME = 200

export interface ImportedRecords {
  actors: ActorRecord[]
  partnerships: PartnershipRecord[]
  /** Values of the role column that no role is known for, and how many actors have each. */
  unmappedRoles: ReadonlyMap<string, number>
}

/** Every node an actor that has always been there, every merged tie a partnership of two. */
export function importedRecords(
  network: MergedNetwork,
  reference: ImportedReference,
  roles: RoleMap,
): ImportedRecords {
  const slugs = createSlugs([])
  const unmappedRoles = new Map<string, number>()
  const roleOf = (value: string | null) => {
    if (value === null) return null
    const role = roles.get(value)
    if (role === undefined) unmappedRoles.set(value, (unmappedRoles.get(value) ?? 0) + 1)
    return role ?? null
  }
  const actors = network.nodes.map((node) => actorOf(node, slugs.of(node.id), roleOf(node.role), reference))
  const digits = String(network.ties.length).length
  const partnerships = network.ties.map((tie, i) =>
    partnershipOf(tie, `tie-${String(i + 1).padStart(digits, '0')}`, actors, reference),
  )
  return { actors, partnerships, unmappedRoles }
}

function actorOf(node: FileNode, id: string, role: string | null, reference: ImportedReference): ActorRecord {
  return {
    id,
    name: node.label.slice(0, LONGEST_NAME),
    aliases: [],
    inCity: true,
    parentId: null,
    website: null,
    yearStarted: null,
    sizeClass: null,
    sizeBasis: null,
    kbli: null,
    products: [],
    needs: [],
    offers: [],
    attributes: id === node.id ? node.attributes : { id: node.id, ...node.attributes },
    presence: [],
    roles: role === null ? [] : [{ from: null, value: role }],
    regions: [],
    census: [],
    sectors: { [reference.partitionId]: [{ from: null, value: reference.sectorIdOf(node.sector) }] },
  }
}

function partnershipOf(
  tie: MergedTie,
  id: string,
  actors: readonly ActorRecord[],
  reference: ImportedReference,
): PartnershipRecord {
  return {
    id,
    kind: reference.kindIdOf(tie.kind),
    // Intensity and evidence are not in such files; the definition of the database does not ask for them.
    intensity: 2,
    evidence: 'C',
    evidenceUrl: null,
    note: null,
    parties: [tie.a, tie.b].map((place) => actors[place]?.id ?? ''),
    arcs: [],
    startedOn: tie.startedOn,
    endedOn: tie.endedOn,
    endReason: null,
    statuses: [{ from: tie.startedOn, value: 'active' }],
    confirmations: [],
    weight: tie.weight,
    projects: tie.projects,
    recordedOn: null,
  }
}
