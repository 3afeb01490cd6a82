import { isDeepStrictEqual } from 'node:util'
import type { ActorRecord, Consent } from '#shared/contract/actors.ts'
import { MERGE_FIELDS, type MergeField, type MergePreview, type MergeSide } from '#shared/contract/merging.ts'
import { inOrder } from '../actors/record-consent.ts'

/** Lists of which both halves may be true at once. */
const UNITED: ReadonlySet<MergeField> = new Set(['products', 'needs', 'offers', 'census'])

/** The part of a record that a field of the choice stands for. */
function partOf(record: ActorRecord, field: MergeField): unknown {
  if (field === 'size') return { sizeClass: record.sizeClass, sizeBasis: record.sizeBasis }
  return record[field]
}

function isBlank(value: unknown): boolean {
  if (value === null) return true
  if (Array.isArray(value))
    return value.length === 0 || value.every((row) => isDated(row) && row.value === null)
  return typeof value === 'object' && Object.values(value as object).every(isBlank)
}

const isDated = (row: unknown): row is { value: unknown } =>
  typeof row === 'object' && row !== null && 'value' in row

/** The fields in which two actors differ: what the kept one knows stays, what it does not know comes from the other. */
export function differingFields(kept: ActorRecord, absorbed: ActorRecord): MergePreview['fields'] {
  return MERGE_FIELDS.flatMap((field) => {
    const [mine, theirs] = [partOf(kept, field), partOf(absorbed, field)]
    if (isDeepStrictEqual(mine, theirs)) return []
    const united = UNITED.has(field) && !isBlank(mine) && !isBlank(theirs)
    const sides: MergeSide[] = united ? ['kept', 'absorbed', 'both'] : ['kept', 'absorbed']
    const proposed = united ? 'both' : isBlank(mine) ? 'absorbed' : 'kept'
    return [{ field, kept: mine, absorbed: theirs, sides, proposed }]
  })
}

/** The kept actor with what was chosen of the absorbed one. Every name by which either was known leads to it. */
export function mergedActor(
  kept: ActorRecord,
  absorbed: ActorRecord,
  chosen: Partial<Record<MergeField, MergeSide>>,
): ActorRecord {
  let merged: ActorRecord = { ...kept, attributes: { ...absorbed.attributes, ...kept.attributes } }
  for (const { field, proposed } of differingFields(kept, absorbed)) {
    const side = chosen[field] ?? proposed
    if (side === 'absorbed') merged = withField(merged, absorbed, field)
    else if (side === 'both') merged = { ...merged, [field]: united(kept, absorbed, field) }
  }
  const names = [...kept.aliases, kept.name, absorbed.name, ...absorbed.aliases]
  const aliases = [...new Set(names)].filter((name) => name !== merged.name)
  return { ...merged, aliases, ...knownContact(kept, absorbed), ...unitedConsents(kept, absorbed) }
}

/** What the kept one is not known to have comes from the other. */
function knownContact(kept: ActorRecord, absorbed: ActorRecord): Pick<ActorRecord, 'nib' | 'phone'> {
  const [nib, phone] = [kept.nib ?? absorbed.nib, kept.phone ?? absorbed.phone]
  return { ...(nib === undefined ? {} : { nib }), ...(phone === undefined ? {} : { phone }) }
}

/** What either said, never a choice: of two words on one purpose and day a withdrawal is the one that holds. */
function unitedConsents(kept: ActorRecord, absorbed: ActorRecord): Pick<ActorRecord, 'consents'> {
  if (!kept.consents && !absorbed.consents) return {}
  const words = new Map<string, Consent>()
  for (const word of [...(kept.consents ?? []), ...(absorbed.consents ?? [])]) {
    const key = `${word.purpose} ${word.from}`
    const held = words.get(key)
    if (!held || (held.value === 'granted' && word.value !== 'granted')) words.set(key, word)
  }
  return { consents: [...words.values()].sort(inOrder) }
}

function withField(merged: ActorRecord, from: ActorRecord, field: MergeField): ActorRecord {
  if (field === 'size') return { ...merged, sizeClass: from.sizeClass, sizeBasis: from.sizeBasis }
  return { ...merged, [field]: from[field] }
}

/** Both lists; of two surveys on one day that of the kept actor. */
function united(kept: ActorRecord, absorbed: ActorRecord, field: MergeField): unknown {
  if (field === 'census') {
    const days = new Set(kept.census.map(({ from }) => from))
    const rows = [...kept.census, ...absorbed.census.filter(({ from }) => !days.has(from))]
    return rows.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  }
  return [...new Set([...(kept[field as 'products'] ?? []), ...absorbed[field as 'products']])]
}
