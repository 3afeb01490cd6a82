import type { SheetKind } from '#shared/contract/import-fields.ts'
import type { ImportMatch } from '#shared/contract/imports.ts'
import { foldName, isSimilarName } from '../../actors/similar-name.ts'
import type { CheckedRow, Values } from '../checked-row.ts'
import {
  currentValues,
  type ReadingDay,
  type SheetRecord,
  type SheetRecords,
} from '../planning/current-values.ts'
import { createNameIndex } from './name-index.ts'

/** A record of the register, or an earlier row, that a row may repeat. */
export interface Known {
  id: string | null
  row: number | null
  values: Values
}

export interface Match {
  known: Known
  by: ImportMatch['by']
}

export interface Matcher {
  /** What a row may repeat, best first. */
  matches(row: CheckedRow): Match[]
  /** Later rows may repeat this one; said again of a row, the earlier word is forgotten. */
  add(row: CheckedRow): void
}

const MOST_MATCHES = 6
const RANK: readonly ImportMatch['by'][] = ['id', 'nib', 'same-record', 'phone', 'name-region', 'name']

/** Finds what rows of a kind repeat: by id, then NIB, telephone, name and kelurahan; or by being the same in what makes a record. */
export function createMatcher<K extends SheetKind>(
  kind: K,
  records: Iterable<SheetRecords[K]>,
  day: ReadingDay,
): Matcher {
  const keys = createKeyIndex()
  const names = createNameIndex<Known>([], namesOf)
  const rows = new Map<number, Known>()
  const learn = (known: Known) => {
    for (const key of keysOf(kind, known.values)) keys.put(key, known)
    if (kind === 'actors' || kind === 'events') names.add(known)
  }
  for (const record of records) learn(lazily(kind, record, day))
  return {
    add({ row, values }) {
      const known: Known = { id: null, row, values }
      rows.set(row, known)
      learn(known)
    },
    matches({ row, values }) {
      const found = new Map<Known, ImportMatch['by']>()
      const offer = (known: Known, by: ImportMatch['by']) => {
        if (known.row !== null && (known.row >= row || rows.get(known.row) !== known)) return
        const known2 = found.get(known)
        if (known2 === undefined || RANK.indexOf(by) < RANK.indexOf(known2)) found.set(known, by)
      }
      for (const key of keysOf(kind, values)) for (const known of keys.get(key)) offer(known, key.by)
      if (kind === 'actors' && values.name !== undefined)
        for (const known of names.alike(values.name)) {
          const by = nameMatch(values, known.values)
          if (by) offer(known, by)
        }
      if (kind === 'events' && values.title !== undefined)
        for (const known of names.alike(values.title))
          if (known.values.startsOn === values.startsOn) offer(known, 'name')
      // Its own id says which one it is, whatever else looks like it.
      const own = [...found].filter(([known, by]) => by === 'id' && known.id !== null)
      const all = own.length > 0 ? own : [...found]
      return all
        .map(([known, by]) => ({ known, by }))
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, MOST_MATCHES)
    },
  }
}

/** Of two alike in one way the register's comes first, then the first row. */
const rank = ({ known, by }: Match) => RANK.indexOf(by) * 1e6 + (known.row ?? 0)

const namesOf = ({ values }: Known): string[] => {
  const name = values.name ?? values.title
  return [...(name === undefined ? [] : [name]), ...(values.aliases?.split('; ') ?? [])]
}

/** The same name is asked about wherever it is; a similar one only where both may be in one place. */
function nameMatch(mine: Values, theirs: Values): 'name-region' | 'name' | null {
  const samePlace = mine.region === undefined || theirs.region === undefined || mine.region === theirs.region
  if (samePlace) return 'name-region'
  return foldName(mine.name ?? '') === foldName(theirs.name ?? '') ? 'name' : null
}

interface Key {
  by: ImportMatch['by']
  text: string
}

function keysOf(kind: SheetKind, values: Values): Key[] {
  const keys: Key[] = []
  if (values.id !== undefined) keys.push({ by: 'id', text: values.id })
  if (kind === 'actors') {
    if (values.nib !== undefined) keys.push({ by: 'nib', text: values.nib })
    if (values.phone !== undefined) keys.push({ by: 'phone', text: values.phone })
  } else {
    const text = sameRecord(kind, values)
    if (text !== null) keys.push({ by: 'same-record', text })
  }
  return keys
}

/** What makes a record one: of whom, of what kind, from when. */
function sameRecord(kind: SheetKind, values: Values): string | null {
  const parts =
    kind === 'partnerships'
      ? [
          [values.partyA, values.partyB, ...(values.otherParties?.split('; ') ?? [])].sort().join(' '),
          values.kind,
          values.startedOn ?? '',
        ]
      : kind === 'events'
        ? [values.title && foldName(values.title), values.startsOn]
        : [values.actor, values.event ?? values.forum, values.event === undefined ? (values.from ?? '') : '']
  return parts.some((part) => part === undefined) ? null : parts.join('|')
}

function createKeyIndex() {
  const lists = new Map<string, Known[]>()
  const keyOf = ({ by, text }: Key) => `${by} ${text}`
  return {
    put(key: Key, known: Known) {
      const list = lists.get(keyOf(key))
      if (list) list.push(known)
      else lists.set(keyOf(key), [known])
    },
    get: (key: Key): readonly Known[] => lists.get(keyOf(key)) ?? [],
  }
}

/** The values of a record are worked out once, when they are asked for. */
function lazily<K extends SheetKind>(kind: K, record: SheetRecords[K], day: ReadingDay): Known {
  let values: Values | undefined
  return {
    id: (record as SheetRecord).id,
    row: null,
    get values() {
      values ??= currentValues(kind, record, day)
      return values
    },
  }
}

/** Whether nobody needs to be asked: the row names the record itself, or says nothing that is not known. */
export function isPlainlySame({ known, by }: Match, row: CheckedRow, differing: number): boolean {
  if (by === 'id') return true
  if (by === 'nib') {
    const [mine, theirs] = [row.values.name, known.values.name]
    return mine === undefined || theirs === undefined || isSimilarName(mine, theirs)
  }
  return by === 'same-record' ? known.row === null || differing === 0 : differing === 0
}
