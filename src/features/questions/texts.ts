import type { Texts } from '../../chat/message.ts'

/** What the question feature says. */
export interface QuestionTexts {
  readonly summary: string
  readonly examples: readonly string[]
  readonly askAway: string
  readonly noWords: string
  readonly fileUnread: string
  readonly fileToOfficer: string
  readonly fileGone: string
  readonly handFileOver: string
  readonly notFound: string
  /** For a subject that no regulation here settles: what can be said of it. */
  beyond(known: string): string
  readonly unsure: string
  readonly unsureEnd: string
  status(status: 'berlaku' | 'diubah' | 'dicabut' | 'tidak-diketahui', by: string, since: string): string
  articleAmended(by: string, since: string): string
  readonly about: string
  readonly digestNote: string
  /** What stands in place of a pasal where an officer answered. */
  readonly officersAnswer: string
  readonly officialNote: string
  readonly inShort: string
  readonly yes: string
  readonly no: string
  readonly modelNote: string
  readonly overBudget: string
  revoked(name: string, by: string): string
  noLongerInForce(by: string, since: string): string
  articleChanged(by: string): string
  asOf(year: number): string
  notAsOf(year: number): string
  otherGroup(asked: string, said: string): string
  readonly partUnknown: string
  readonly partUnsure: string
  readonly partSame: string
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
    readonly onlyInPrivate: string
    readonly question: string
    readonly questionLabel: string
    readonly detail: string
    readonly detailLabel: string
    readonly attachment: string
    readonly attachmentLabel: string
    readonly showAttachment: string
    readonly noAttachment: string
    sent(id: string): string
    sentNobodyYet(id: string): string
    arrived(
      id: string,
      name: string,
      question: string,
      detail: string | null,
      attachment: string | null,
      nearest: string,
    ): string
    readonly answer: string
    answerAsk(question: string): string
    readonly answerLabel: string
    readonly title: string
    readonly replyTitle: string
    readonly numberLabel: string
    number(id: string, name: string, question: string): string
    readonly answered: string
    readonly answeredAlready: string
    readonly answeredByYou: string
    readonly notSent: string
    readonly gone: string
    /** To somebody by name where others read along. */
    reply(question: string, answer: string, name?: string): string
    readonly summary: string
    readonly none: string
    waiting(count: number): string
    readonly mineSummary: string
    readonly mineNone: string
    readonly mine: string
    mineWaiting(id: string, question: string, day: string): string
    mineAnswered(id: string, question: string, day: string, answer: string): string
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
    fileUnread: 'Isi berkas belum bisa saya baca sendiri.',
    fileToOfficer: 'Kalau perlu, berkasnya bisa saya teruskan ke petugas kepegawaian.',
    fileGone:
      'Berkas itu tidak saya simpan lagi, atau dikirim oleh orang lain. Kirim sekali lagi waktu lampirannya ditanyakan, ya.',
    handFileOver: 'Teruskan ke petugas',
    notFound:
      '**Maaf, saya tidak tahu.** Saya tidak menemukan pasal yang menjawab pertanyaan itu di pengetahuan saya, jadi saya tidak mau menebak.\n\nYang bisa saya bantu: disiplin, cuti, pensiun, PPPK, kinerja, mutasi, perkawinan PNS, jaminan kecelakaan dan kematian, pelayanan publik, informasi publik, dan data pribadi. Coba dengan kata lain, atau saya teruskan ke petugas.',
    beyond: (known) =>
      `**Maaf, itu belum ada di pengetahuan saya.** ${known}\n\nKalau maksud Anda lain, coba dengan kata lain, atau saya teruskan ke petugas.`,
    unsure: '**Saya tidak yakin ini jawabannya.** Yang paling dekat di pengetahuan saya:',
    unsureEnd:
      '_Kalau bukan ini yang Anda maksud, coba dengan kata lain atau tekan Tanya HR. Ini ringkasan, bukan bunyi resmi._',
    status: (status, by, since) =>
      ({
        berlaku: 'masih berlaku',
        diubah: by ? `berlaku, sebagian sudah diubah oleh ${by}` : 'berlaku, sebagian sudah diubah',
        dicabut: `**sudah dicabut**${by && ` oleh ${by}`}${since && `, sejak ${since}`}`,
        'tidak-diketahui': 'status berlakunya belum saya ketahui pasti',
      })[status],
    articleAmended: (by, since) => `diubah oleh ${by}${since && `, sejak ${since}`}`,
    about: 'tentang',
    officersAnswer: 'Jawaban petugas',
    digestNote: '_Ini ringkasan, bukan bunyi resmi. Untuk keputusan, pegang teks resminya._',
    officialNote: 'Bunyi resminya:',
    inShort: 'Singkatnya:',
    yes: 'Ya.',
    no: 'Tidak.',
    modelNote: '_Dirangkum otomatis dari pasal di atas. Untuk keputusan, pegang teks resminya._',
    overBudget:
      '_Jatah jawaban rangkuman untuk hari ini sudah terpakai, jadi ini langsung dari pengetahuan yang tersimpan._',
    revoked: (name, by) =>
      `Catatan: ${name} sudah dicabut${by ? ` oleh ${by}` : ''}. Ini aturan yang berlaku sekarang.`,
    noLongerInForce: (by, since) =>
      `⚠️ Ini aturan lama yang **sudah dicabut**${by && ` oleh ${by}`}${since && `, sejak ${since}`}. Untuk keadaan sekarang, ${by ? 'pakai aturan penggantinya' : 'tanyakan penggantinya kepada petugas'}.`,
    articleChanged: (by) => `⚠️ Pasal berikut **sudah diubah** oleh ${by}; periksa bunyi barunya.`,
    asOf: (year) => `_Menurut aturan yang berlaku tahun ${year}:_`,
    notAsOf: (year) => `_Aturan tahun ${year} untuk ini belum saya temukan; berikut aturan yang lebih baru:_`,
    otherGroup: (asked, said) =>
      `_Catatan: pasal berikut menyebut ${said}, bukan ${asked}. Untuk ${asked}, pastikan juga kepada petugas._`,
    partUnknown:
      'Untuk bagian ini saya belum menemukan pasalnya. Coba tanyakan tersendiri, atau tekan Tanya HR.',
    partUnsure: 'Yang paling dekat:',
    partSame: 'Sama dengan di atas.',
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
      onlyInPrivate:
        'Supaya hanya Anda dan petugas yang membacanya, tanyakan lewat pesan langsung: ketuk nama saya, pilih kirim pesan, tulis pertanyaannya di sana, lalu tekan Tanya HR.',
      question: 'Apa yang ingin Anda tanyakan kepada petugas kepegawaian?',
      questionLabel: 'Pertanyaan',
      detail:
        'Ada keterangan yang perlu diketahui petugas (misalnya unit kerja atau keadaan Anda)? Nama Anda di aplikasi ini ikut terkirim.',
      detailLabel: 'Keterangan',
      attachment:
        'Mau menyertakan foto atau dokumen? Satu berkas saja; beberapa halaman jadikan satu PDF, dan tanpa berkas pun bisa. Hanya Anda dan petugas yang bisa membukanya. Berkas dikirim apa adanya, termasuk catatan tempat yang mungkin disimpan kamera di dalam foto.',
      attachmentLabel: 'Lampiran',
      showAttachment: 'Lihat lampiran',
      noAttachment: 'Lampiran itu sudah tidak disimpan.',
      sent: (id) =>
        `Sudah saya teruskan ke petugas dengan nomor **${id}**. Jawabannya akan saya kirim ke obrolan ini.`,
      sentNobodyYet: (id) =>
        `Sudah saya simpan dengan nomor **${id}**. Belum ada petugas yang terdaftar di sini; begitu ada, pertanyaan ini sudah menunggu di daftarnya, dan jawabannya saya kirim ke obrolan ini.`,
      arrived: (id, name, question, detail, attachment, nearest) =>
        `**Pertanyaan ${id}** dari ${name}:\n\n> ${question.replaceAll('\n', '\n> ')}${detail ? `\n\nKeterangan: ${detail}` : ''}${attachment ? `\n\nLampiran: ${attachment}` : ''}${nearest ? `\n\nYang paling dekat menurut Abdi: ${nearest}.` : ''}`,
      answer: 'Jawab',
      answerAsk: (question) =>
        `Tulis jawabannya. Sebutkan pasalnya kalau ada; jawaban ini dikirim ke penanya.\n\nUntuk pertanyaan ${question}`,
      answerLabel: 'Jawaban',
      title: 'Tanya petugas',
      replyTitle: 'Jawab pertanyaan',
      numberLabel: 'Untuk pertanyaan',
      number: (id, name, question) => `${id}, dari ${name}: ${question}`,
      answered: 'Jawaban sudah dikirim ke penanya. Terima kasih.',
      answeredAlready: 'Pertanyaan itu sudah dijawab petugas lain.',
      answeredByYou: 'Pertanyaan itu sudah Anda jawab.',
      notSent: 'Jawaban yang ini tidak dikirim.',
      gone: 'Pertanyaan itu tidak ada.',
      reply: (question, answer, name) =>
        `**Jawaban petugas** untuk pertanyaan ${name ?? 'Anda'}:\n\n> ${question.replaceAll('\n', '\n> ')}\n\n${answer}`,
      summary: 'Pertanyaan yang menunggu jawaban petugas',
      none: 'Tidak ada pertanyaan yang menunggu.',
      waiting: (count) => `${count} pertanyaan menunggu jawaban:`,
      mineSummary: 'Kabar pertanyaan Anda yang diteruskan ke petugas',
      mineNone:
        'Belum ada pertanyaan Anda yang diteruskan ke petugas. Tulis pertanyaannya, lalu tekan Tanya HR kalau jawaban saya belum cukup.',
      mine: 'Pertanyaan Anda kepada petugas:',
      mineWaiting: (id, question, day) =>
        `- **${id}** (${day}): ${question}\n  Menunggu jawaban; kabarnya saya kirim ke obrolan tempat Anda bertanya.`,
      mineAnswered: (id, question, day, answer) => `- **${id}**: ${question}\n  Dijawab ${day}: ${answer}`,
    },
  },
}
