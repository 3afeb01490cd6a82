import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { findGaps, gapsFromIssues } from '#client/features/log-partnership/draft-gaps.ts'
import { dropDraft, keepDraft, readDraft } from '#client/features/log-partnership/draft-store.ts'
import {
  comparableDraft,
  comparableRecord,
  conflictOf,
  correctionFrom,
} from '#client/features/log-partnership/entry-conflict.ts'
import { entryId } from '#client/features/log-partnership/entry-id.ts'
import { keepHabits, readHabits } from '#client/features/log-partnership/habits.ts'
import { likelyDuplicates } from '#client/features/log-partnership/likely-duplicates.ts'
import { isOf, listedFor, newEntry } from '#client/features/log-partnership/outbox-entry.ts'
import {
  addParty,
  arcsOf,
  chooseKind,
  type DraftParty,
  emptyDraft,
  isTouched,
  type KnownParty,
  type PartnershipDraft,
  removeParty,
  replaceParty,
  toNewPartnership,
} from '#client/features/log-partnership/partnership-draft.ts'
import {
  partyChoices,
  proposedParties,
  searchAtHand,
} from '#client/features/log-partnership/party-choices.ts'
import { type ReceiptWords, receiptView } from '#client/features/log-partnership/receipt-view.ts'
import { shrunkSize } from '#client/features/log-partnership/shrink-photo.ts'
import { createFormat } from '#client/ui/format.ts'
import type { ActorRow } from '#shared/contract/actors.ts'
import { NewPartnership, type PartnershipRecord, type PartnershipRow } from '#shared/contract/partnerships.ts'
import type { EffectReceipt } from '#shared/contract/receipt.ts'
import type { Kind } from '#shared/contract/reference.ts'
import { logPartnership as englishLog } from '#shared/i18n/en/log-partnership.ts'
import { logPartnership as indonesianLog } from '#shared/i18n/id/log-partnership.ts'
import { messages as everyEnglish } from '#shared/i18n/messages-en.ts'
import { messages as everyIndonesian } from '#shared/i18n/messages-id.ts'

const english = { ...everyEnglish, logPartnership: englishLog }
const indonesian = { ...everyIndonesian, logPartnership: indonesianLog }

const TODAY = '2026-09-30'

const kindOf = (id: string, directed: boolean): Kind => ({
  id,
  nameId: id,
  nameEn: id,
  position: 0,
  directed,
  forwardId: directed ? 'memasok' : null,
  forwardEn: directed ? 'supplies' : null,
  backwardId: directed ? 'dipasok oleh' : null,
  backwardEn: directed ? 'is supplied by' : null,
  twoMode: false,
  retired: false,
})
const SUPPLY = kindOf('supply', true)
const AGGREGATION = kindOf('aggregation', true)
const PROMOTION = kindOf('joint_promotion', false)

const known = (id: string, role = 'business'): DraftParty => ({
  key: id,
  type: 'known',
  actorId: id,
  name: `Usaha ${id}`,
  role,
  sectorId: null,
  regionCode: null,
})
const draftOf = (parties: DraftParty[], kind?: Kind): PartnershipDraft =>
  parties.reduce(
    (draft, party) => addParty(draft, party, kind),
    kind ? chooseKind(emptyDraft(TODAY), kind) : emptyDraft(TODAY),
  )

