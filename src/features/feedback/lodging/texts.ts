import type { Texts } from '../../../chat/message.ts'
import type { Identity, TicketKind } from '../tickets/ticket.ts'

/** What whoever wrote reads once their ticket is kept. */
export interface Kept {
  readonly number: string
  readonly code: string
  readonly kind: TicketKind
  /** By when the office has looked at it. */
  readonly verified: string
  readonly answerDays: number
  readonly identity: Identity
}

/** What citizens read while they write something. */
export interface LodgingTexts {
  readonly summary: string
  readonly title: string
  readonly suggestion: string
  readonly askWhere: string
  readonly notWork: string
  readonly whereLabel: string
  whichWhere(words: string): string
  readonly nowhere: string
  whereUnknown(words: string): string
  readonly ratingLabel: string
  askRating(where: string): string
  rating(stars: number): string
  readonly noRating: string
  readonly identityLabel: string
  readonly askIdentity: string
  readonly identities: Readonly<Record<Identity, string>>
  readonly wordsLabel: string
  askWords(rating: number | null): string
  readonly kinds: Readonly<Record<TicketKind, string>>
  kept(about: Kept): string
  readonly careFirst: string
  readonly tooMany: string
  readonly same: string
  readonly askPhoto: string
  readonly photoLabel: string
  enoughPhotos(most: number): string
  withoutPhoto(reason: string): string
  readonly askSure: string
  readonly writeAgain: string
  readonly sendAsIs: string
  readonly stillHeard: string
  readonly askCrime: string
  readonly crimeLabel: string
  readonly isCrime: string
  readonly noCrime: string
  /** What may be added once a ticket is kept. */
  readonly add: {
    readonly photo: string
    readonly place: string
    readonly officer: string
    readonly kind: string
    readonly notYours: string
    readonly over: string
    photoKept(number: string): string
    readonly askPlace: string
    readonly placeLabel: string
    readonly placeNoted: string
    readonly askOfficer: string
    readonly officerLabel: string
    readonly noOfficer: string
    readonly officerNoted: string
    whichOfficer(words: string): string
    readonly whichKind: string
    readonly kinds: Readonly<Record<TicketKind, string>>
    kindIs(kind: TicketKind): string
  }
}

const STARS = ['Sangat buruk', 'Buruk', 'Cukup', 'Baik', 'Sangat baik'] as const

