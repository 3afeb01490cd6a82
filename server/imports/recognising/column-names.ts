import { type FieldId, fieldsOf, type SheetKind } from '#shared/contract/import-fields.ts'
import { foldName } from '../../actors/similar-name.ts'

/** What a column is called: in the Indonesian and the English template, and in lists that people keep. */
type Names = readonly [indonesian: string, english: string, ...others: string[]]

const ID: Names = ['kode_jejaring', 'jejaring_id', 'id jejaring', 'kode pelaku', 'kode catatan']
const STARTS: Names = [
  'mulai',
  'start',
  'tanggal mulai',
  'tgl mulai',
  'sejak',
  'start date',
  'mulai kerja sama',
]
const ENDS: Names = ['selesai', 'end', 'tanggal selesai', 'tgl selesai', 'berakhir', 'end date', 'sampai']
const REGION: Names = [
  'kode_kelurahan',
  'kelurahan',
  'village',
  'kel',
  'keldesa',
  'kel desa',
  'kelurahan desa',
  'desa kelurahan',
  'desa',
  'nama kelurahan',
  'nmdesa',
  'wilayah',
  'kode wilayah',
  'region',
  'kelurahan usaha',
  'kecamatan',
  'nama kecamatan',
  'nmkec',
  'district',
]

const NAMES: Record<SheetKind, Partial<Record<FieldId, Names>>> = {
  actors: {
    id: ID,
    name: [
      'nama_usaha',
      'business_name',
      'nama',
      'nama pelaku',
      'nama ikm',
      'nama umkm',
      'nama pelaku usaha',
      'nama perusahaan',
      'nama toko',
      'nama brand',
      'nama merek',
      'nama organisasi',
      'nama komunitas',
      'usaha',
      'pelaku',
      'name',
      'business',
      'company',
      'organisation',
      'actor',
      'merek usaha',
      'nama usaha brand',
      'nama usaha produk',
    ],
    role: ['peran', 'role', 'peran heliks', 'unsur', 'jenis pelaku', 'heliks', 'unsur hexahelix'],
    sector: [
      'subsektor',
      'sector',
      'sub sektor',
      'subsector',
      'sektor',
      'klaster lokal',
      'klaster',
      'subsektor ekraf',
      'sub sektor ekonomi kreatif',
      'subsektor ekonomi kreatif',
      'bidang usaha',
      'bidang',
      'kategori',
      'kategori usaha',
      'jenis industri',
      'kelompok usaha',
    ],
    region: REGION,
    address: [
      'alamat',
      'address',
      'alamat usaha',
      'alamat lengkap',
      'lokasi',
      'alamat produksi',
      'lokasi usaha',
    ],
    nib: ['nib', 'business_id_number', 'nomor induk berusaha', 'no nib', 'nomor nib', 'no induk berusaha'],
    phone: [
      'kontak_wa',
      'phone',
      'no hp',
      'nomor hp',
      'hp',
      'telp',
      'telepon',
      'no telp',
      'nomor telepon',
      'no telepon',
      'whatsapp',
      'wa',
      'no wa',
      'nomor wa',
      'kontak',
      'no kontak',
      'handphone',
      'no handphone',
      'telephone',
      'mobile',
      'contact',
      'no hp wa',
      'no telp hp',
      'no hp telp',
    ],
    website: ['situs', 'website', 'web', 'url', 'laman', 'tautan', 'alamat web'],
    kbli: ['kbli', 'industry_code', 'kode kbli', 'no kbli', 'kbli 2020'],
    kbliVersion: ['versi_kbli', 'industry_code_version', 'edisi kbli', 'tahun kbli'],
    sizeClass: [
      'skala',
      'size',
      'skala usaha',
      'klasifikasi usaha',
      'kelas usaha',
      'size class',
      'kategori skala',
    ],
    sizeBasis: ['dasar_skala', 'size_basis', 'dasar skala usaha'],
    yearStarted: [
      'tahun_mulai',
      'year_started',
      'tahun berdiri',
      'berdiri',
      'tahun usaha',
      'mulai usaha',
      'tahun mulai usaha',
      'year founded',
      'berdiri sejak',
    ],
    aliases: ['nama_lain', 'other_names', 'alias', 'nama alias', 'aliases', 'dikenal sebagai'],
    products: [
      'produk',
      'products',
      'produk utama',
      'nama produk',
      'hasil produksi',
      'jenis produk',
      'product',
    ],
    needs: ['butuh', 'needs', 'kebutuhan', 'yang dibutuhkan', 'mencari'],
    offers: ['tawarkan', 'offers', 'penawaran', 'yang ditawarkan', 'menawarkan'],
    inCity: ['di_kota', 'in_city', 'dalam kota', 'berlokasi di kota'],
    registeredOn: [
      'tgl_daftar',
      'registered_on',
      'tanggal daftar',
      'terdaftar',
      'tanggal terdaftar',
      'tgl terdaftar',
      'registered',
      'tanggal registrasi',
    ],
    census: ['status_data', 'survey_status', 'pendataan', 'status pendataan', 'didata', 'census'],
    censusOn: [
      'tgl_data',
      'surveyed_on',
      'tanggal pendataan',
      'tgl pendataan',
      'tanggal verifikasi',
      'tgl verifikasi',
      'verified on',
    ],
    consentDisplay: ['izin_tampil_publik', 'consent_display', 'izin tampil', 'izin publik'],
    consentContact: ['izin_kontak', 'consent_contact', 'izin hubungi', 'izin dihubungi'],
    consentRecommendation: ['izin_rekomendasi', 'consent_recommendation', 'izin saran'],
    consentResearch: ['izin_riset', 'consent_research', 'izin penelitian'],
    consentOn: ['tgl_izin', 'consent_on', 'tanggal izin'],
    consentChannel: ['cara_izin', 'consent_channel', 'saluran izin', 'izin lewat'],
  },
  partnerships: {
    id: ID,
    partyA: [
      'usaha_a',
      'party_a',
      'pihak a',
      'pihak 1',
      'pihak pertama',
      'usaha 1',
      'pelaku a',
      'pelaku 1',
      'mitra 1',
      'mitra a',
      'source',
      'dari',
      'pihak i',
      'usaha pertama',
    ],
    partyB: [
      'usaha_b',
      'party_b',
      'pihak b',
      'pihak 2',
      'pihak kedua',
      'usaha 2',
      'pelaku b',
      'pelaku 2',
      'mitra 2',
      'mitra b',
      'target',
      'dengan',
      'mitra',
      'pihak ii',
      'bermitra dengan',
      'usaha kedua',
    ],
    otherParties: [
      'pihak_lain',
      'other_parties',
      'usaha lain',
      'mitra lain',
      'pihak lainnya',
      'mitra lainnya',
      'pihak 3',
    ],
    kind: [
      'jenis',
      'kind',
      'jenis kerja sama',
      'jenis kerjasama',
      'bentuk kerja sama',
      'bentuk kerjasama',
      'jenis kemitraan',
      'type',
      'bentuk kemitraan',
    ],
    direction: ['arah', 'direction', 'arah kerja sama'],
    intensity: ['intensitas', 'intensity', 'tingkat kedekatan', 'kedekatan', 'closeness'],
    status: ['status', 'state', 'status kerja sama', 'status kerjasama', 'keadaan'],
    startedOn: STARTS,
    endedOn: ENDS,
    endReason: ['alasan_selesai', 'end_reason', 'alasan berakhir', 'sebab berakhir'],
    evidence: [
      'bukti_jenis',
      'evidence',
      'bukti',
      'jenis bukti',
      'kelas bukti',
      'tingkat bukti',
      'evidence grade',
    ],
    evidenceUrl: ['bukti_url', 'evidence_url', 'tautan bukti', 'link bukti'],
    confirmedOn: [
      'tgl_verifikasi',
      'confirmed_on',
      'tanggal verifikasi',
      'terakhir diverifikasi',
      'tanggal konfirmasi',
      'tgl konfirmasi',
      'last confirmed',
    ],
    note: ['catatan', 'note', 'keterangan', 'notes', 'uraian'],
  },
  events: {
    id: ID,
    title: [
      'nama_kegiatan',
      'event_title',
      'kegiatan',
      'judul',
      'judul kegiatan',
      'nama acara',
      'acara',
      'title',
      'event',
      'event name',
    ],
    eventType: [
      'jenis',
      'event_type',
      'jenis kegiatan',
      'jenis acara',
      'tipe kegiatan',
      'type',
      'bentuk kegiatan',
    ],
    startsOn: [
      ...STARTS,
      'tanggal',
      'tgl',
      'tanggal kegiatan',
      'tanggal pelaksanaan',
      'date',
      'waktu pelaksanaan',
    ],
    endsOn: ENDS,
    host: [
      'penyelenggara',
      'host',
      'tuan rumah',
      'pelaksana',
      'organizer',
      'organiser',
      'instansi penyelenggara',
    ],
    region: [...REGION, 'tempat', 'lokasi'],
  },
  attendance: {
    id: ID,
    event: ['kegiatan', 'event', 'nama kegiatan', 'acara', 'nama acara', 'judul kegiatan', 'event title'],
    eventOn: ['tgl_kegiatan', 'event_on', 'tanggal kegiatan', 'tanggal', 'tgl', 'event date', 'date'],
    forum: ['forum', 'forum_name', 'komunitas', 'nama forum', 'keanggotaan'],
    actor: [
      'usaha',
      'actor',
      'nama usaha',
      'peserta',
      'nama peserta',
      'pelaku',
      'nama pelaku',
      'instansi',
      'asal usaha',
      'business name',
      'participant',
      'anggota',
    ],
    attendanceRole: ['sebagai', 'attended_as', 'peran', 'role', 'peran peserta', 'kehadiran sebagai'],
    invited: ['diundang', 'invited', 'undangan'],
    registered: ['mendaftar', 'registered', 'terdaftar', 'pendaftaran'],
    attended: ['hadir', 'attended', 'kehadiran', 'datang', 'present'],
    from: ['sejak', 'from', 'mulai', 'anggota sejak'],
    to: ['sampai', 'to', 'selesai', 'anggota sampai'],
  },
}