describe('the draft of a partnership', () => {
  it('names a party once, however often it is chosen', () => {
    const draft = addParty(draftOf([known('a'), known('b')]), known('a'))
    expect(draft.parties.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  it('asks for the direction of a directed kind and forgets it when the kind changes', () => {
    const draft = {
      ...draftOf([known('a'), known('b')], SUPPLY),
      direction: { hub: 'a', reading: 'forward' as const },
    }
    expect(chooseKind(draft, PROMOTION).direction).toBeNull()
    expect(chooseKind(draft, AGGREGATION).direction).toBeNull()
    expect(chooseKind(draft, SUPPLY).direction).toEqual(draft.direction)
  })

  it('proposes that the only aggregator receives', () => {
    const draft = draftOf([known('a'), known('g', 'aggregator'), known('b')], AGGREGATION)
    expect(draft.direction).toEqual({ hub: 'g', reading: 'backward' })
    expect(arcsOf(draft)).toEqual([
      [0, 1],
      [2, 1],
    ])
  })

  it('drops a direction whose hub is taken out', () => {
    const draft = {
      ...draftOf([known('a'), known('b'), known('c')], SUPPLY),
      direction: { hub: 'a', reading: 'forward' as const },
    }
    expect(removeParty(draft, 'a', SUPPLY).direction).toBeNull()
    expect(removeParty(draft, 'c', SUPPLY).direction).toEqual(draft.direction)
  })

  it('keeps the direction when a new party turns out to be in the register', () => {
    const fresh: DraftParty = { ...known('x'), type: 'new', another: false } as DraftParty
    const draft = {
      ...draftOf([fresh, known('b')], SUPPLY),
      direction: { hub: 'x', reading: 'forward' as const },
    }
    const replaced = replaceParty(draft, 'x', { ...known('a'), type: 'known', actorId: 'a' }, SUPPLY)
    expect(replaced.parties.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(arcsOf(replaced)).toEqual([[0, 1]])
  })

  it('becomes a sentence that the contract accepts', () => {
    const fresh: DraftParty = {
      key: 'new-1',
      type: 'new',
      name: ' Sablon Contoh ',
      role: 'business',
      sectorId: 'batik',
      regionCode: null,
      another: false,
    }
    const draft: PartnershipDraft = {
      ...draftOf([known('a'), fresh], SUPPLY),
      direction: { hub: 'new-1', reading: 'forward' },
      evidenceUrl: ' https://contoh.id/nota.pdf ',
    }
    const sentence = NewPartnership.parse(toNewPartnership(draft))
    expect(sentence.arcs).toEqual([[1, 0]])
    expect(sentence.parties[1]).toEqual({
      newActor: {
        name: 'Sablon Contoh',
        role: 'business',
        sectorId: 'batik',
        regionCode: null,
        notDuplicate: false,
      },
    })
    expect(sentence).toMatchObject({
      intensity: 2,
      evidence: 'C',
      startedOn: TODAY,
      evidenceUrl: 'https://contoh.id/nota.pdf',
    })
  })

  it('sends a proposal without a start', () => {
    const draft = { ...draftOf([known('a'), known('b')], PROMOTION), proposed: true }
    expect(toNewPartnership(draft)).toMatchObject({ status: 'proposed', startedOn: null })
  })
})

describe('the gaps of a draft', () => {
  const full = draftOf([known('a'), known('b')], PROMOTION)

  it.each([
    ['nothing in a full draft', full, PROMOTION, []],
    ['a second party', draftOf([known('a')], PROMOTION), PROMOTION, ['too-few-parties']],
    ['the kind', draftOf([known('a'), known('b')]), undefined, ['kind-missing']],
    ['the direction', draftOf([known('a'), known('b')], SUPPLY), SUPPLY, ['direction-missing']],
    ['a date', { ...full, startedOn: '' }, PROMOTION, ['date-missing']],
    ['a date of the calendar', { ...full, startedOn: '2026-13-01' }, PROMOTION, ['date-invalid']],
    ['a date that has come', { ...full, startedOn: '2026-10-01' }, PROMOTION, ['date-in-future']],
    ['no date for a proposal', { ...full, startedOn: '', proposed: true }, PROMOTION, []],
    ['a whole address', { ...full, evidenceUrl: 'contoh.id' }, PROMOTION, ['url-invalid']],
  ] as const)('are %s', (_, draft, kind, codes) => {
    expect(findGaps(draft, kind, TODAY).map(({ code }) => code)).toEqual(codes)
  })

  it('come in the order of the fields', () => {
    const empty = { ...emptyDraft(TODAY), startedOn: '' }
    expect(findGaps(empty, undefined, TODAY).map(({ field }) => field)).toEqual([
      'parties',
      'kind',
      'startedOn',
    ])
  })

  it("stand where the server's issues belong", () => {
    const gaps = gapsFromIssues([
      { path: 'startedOn', code: 'later-than-today', message: 'later' },
      {
        path: 'parties.1.newActor.name',
        code: 'likely-duplicate',
        message: 'there',
        params: { id: 'a', name: 'Usaha A' },
      },
      { path: 'arcs.0', code: 'arc-to-itself', message: 'itself' },
      { path: 'something', code: 'unheard', message: 'of' },
    ])
    expect(gaps.map(({ field, code, party }) => [field, code, party])).toEqual([
      ['parties', 'actor-exists', 1],
      ['parties', 'refused', undefined],
      ['direction', 'refused', undefined],
      ['startedOn', 'refused', undefined],
    ])
    expect(gaps[0]?.existing).toEqual({ id: 'a', name: 'Usaha A' })
  })
})

const rowOf = (id: string, parties: string[], more: Partial<PartnershipRow> = {}) =>
  ({
    id,
    kind: 'supply',
    standing: 'active',
    parties: parties.map((actorId) => ({
      actorId,
      name: actorId,
      role: null,
      sectorId: null,
      regionCode: null,
    })),
    arcs: [],
    ...more,
  }) as unknown as PartnershipRow

describe('likely duplicates', () => {
  const rows = [
    rowOf('p1', ['a', 'b']),
    rowOf('p2', ['a', 'c']),
    rowOf('p3', ['a', 'b'], { kind: 'joint_promotion' }),
    rowOf('p4', ['b', 'a'], { standing: 'ended' }),
    rowOf('p5', ['x', 'a', 'b'], { standing: 'expired' }),
  ]

  it('are those of two of the parties, of any kind while none is chosen', () => {
    expect(likelyDuplicates(draftOf([known('a'), known('b')]), rows).map(({ id }) => id)).toEqual([
      'p1',
      'p3',
      'p5',
    ])
  })

  it('are of the same kind once it is chosen, and never closed ones', () => {
    expect(likelyDuplicates(draftOf([known('a'), known('b')], SUPPLY), rows).map(({ id }) => id)).toEqual([
      'p1',
      'p5',
    ])
  })

  it('need two parties that are in the register', () => {
    expect(likelyDuplicates(draftOf([known('a')]), rows)).toEqual([])
  })
})

describe('the choices of the picker', () => {
  const row = (id: string, name: string, leftOn: string | null = null) => ({ id, name, leftOn }) as ActorRow
  const found = [
    row('1', 'Sambal Kopi Contoh'),
    row('2', 'Kopi Contoh Mayang'),
    row('3', 'Kedai Kopi Contoh'),
    row('4', 'Kopi'),
    row('5', 'Kopi Tutup', '2025-01-01'),
  ]

  it('put the name itself first, then beginnings, then the rest, and leave out who has left', () => {
    expect(partyChoices('kopi', found, []).known.map(({ id }) => id)).toEqual(['4', '2', '3', '1'])
  })

  it('leave out who is named already', () => {
    expect(partyChoices('kopi', found, [known('4')]).known.map(({ id }) => id)).toEqual(['2', '3', '1'])
  })

  it.each([
    ['a name of nobody', 'Kopi Baru', 'Kopi Baru'],
    ['spaces evened out', '  Kopi   Baru ', 'Kopi Baru'],
    ['not an existing name, whatever its letters', 'KOPI contoh  mayang', null],
    ['not a single letter', 'K', null],
  ])('offer to register %s', (_, text, create) => {
    expect(partyChoices(text, found, []).create).toBe(create)
  })
})

describe('the kept draft', () => {
  const drawer = () => {
    const kept = new Map<string, string>()
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }

  it('comes back as it was, and is gone once dropped', () => {
    const place = drawer()
    const draft = draftOf([known('a')], SUPPLY)
    expect(keepDraft(place, { draft, keptAt: '2026-09-30T02:00:00Z' })).toBe(true)
    expect(readDraft(place)).toEqual({ draft, keptAt: '2026-09-30T02:00:00Z' })
    dropDraft(place)
    expect(readDraft(place)).toBeNull()
  })

  it('is nothing when it cannot be read or has another shape', () => {
    const place = drawer()
    for (const text of ['{', '{"draft":{"parties":[{}]}}', '[]', '{"draft":null}']) {
      place.setItem('jejaring.partnership-draft.1', text)
      expect(readDraft(place)).toBeNull()
    }
  })

  it('of an older page lacks nothing that this one knows', () => {
    const place = drawer()
    const { files: _files, notDuplicateOf: _said, ...older } = draftOf([known('a')], SUPPLY)
    place.setItem('jejaring.partnership-draft.1', JSON.stringify({ draft: older, waiting: true, keptAt: '' }))
    expect(readDraft(place)?.draft).toMatchObject({ files: [], notDuplicateOf: [] })
  })

  it('of a changed entry lies beside the new one', () => {
    const place = drawer()
    const [mine, changed] = [draftOf([known('a')], SUPPLY), draftOf([known('b')], SUPPLY)]
    keepDraft(place, { draft: mine, keptAt: '' })
    keepDraft(place, { draft: changed, keptAt: '' }, 'E1')
    dropDraft(place)
    expect([readDraft(place), readDraft(place, 'E1')?.draft]).toEqual([null, changed])
  })

  it('does not disturb the typing where the drawer is full', () => {
    const full = {
      ...drawer(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(keepDraft(full, { draft: emptyDraft(TODAY), keptAt: '' })).toBe(false)
  })
})

describe('what an entry begins with', () => {
  const everybody = ['a', 'b', 'c', 'd'].map((id, at) => ({
    id,
    name: `Usaha ${id}`,
    role: 'business',
    sectorId: 'batik',
    regionCode: at < 2 ? '35.74.01.1001' : '35.74.02.1002',
    leftOn: null,
  }))
  const party = (id: string, regionCode: string) => ({ ...known(id), regionCode }) as KnownParty

  it('is the last kind and kelurahan, and who was named last', () => {
    const kept = new Map<string, string>()
    const place = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    expect(readHabits(place)).toEqual({ kind: null, regionCode: null, recent: [] })
    keepHabits(place, { kind: 'supply', parties: [party('c', '35.74.02.1002'), party('a', '35.74.01.1001')] })
    keepHabits(place, { kind: 'co_branding', parties: [party('a', '35.74.01.1001')] })
    const habits = readHabits(place)
    expect([habits.kind, habits.regionCode]).toEqual(['co_branding', '35.74.01.1001'])
    expect(habits.recent.map(({ actorId }) => actorId)).toEqual(['a', 'c'])
    expect(proposedParties(habits, everybody, [], 7).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(proposedParties(habits, everybody, [known('c')], 1).map(({ id }) => id)).toEqual(['a'])
    // Who has been merged or has left is not proposed.
    expect(proposedParties(habits, everybody.slice(1), [], 7).map(({ id }) => id)).toEqual(['c', 'b'])
  })

  it('is not worth keeping when it is the usual kind alone', () => {
    const draft = emptyDraft(TODAY, [], 'supply')
    expect([
      isTouched(draft, 'supply'),
      isTouched(draft),
      isTouched({ ...draft, note: 'x' }, 'supply'),
    ]).toEqual([false, true, true])
  })

  it('finds every word of a name in the list at hand', () => {
    const names = ['Kopi Contoh Mayang', 'Batik Contoh', 'Roti Mayang'].map((name, at) => ({
      ...everybody[at]!,
      name,
    }))
    expect(searchAtHand('mayang kop', names).map(({ name }) => name)).toEqual(['Kopi Contoh Mayang'])
    expect(searchAtHand('  ', names)).toEqual([])
  })
})

describe('an entry that meets a record', () => {
  const record: PartnershipRecord = {
    id: 'r',
    kind: 'supply',
    intensity: 3,
    evidence: 'B',
    evidenceUrl: null,
    note: 'lama',
    parties: ['a', 'b'],
    arcs: [['b', 'a']],
    startedOn: '2026-01-01',
    endedOn: null,
    endReason: null,
    statuses: [{ from: '2026-01-01', value: 'active' }],
    confirmations: [],
    weight: null,
    projects: [],
    recordedOn: null,
  }
  const draft: PartnershipDraft = {
    ...draftOf([known('a'), known('b')], SUPPLY),
    direction: { hub: 'a', reading: 'forward' },
    note: ' baru ',
  }

  it('differs field by field, and only what is chosen as mine is corrected', () => {
    const theirs = comparableRecord(record)
    const mine = comparableDraft(draft, record)
    const moves = conflictOf(mine, theirs)
    expect(moves.map(({ field }) => field)).toEqual(['arcs', 'intensity', 'evidence', 'startedOn', 'note'])
    expect(correctionFrom(theirs, { arcs: mine.arcs, intensity: 3, note: 'baru' })).toEqual({
      arcs: [['a', 'b']],
      note: 'baru',
    })
    expect(correctionFrom(theirs, {})).toEqual({})
  })

  it('is not compared in a direction that names somebody not on record yet', () => {
    const fresh: DraftParty = { ...known('x'), type: 'new', another: false } as DraftParty
    const other = {
      ...draft,
      parties: [known('a'), fresh],
      direction: { hub: 'a', reading: 'forward' as const },
    }
    expect(comparableDraft(other, record).arcs).toEqual(record.arcs)
  })
})

describe('an entry on a shared device', () => {
  const author = { id: 'p1', name: 'Petugas Contoh' }
  const entry = newEntry({ id: 'E1', draft: emptyDraft(TODAY), author })

  it.each([
    ['its author', author, true],
    ['somebody else', { id: 'p2', name: 'Petugas Contoh' }, false],
    ['whoever has signed out', null, false],
    ['whom nobody knows yet', undefined, false],
  ])('is for %s to act on: %j', (_, reader, owns) => {
    expect(isOf(entry, reader)).toBe(owns)
    expect(isOf({ ...entry, author: null }, reader)).toBe(true)
  })

  it('is listed to others while it waits, and what became of it to its author alone', () => {
    const states = ['waiting', 'sign-in', 'refused', 'editing', 'sent', 'discarded'] as const
    const entries = states.map((state) => ({ ...entry, id: state, state }))
    const seenBy = (reader: { id: string } | null) => listedFor(entries, reader).map(({ id }) => id)
    expect(seenBy(author)).toEqual(states)
    expect(seenBy({ id: 'p2' })).toEqual(['waiting', 'sign-in', 'refused', 'editing'])
    expect(seenBy(null)).toEqual(['waiting', 'sign-in', 'refused', 'editing'])
  })
})

describe('a photo to send', () => {
  it.each([
    [[4000, 3000], { width: 1600, height: 1200 }],
    [[3000, 4000], { width: 1200, height: 1600 }],
    [[800, 600], { width: 800, height: 600 }],
    [[8000, 2], { width: 1600, height: 1 }],
  ])('of %j pixels has %j', ([width, height], shrunk) => {
    expect(shrunkSize(width!, height!)).toEqual(shrunk)
  })
})

describe('the id of an entry', () => {
  it('sorts by the time of saving and is never the same', () => {
    const ids = [entryId(1), entryId(2), entryId(2)]
    expect(new Set(ids).size).toBe(3)
    expect(ids[0]! < ids[1]!).toBe(true)
    expect(ids[0]).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  })
})

describe('the receipt', () => {
  const wordsOf = (locale: 'id' | 'en'): ReceiptWords => {
    const messages = locale === 'id' ? indonesian : english
    const format = createFormat(locale)
    const t = createTranslator({
      locale,
      messages,
      namespace: 'logPartnership',
      onError: (error) => {
        throw error
      },
    })
    return {
      t: t as ReceiptWords['t'],
      level: (level) => messages.common.level[level].toLowerCase(),
      sector: (id) => ({ batik: 'Batik', kuliner: 'Kuliner' })[id] ?? id,
      date: format.date,
      figure: (value, decimals) => format.decimal(value, decimals),
      signed: (value, decimals) => format.signed(value, decimals),
      noun: 'business',
    }
  }
  const receipt: EffectReceipt = {
    revision: 30,
    on: TODAY,
    headline: { id: 'first-between-sectors', sectorA: 'batik', sectorB: 'kuliner' },
    rows: [
      { id: 'sector-reach', sectorId: 'batik', before: 3, after: 4, of: 17 },
      { id: 'unlinked', before: 12, after: 12, of: 102 },
      { id: 'index', before: 51.2, after: 53.4 },
    ],
    counts: true,
    notCounting: [],
    split: null,
    closesOn: '2026-12-31',
  }

  it('says the strongest effect first and only what moved, the index always', () => {
    const view = receiptView(receipt, wordsOf('id'))
    expect(view.heading).toBe('Kerja sama pertama antara Batik dan Kuliner')
    expect(view.between).toEqual(['batik', 'kuliner'])
    expect(view.lines.map(({ label, before, after, of }) => `${label}: ${before} → ${after} ${of}`)).toEqual([
      'Batik, lintas sektor: 3 → 4 dari 17 usaha',
      'Indeks: 51 → 53 ',
    ])
    expect(view.provisional).toBe('Sementara; angka resmi dibekukan 31 Desember 2026.')
  })

  it('shows a decimal where whole numbers would hide the move', () => {
    const small = { ...receipt, rows: [{ id: 'index' as const, before: 51.2, after: 51.4 }] }
    expect(receiptView(small, wordsOf('id')).lines[0]).toMatchObject({
      before: '51,2',
      after: '51,4',
      changed: true,
    })
    expect(receiptView(small, wordsOf('en')).lines[0]).toMatchObject({ before: '51.2', after: '51.4' })
  })

  it('says that nothing moved without scolding', () => {
    const still: EffectReceipt = {
      ...receipt,
      headline: { id: 'nth-partnership', nth: 3 },
      rows: [{ id: 'index', before: 51.2, after: 51.2 }],
    }
    expect(receiptView(still, wordsOf('id')).heading).toBe(
      'Indeks tetap 51; ini kerja sama ke-3 antara keduanya',
    )
  })

  it('says why a record does not count and what to do', () => {
    const low: EffectReceipt = {
      ...receipt,
      headline: { id: 'does-not-count' },
      counts: false,
      notCounting: ['evidence-too-low', 'party-outside-city'],
    }
    const view = receiptView(low, wordsOf('en'))
    expect(view.heading).toBe('On record, but not counted in the index yet')
    expect(view.notCounting.map(({ text }) => text)).toEqual([
      'The evidence is an assumption (D). Raise it to C when one side confirms.',
      'One party is outside the city.',
    ])
  })

  it('tells composition apart from the same businesses', () => {
    const grown = { ...receipt, split: { sameCohort: 0.4, composition: -1.3, entered: 2 } }
    expect(receiptView(grown, wordsOf('id')).split).toBe(
      '2 usaha baru ikut dihitung. Tanpa itu indeks berubah +0,4; selebihnya, −1,3, karena jumlah usaha bertambah.',
    )
  })

  it('says only that somebody came in where neither part moved', () => {
    const grown = { ...receipt, split: { sameCohort: 0.01, composition: -0.02, entered: 1 } }
    expect(receiptView(grown, wordsOf('en')).split).toBe('1 business came into the count.')
  })

  it('reads an index that cannot be computed as a dash, never as 0', () => {
    const none = { ...receipt, rows: [{ id: 'index' as const, before: null, after: 53.4 }] }
    expect(receiptView(none, wordsOf('id')).lines[0]).toMatchObject({ before: '–', after: '53' })
  })
})