export const texts: Texts<LodgingTexts> = {
  id: {
    summary: 'Menilai layanan, mengadu, memberi saran',
    title: 'Laporan Anda',
    suggestion: '🗣️ Lapor atau nilai layanan',
    askWhere:
      'Layanan atau kantor mana? Tulis namanya, misalnya *puskesmas Taktakan* atau *KTP*. Kalau tidak tahu, tulis saja *tidak tahu*; kami yang mencarikan.',
    notWork: 'Di sini Anda menilai layanan atau mengadu. Untuk laporan kinerja Anda sendiri, ketik /kinerja.',
    whereLabel: 'Kantor atau layanan',
    whichWhere: (words) => `Ada beberapa yang cocok dengan “${words}”. Yang mana?`,
    nowhere: 'Belum tahu kantornya',
    whereUnknown: (words) =>
      `Kantor bernama “${words}” belum saya kenal. Tidak apa-apa: kami catat sebagai tempatnya, dan kami yang mencarikan kantornya.`,
    ratingLabel: 'Penilaian',
    askRating: (where) =>
      where === ''
        ? 'Bagaimana layanannya? (Kalau ini bukan soal layanan, tekan *Tanpa nilai*.)'
        : `**${where}**\nBagaimana layanannya?`,
    rating: (stars) => `${'⭐'.repeat(stars)} ${STARS[stars - 1] ?? ''}`,
    noRating: 'Tanpa nilai',
    identityLabel: 'Nama Anda',
    askIdentity:
      'Siapa yang boleh tahu ini dari Anda? **Anonim**: tidak seorang pun, kami juga tidak menyimpannya. **Rahasia**: hanya sistem, kantor yang dilaporkan tidak. **Dengan nama**: petugas melihat nama Anda.',
    identities: { anonymous: 'Anonim', confidential: 'Rahasia', named: 'Dengan nama' },
    wordsLabel: 'Cerita Anda',
    askWords: (rating) => {
      if (rating === null) return 'Silakan ceritakan, dengan kata-kata Anda sendiri.'
      return rating <= 3
        ? 'Maaf atas pengalaman itu. Apa yang kurang? Ceritakan dengan kata-kata Anda sendiri.'
        : 'Senang mendengarnya. Apa yang baik, dan apa yang masih bisa lebih baik?'
    },
    kinds: {
      praise: 'pujian',
      suggestion: 'saran',
      complaint: 'pengaduan',
      question: 'pertanyaan',
      information: 'permintaan informasi',
      whistleblowing: 'laporan pelanggaran',
    },
    kept: ({ number, code, kind, verified, answerDays, identity }) =>
      [
        `Terima kasih, ${texts.id.kinds[kind]} Anda sudah kami terima.`,
        `Nomor: **${number}**\nKode: **${code}**`,
        kind === 'praise'
          ? 'Kami teruskan kepada yang melayani Anda.'
          : `Kantor memeriksanya paling lambat ${verified}, lalu menjawab dalam ${answerDays} hari kerja. Jawabannya sampai di obrolan ini.`,
        identity === 'anonymous'
          ? 'Nama dan akun Anda tidak kami simpan. Simpan nomor dan kodenya: hanya dengan itu laporan ini bisa dibuka lewat /status.'
          : 'Lihat perkembangannya dengan /status.',
      ].join('\n\n'),
    careFirst:
      'Kalau Anda atau orang lain sedang dalam bahaya, hubungi **112** atau **119** sekarang juga, atau datangi IGD dan puskesmas terdekat. Anda tidak perlu menanggungnya sendirian.',
    tooMany:
      'Laporan Anda hari ini sudah banyak sekali. Yang sudah masuk semuanya tersimpan; yang terakhir ini belum, silakan kirim lagi besok atau datang langsung ke kantornya.',
    same: 'Laporan yang sama persis sudah Anda kirim hari ini, dan sudah kami simpan. Nomornya ada di tanda terima yang tadi.',
    askPhoto: 'Kirim fotonya di sini. Keterangan yang ditulis kamera (tempat, waktu, jenis HP) kami hapus.',
    photoLabel: 'Foto',
    enoughPhotos: (most) => `Satu laporan cukup ${most} foto. Yang ini tidak disimpan.`,
    withoutPhoto: (reason) => `Fotonya belum tersimpan: ${reason}`,
    askSure:
      'Maaf, saya belum menangkap apa yang terjadi; tulisannya mirip iklan atau ketikan acak. Mau ditulis ulang dengan kata-kata biasa?',
    writeAgain: 'Tulis ulang',
    sendAsIs: 'Kirim apa adanya',
    stillHeard: 'Kami paham Anda kesal. Keluhannya tetap kami sampaikan, apa adanya.',
    askCrime:
      'Apakah ini tentang pelanggaran petugas, misalnya pungli, suap, atau penyalahgunaan wewenang? Kalau ya, hanya admin pengawas yang membacanya, bukan kantor itu.',
    crimeLabel: 'Pelanggaran petugas',
    isCrime: 'Ya, pelanggaran petugas',
    noCrime: 'Bukan',
    add: {
      photo: '📷 Tambah foto',
      place: '📍 Tambah tempat',
      officer: '👤 Sebut petugasnya',
      kind: '✏️ Ubah jenisnya',
      notYours: 'Dari obrolan ini laporan itu tidak bisa ditambah. Tambahkan dari obrolan yang mengirimnya.',
      over: 'Laporan itu sudah selesai; tidak ada yang diubah. Kalau masih ada yang kurang, buat yang baru dengan /lapor.',
      photoKept: (number) => `Foto untuk laporan **${number}** tersimpan, tanpa keterangan kamera.`,
      askPlace:
        'Di mana tempatnya? Bagikan lokasi, atau tulis saja, misalnya *depan Pasar Rau, dekat jembatan*.',
      placeLabel: 'Tempat',
      placeNoted: 'Tempatnya sudah dicatat. Terima kasih.',
      askOfficer: 'Siapa petugasnya? Tulis kode di tanda namanya (6 angka) atau namanya.',
      officerLabel: 'Petugas',
      noOfficer:
        'Petugas itu tidak saya temukan di kantor tersebut. Laporan Anda tetap tersimpan; sebutkan cirinya saja kalau nanti ditanya.',
      officerNoted: 'Petugasnya sudah dicatat. Penilaian Anda dihitung bersama penilaian warga lain.',
      whichOfficer: (words) => `Ada beberapa yang bernama “${words}”. Yang mana?`,
      whichKind: 'Laporan Anda ini apa?',
      kinds: {
        praise: 'Pujian',
        suggestion: 'Saran',
        complaint: 'Pengaduan',
        question: 'Pertanyaan',
        information: 'Permintaan informasi',
        whistleblowing: 'Pelanggaran petugas (hanya admin)',
      },
      kindIs: (kind) =>
        kind === 'whistleblowing'
          ? 'Dicatat sebagai laporan pelanggaran: mulai sekarang hanya admin pengawas yang membacanya.'
          : `Dicatat sebagai ${texts.id.kinds[kind]}.`,
    },
  },
}
