import { foldName } from '../../actors/similar-name.ts'
import { createNameIndex, type NameIndex } from '../matching/name-index.ts'
import { type CellReading, type Choice, says, wrong } from './cell-reading.ts'

export interface NamedRecord {
  id: string
  name: string
  otherNames: readonly string[]
  /** Tells those of one name apart on screen. */
  detail: string | null
}

/** Records of the register, found by id or name. */
export interface RecordBook {
  byId(id: string): NamedRecord | undefined
  read(text: string, among?: (record: NamedRecord) => boolean): CellReading
}

const MOST_CHOICES = 6
const key = (text: string) => foldName(text).replaceAll(' ', '')

export function createRecordBook(records: Iterable<NamedRecord>): RecordBook {
  const byId = new Map<string, NamedRecord>()
  const byKey = new Map<string, Set<NamedRecord>>()
  for (const record of records) {
    byId.set(record.id, record)
    for (const name of [record.name, ...record.otherNames]) {
      const named = byKey.get(key(name)) ?? new Set()
      byKey.set(key(name), named.add(record))
    }
  }
  let index: NameIndex<NamedRecord> | undefined
  const nearby = (text: string): NamedRecord[] => {
    index ??= createNameIndex([...byId.values()], (record) => [record.name, ...record.otherNames])
    return index.alike(text)
  }
  return {
    byId: (id) => byId.get(id),
    read(text, among = () => true) {
      const written = /\[([\w.:@-]+)\]\s*$/.exec(text)?.[1] ?? text.trim()
      if (byId.has(written)) return says(written)
      const named = [...(byKey.get(key(text)) ?? [])]
      const fitting = named.length > 1 ? named.filter(among) : named
      if (fitting.length === 1) return says(fitting[0]!.id)
      if (named.length > 1)
        return wrong('ambiguous-record', undefined, named.slice(0, MOST_CHOICES).map(choiceOf))
      return wrong('unknown-record', undefined, nearby(text).slice(0, MOST_CHOICES).map(choiceOf))
    },
  }
}

const choiceOf = ({ id, name, detail }: NamedRecord): Choice => ({
  value: id,
  label: detail ? `${name} (${detail})` : name,
})
