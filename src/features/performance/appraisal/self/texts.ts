import type { Texts } from '../../../../chat/message.ts'

/** What evaluating oneself says. */
export interface SelfTexts {
  readonly summary: string
  readonly title: string
  readonly unknownQuarter: string
  early(quarter: string, opens: string): string
  closed(quarter: string, open: string): string
  intro(quarter: string, days: string): string
  readonly askUse: string
  readonly askWrite: string
  readonly useSummary: string
  readonly writeOwn: string
  readonly writeResults: string
  other(quarter: string): string
  readonly quarterLabel: string
  again(quarter: string, version: number): string
  readonly results: string
  readonly resultsLabel: string
  readonly result: string
  readonly resultLabel: string
  behaviour(number: number, name: string, guidance: string): string
  readonly examples: string
  readonly examplesLabel: string
  readonly wantExamples: string
  overall(median: string | null, preview: string | null): string
  readonly overallLabel: string
  readonly useMedian: string
  sentTo(rater: string, quarter: string): string
  sentNotConnected(rater: string, quarter: string): string
  sentNobody(quarter: string): string
  readonly changedTo: string
  alreadySent(quarter: string): string
  readonly notKept: string
  readonly waiting: string
  readonly asked: string
  readonly amend: string
  readonly answer: string
  readonly accept: string
  readonly object: string
  arrived(name: string, quarter: string): string
  arrivedAgain(name: string, quarter: string): string
  arrivedAnswer(name: string, quarter: string, answer: string): string
  orphan(name: string, quarter: string): string
  readonly look: string
  readonly answerAsk: string
  readonly answerLabel: string
  answered(rater: string | null): string
  readonly accepted: string
  readonly objectAsk: string
  readonly objectLabel: string
  objected(rater: string | null): string
  toldObjected(name: string, quarter: string, words: string): string
  readonly rateAgain: string
  readonly barriers: Readonly<
    Record<'gone' | 'self' | 'left' | 'not theirs' | 'rated' | 'changed' | 'replied', string>
  >
}

