/** The card of one sector. */
export const sector = {
  eyebrow: 'Sektor',
  verdict: {
    isolated:
      '{name} terisolasi: {reached, number} dari {n, number} {noun, select, organisation {organisasi} other {usaha}} punya mitra lintas sektor.',
    weak: '{name} terhubung lemah: {reached, number} dari {n, number} {noun, select, organisation {organisasi} other {usaha}} punya mitra lintas sektor.',
    integrated:
      '{name} terintegrasi: {reached, number} dari {n, number} {noun, select, organisation {organisasi} other {usaha}} punya mitra lintas sektor.',
    bridging:
      '{name} menjembatani sektor lain: {reached, number} dari {n, number} {noun, select, organisation {organisasi} other {usaha}} punya mitra lintas sektor.',
    'insufficient-data':
      '{name} belum dapat dinilai: baru {verified, number} dari {registered, number} terdaftar yang didata dalam 12 bulan.',
    'no-network': '{name} belum dapat dinilai: belum ada kerja sama yang dihitung.',
  },
  lede: {
    expectedName: 'wajarnya',
    expected: 'Bila sektor tak berpengaruh, wajarnya kira-kira {expected}.',
    closed:
      'Mitranya ada, tetapi di dalam sektor: {internal, number} hubungan di dalam, {external, number} ke luar.',
    dormant: 'Mitranya memang sedikit: {internal, number} hubungan di dalam, {external, number} ke luar.',
    'one-bridge':
      'Hubungan ke luar bergantung pada satu {noun, select, organisation {organisasi} other {usaha}}: {share} dari {external, number} hubungan ke luar.',
    ties: '{internal, number} hubungan di dalam, {external, number} ke luar.',
    remedy: {
      closed: 'Yang menolong: perkenalan lintas sektor.',
      dormant: 'Yang menolong: pendampingan.',
      'one-bridge': 'Yang menolong: jembatan kedua.',
      'insufficient-data': 'Yang menolong: mendata anggota yang belum ditanya.',
      none: 'Yang menolong: memperluas hubungan yang sudah ada.',
    },
  },
  test: {
    name: 'kekuatan bukti',
    p: 'p {p}',
    q: 'q {q}',
    exact: 'dihitung tepat',
    sampled: '{draws, number} kali dikocok',
    stability: 'tingkat tetap dalam {share} percobaan tanpa satu anggota',
  },
  history: {
    streak: '{level} {count, plural, =1 {pada periode ini} other {# periode berturut-turut}}',
    streakAll: '{level} {count, plural, =1 {pada {last}} other {# periode berturut-turut sampai {last}}}',
    none: 'Belum ada riwayat tingkat',
    caption: 'Tingkat per periode; di bawahnya yang punya mitra lintas sektor.',
    captionAll:
      'Menurut yang berjalan pada akhir tiap periode; tingkat di atas menurut semua tanggal. Di bawahnya yang punya mitra lintas sektor.',
    item: '{period}: {level}, {reached, number} dari {n, number}',
    table: 'Riwayat tingkat',
  },
  sizes: {
    title:
      '{total, number} usaha terdaftar: {unasked, plural, =0 {semua dihitung} other {{n, number} dihitung, # belum didata}}',
    caption: 'Menurut skala, juga yang belum didata.',
    describe: 'Menurut skala: {parts}.',
  },
  bridges: {
    title:
      '{count, plural, =0 {Belum ada yang menjembatani} other {# {noun, select, organisation {organisasi} other {usaha}} menjadi jembatan}}',
    caption: 'Dari semua hubungan sektor ini ke luar.',
    none: 'Belum ada anggota dengan mitra di sektor lain.',
    of: '<b>{external, number}</b> dari {of, number}',
  },
  pairs: {
    csvName: 'pasangan-sektor',
    title: 'Belum bekerja sama dengan {missing, number} dari {all, number} sektor lain',
    titleAll: 'Sudah bekerja sama dengan semua {all, number} sektor lain',
    caption: 'Yang paling diharapkan di atas.',
    sector: 'Sektor lain',
    observed: 'hubungan',
    expected: 'wajarnya',
    ghost: 'belum ada',
  },
  members: {
    csvName: 'anggota-sektor',
    title: '{linked, number} dari {n, number} anggota tercatat punya mitra',
    name: 'Nama',
    partners: 'mitra',
    cross: 'lintas sektor',
    standing: 'keadaan',
    caption: 'Anggota sektor',
  },
  notFound: { title: 'Sektor ini tidak ada', hint: 'Pilih sektor lain dari Ringkasan.' },
  explore: 'Lihat di jejaring',
} as const
