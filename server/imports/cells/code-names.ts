import type { CellType } from '#shared/contract/import-fields.ts'
import type { CodeEntry } from './code-book.ts'

type Words = Readonly<Record<string, readonly [label: string, ...others: string[]]>>

/** The words for codes that stand in no list of the register: the first is written into files, all are read. */
const WORDS: Partial<Record<CellType, Words>> = {
  'yes-no': {
    true: [
      'ya',
      'y',
      'yes',
      'iya',
      'true',
      'benar',
      'hadir',
      'ada',
      'sudah',
      'x',
      'v',
      '✓',
      '✔',
      '√',
      '1',
      'diundang',
      'terdaftar',
      'datang',
    ],
    false: [
      'tidak',
      't',
      'tdk',
      'no',
      'n',
      'false',
      'salah',
      'tidak hadir',
      'belum',
      '0',
      'absen',
      'alpa',
      'bukan',
    ],
  },
  consent: {
    granted: [
      'ya',
      'y',
      'yes',
      'iya',
      'setuju',
      'diizinkan',
      'boleh',
      'granted',
      'true',
      'x',
      '✓',
      '✔',
      '1',
      'bersedia',
    ],
    withdrawn: [
      'tidak',
      'tdk',
      'no',
      'n',
      'tidak setuju',
      'menolak',
      'dicabut',
      'withdrawn',
      'false',
      '0',
      'tidak bersedia',
    ],
  },
  channel: {
    spoken: ['lisan', 'spoken', 'langsung', 'tatap muka', 'wawancara'],
    written: ['surat', 'written', 'tertulis', 'letter'],
    form: ['formulir', 'form', 'google form', 'isian'],
    telephone: ['telepon', 'telephone', 'telp', 'phone'],
    message: ['pesan', 'message', 'wa', 'whatsapp', 'sms', 'email', 'surel'],
  },
  'kbli-version': { '2020': ['2020', 'kbli 2020'], '2025': ['2025', 'kbli 2025'] },
  'size-class': {
    micro: ['mikro', 'micro', 'usaha mikro', 'um'],
    small: ['kecil', 'small', 'usaha kecil', 'uk'],
    medium: ['menengah', 'medium', 'usaha menengah', 'sedang'],
    large: ['besar', 'large', 'usaha besar'],
  },
  'size-basis': {
    capital: ['modal', 'capital', 'modal usaha'],
    sales: ['penjualan', 'sales', 'omzet', 'omset', 'hasil penjualan'],
    statement: ['pernyataan', 'statement', 'pengakuan', 'pernyataan pelaku'],
  },
  census: {
    none: ['belum didata', 'none', 'belum', 'belum terdata'],
    partial: ['sebagian', 'partial', 'didata sebagian'],
    complete: ['lengkap', 'complete', 'didata', 'sudah didata', 'terdata', 'sudah'],
  },
  status: {
    proposed: ['usulan', 'proposed', 'diusulkan', 'rencana'],
    introduced: ['diperkenalkan', 'introduced', 'dikenalkan'],
    active: ['aktif', 'active', 'berjalan', 'berlangsung', 'ongoing'],
    paused: ['jeda', 'paused', 'berhenti sementara', 'ditunda'],
    ended: ['berakhir', 'ended', 'selesai', 'putus', 'berhenti'],
    declined: ['ditolak', 'declined', 'batal'],
  },
  'end-reason': {
    completed: ['tujuan tercapai', 'completed', 'selesai', 'proyek selesai'],
    'business-closed': ['usaha tutup', 'business-closed', 'business closed', 'tutup'],
    dispute: ['perselisihan', 'dispute', 'sengketa', 'konflik'],
    'no-longer-needed': ['tidak diperlukan lagi', 'no-longer-needed', 'no longer needed', 'tidak butuh lagi'],
    'moved-away': ['pindah', 'moved-away', 'moved away', 'pindah tempat'],
    other: ['lainnya', 'other', 'lain'],
  },
  evidence: {
    A: ['A', 'dokumen', 'document', 'perjanjian', 'mou', 'pks', 'kontrak', 'surat perjanjian'],
    B: ['B', 'dua pihak', 'both sides', 'kedua pihak', 'diakui kedua pihak'],
    C: ['C', 'satu pihak', 'one side', 'diakui satu pihak', 'pengakuan'],
    D: ['D', 'dugaan petugas', 'staff assumption', 'dugaan', 'perkiraan'],
  },
  'event-type': {
    school: ['sekolah', 'school', 'sekolah ekraf', 'kelas'],
    training: ['pelatihan', 'training', 'workshop', 'lokakarya', 'bimtek', 'bimbingan teknis'],
    exhibition: ['pameran', 'exhibition', 'expo', 'bazar', 'bazaar'],
    dialogue: ['dialog', 'dialogue', 'diskusi', 'seminar', 'fgd', 'forum diskusi', 'sarasehan'],
    'business-meeting': [
      'temu bisnis',
      'business-meeting',
      'business meeting',
      'temu usaha',
      'business matching',
    ],
    opening: ['pembukaan', 'opening', 'peresmian', 'peluncuran'],
    festival: ['festival', 'karnaval', 'pergelaran'],
    other: ['lainnya', 'other', 'lain'],
  },
  'affiliation-role': {
    participant: ['peserta', 'participant', 'hadirin', 'undangan'],
    speaker: ['narasumber', 'speaker', 'pembicara', 'pemateri', 'instruktur'],
    committee: ['panitia', 'committee', 'penyelenggara'],
    member: ['anggota', 'member'],
    host: ['tuan rumah', 'host'],
  },
}

