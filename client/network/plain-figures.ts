import type { MetricEntry } from '#shared/analytics/catalog.ts'
import type { PlainFigureId } from './figure-id.ts'

/** Figures that are counted or set, not computed by a kernel: their cards say the same things. */
type PlainFigure = Pick<MetricEntry, 'name' | 'meaning' | 'formula'>

export const PLAIN_FIGURES: Readonly<Record<PlainFigureId, PlainFigure>> = {
  'network-size': {
    name: { id: 'Besar jaringan', en: 'Size of the network' },
    meaning: {
      id: 'Berapa pelaku yang dihitung (n), dan berapa pasangan di antara mereka yang bermitra (m). Satu pasangan dapat punya beberapa catatan kerja sama; satu catatan dengan banyak pihak memuat beberapa pasangan.',
      en: 'How many actors count (n), and how many pairs of them are partners (m). A pair may have several records of partnership; a record with many parties holds several pairs.',
    },
    formula: {
      id: 'n = #{pelaku yang dihitung};  m = #{pasangan dengan ≥ 1 kerja sama yang dihitung}',
      en: 'n = #{actors that count};  m = #{pairs with ≥ 1 partnership that counts}',
    },
  },
  target: {
    name: { id: 'Target indeks', en: 'Target of the index' },
    meaning: {
      id: 'Angka yang ditetapkan kota untuk tanggal tertentu. Ditulis di Pengaturan, tidak dihitung dari data, dan perubahannya ada di Riwayat.',
      en: 'The figure that the city has set itself for a date. Entered in Settings, not computed from data; its changes are in History.',
    },
    formula: { id: 'ditetapkan, 0–100', en: 'set, 0–100' },
  },
  'size-mix': {
    name: { id: 'Menurut skala usaha', en: 'By size class' },
    meaning: {
      id: 'Berapa anggota sektor yang terdaftar menurut skalanya; yang belum didata ikut, yang skalanya belum diketahui disebut sendiri.',
      en: 'How many registered members of the sector are of each size; those not yet asked are in, those of unknown size are a part of their own.',
    },
    formula: {
      id: '#{anggota terdaftar pada skala s};  jumlahnya = dihitung + belum didata',
      en: '#{registered members of size s};  they add up to counted + not yet asked',
    },
  },
  register: {
    name: { id: 'Isi daftar', en: 'What the list holds' },
    meaning: {
      id: 'Berapa catatan yang memenuhi saringan ini, dihitung atau tidak. Satu pasangan yang bermitra dapat punya beberapa catatan, jadi angka ini berbeda dari banyaknya pasangan di Jejaring.',
      en: 'How many records pass these filters, counting or not. A pair of partners may have several records, so that this differs from the number of pairs in the network.',
    },
    formula: { id: '#{catatan pada saringan ini}', en: '#{records that pass the filters}' },
  },
}
