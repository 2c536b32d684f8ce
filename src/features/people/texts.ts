import type { Texts } from '../../chat/message.ts'
import type { Redeemed } from './link-store.ts'

/** What is said about accounts: the first administrator, linking, unlinking, and what is known of them. */
export interface PeopleTexts {
  readonly claim: ClaimTexts
  /** Of a code that was typed where others read along. */
  readonly spilt: string
  readonly nip: NipTexts
  readonly linking: LinkingTexts
  readonly unlinking: UnlinkingTexts
  readonly accounts: AccountTexts
}

/** What claiming says. */
export interface ClaimTexts
  extends Readonly<
    Record<
      'how' | 'wrong' | 'tooOften' | 'taken' | 'already' | 'done' | 'doneAgain' | 'spent' | 'spilt',
      string
    >
  > {
  toldAdmins(name: string): string
}

/** What is said about words that are no NIP. */
export interface NipTexts {
  readonly noDigits: string
  otherLength(length: number): string
}

/** What linking says; the keys of what became of a code are those of the store. */
export interface LinkingTexts extends Readonly<Record<Extract<Redeemed, string>, string>> {
  readonly summary: string
  readonly title: string
  how(code: string): string
  readonly haveCode: string
  readonly askCode: string
  readonly codeLabel: string
  readonly agreeLabel: string
  both(theirs: readonly string[], mine: readonly string[]): string
  confirm(accounts: string): string
  readonly yes: string
  readonly no: string
  readonly yesWords: readonly string[]
  readonly noWords: readonly string[]
  readonly noCode: string
  readonly gone: string
  readonly changed: string
  readonly declined: string
  readonly 'somebody else': string
  readonly 'two entries': string
  done(other: string): string
  linked(accounts: readonly string[]): string
}

/** What unlinking says. */
export interface UnlinkingTexts {
  readonly summary: string
  readonly alone: string
  readonly which: string
  readonly takeThis: string
  take(name: string): string
  readonly notYours: string
  readonly doneThis: string
  done(name: string): string
  readonly toldGone: string
  toldLeft(name: string): string
}

/** What the list of one's accounts says. */
export interface AccountTexts {
  readonly summary: string
  readonly alone: string
  readonly several: string
  line(name: string, isThis: boolean, facts: readonly string[]): string
  readonly linkAnother: string
  readonly unlinkOne: string
  readonly sharePhone: string
  readonly askPhone: string
  readonly phoneLabel: string
  phoneKept(number: string): string
}

