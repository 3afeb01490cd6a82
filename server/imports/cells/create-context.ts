import type { ActorRecord } from '#shared/contract/actors.ts'
import type { EventRecord } from '#shared/contract/events.ts'
import type { CellType } from '#shared/contract/import-fields.ts'
import type { Kind, Partition, Reference, Role } from '#shared/contract/reference.ts'
import { valueOn } from '../../reference/dated.ts'
import type { CellContext } from './cell-context.ts'
import { type CodeBook, createCodeBook } from './code-book.ts'
import { ROLE_WORDS, SECTOR_WORDS, UNSURE_SECTOR_WORDS, wordEntries } from './code-names.ts'
import { createRecordBook, type RecordBook } from './record-book.ts'
import { regionBook } from './regions.ts'

/** The lists that codes are looked up in. */
export interface CodeLists {
  roles: readonly Role[]
  kinds: readonly Kind[]
  regions: Reference['regions']
  partition: Partition
}

type Books = (type: CellType) => CodeBook | undefined

/** Books of every type that is a code, made when first asked for. */
export function codeBooks({ roles, kinds, regions, partition }: CodeLists): Books {
  const made = new Map<CellType, CodeBook | undefined>()
  const make = (type: CellType): CodeBook | undefined => {
    switch (type) {
      case 'role':
        return createCodeBook(
          roles.map(({ id, nameId, nameEn }) => ({
            code: id,
            label: nameId,
            names: [nameId, nameEn, ...(ROLE_WORDS[id] ?? [])],
          })),
        )
      case 'kind':
        return createCodeBook(
          kinds.map(({ id, nameId, nameEn, retired }) => ({
            code: id,
            label: nameId,
            names: kindNames(nameId, nameEn),
            retired,
          })),
        )
      case 'sector':
        return createCodeBook(
          partition.sectors.map(({ id, nameId, nameEn, shortId, shortEn, retired }) => ({
            code: id,
            label: nameId,
            names: [nameId, nameEn, shortId, shortEn, ...(SECTOR_WORDS[id] ?? [])],
            unsure: UNSURE_SECTOR_WORDS[id] ?? [],
            retired,
          })),
        )
      case 'region':
        return regionBook(regions)
      default: {
        const entries = wordEntries(type)
        return entries.length > 0 ? createCodeBook(entries) : undefined
      }
    }
  }
  return (type) => {
    if (!made.has(type)) made.set(type, make(type))
    return made.get(type)
  }
}

/** Also without what stands in brackets, and each half of "Agregasi atau titip jual". */
function kindNames(nameId: string, nameEn: string): string[] {
  return [nameId, nameEn].flatMap((name) => {
    const plain = name.replace(/\([^)]*\)/g, '').trim()
    return [name, plain, ...plain.split(/ atau | or /)]
  })
}

export function actorBook(
  actors: Iterable<ActorRecord>,
  today: string,
  regionName: (code: string) => string | null,
): RecordBook {
  const named = function* () {
    for (const actor of actors) {
      const region = valueOn(actor.regions, today) ?? null
      yield {
        id: actor.id,
        name: actor.name,
        otherNames: actor.aliases,
        detail: region && regionName(region),
      }
    }
  }
  return createRecordBook(named())
}

export const eventBook = (events: Iterable<EventRecord>): RecordBook =>
  createRecordBook(
    [...events].map(({ id, title, startsOn }) => ({ id, name: title, otherNames: [], detail: startsOn })),
  )

export interface RegisterLists extends CodeLists {
  today: string
  actors: ReadonlyMap<string, ActorRecord>
  events: ReadonlyMap<string, EventRecord>
}

/** What the cells of a file are read with. */
export function createCellContext(lists: RegisterLists): CellContext {
  const book = codeBooks(lists)
  const regionName = (code: string) => book('region')!.labelOf(code)
  let actors: RecordBook | undefined
  let events: RecordBook | undefined
  return {
    today: lists.today,
    from1904: false,
    monthFirst: new Set(),
    book,
    get actors() {
      actors ??= actorBook(lists.actors.values(), lists.today, regionName)
      return actors
    },
    get events() {
      events ??= eventBook(lists.events.values())
      return events
    },
  }
}
