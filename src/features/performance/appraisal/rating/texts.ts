import type { Texts } from '../../../../chat/message.ts'

/** What supervisors hear when they rate. */
export interface RatingTexts {
  readonly summary: string
  readonly none: string
  waiting(count: string, asked: string | null): string
  onlyAsked(count: string): string
  orphans(count: string): string
  missing(count: string, quarter: string, names: readonly string[]): string
  others(count: string): string
  readonly remind: string
  reminder(by: string, quarter: string): string
  readonly fillIn: string
  reminded(count: string, unreached: readonly string[]): string
  readonly lookOrphans: string
  heading(name: string, position: string, unit: string, quarter: string): string
  readonly asked: string
  readonly objected: string
  readonly rate: string
  readonly rateAgain: string
  readonly ask: string
  readonly comment: string
  next(count: string): string
  readonly rateTitle: string
  readonly resultAsk: string
  readonly resultLabel: string
  readonly behaviourAsk: string
  readonly behaviourLabel: string
  readonly reasonAsk: string
  readonly reasonLabel: string
  wantMore(words: string, why: string): string
  readonly becauseBelow: string
  becauseDifferent(result: string, behaviour: string): string
  done(name: string, quarter: string, result: string, behaviour: string): string
  readonly told: string
  readonly untold: string
  readonly kept: string
  ratedYours(by: string, quarter: string): string
  readonly maySay: string
  readonly askAsk: string
  readonly askLabel: string
  askedSent(name: string): string
  askedYours(by: string, quarter: string, question: string): string
  readonly commentAsk: string
  readonly commentLabel: string
  commentKept(name: string): string
  commentYours(by: string, quarter: string, comment: string): string
  readonly barriers: Readonly<
    Record<'gone' | 'self' | 'left' | 'not theirs' | 'rated' | 'changed' | 'replied', string>
  >
  alreadyBy(by: string, day: string): string
}

export const texts: Texts<RatingTexts> = {
  id: {
    summary: 'Evaluasi bawahan yang menunggu nilai Anda',
    none: 'Tidak ada evaluasi yang menunggu nilai Anda. Begitu ada yang mengirim, saya kabari.',
    waiting: (count, asked) =>
      `**${count} evaluasi menunggu** nilai Anda.${asked === null ? '' : ` ${asked} di antaranya masih menunggu jawaban pegawai.`}`,
    onlyAsked: (count) =>
      `**${count} evaluasi menunggu** jawaban pegawai atas pertanyaan Anda; tetap boleh dinilai.`,
    orphans: (count) => `${count} evaluasi tidak bisa dinilai siapa pun.`,
    lookOrphans: 'Lihat yang tanpa penilai',
    missing: (count, quarter, names) =>
      `${count} bawahan belum mengirim evaluasi ${quarter}:\n${names.map((name) => `- ${name}`).join('\n')}`,
    others: (count) => `dan ${count} lagi`,
    remind: 'Ingatkan mereka',
    reminder: (by, quarter) => `**${by}** menunggu evaluasi ${quarter} Anda, yang belum terkirim.`,
    fillIn: 'Isi evaluasi',
    reminded: (count, unreached) =>
      [
        count === '0'
          ? 'Tidak ada yang bisa saya ingatkan.'
          : `${count} orang saya ingatkan. Sehari cukup sekali; menekan lagi hari ini tidak mengirim apa-apa.`,
        ...(unreached.length > 0
          ? [
              `Belum terhubung dengan Abdi, jadi tolong sampaikan sendiri:\n${unreached.map((name) => `- ${name}`).join('\n')}`,
            ]
          : []),
      ].join('\n\n'),
    heading: (name, position, unit, quarter) => `**${name}**\n${position}, ${unit}\nEvaluasi ${quarter}`,
    asked: 'Menunggu jawaban pegawai atas pertanyaan Anda.',
    objected: 'Pegawai keberatan atas nilai ini. Nilainya bisa Anda tinjau sekali lagi.',
    rate: 'Beri nilai',
    rateAgain: 'Tinjau nilai',
    ask: 'Tanya balik',
    comment: 'Komentar',
    next: (count) => `Berikutnya (${count} lagi)`,
    rateTitle: 'Nilai evaluasi',
    resultAsk: 'Dibandingkan dengan yang Anda harapkan, **hasil kerjanya**:',
    resultLabel: 'Hasil kerja',
    behaviourAsk: '**Perilaku kerjanya** secara keseluruhan:',
    behaviourLabel: 'Perilaku kerja',
    reasonAsk:
      'Apa alasannya? Pegawai akan membacanya. Kalau nilainya di bawah ekspektasi atau berbeda dari penilaian sendiri, jelaskan dengan paling sedikit 6 kata.',
    reasonLabel: 'Alasan',
    wantMore: (words, why) =>
      `Alasannya perlu sedikit lebih lengkap, paling sedikit ${words} kata, karena ${why}.`,
    becauseBelow: 'nilainya di bawah ekspektasi',
    becauseDifferent: (result, behaviour) =>
      `nilainya berbeda dari penilaian sendiri (hasil kerja ${result}, perilaku ${behaviour})`,
    done: (name, quarter, result, behaviour) =>
      `Nilai untuk **${name}**, ${quarter}, tersimpan: hasil kerja **${result}**, perilaku **${behaviour}**.`,
    told: 'Pegawainya sudah saya beri tahu.',
    untold: 'Pegawainya belum terhubung dengan Abdi, jadi tolong sampaikan sendiri, ya.',
    kept: 'Tersimpan.',
    ratedYours: (by, quarter) => `**${by}** menilai evaluasi ${quarter} Anda.`,
    maySay: 'Anda boleh menanggapi sekali: terima, atau sampaikan keberatan.',
    askAsk: 'Apa yang ingin Anda tanyakan?',
    askLabel: 'Pertanyaan',
    askedSent: (name) => `Pertanyaan tersimpan dan disampaikan kepada ${name}.`,
    askedYours: (by, quarter, question) => `**${by}** bertanya soal evaluasi ${quarter} Anda:\n${question}`,
    commentAsk: 'Apa komentar Anda? Pegawai akan membacanya.',
    commentLabel: 'Komentar',
    commentKept: (name) => `Komentar tersimpan dan disampaikan kepada ${name}.`,
    commentYours: (by, quarter, comment) => `**${by}** mengomentari evaluasi ${quarter} Anda:\n${comment}`,
    barriers: {
      gone: 'Evaluasi itu tidak ada.',
      self: 'Evaluasi sendiri tidak bisa dinilai sendiri. Petugas kepegawaian bisa melengkapi siapa atasan Anda.',
      left: 'Pegawai itu sudah tidak bertugas di sini. Evaluasinya tetap bisa dilihat petugas kepegawaian.',
      'not theirs':
        'Pegawai itu bukan bawahan langsung Anda (atau sudah tidak lagi), jadi evaluasinya ada pada atasannya yang sekarang.',
      rated: 'Evaluasi itu sudah dinilai.',
      changed:
        'Isinya diperbaiki pegawai sejak Anda membukanya, jadi nilainya belum saya simpan. Ini yang terbaru:',
      replied: 'Nilai itu sudah ditanggapi.',
    },
    alreadyBy: (by, day) =>
      `Evaluasi itu sudah dinilai oleh ${by}, ${day}. Nilai yang barusan tidak disimpan.`,
  },
}