export const texts: Texts<PeopleTexts> = {
  id: {
    spilt:
      'Orang lain ikut membaca di sini, jadi kode itu saya batalkan. Minta yang baru, lalu kirim di obrolan pribadi dengan saya: ketuk nama saya, pilih kirim pesan.',
    claim: {
      how: 'Ketik /klaim diikuti kode yang tampil saat Abdi dinyalakan, misalnya: /klaim ABCD-EFGH-IJKL',
      wrong: 'Kodenya tidak cocok. Periksa lagi kode yang tampil saat Abdi dinyalakan.',
      tooOften: 'Terlalu banyak percobaan. Coba lagi sekitar sepuluh menit lagi.',
      taken:
        'Administrator pertama sudah ada, jadi kode ini tidak berlaku lagi. Mintalah hak kepada administrator itu.',
      already: 'Anda sudah menjadi administrator.',
      done: 'Selamat, Anda sekarang administrator pertama Abdi. Pertanyaan yang diteruskan warga dan pegawai akan saya kirim ke obrolan ini. Ketik /pertanyaan untuk melihat yang menunggu, dan /kode_pegawai diikuti NIP untuk mendaftarkan petugas kepegawaian.',
      doneAgain:
        'Anda sekarang administrator Abdi. Administrator lain sudah saya beri tahu, dan kode itu tidak berlaku lagi.',
      spent:
        'Kode itu sudah pernah dipakai. Pengelola server bisa mengisi ADMIN_CLAIM_CODE dengan kode yang baru, lalu menyalakan Abdi lagi.',
      spilt:
        'Kode administrator jangan ditulis di tempat yang dibaca orang lain. Kalau kodenya benar, sekarang sudah saya batalkan. Minta yang baru kepada pengelola server (tampil lagi saat Abdi dinyalakan ulang, atau lewat ADMIN_CLAIM_CODE), lalu kirim di obrolan pribadi dengan saya.',
      toldAdmins: (name) =>
        `${name} menjadi administrator dengan kode dari pengelola server. Kalau Anda tidak tahu-menahu, segera periksa siapa yang memegang server Abdi.`,
    },
    nip: {
      noDigits: 'Itu belum berupa NIP. NIP terdiri dari 18 angka saja, misalnya 19850315 201001 2 001.',
      otherLength: (length) =>
        `NIP terdiri dari 18 angka, yang Anda tulis ${length}.${length === 16 ? ' Mungkin itu NIK.' : length === 9 ? ' Mungkin itu NIP lama.' : ''}`,
    },
    linking: {
      summary: 'Menghubungkan akun Anda di Telegram, Slack, dan web',
      title: 'Hubungkan akun',
      how: (code) =>
        `Kalau akun-akun Anda terhubung, saya mengenali Anda di semuanya: hak Anda sama, dan pertanyaan yang dimulai di satu tempat bisa dilanjutkan di tempat lain.\n\nKode Anda: **${code}**\n\nBuka Abdi di akun Anda yang lain, lalu ketik:\n\`hubungkan ${code}\`\n\nKodenya berlaku 10 menit untuk satu kali pakai. Jangan berikan kepada orang lain, siapa pun yang memintanya.`,
      haveCode: 'Masukkan kode',
      askCode: 'Tulis kode yang tampil di akun Anda yang lain, misalnya ABCD-EFGH.',
      codeLabel: 'Kode',
      agreeLabel: 'Hubungkan',
      both: (theirs, mine) => `${theirs.join(' dan ')} dengan ${mine.join(' dan ')}`,
      confirm: (accounts) =>
        `Hubungkan akun **${accounts}**?\n\nSesudah itu semuanya dianggap milik satu orang: hak dan percakapan pribadi dengan saya berlaku di semua akun itu. Pilih Tidak kalau ada akun yang bukan milik Anda, atau kodenya dari orang lain.`,
      yes: 'Ya',
      no: 'Tidak',
      yesWords: ['iya', 'ok', 'oke', 'setuju', 'hubungkan', 'benar', 'betul'],
      noWords: ['jangan', 'tidak usah', 'nggak', 'gak', 'enggak', 'bukan'],
      noCode: 'Itu belum berupa kode. Kodenya 8 huruf dan angka, misalnya ABCD-EFGH.',
      wrong:
        'Kodenya tidak cocok, sudah terpakai, atau sudah lewat 10 menit. Periksa lagi, atau ketik /hubungkan di akun Anda yang lain untuk kode baru.',
      'too often': 'Terlalu banyak kode yang keliru. Demi keamanan, coba lagi sekitar sepuluh menit lagi.',
      own: 'Itu kode dari akun ini sendiri. Buka Abdi di akun Anda yang lain, lalu ketik kodenya di sana.',
      together: 'Kedua akun itu memang sudah terhubung. Ketik /akun untuk melihat semuanya.',
      gone: 'Permintaan itu sudah tidak berlaku. Ketik /hubungkan di salah satu akun Anda untuk kode baru.',
      changed: 'Sementara itu akun yang terhubung berubah, jadi saya tanyakan sekali lagi.',
      declined: 'Baik, tidak ada yang dihubungkan. Kodenya juga tidak berlaku lagi.',
      'somebody else':
        'Kedua akun itu tidak bisa dihubungkan: alamat e-mail dari kantornya berbeda, jadi salah satunya sudah terhubung dengan orang lain. Kalau ini keliru, hubungi administrator Abdi.',
      'two entries':
        'Kedua akun itu tidak bisa dihubungkan: masing-masing terhubung dengan data pegawai yang berbeda, padahal satu orang hanya punya satu. Kalau salah satunya keliru, minta petugas kepegawaian melepaskannya dulu.',
      done: (other) =>
        `Selesai. Akun ${other} kini terhubung dengan akun ini. Ketik /akun untuk melihat semuanya, /lepaskan untuk melepaskannya.`,
      linked: (accounts) =>
        `Akun ${accounts.join(' dan ')} kini terhubung. Kalau bukan Anda, ketik /lepaskan`,
    },
    unlinking: {
      summary: 'Melepaskan akun yang terhubung',
      alone: 'Akun ini tidak terhubung dengan akun lain. Untuk menghubungkannya, ketik /hubungkan',
      which:
        'Akun mana yang mau dilepaskan? Hak dan percakapan dari akun lain tidak berlaku lagi di sana. Hak yang memang diberikan kepada akun itu sendiri tetap padanya.',
      takeThis: 'Akun ini',
      take: (name) => name,
      notYours: 'Akun itu sudah tidak terhubung dengan akun ini, jadi tidak ada yang berubah.',
      doneThis: 'Akun ini sudah dilepaskan. Akun Anda yang lain tidak lagi terhubung dengannya.',
      done: (name) => `Akun ${name} sudah dilepaskan.`,
      toldGone:
        'Akun ini sudah dilepaskan dari akun lain yang tadinya terhubung. Kalau bukan Anda yang melakukannya, ketik /akun untuk memeriksa.',
      toldLeft: (name) =>
        `Akun ${name} sudah dilepaskan dari akun Anda. Kalau bukan Anda yang melakukannya, ketik /akun untuk memeriksa.`,
    },
    accounts: {
      summary: 'Akun Anda yang terhubung',
      alone: 'Akun ini belum terhubung dengan akun lain.',
      several: 'Akun-akun ini saya kenali sebagai milik Anda:',
      line: (name, isThis, facts) =>
        [`- ${name}${isThis ? ' (akun ini)' : ''}`, ...facts.map((fact) => `terverifikasi ${fact}`)].join(
          ', ',
        ),
      linkAnother: 'Hubungkan akun lain',
      unlinkOne: 'Lepaskan akun',
      sharePhone: 'Bagikan nomor',
      askPhone:
        'Tekan tombol di bawah untuk membagikan nomor telepon Anda sendiri. Nomornya saya simpan sebagai milik akun ini. Ketik _batal_ kalau tidak jadi.',
      phoneLabel: 'Nomor telepon',
      phoneKept: (number) => `Terima kasih, nomor ${number} sudah tercatat untuk akun ini.`,
    },
  },
}
