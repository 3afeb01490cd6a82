/** Words of the graph itself, wherever it stands. */
export const graph = {
  keys: 'Tombol panah: pindah ke mitra. F: fokus, + dan − atau angka: derajat fokus. Enter: buka sektor. Escape: kembali.',
  canvasKeys:
    'Tombol panah: pindah ke mitra; dengan Shift: geser gambar. Enter: buka kelompok. Spasi: pilih. F: fokus, + dan − atau angka: derajat. Escape: kembali.',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  fit: 'Tampilkan semua',
  rest: '{count} lagi',
  opened: '{sector}: {count, plural, other {# pelaku}}',
  close: 'Tutup sektor',
  profile: 'Buka profil',
  explore: 'Lihat di Jejaring',
  partners: '{count, plural, =0 {belum tercatat mitra} other {# mitra}}, {cross} lintas sektor',
  partnerCount: '{count, plural, other {# mitra}}',
  unlinked: 'tanpa mitra',
  standings:
    '{linked, plural, other {# punya mitra}}{unlinked, plural, =0 {} other {, # belum tercatat mitra}}{unasked, plural, =0 {} other {, # belum didata}}',
  unasked: 'belum didata',
  members: 'Pelaku di {sector}',
  failed: 'Isi sektor belum dapat dimuat.',
  loading: 'Sedang memuat…',
  withoutSector: 'Tanpa sektor',
} as const