/** Words that name a role of the hexa helix beside its own name. */
export const ROLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  business: ['usaha', 'pelaku usaha', 'bisnis', 'umkm', 'ikm', 'swasta', 'perusahaan'],
  academia: ['kampus', 'perguruan tinggi', 'sekolah', 'universitas', 'akademik'],
  community: ['organisasi', 'asosiasi', 'paguyuban'],
  government: ['dinas', 'pemda', 'instansi pemerintah', 'opd'],
  media: ['pers', 'jurnalis'],
  aggregator: ['lembaga keuangan', 'koperasi', 'bank', 'marketplace'],
}

/** Spellings of subsectors seen in real lists. */
export const SECTOR_WORDS: Readonly<Record<string, readonly string[]>> = {
  aplikasi: ['aplikasi programmer', 'website aplikasi', 'apps', 'software'],
  'pengembangan-permainan': [
    'pengembang permainan',
    'pengembang permainan game',
    'game',
    'game developer',
    'permainan',
  ],
  arsitektur: ['arsitek'],
  'desain-interior': ['design interior', 'interior'],
  'desain-komunikasi-visual': [
    'dkv',
    'desain grafis',
    'design komunikasi visual',
    'desain komunikasi visual dkv',
  ],
  'desain-produk': ['design produk', 'produk desain'],
  fesyen: [
    'fashion',
    'fesyen fashion',
    'mode',
    'busana',
    'industri sandang',
    'industi sandang',
    'sandang',
    'konveksi',
  ],
  'film-animasi-video': [
    'film',
    'film animasi video',
    'film animasi dan video',
    'film video dan animasi',
    'animasi',
    'video',
    'videografi',
  ],
  fotografi: ['fotografer', 'foto', 'photography'],
  kriya: [
    'kria',
    'kerajinan',
    'kerajinan tangan',
    'kriya atau kerajinan tangan',
    'industri kerajinan',
    'craft',
    'handicraft',
    'handycraft',
  ],
  kuliner: [
    'makanan dan minuman',
    'makanan minuman',
    'industri pangan',
    'makanan',
    'minuman',
    'mamin',
    'pangan',
    'food',
    'food and beverage',
  ],
  musik: ['seni musik', 'music'],
  penerbitan: ['penerbit', 'percetakan dan penerbitan'],
  periklanan: ['iklan', 'advertising'],
  'seni-pertunjukan': ['performing arts', 'pertunjukan', 'seni tari', 'seni pertunjukkan'],
  'seni-rupa': ['lukis', 'seni lukis', 'fine art'],
  'televisi-radio': ['tv dan radio', 'televisi radio', 'tv radio', 'televisi', 'radio', 'broadcasting'],
  batik: ['kriya batik', 'membatik', 'batik tulis', 'batik cap', 'industri batik'],
}

/** Names of two subsectors at once: which of them is meant is asked. */
export const UNSURE_SECTOR_WORDS: Readonly<Record<string, readonly string[]>> = {
  aplikasi: [
    'aplikasi dan pengembang permainan',
    'aplikasi dan game developer',
    'aplikasi dan pengembangan game',
  ],
  'pengembangan-permainan': [
    'aplikasi dan pengembang permainan',
    'aplikasi dan game developer',
    'aplikasi dan pengembangan game',
  ],
  arsitektur: ['arsitektur dan desain interior'],
  'desain-interior': ['arsitektur dan desain interior'],
}

/** The entries of such a list; empty of other types. */
export const wordEntries = (type: CellType): CodeEntry[] =>
  Object.entries(WORDS[type] ?? {}).map(([code, names]) => ({ code, label: names[0], names }))
