import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { findGaps, gapsFromIssues } from '#client/features/log-partnership/draft-gaps.ts'
import { dropDraft, keepDraft, readDraft } from '#client/features/log-partnership/draft-store.ts'
import { likelyDuplicates } from '#client/features/log-partnership/likely-duplicates.ts'
import {
  addParty,
  arcsOf,
  chooseKind,
  type DraftParty,
  emptyDraft,
  type PartnershipDraft,
  removeParty,
  replaceParty,
  toNewPartnership,
} from '#client/features/log-partnership/partnership-draft.ts'
import { partyChoices } from '#client/features/log-partnership/party-choices.ts'
import { type ReceiptWords, receiptView } from '#client/features/log-partnership/receipt-view.ts'
import { createFormat } from '#client/ui/format.ts'
import type { ActorRow } from '#shared/contract/actors.ts'
import { NewPartnership, type PartnershipRow } from '#shared/contract/partnerships.ts'
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
    const sentence = NewPartnership.parse(toNewPartnership(draft, false))
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
    expect(toNewPartnership(draft, false)).toMatchObject({ status: 'proposed', startedOn: null })
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
    expect(keepDraft(place, { draft, waiting: true, keptAt: '2026-09-30T02:00:00Z' })).toBe(true)
    expect(readDraft(place)).toEqual({ draft, waiting: true, keptAt: '2026-09-30T02:00:00Z' })
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

  it('does not disturb the typing where the drawer is full', () => {
    const full = {
      ...drawer(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(keepDraft(full, { draft: emptyDraft(TODAY), waiting: false, keptAt: '' })).toBe(false)
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
