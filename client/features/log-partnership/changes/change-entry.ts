import type { KeptChange } from '#client/api/kept-change.ts'
import type { FieldMove } from '#client/ui/three-way.ts'
import type { ActorDetail } from '#shared/contract/actors.ts'
import type { PartnershipDetail } from '#shared/contract/partnerships.ts'
import type { EntryAuthor, Refusal } from '../outbox-entry.ts'

type Detail = ActorDetail | PartnershipDetail

/** A change of a record that waits on this device, or what became of it; states as those of an entry. */
export interface ChangeEntry {
  id: string
  change: KeptChange
  /** ISO date and time. */
  savedAt: string
  author: EntryAuthor | null
  state: 'waiting' | 'sign-in' | 'refused' | 'sent' | 'discarded'
  refusal: Refusal | null
  /** The record as somebody left it who was faster; null unless that is why it was refused. */
  current: Detail | null
  /** The changeset that it became; null where the record was so already. */
  revision: number | null
}

export const newChange = (
  { id, change, author }: Pick<ChangeEntry, 'id' | 'change' | 'author'>,
  now = new Date(),
): ChangeEntry => ({
  id,
  change,
  savedAt: now.toISOString(),
  author,
  state: 'waiting',
  refusal: null,
  current: null,
  revision: null,
})

export const isOpenChange = ({ state }: ChangeEntry): boolean => state === 'waiting' || state === 'sign-in'

/** Names of the fields that a change sets, and to what; a confirmation sets none. */
export function fieldsOf({ patch }: KeptChange): Record<string, unknown> {
  if (patch.mode === 'confirm') return {}
  const { changes } = patch
  // why it ended goes with the end
  return Object.fromEntries(
    Object.entries(changes).filter(([field]) => patch.mode === 'correct' || field !== 'endReason'),
  )
}

/** What a record says in a field of a change. */
export function valueIn(detail: Detail, field: string): unknown {
  if (field === 'presence' && 'leftOn' in detail) return detail.leftOn === null ? 'present' : 'left'
  if (field === 'status' && 'standing' in detail)
    return detail.standing === 'expired' ? 'active' : detail.standing
  const record: object = detail.record
  const value: unknown = field in record ? Reflect.get(record, field) : Reflect.get(detail, field)
  return value ?? null
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Whether the record says all that the change would have it say. */
export const isSoAlready = (change: KeptChange, current: Detail): boolean => {
  const { patch } = change
  // also a confirmation whose answer was lost
  if (patch.mode === 'confirm')
    return 'confirmations' in current.record && current.record.confirmations.includes(patch.on)
  const fields = Object.entries(fieldsOf(change))
  return fields.length > 0 && fields.every(([field, mine]) => equal(valueIn(current, field), mine))
}

/** Fields that somebody else has set to another value since it was read: there a person decides. */
export function clashesOf(change: KeptChange, current: Detail): FieldMove<string>[] {
  return Object.entries(fieldsOf(change)).flatMap(([field, mine]) => {
    const theirs = valueIn(current, field)
    const base = change.base === null ? undefined : valueIn(change.base, field)
    if (equal(theirs, mine) || (change.base !== null && equal(theirs, base))) return []
    return [{ field, base, mine, theirs, clash: true }]
  })
}

/** The change on the record as it is now, without the fields in which theirs is to stay; null where nothing is left of it. */
export function changeOn(
  change: KeptChange,
  current: Detail,
  chosen: Readonly<Record<string, unknown>> = {},
): KeptChange | null {
  const { patch } = change
  // as the record is of the kind that the change is of
  const onto = { ...change, base: current, revision: current.revision } as KeptChange
  if (patch.mode === 'confirm') return onto
  const isTheirs = (field: string) => field in chosen && equal(chosen[field], valueIn(current, field))
  const left = Object.entries(patch.changes).filter(([field]) => !isTheirs(field))
  if (!left.some(([field]) => field !== 'endReason' || patch.mode === 'correct')) return null
  return { ...onto, patch: { ...patch, changes: Object.fromEntries(left) } } as KeptChange
}

/** Two corrections of one record that both still wait are one. */
export function together(earlier: KeptChange, later: KeptChange): KeptChange | null {
  if (earlier.entity !== later.entity || earlier.id !== later.id) return null
  if (earlier.patch.mode !== 'correct' || later.patch.mode !== 'correct') return null
  const changes = { ...earlier.patch.changes, ...later.patch.changes }
  const reason = later.patch.reason ?? earlier.patch.reason
  return {
    ...earlier,
    patch: { mode: 'correct', changes, ...(reason === undefined ? {} : { reason }) },
  } as KeptChange
}
