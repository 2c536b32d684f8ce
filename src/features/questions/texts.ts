import type { Texts } from '../../chat/message.ts'

/** What the question feature says. */
export interface QuestionTexts {
  readonly summary: string
  readonly examples: readonly string[]
  readonly askAway: string
  readonly noWords: string
  readonly greeting: string
  readonly thanks: string
  readonly whoAmI: string
  readonly rude: string
  readonly personal: string
  readonly notFound: string
  readonly unsure: string
  readonly unsureEnd: string
  status(status: 'berlaku' | 'diubah' | 'dicabut' | 'tidak-diketahui', by: string): string
  readonly about: string
  readonly digestNote: string
  readonly officialNote: string
  readonly modelNote: string
  revoked(name: string, by: string): string
  noLongerInForce(by: string): string
  readonly source: string
  readonly sources: string
  readonly related: string
  readonly seeArticle: string
  readonly askOfficer: string
  readonly articleGone: string
  readonly digestOnly: string
  readonly thanksUp: string
  readonly thanksDown: string
  readonly verdictGone: string
  readonly handover: {
    readonly question: string
    readonly questionLabel: string
    readonly detail: string
    readonly detailLabel: string
    sent(id: string): string
    sentNobodyYet(id: string): string
    arrived(id: string, name: string, question: string, detail: string | null): string
    readonly answer: string
    readonly answerAsk: string
    readonly answerLabel: string
    readonly numberLabel: string
    readonly answered: string
    readonly alreadyAnswered: string
    readonly gone: string
    reply(question: string, answer: string): string
    readonly summary: string
    readonly none: string
    waiting(count: number): string
  }
}

