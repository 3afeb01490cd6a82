import type { Region } from '#shared/contract/reference.ts'

/**
 * Kota Probolinggo with its 5 kecamatan and 29 kelurahan: Kemendagri code, BPS code, name.
 *
 * Kemendagri codes and names after Kepmendagri 300.2.2-2430/2025, from cahyadsn/wilayah (MIT, © Cahya DSN).
 * BPS codes from edwardsamuel/Wilayah-Administratif-Indonesia (data under ODbL 1.0), joined on the name; the two
 * series of codes number the kecamatan differently, so both are kept.
 */
const ROWS: readonly (readonly [code: string, bpsCode: string, name: string])[] = [
  ['35.74', '3574', 'Kota Probolinggo'],
  ['35.74.01', '3574010', 'Kademangan'],
  ['35.74.02', '3574020', 'Wonoasih'],
  ['35.74.03', '3574030', 'Mayangan'],
  ['35.74.04', '3574031', 'Kanigaran'],
  ['35.74.05', '3574011', 'Kedopok'],
  ['35.74.01.1001', '3574010009', 'Ketapang'],
  ['35.74.01.1002', '3574010008', 'Triwung Lor'],
  ['35.74.01.1003', '3574010001', 'Triwung Kidul'],
  ['35.74.01.1007', '3574010003', 'Pohsangit Kidul'],
  ['35.74.01.1008', '3574010002', 'Kademangan'],
  ['35.74.01.1009', '3574010007', 'Pilang'],
  ['35.74.02.1001', '3574020002', 'Jrebeng Kidul'],
  ['35.74.02.1002', '3574020003', 'Pakistaji'],
  ['35.74.02.1003', '3574020004', 'Kedunggaleng'],
  ['35.74.02.1005', '3574020005', 'Kedung Asem'],
  ['35.74.02.1006', '3574020006', 'Sumber Taman'],
  ['35.74.02.1007', '3574020001', 'Wonoasih'],
  ['35.74.03.1001', '3574030011', 'Mayangan'],
  ['35.74.03.1002', '3574030010', 'Mangunharjo'],
  ['35.74.03.1004', '3574030006', 'Jati'],
  ['35.74.03.1007', '3574030009', 'Sukabumi'],
  ['35.74.03.1010', '3574030005', 'Wiroborang'],
  ['35.74.04.1001', '3574031006', 'Tisnonegaran'],
  ['35.74.04.1002', '3574031004', 'Sukoharjo'],
  ['35.74.04.1003', '3574031002', 'Kanigaran'],
  ['35.74.04.1004', '3574031003', 'Kebonsari Wetan'],
  ['35.74.04.1005', '3574031001', 'Curahgrinting'],
  ['35.74.04.1006', '3574031005', 'Kebonsari Kulon'],
  ['35.74.05.1001', '3574011004', 'Jrebeng Kulon'],
  ['35.74.05.1002', '3574011002', 'Kareng Lor'],
  ['35.74.05.1003', '3574011001', 'Sumber Wetan'],
  ['35.74.05.1004', '3574011006', 'Jrebeng Lor'],
  ['35.74.05.1005', '3574011003', 'Kedopok'],
  ['35.74.05.1006', '3574011005', 'Jrebeng Wetan'],
]

const LEVELS = { 2: 'city', 3: 'district', 4: 'village' } as const

export const REGIONS: readonly Region[] = ROWS.map(([code, bpsCode, name]) => {
  const parts = code.split('.')
  const level = LEVELS[parts.length as keyof typeof LEVELS]
  return { code, bpsCode, level, name, parentCode: level === 'city' ? null : parts.slice(0, -1).join('.') }
})
