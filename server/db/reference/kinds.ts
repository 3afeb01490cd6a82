import type { Kind } from '#shared/contract/reference.ts'

type Names = readonly [id: string, en: string]

const undirected = (id: string, [nameId, nameEn]: Names, twoMode = false): Omit<Kind, 'position'> => ({
  id,
  nameId,
  nameEn,
  directed: false,
  forwardId: null,
  forwardEn: null,
  backwardId: null,
  backwardEn: null,
  twoMode,
  retired: false,
})

/** `forward` reads from the giver to the receiver, `backward` the other way round. */
const directed = (
  id: string,
  names: Names,
  [forwardId, forwardEn]: Names,
  [backwardId, backwardEn]: Names,
  twoMode = false,
): Omit<Kind, 'position'> => ({
  ...undirected(id, names, twoMode),
  directed: true,
  forwardId,
  forwardEn,
  backwardId,
  backwardEn,
})

/** Kinds of partnership. Two-mode kinds are exposure: recorded, never a tie. */
export const KINDS: readonly Kind[] = [
  directed(
    'supply',
    ['Pasokan bahan atau jasa', 'Supply'],
    ['memasok', 'supplies'],
    ['dipasok oleh', 'is supplied by'],
  ),
  undirected('co_production', ['Produksi bersama', 'Co-production']),
  undirected('co_branding', ['Jenama bersama', 'Co-branding']),
  undirected('joint_promotion', ['Promosi bersama', 'Joint promotion']),
  undirected('tour_route', ['Paket atau rute wisata', 'Tour package or route']),
  // Sharing a building on different days is exposure; this kind is for a named agreement.
  undirected('shared_facility', ['Fasilitas bersama (dengan perjanjian)', 'Shared facility (by agreement)']),
  directed(
    'aggregation',
    ['Agregasi atau titip jual', 'Aggregation or consignment'],
    ['menyalurkan produk lewat', 'sells through'],
    ['menyalurkan produk dari', 'sells for'],
  ),
  directed(
    'mentoring',
    ['Pendampingan', 'Mentoring'],
    ['mendampingi', 'mentors'],
    ['didampingi oleh', 'is mentored by'],
  ),
  directed(
    'financing',
    ['Pembiayaan', 'Financing'],
    ['membiayai', 'finances'],
    ['dibiayai oleh', 'is financed by'],
  ),
  directed(
    'licensing',
    ['Lisensi', 'Licensing'],
    ['memberi lisensi kepada', 'licenses to'],
    ['memakai lisensi dari', 'holds a licence from'],
  ),
  directed(
    'media_coverage',
    ['Liputan media', 'Media coverage'],
    ['meliput', 'covers'],
    ['diliput oleh', 'is covered by'],
  ),
  undirected('mou_pks', ['Nota kesepahaman atau PKS', 'Memorandum or agreement']),
  undirected('forum_membership', ['Keanggotaan forum', 'Forum membership'], true),
  undirected('event_attendance', ['Hadir di kegiatan yang sama', 'Attendance at the same event'], true),
  directed(
    'referral',
    ['Jujukan tamu', 'Referral of guests'],
    ['merujuk tamu ke', 'refers guests to'],
    ['menerima jujukan dari', 'is referred to by'],
    true,
  ),
].map((kind, i) => ({ ...kind, position: i + 1 }))

/** The kinds whose partnerships make ties between businesses. */
export const COUNTING_KINDS: readonly string[] = [
  'supply',
  'co_production',
  'co_branding',
  'joint_promotion',
  'tour_route',
  'shared_facility',
  'aggregation',
  'mentoring',
  'financing',
  'licensing',
]
