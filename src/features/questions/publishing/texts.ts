import type { Texts } from '../../../chat/message.ts'

/** What making an officer's answer public says. */
export interface PublishingTexts {
  /** Where a published answer comes from; `day` is when it was reviewed. */
  attribution(day: string, alone: boolean, basis: string | null): string
  readonly offer: string
  readonly intro: string
  numbers(question: string): string
  names(names: readonly string[]): string
  readonly alreadyProposed: string
  readonly title: string
  readonly rejectTitle: string
  readonly originLabel: string
  readonly question: string
  readonly questionLabel: string
  readonly answer: string
  readonly answerLabel: string
  readonly basis: string
  readonly basisLabel: string
  readonly until: string
  readonly untilLabel: string
  readonly personal: string
  readonly basisUnreadable: string
  basisUnknown(name: string): string
  basisRevoked(name: string, by: string): string
  readonly untilPast: string
  proposed(id: string, reviewers: number): string
  proposedAlone(id: string): string
  proposal(id: string, author: string, question: string, answer: string, facts: string): string
  facts(basis: string | null, until: string | null): string
  readonly approve: string
  readonly reject: string
  readonly gone: string
  readonly decided: string
  readonly notOwn: string
  approved(id: string, alone: boolean): string
  approvedFor(id: string, question: string, by: string): string
  readonly reason: string
  readonly reasonLabel: string
  rejected(id: string): string
  rejectedOwn(id: string): string
  rejectedFor(id: string, question: string, by: string, reason: string): string
  readonly revise: string
  readonly summary: string
  readonly none: string
  waiting(count: number): string
  live(count: number): string
  entry(id: string, question: string, answer: string, source: string, until: string | null): string
  readonly withdraw: string
  withdrawn(id: string): string
  withdrawnFor(id: string, question: string, by: string): string
}

export const texts: Texts<PublishingTexts> = {
  id: {
    attribution: (day, alone, basis) =>
      `Jawaban BKPSDM (ditinjau ${day}${alone ? ', oleh penulisnya sendiri' : ''})${basis === null ? '' : `, dasar: ${basis}`}`,
    offer: 'Terbitkan sebagai pengetahuan',
    intro:
      'Jawaban yang terbit dibaca semua orang. Hapus nama dan keadaan yang hanya menyangkut penanya; bagian mana pun bisa diubah sebelum dikirim.',
    numbers: (question) =>
      `⚠️ Pertanyaan aslinya memuat nomor panjang atau alamat surel, jadi tulis ulang tanpa itu:\n\n> ${question}`,
    names: (names) =>
      `⚠️ Sepertinya ada nama orang: ${names.join(', ')}. Kalau itu orang sungguhan, ganti dulu, misalnya dengan _seorang PNS_.`,
    alreadyProposed: 'Jawaban ini sudah diusulkan atau sudah terbit. Lihat /terbitan.',
    title: 'Terbitkan jawaban',
    rejectTitle: 'Tolak terbitan',
    originLabel: 'Asal',
    question: 'Tulis pertanyaannya seperti orang menanyakannya, tanpa nama dan nomor siapa pun.',
    questionLabel: 'Pertanyaan',
    answer: 'Tulis jawabannya, berlaku untuk siapa saja yang bertanya begitu.',
    answerLabel: 'Jawaban',
    basis: 'Apa dasarnya? Tulis pasalnya, misalnya _Pasal 9 ayat (2) PP 94/2021_.',
    basisLabel: 'Dasar',
    until: 'Sampai kapan jawaban ini berlaku? Lewati kalau tidak ada batasnya.',
    untilLabel: 'Berlaku sampai',
    personal: 'Masih ada nomor panjang atau alamat surel di situ. Tolong tulis tanpa data pribadi.',
    basisUnreadable:
      'Dasarnya belum terbaca. Tulis pasal, jenis, nomor, dan tahunnya, misalnya _Pasal 9 PP 94/2021_, atau lewati.',
    basisUnknown: (name) =>
      `${name} tidak ada di pengetahuan saya. Periksa lagi penulisannya, atau lewati dan sebutkan dasarnya di dalam jawaban.`,
    basisRevoked: (name, by) =>
      `${name} sudah dicabut${by === '' ? '' : ` oleh ${by}`}. Pakai aturan penggantinya, atau lewati.`,
    untilPast: 'Tanggal itu sudah lewat. Tulis tanggal yang akan datang, atau lewati.',
    proposed: (id, reviewers) =>
      `Usulan **${id}** sudah saya kirim ke ${reviewers} petugas lain. Setelah salah satu menyetujui, jawaban ini dipakai.`,
    proposedAlone: (id) =>
      `Usulan **${id}** tersimpan. Belum ada petugas lain yang bisa meninjaunya, jadi Anda boleh menyetujuinya sendiri; nanti tertulis _ditinjau oleh penulisnya sendiri_.`,
    proposal: (id, author, question, answer, facts) =>
      `**Usulan pengetahuan ${id}** dari ${author}:\n\n> ${question.replaceAll('\n', '\n> ')}\n\n${answer}\n\n${facts}`,
    facts: (basis, until) =>
      `Dasar: ${basis ?? 'tidak disebutkan'}. Berlaku ${until === null ? 'tanpa batas waktu' : `sampai ${until}`}.`,
    approve: 'Setujui',
    reject: 'Tolak',
    gone: 'Usulan itu tidak ada lagi.',
    decided: 'Usulan itu sudah diputuskan.',
    notOwn: 'Usulan Anda sendiri harus ditinjau petugas lain.',
    approved: (id, alone) =>
      `Jawaban **${id}** sudah terbit${alone ? ', ditinjau oleh penulisnya sendiri' : ''}. Lihat dan cabut lewat /terbitan.`,
    approvedFor: (id, question, by) =>
      `Usulan **${id}** disetujui ${by} dan sudah terbit:\n\n> ${question.replaceAll('\n', '\n> ')}`,
    reason: 'Apa yang perlu diperbaiki? Alasan ini dikirim ke pengusul.',
    reasonLabel: 'Alasan',
    rejected: (id) => `Usulan **${id}** ditolak. Alasannya sudah dikirim ke pengusul.`,
    rejectedOwn: (id) => `Usulan **${id}** dibatalkan.`,
    rejectedFor: (id, question, by, reason) =>
      `Usulan **${id}** ditolak ${by}:\n\n> ${question.replaceAll('\n', '\n> ')}\n\nAlasan: ${reason}`,
    revise: 'Perbaiki dan ajukan lagi',
    summary: 'Jawaban petugas yang terbit, dan yang menunggu ditinjau',
    none: 'Belum ada jawaban yang terbit atau menunggu ditinjau.',
    waiting: (count) => `${count} usulan menunggu ditinjau:`,
    live: (count) => `${count} jawaban terbit:`,
    entry: (id, question, answer, source, until) =>
      `**${id}.** ${question}\n\n${answer}\n\n_${source}${until === null ? '' : `, berlaku sampai ${until}`}_`,
    withdraw: 'Cabut',
    withdrawn: (id) => `Jawaban **${id}** dicabut dan tidak dipakai lagi.`,
    withdrawnFor: (id, question, by) =>
      `Jawaban **${id}** dicabut ${by}:\n\n> ${question.replaceAll('\n', '\n> ')}`,
  },
}
