/** Words of the graph itself, wherever it stands. */
export const graph = {
  keys: 'Tombol panah: pindah ke mitra. F: fokus, + dan − atau angka: derajat fokus. Enter: buka sektor. Escape: kembali.',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  fit: 'Tampilkan semua',
  rest: '{count} lagi',
  withoutSector: 'Tanpa sektor',
} as const
