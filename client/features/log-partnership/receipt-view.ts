import type { useTranslations } from 'use-intl'
import type { EffectReceipt, ReceiptRow } from '#shared/contract/receipt.ts'
import type { NotCountingReason, SectorLevel } from '#shared/contract/vocabulary.ts'

/** The words and figures of the reader's language; the view-model knows none of its own. */
export interface ReceiptWords {
  t: ReturnType<typeof useTranslations<'logPartnership'>>
  level: (level: SectorLevel) => string
  sector: (id: string) => string
  date: (iso: string) => string
  /** A figure with that many decimals, in the reader's notation. */
  figure: (value: number, decimals: number) => string
  /** The same with its sign. */
  signed: (value: number, decimals: number) => string
  noun: 'business' | 'organisation'
}

export interface ReceiptLine {
  id: string
  label: string
  before: string
  after: string
  /** The denominator, in words; empty where there is none. */
  of: string
  changed: boolean
}

export interface ReceiptView {
  heading: string
  lines: ReceiptLine[]
  notCounting: { id: NotCountingReason; text: string }[]
  split: string | null
  provisional: string | null
  /** That nothing follows from the index yet. */
  small: string | null
  /** The pair of sectors to draw, when the effect is between two. */
  between: [string, string] | null
}

/** Whole numbers, unless they would hide a move of the index. */
const decimalsFor = (before: number, after: number) =>
  before !== after && Math.round(before) === Math.round(after) ? 1 : 0

function lineOf(row: ReceiptRow, words: ReceiptWords): ReceiptLine {
  const { t } = words
  const whole = (of: number) =>
    words.noun === 'business'
      ? t('receipt.rows.ofBusinesses', { of })
      : t('receipt.rows.ofOrganisations', { of })
  const counts = (before: number, after: number) => ({
    before: words.figure(before, 0),
    after: words.figure(after, 0),
    changed: before !== after,
  })
  switch (row.id) {
    case 'sector-reach':
      return {
        id: `${row.id}:${row.sectorId}`,
        label: t('receipt.rows.sector-reach', { sector: words.sector(row.sectorId) }),
        ...counts(row.before, row.after),
        of: whole(row.of),
      }
    case 'linked-pairs':
      return {
        id: row.id,
        label: t('receipt.rows.linked-pairs'),
        ...counts(row.before, row.after),
        of: t('receipt.rows.ofPairs', { of: words.figure(row.of, 0) }),
      }
    case 'unlinked':
      return {
        id: row.id,
        label: t('receipt.rows.unlinked'),
        ...counts(row.before, row.after),
        of: whole(row.of),
      }
    case 'partners':
      return {
        id: `${row.id}:${row.actorId}`,
        label: t('receipt.rows.partners', { name: row.name }),
        ...counts(row.before, row.after),
        of: '',
      }
    case 'index': {
      const decimals = decimalsFor(row.before ?? 0, row.after ?? 0)
      const figure = (value: number | null) => (value === null ? '–' : words.figure(value, decimals))
      return {
        id: row.id,
        label: t('receipt.rows.index'),
        before: figure(row.before),
        after: figure(row.after),
        of: '',
        changed: figure(row.before) !== figure(row.after),
      }
    }
  }
}

function headingOf(receipt: EffectReceipt, words: ReceiptWords): string {
  const { headline, rows } = receipt
  const { t } = words
  const indexRow = rows.find((row) => row.id === 'index')
  const index = receipt.small ? null : (indexRow?.after ?? null)
  const steady = index !== null && indexRow?.before === index ? words.figure(index, 0) : null
  switch (headline.id) {
    case 'first-between-sectors':
      return t('receipt.heading.first-between-sectors', {
        a: words.sector(headline.sectorA),
        b: words.sector(headline.sectorB),
      })
    case 'level-changed':
      // a level of a few is no news
      if (receipt.small) return t('receipt.heading.new-tie', { count: 1 })
      return t('receipt.heading.level-changed', {
        sector: words.sector(headline.sectorId),
        after: words.level(headline.after),
      })
    case 'first-cross-sector':
    case 'first-partner':
      return t(`receipt.heading.${headline.id}`, { name: headline.name })
    case 'new-tie':
      return t('receipt.heading.new-tie', { count: headline.between })
    case 'nth-partnership':
      return steady
        ? t('receipt.heading.nth-partnership', { index: steady, nth: words.figure(headline.nth, 0) })
        : t('receipt.heading.nth-partnership-plain', { nth: words.figure(headline.nth, 0) })
    case 'does-not-count':
      return t('receipt.heading.does-not-count')
    case 'no-change':
      return steady ? t('receipt.heading.no-change', { index: steady }) : t('receipt.heading.no-change-plain')
  }
}

function splitOf({ split }: EffectReceipt, words: ReceiptWords): string | null {
  if (!split || split.entered === 0 || split.sameCohort === null || split.composition === null) return null
  const still = [split.sameCohort, split.composition].every((part) => Math.abs(part) < 0.05)
  if (still) return words.t('receipt.entered', { entered: split.entered })
  return words.t('receipt.split', {
    entered: split.entered,
    same: words.signed(split.sameCohort, 1),
    composition: words.signed(split.composition, 1),
  })
}

const NOTHING = { lines: [], notCounting: [], split: null, provisional: null, small: null, between: null }

/** Turns the receipt's codes into what stands on the sheet, strongest effect first. */
export function receiptView(receipt: EffectReceipt | null, words: ReceiptWords): ReceiptView {
  if (receipt === null) return { ...NOTHING, heading: words.t('receipt.heading.not-computed') }
  const lines = receipt.rows.map((row) => lineOf(row, words))
  return {
    heading: headingOf(receipt, words),
    lines: lines.filter((line) => line.changed || line.id === 'index'),
    notCounting: receipt.notCounting.map((id) => ({ id, text: words.t(`receipt.notCounting.${id}`) })),
    split: splitOf(receipt, words),
    provisional: receipt.closesOn
      ? words.t('receipt.provisional', { date: words.date(receipt.closesOn) })
      : null,
    small: receipt.small ? words.t('receipt.small') : null,
    between:
      receipt.headline.id === 'first-between-sectors'
        ? [receipt.headline.sectorA, receipt.headline.sectorB]
        : null,
  }
}
