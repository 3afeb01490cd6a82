import type { Bilingual, Treatment } from './catalog.ts'

const ENDED: Bilingual = {
  id: 'Kerja sama yang sudah berakhir atau dijeda pada tanggal itu tidak dihitung.',
  en: 'Partnerships ended or paused on the date are not counted.',
}
const EXPIRED: Bilingual = {
  id: 'Kerja sama yang lebih dari 12 bulan tidak dikonfirmasi tidak dihitung.',
  en: 'Partnerships not confirmed for more than 12 months are not counted.',
}
const UNKNOWN: Bilingual = {
  id: 'Pelaku yang belum didata berada di luar hitungan dan ditampilkan tersendiri.',
  en: 'Actors nobody has asked yet are left out of the figure and shown beside it.',
}
export const ISOLATES_COUNT: Bilingual = {
  id: 'Pelaku yang belum tercatat mitra ikut dihitung sebagai penyebut.',
  en: 'Actors without a recorded partner count in the denominator.',
}
export const ISOLATES_NO_PART: Bilingual = {
  id: 'Pelaku yang belum tercatat mitra tidak berpengaruh.',
  en: 'Actors without a recorded partner play no part.',
}
export const ISOLATES_ZERO: Bilingual = {
  id: 'Pelaku yang belum tercatat mitra bernilai 0.',
  en: 'An actor without a recorded partner has 0.',
}
export const ISOLATES_UNDEFINED: Bilingual = {
  id: 'Untuk pelaku yang belum tercatat mitra nilainya tidak ada, bukan 0.',
  en: 'For an actor without a recorded partner there is no value, which is not 0.',
}

const DIRECTIONS: Bilingual = {
  id: 'Arah kerja sama diabaikan: dari A ke B sama dengan dari B ke A.',
  en: 'Direction is dropped: from A to B is the same as from B to A.',
}
const MULTI_TIES: Bilingual = {
  id: 'Beberapa kerja sama antara dua pelaku yang sama dihitung satu.',
  en: 'Several partnerships between the same two actors count as one.',
}

/** How isolates are read, and what is read otherwise than in the official network at large. */
export function treat(isolates: Bilingual, rest: Partial<Treatment> = {}): Treatment {
  return {
    isolates,
    directions: DIRECTIONS,
    multiTies: MULTI_TIES,
    ended: ENDED,
    expired: EXPIRED,
    unknown: UNKNOWN,
    ...rest,
  }
}