export const texts: Texts<QuestionTexts> = {
  id: {
    summary: 'Bertanya soal aturan kepegawaian atau layanan',
    examples: [
      'Bolos 5 hari kena sanksi apa?',
      'Cuti tahunan PNS berapa hari?',
      'Umur pensiun staf berapa?',
      'Minta informasi publik dijawab berapa hari?',
    ],
    askAway: 'Silakan tulis pertanyaannya, misalnya: _bolos 5 hari kena sanksi apa?_',
    noWords:
      'Saya belum menangkap pertanyaannya. Tolong tulis dengan kata-kata, misalnya: _cuti tahunan PNS berapa hari?_',
    greeting:
      'Halo! Saya Abdi. Silakan tanya soal aturan kepegawaian atau layanan publik; saya jawab beserta pasalnya.',
    thanks: 'Sama-sama. Kalau ada yang lain, tinggal tanya, ya.',
    whoAmI:
      'Saya Abdi, asisten yang menjawab pertanyaan soal aturan ASN dan layanan publik beserta pasalnya. Saya program komputer, bukan pejabat: untuk keputusan, pegang bunyi pasalnya dan tanyakan kepada petugas.',
    rude: 'Saya di sini untuk membantu. Kalau ada yang membuat kesal, ceritakan masalahnya; saya carikan aturannya atau teruskan ke petugas.',
    personal:
      'Itu menyangkut data pribadi Anda, dan saya belum bisa melihatnya. Yang bisa saya bantu: menjelaskan aturannya, atau meneruskan pertanyaan ini ke petugas kepegawaian.',
    notFound:
      '**Maaf, saya tidak tahu.** Saya tidak menemukan pasal yang menjawab pertanyaan itu di pengetahuan saya, jadi saya tidak mau menebak.\n\nYang bisa saya bantu: disiplin, cuti, pensiun, PPPK, kinerja, mutasi, perkawinan PNS, jaminan kecelakaan dan kematian, pelayanan publik, informasi publik, dan data pribadi. Coba dengan kata lain, atau saya teruskan ke petugas.',
    unsure: '**Saya tidak yakin ini jawabannya.** Yang paling dekat di pengetahuan saya:',
    unsureEnd:
      '_Kalau bukan ini yang Anda maksud, coba dengan kata lain atau tekan Tanya HR. Ini ringkasan, bukan bunyi resmi._',
    status: (status, by) =>
      ({
        berlaku: 'masih berlaku',
        diubah: by ? `berlaku, sebagian sudah diubah oleh ${by}` : 'berlaku, sebagian sudah diubah',
        dicabut: by ? `**sudah dicabut** oleh ${by}` : '**sudah dicabut**',
        'tidak-diketahui': 'status berlakunya belum saya ketahui pasti',
      })[status],
    about: 'tentang',
    digestNote: '_Ini ringkasan, bukan bunyi resmi. Untuk keputusan, pegang teks resminya._',
    officialNote: 'Bunyi resminya:',
    modelNote: '_Dirangkum otomatis dari pasal di atas. Untuk keputusan, pegang teks resminya._',
    revoked: (name, by) =>
      `Catatan: ${name} sudah dicabut${by ? ` oleh ${by}` : ''}. Ini aturan yang berlaku sekarang.`,
    noLongerInForce: (by) =>
      `⚠️ Aturan berikut **sudah dicabut**${by ? ` oleh ${by}` : ''}. Pakai hanya untuk riwayat; tanyakan aturan penggantinya kepada petugas.`,
    source: 'Sumber',
    sources: 'Sumber:',
    related: 'Yang mirip, periksa mana yang sesuai keadaan Anda:',
    seeArticle: 'Lihat pasal lengkap',
    askOfficer: 'Tanya HR',
    articleGone: 'Pasal itu tidak ada lagi di pengetahuan saya. Coba tanyakan ulang, ya.',
    digestOnly: '_Teks resmi pasal ini belum diimpor; di atas ini ringkasan kami, bukan bunyi resmi._',
    thanksUp: 'Terima kasih, senang bisa membantu.',
    thanksDown:
      'Terima kasih sudah memberi tahu. Jawaban itu kami tinjau. Mau saya teruskan pertanyaannya ke petugas?',
    verdictGone: 'Pertanyaan itu tidak saya temukan lagi, tetapi terima kasih.',
    handover: {
      question: 'Apa yang ingin Anda tanyakan kepada petugas kepegawaian?',
      questionLabel: 'Pertanyaan',
      detail:
        'Ada keterangan yang perlu diketahui petugas (misalnya unit kerja atau keadaan Anda)? Nama Anda di aplikasi ini ikut terkirim.',
      detailLabel: 'Keterangan',
      sent: (id) =>
        `Sudah saya teruskan ke petugas dengan nomor **${id}**. Jawabannya akan saya kirim ke obrolan ini.`,
      sentNobodyYet: (id) =>
        `Sudah saya simpan dengan nomor **${id}**. Belum ada petugas yang terdaftar di sini; begitu ada, pertanyaan ini langsung ditunjukkan kepadanya dan jawabannya saya kirim ke obrolan ini.`,
      arrived: (id, name, question, detail) =>
        `**Pertanyaan ${id}** dari ${name}:\n\n> ${question.replaceAll('\n', '\n> ')}${detail ? `\n\nKeterangan: ${detail}` : ''}`,
      answer: 'Jawab',
      answerAsk: 'Tulis jawabannya. Sebutkan pasalnya kalau ada; jawaban ini dikirim ke penanya.',
      answerLabel: 'Jawaban',
      numberLabel: 'Untuk pertanyaan',
      answered: 'Jawaban sudah dikirim ke penanya. Terima kasih.',
      alreadyAnswered: 'Pertanyaan itu sudah dijawab petugas lain, jadi jawaban ini tidak dikirim.',
      gone: 'Pertanyaan itu tidak ada.',
      reply: (question, answer) =>
        `**Jawaban petugas** untuk pertanyaan Anda:\n\n> ${question.replaceAll('\n', '\n> ')}\n\n${answer}`,
      summary: 'Pertanyaan yang menunggu jawaban petugas',
      none: 'Tidak ada pertanyaan yang menunggu.',
      waiting: (count) => `${count} pertanyaan menunggu jawaban:`,
    },
  },
}