/** What a column is called in the template and in exports. */
export function columnName(kind: SheetKind, field: FieldId, language: 'id' | 'en'): string {
  const names = NAMES[kind][field]
  if (!names) throw new Error(`The sheet ${kind} has no column for "${field}".`)
  return names[language === 'id' ? 0 : 1]
}

export interface ColumnMatch {
  field: FieldId
  found: 'exact' | 'alias' | 'similar'
}

/** Letters alone: `No_Hp`, `NO. HP`, `nohp` and `No HP *` are one. */
const key = (header: string): string => foldName(header).replaceAll(' ', '')

const KEYS = new Map<SheetKind, Map<string, ColumnMatch>>()

function keysOf(kind: SheetKind): Map<string, ColumnMatch> {
  const known = KEYS.get(kind)
  if (known) return known
  const keys = new Map<string, ColumnMatch>()
  for (const { id } of fieldsOf(kind))
    for (const [i, name] of (NAMES[kind][id] ?? []).entries())
      if (!keys.has(key(name))) keys.set(key(name), { field: id, found: i < 2 ? 'exact' : 'alias' })
  KEYS.set(kind, keys)
  return keys
}

/** The field that a header names; also where it says more: a unit or a remark in brackets, "wajib", "usaha". */
export function columnMatch(kind: SheetKind, header: string): ColumnMatch | null {
  const keys = keysOf(kind)
  const whole = keys.get(key(header))
  if (whole) return whole
  const plain = header
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\b(wajib|opsional|required|optional)\b/gi, ' ')
  const without = keys.get(key(plain))
  if (without) return { ...without, found: 'alias' }
  // "Nama Usaha / Brand": one of the words on either side
  for (const part of plain.split(/[/|]| atau | or /)) {
    const match = keys.get(key(part))
    if (match && key(part).length > 2) return { ...match, found: 'similar' }
  }
  return null
}

/** The fields without which a row says nothing. */
export const KEY_FIELDS: Record<SheetKind, readonly FieldId[]> = {
  actors: ['name'],
  partnerships: ['partyA', 'partyB'],
  events: ['title', 'startsOn'],
  attendance: ['actor'],
}

/** Fields that tell a kind of sheet from the others. */
export const TELLING_FIELDS: Record<SheetKind, readonly FieldId[]> = {
  actors: ['sector', 'nib', 'kbli', 'phone', 'address', 'region', 'products', 'sizeClass'],
  partnerships: ['kind', 'intensity', 'startedOn', 'evidence'],
  events: ['eventType', 'host', 'endsOn'],
  attendance: ['event', 'forum', 'attended', 'attendanceRole', 'eventOn'],
}
