/** What is said of those who owe something, and what people call it. */
export const LACKING = {
  report: {
    label: 'belum punya laporan bulan ini',
    words: [
      'laporan',
      'laporan kerja',
      'laporan kinerja',
      'laporan bulanan',
      'lapor',
      'melapor',
      'lapor kerja',
      'lapor kinerja',
      'melaporkan kinerja',
      'update kinerja',
    ],
  },
  targets: {
    label: 'belum punya RHK tahun ini',
    words: [
      'rhk',
      'target',
      'target kinerja',
      'target kerja',
      'rencana hasil kerja',
      'sasaran kinerja',
      'sasaran kerja',
    ],
  },
} as const
