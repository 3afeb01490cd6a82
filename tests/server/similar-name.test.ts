import { describe, expect, it } from 'vitest'
import { foldName, isSimilarName } from '#server/actors/similar-name.ts'

describe('similar names', () => {
  it.each([
    ['Kopi Contoh Mayang', 'kopi  contoh MAYANG'],
    ['Kopi Contoh Mayang', 'Kopi Contoh Mayáng'],
    ['Kopi Contoh Mayang', 'Mayang Kopi Contoh'],
    ['Kopi Contoh Mayang', 'Kopi Contoh Mayng'],
    ['Kopi Contoh Mayang', 'Kopicontoh Mayang'],
    ["D'Batik", 'D Batik'],
  ])('%s and %s are likely one', (a, b) => {
    expect(isSimilarName(a, b)).toBe(true)
    expect(isSimilarName(b, a)).toBe(true)
  })

  it.each([
    ['Kopi Contoh 1', 'Kopi Contoh 2'],
    ['Kopi', 'Kopa'],
    ['Batik Contoh Mayang', 'Kopi Contoh Mayang'],
    ['', ''],
    ['!!!', '???'],
  ])('%s and %s are two', (a, b) => {
    expect(isSimilarName(a, b)).toBe(false)
  })

  it('are compared without accents, case and punctuation', () => {
    expect(foldName('  Élan—“Kopi”  & Té ')).toBe('elan kopi te')
  })
})