export const texts: Texts<SelfTexts> = {
  id: {
    summary: 'Evaluasi diri triwulanan dan nilainya',
    title: 'Evaluasi diri',
    unknownQuarter: 'Triwulannya belum terbaca. Contoh yang bisa: /evaluasi triwulan 4 2025.',
    early: (quarter, opens) =>
      `Evaluasi ${quarter} belum dibuka. Bisa diisi mulai ${opens}, di bulan terakhir triwulannya.`,
    closed: (quarter, open) =>
      `Evaluasi ${quarter} sudah ditutup dan tidak bisa diisi lagi. Yang bisa diisi sekarang: ${open}. Kalau yang lama masih diperlukan, hubungi petugas kepegawaian.`,
    intro: (quarter, days) => `**Evaluasi diri ${quarter}**\nYang Anda laporkan ${days}:`,
    askUse:
      'Mau memakai ringkasan ini sebagai hasil kerja Anda? Kata-katanya masih bisa diubah sebelum dikirim.',
    askWrite: 'Anda tetap bisa mengisi evaluasi dengan kata-kata sendiri.',
    useSummary: 'Pakai ringkasan',
    writeOwn: 'Tulis sendiri',
    writeResults: 'Isi evaluasi',
    other: (quarter) => `Isi ${quarter}`,
    quarterLabel: 'Triwulan',
    again: (quarter, version) => `${quarter}, perbaikan isian ke-${version}`,
    results:
      'Ceritakan hasil kerja Anda triwulan ini dengan kata-kata sendiri: apa yang selesai, berapa banyak, dan seberapa baik.',
    resultsLabel: 'Hasil kerja',
    result: 'Dibandingkan dengan yang diharapkan, **hasil kerja** Anda triwulan ini:',
    resultLabel: 'Nilai hasil kerja',
    behaviour: (number, name, guidance) =>
      `**${number}/7 ${name}**\n${guidance}\nPerilaku Anda triwulan ini:`,
    examples:
      'Mau menambahkan contoh perilaku? Satu baris satu perilaku, diawali namanya. Misalnya:\nAdaptif: memindahkan antrean ke daring waktu loket penuh',
    examplesLabel: 'Contoh perilaku',
    wantExamples:
      'Awali barisnya dengan nama perilaku dan titik dua, supaya saya tahu contoh itu untuk yang mana. Misalnya:\nHarmonis: membantu rekan baru memakai aplikasi',
    overall: (median, preview) =>
      [
        median === null
          ? 'Secara keseluruhan, **perilaku** Anda triwulan ini? Nilai tengah berarti nilai di tengah dari ketujuh jawaban di atas.'
          : `Nilai tengah dari tujuh perilaku itu **${median}**. Pakai itu untuk **perilaku keseluruhan**, atau pilih sendiri:`,
        ...(preview === null ? [] : [preview]),
      ].join('\n\n'),
    overallLabel: 'Perilaku keseluruhan',
    useMedian: 'Pakai nilai tengah',
    sentTo: (rater, quarter) => `Evaluasi ${quarter} terkirim. ${rater} sudah saya beri tahu.`,
    sentNotConnected: (rater, quarter) =>
      `Evaluasi ${quarter} tersimpan untuk ${rater}. Beliau belum terhubung dengan Abdi, jadi belum saya beri tahu; tolong sampaikan sendiri, ya.`,
    sentNobody: (quarter) =>
      `Evaluasi ${quarter} tersimpan. Di data kepegawaian Anda belum punya atasan yang bisa menilai, jadi petugas kepegawaian yang saya beri tahu supaya dilengkapi.`,
    changedTo: 'Isian yang baru menggantikan yang sebelumnya; yang lama tetap tersimpan di percakapan.',
    alreadySent: (quarter) => `Evaluasi ${quarter} sudah Anda kirim. Ini isinya:`,
    notKept: 'Isian yang barusan tidak saya simpan, karena satu triwulan hanya punya satu evaluasi.',
    waiting: 'Belum dinilai. Selama belum dinilai, isinya masih bisa diperbaiki.',
    asked: 'Atasan Anda bertanya soal evaluasi ini. Jawab pertanyaannya, atau perbaiki isiannya.',
    amend: 'Perbaiki isian',
    answer: 'Jawab',
    accept: 'Terima nilai',
    object: 'Keberatan',
    arrived: (name, quarter) => `**${name}** mengirim evaluasi ${quarter}. Evaluasinya menunggu nilai Anda.`,
    arrivedAgain: (name, quarter) => `**${name}** memperbaiki evaluasi ${quarter}.`,
    arrivedAnswer: (name, quarter, answer) =>
      `**${name}** menjawab pertanyaan Anda soal evaluasi ${quarter}: ${answer}`,
    orphan: (name, quarter) =>
      `**${name}** mengirim evaluasi ${quarter}, tetapi belum punya atasan yang bisa menilainya. Tolong lengkapi atasannya di data kepegawaian; evaluasinya lalu ada pada atasan itu.`,
    look: 'Lihat evaluasi',
    answerAsk: 'Apa jawaban Anda?',
    answerLabel: 'Jawaban',
    answered: (rater) =>
      rater === null
        ? 'Jawaban tersimpan bersama evaluasinya. Atasan Anda belum bisa saya beri tahu.'
        : `Jawaban sudah saya sampaikan kepada ${rater}.`,
    accepted: 'Baik, tercatat bahwa Anda menerima nilai ini. Terima kasih.',
    objectAsk:
      'Apa yang menurut Anda kurang tepat? Ini hanya bisa dikirim sekali, jadi tulis yang terpenting.',
    objectLabel: 'Keberatan',
    objected: (rater) =>
      `Keberatan Anda tercatat${rater === null ? '' : ` dan saya sampaikan kepada ${rater}`}; petugas kepegawaian juga bisa melihatnya. Ini catatan di Abdi, bukan pengajuan resmi. Keberatan resmi PNS diajukan dengan alasannya kepada atasan dari pejabat penilai, paling lama 14 hari sejak hasil penilaian diterima (PP 30/2019, Pasal 59 ayat (1)). Petugas kepegawaian bisa menunjukkan caranya.`,
    toldObjected: (name, quarter, words) =>
      `**${name}** keberatan atas nilai evaluasi ${quarter}: ${words}\n\nNilainya bisa Anda tinjau sekali lagi, atau beri komentar.`,
    rateAgain: 'Tinjau nilai',
    barriers: {
      gone: 'Evaluasi itu tidak ada.',
      self: 'Evaluasi sendiri tidak bisa dinilai sendiri.',
      left: 'Pegawainya sudah tidak bertugas di sini.',
      'not theirs': 'Itu bukan evaluasi Anda.',
      rated: 'Evaluasi itu sudah dinilai, jadi isinya tidak bisa diubah lagi. Lihat /evaluasi.',
      changed: 'Evaluasi itu sudah berubah sejak tombolnya saya kirim. Lihat yang terbaru di /evaluasi.',
      replied: 'Nilai itu sudah pernah Anda tanggapi, dan tanggapan hanya bisa sekali.',
    },
  },
}
