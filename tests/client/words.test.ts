import compile from 'icu-minify/compile'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { apiUrl } from '#client/api/http.ts'
import { parseOverviewSearch, parseSearch, parseView, stringifySearch } from '#client/routes/view-search.ts'
import { createFormat, MINUS, THIN_SPACE } from '#client/ui/format.ts'
import { explorerTools as englishTools } from '#shared/i18n/en/explorer-tools.ts'
import { imports as englishImports } from '#shared/i18n/en/imports.ts'
import { logPartnership as englishLog } from '#shared/i18n/en/log-partnership.ts'
import { research as englishResearch } from '#shared/i18n/en/research.ts'
import { explorerTools as indonesianTools } from '#shared/i18n/id/explorer-tools.ts'
import { imports as indonesianImports } from '#shared/i18n/id/imports.ts'
import { logPartnership as indonesianLog } from '#shared/i18n/id/log-partnership.ts'
import { research as indonesianResearch } from '#shared/i18n/id/research.ts'
import { messages as everyEnglish } from '#shared/i18n/messages-en.ts'
import { messages as everyIndonesian } from '#shared/i18n/messages-id.ts'

// Namespaces of one page alone are fetched with it; what holds for words holds for them too.
const english = {
  ...everyEnglish,
  explorerTools: englishTools,
  imports: englishImports,
  logPartnership: englishLog,
  research: englishResearch,
}
const indonesian = {
  ...everyIndonesian,
  explorerTools: indonesianTools,
  imports: indonesianImports,
  logPartnership: indonesianLog,
  research: indonesianResearch,
}

type Words = { readonly [key: string]: string | Words }
const paths = (words: Words, before = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[before + key, value] as [string, string]]
      : paths(value, `${before}${key}.`),
  )

describe('numbers and dates', () => {
  const id = createFormat('id')
  const en = createFormat('en')

  it('have a decimal comma in Indonesian and a point in English', () => {
    expect([id.decimal(9.55), id.integer(1234.4)]).toEqual(['9,6', '1.234'])
    expect([en.decimal(9.55), en.integer(1234.4)]).toEqual(['9.6', '1,234'])
  })

  it('carry a true minus, a plus for a rise, and no sign where rounding leaves nothing', () => {
    expect(id.signed(9.6)).toBe('+9,6')
    expect(id.signed(-4.1)).toBe(`${MINUS}4,1`)
    expect(id.signed(-0.04)).toBe('0,0')
    expect(id.signed(0.04)).toBe('0,0')
    expect(id.signed(-2, 0)).toBe(`${MINUS}2`)
  })

  it('set a thin space before the per cent sign', () => {
    expect(id.percent(0.5378)).toBe(`54${THIN_SPACE}%`)
  })

  it('read a date as that day whatever the clock of the device', () => {
    expect(id.date('2024-09-09')).toBe('9 September 2024')
    expect(id.shortDate('2024-09-09')).toBe('9 Sep 2024')
    expect(en.dayMonth('2026-06-30')).toBe('30 June')
  })

  it('join names as the language does, each a part of its own', () => {
    expect(id.list(['Batik', 'Seni rupa'])).toBe('Batik dan Seni rupa')
    expect(id.listParts(['A', 'B', 'C']).filter(({ element }) => element)).toHaveLength(3)
  })
})

describe('the messages', () => {
  it('are the same keys in both languages, none of them empty', () => {
    const keys = (words: Words) => paths(words).map(([path]) => path)
    expect(keys(english)).toEqual(keys(indonesian))
    for (const [path, text] of [...paths(indonesian), ...paths(english)])
      expect(text.trim(), path).not.toBe('')
  })

  it('compile, so that the page needs no parser', () => {
    for (const [path, text] of [...paths(indonesian), ...paths(english)])
      expect(() => compile(text), path).not.toThrow()
  })

  it('never use the words that the users should not meet', () => {
    for (const [path, text] of paths(indonesian))
      expect(text, path).not.toMatch(/\b(node|edge|gagal|merah)\b/i)
  })

  it('put counts into sentences', () => {
    const t = createTranslator({ locale: 'en', messages: english, namespace: 'overview' })
    expect(t('lede.reached', { reached: 1, n: 1234, noun: 'organisation' })).toBe(
      '1 of 1,234 organisations has a partner in another sector.',
    )
    expect(t('list.title', { isolated: 1, weak: 2 })).toBe('1 sector isolated, 2 weakly linked')
  })
})

describe('the address', () => {
  it('keeps a date, all dates or a definition, and drops what makes no sense', () => {
    expect(parseView({ on: '2026-06-30', definition: 'strict' })).toEqual({
      on: '2026-06-30',
      definition: 'strict',
    })
    expect(parseView({ on: 'all' }).on).toBe('all')
    expect(parseView({ on: '2026-13-01' }).on).toBeUndefined()
    expect(parseView({ on: 'kemarin', definition: 'x' })).toEqual({ on: undefined, definition: undefined })
  })

  it('leaves the official definition out, which is the usual one', () => {
    expect(parseView({ definition: 'official' }).definition).toBeUndefined()
  })

  it('is plain text both ways', () => {
    expect(stringifySearch({ on: '2026-06-30', buka: undefined, q: '', page: 2 })).toBe(
      '?on=2026-06-30&page=2',
    )
    expect(stringifySearch({})).toBe('')
    expect(parseSearch('?on=all&q=kopi%20susu')).toEqual({ on: 'all', q: 'kopi susu' })
    expect(parseOverviewSearch({ buka: '' })).toEqual({ buka: undefined })
  })

  it('asks the API only for what is set', () => {
    expect(apiUrl('/insights/overview', { on: undefined, definition: 'strict' })).toBe(
      '/api/insights/overview?definition=strict',
    )
    expect(apiUrl('/actors', { q: '', page: 1, cross: false, role: null })).toBe(
      '/api/actors?page=1&cross=false',
    )
  })
})
