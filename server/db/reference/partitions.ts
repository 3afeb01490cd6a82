import type { Partition, Sector } from '#shared/contract/reference.ts'

type Mark = Omit<Sector, 'position' | 'angle'>

const mark = (
  id: string,
  [nameId, nameEn]: readonly [string, string],
  [shortId, shortEn]: readonly [string, string],
  code: string,
  group: Sector['group'],
  shape: Sector['shape'],
): Mark => ({ id, nameId, nameEn, shortId, shortEn, code, group, shape, retired: false })

const kuliner = mark('kuliner', ['Kuliner', 'Culinary'], ['Kuliner', 'Culinary'], 'Ku', 'kuliner', 'circle')
const kriya = mark('kriya', ['Kriya', 'Crafts'], ['Kriya', 'Crafts'], 'Kr', 'kriya', 'circle')
const batik = mark('batik', ['Batik', 'Batik'], ['Batik', 'Batik'], 'Ba', 'kriya', 'square')
const fesyen = mark('fesyen', ['Fesyen', 'Fashion'], ['Fesyen', 'Fashion'], 'Fe', 'fesyen', 'circle')
const dkv = mark(
  'desain-komunikasi-visual',
  ['Desain Komunikasi Visual', 'Visual Communication Design'],
  ['DKV', 'Visual design'],
  'Dk',
  'desain',
  'circle',
)
const produk = mark(
  'desain-produk',
  ['Desain Produk', 'Product Design'],
  ['Desain produk', 'Product design'],
  'Dp',
  'desain',
  'square',
)
const interior = mark(
  'desain-interior',
  ['Desain Interior', 'Interior Design'],
  ['Desain interior', 'Interior design'],
  'Di',
  'desain',
  'diamond',
)
const arsitektur = mark(
  'arsitektur',
  ['Arsitektur', 'Architecture'],
  ['Arsitektur', 'Architecture'],
  'Ar',
  'desain',
  'triangle',
)
const foto = mark(
  'fotografi',
  ['Fotografi', 'Photography'],
  ['Fotografi', 'Photography'],
  'Fo',
  'layar',
  'circle',
)
const film = mark(
  'film-animasi-video',
  ['Film, Animasi, dan Video', 'Film, Animation and Video'],
  ['Film & video', 'Film & video'],
  'Fi',
  'layar',
  'square',
)
const penerbitan = mark(
  'penerbitan',
  ['Penerbitan', 'Publishing'],
  ['Penerbitan', 'Publishing'],
  'Pe',
  'layar',
  'diamond',
)
const tv = mark(
  'televisi-radio',
  ['Televisi dan Radio', 'Television and Radio'],
  ['TV & radio', 'TV & radio'],
  'Tv',
  'layar',
  'triangle',
)
const iklan = mark(
  'periklanan',
  ['Periklanan', 'Advertising'],
  ['Periklanan', 'Advertising'],
  'Ik',
  'layar',
  'hexagon',
)
const musik = mark('musik', ['Musik', 'Music'], ['Musik', 'Music'], 'Mu', 'panggung', 'circle')
const pertunjukan = mark(
  'seni-pertunjukan',
  ['Seni Pertunjukan', 'Performing Arts'],
  ['Seni pertunjukan', 'Performing arts'],
  'Sp',
  'panggung',
  'square',
)
const rupa = mark('seni-rupa', ['Seni Rupa', 'Fine Arts'], ['Seni rupa', 'Fine arts'], 'Sr', 'rupa', 'circle')
const aplikasi = mark(
  'aplikasi',
  ['Aplikasi', 'Applications'],
  ['Aplikasi', 'Applications'],
  'Ap',
  'digital',
  'circle',
)
const gim = mark(
  'pengembangan-permainan',
  ['Pengembangan Permainan', 'Game Development'],
  ['Gim', 'Games'],
  'Gi',
  'digital',
  'square',
)

/**
 * Places the sectors clockwise from the top in the given order, which keeps those of one colour group and the
 * longest labels apart, and lists them in the order of `listed`.
 */
function sectors(listed: readonly Mark[], clockwise: readonly Mark[]): Sector[] {
  return listed.map((sector, i) => ({
    ...sector,
    position: i + 1,
    angle: Math.round((clockwise.indexOf(sector) * 3600) / clockwise.length) / 10,
  }))
}

/** The city's local clusters: the national subsectors with batik split from kriya, the empty ones left out. */
const KLASTER_LOKAL: Partition = {
  id: 'klaster-lokal@1',
  nameId: 'Klaster lokal',
  nameEn: 'Local clusters',
  version: 1,
  official: true,
  sectors: sectors(
    [kuliner, batik, kriya, fesyen, dkv, produk, foto, film, penerbitan, musik, pertunjukan, rupa, aplikasi],
    [film, rupa, dkv, kuliner, produk, penerbitan, aplikasi, foto, fesyen, kriya, pertunjukan, batik, musik],
  ),
}

/** The 17 subsectors of the national list. */
const EKRAF_17: Partition = {
  id: 'ekraf-17@1',
  nameId: 'Subsektor ekonomi kreatif nasional',
  nameEn: 'National creative economy subsectors',
  version: 1,
  official: false,
  sectors: sectors(
    [
      kuliner,
      kriya,
      fesyen,
      dkv,
      produk,
      interior,
      arsitektur,
      foto,
      film,
      penerbitan,
      tv,
      iklan,
      musik,
      pertunjukan,
      rupa,
      aplikasi,
      gim,
    ],
    [
      film,
      rupa,
      dkv,
      tv,
      kuliner,
      produk,
      gim,
      penerbitan,
      interior,
      foto,
      aplikasi,
      iklan,
      fesyen,
      arsitektur,
      kriya,
      pertunjukan,
      musik,
    ],
  ),
}

export const PARTITIONS: readonly Partition[] = [KLASTER_LOKAL, EKRAF_17]
