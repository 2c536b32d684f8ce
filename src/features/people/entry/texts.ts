import type { Texts } from '../../../chat/message.ts'
import type { YesOrNo } from '../agreeing.ts'

/** What is said about who somebody is in the directory: by themselves, and by the officers who help them. */
export interface EntryTexts extends YesOrNo {
  readonly summary: string
  readonly title: string
  readonly askNip: string
  readonly nipLabel: string
  readonly askPhone: string
  readonly phoneLabel: string
  readonly askCode: string
  readonly codeLabel: string
  readonly noCode: string
  readonly agreeLabel: string
  confirm(who: string): string
  readonly moves: string
  already(who: string): string
  /** By how a phone may still prove it: on another platform, here, or not by the one that is known. */
  readonly unmatched: Readonly<Record<'elsewhere' | 'here' | 'known', string>>
  readonly byCodeOnly: string
  readonly tryAgain: string
  readonly haveCode: string
  readonly wrongCode: string
  readonly tooOften: string
  readonly taken: string
  readonly another: string
  readonly gone: string
  readonly declined: string
  done(who: string, reports: number): string
  readonly profile: string
  readonly lost: string
  readonly codeIssued: string
  readonly officer: OfficerTexts
}

/** What officers are told about codes and about taking an entry away. */
export interface OfficerTexts {
  readonly codeSummary: string
  readonly howCode: string
  code(who: string, code: string, accounts: number): string
  readonly howFree: string
  free(who: string, accounts: readonly string[]): string
  readonly freeIt: string
  freed(who: string): string
  nobodyHas(who: string): string
  readonly unknown: string
  left(who: string): string
  readonly adminsOnly: string
}

export const texts: Texts<EntryTexts> = {
  id: {
    summary: 'Mendaftar sebagai pegawai',
    title: 'Daftar sebagai pegawai',
    askNip:
      'Supaya saya mengenali Anda sebagai pegawai, tulis NIP Anda: 18 angka, boleh dengan spasi. NIP ada di kartu pegawai, SK, atau MyASN.',
    nipLabel: 'NIP',
    askPhone:
      'Sekarang tekan tombol di bawah untuk membagikan nomor telepon Anda sendiri. Nomornya saya simpan sebagai milik akun ini dan saya cocokkan dengan data kepegawaian. Kalau nomor Anda belum tercatat di sana, pilih Lewati.',
    phoneLabel: 'Nomor telepon',
    askCode: 'Tulis kode dari petugas kepegawaian, misalnya ABCD-EFGH.',
    codeLabel: 'Kode',
    noCode: 'Itu belum berupa kode. Kodenya 8 huruf dan angka, misalnya ABCD-EFGH.',
    agreeLabel: 'Itu Anda',
    confirm: (who) => `Anda **${who}**?`,
    moves:
      'Data ini sekarang terhubung ke akun lain. Kalau Anda lanjutkan, akun lain itu dilepaskan dan diberi tahu.',
    yes: 'Ya, itu saya',
    no: 'Bukan saya',
    yesWords: ['ya', 'iya', 'betul', 'benar', 'ya benar', 'ya betul', 'ok', 'oke', 'itu saya', 'saya'],
    noWords: ['tidak', 'bukan', 'salah', 'nggak', 'gak', 'enggak', 'bukan itu'],
    already: (who) =>
      `Anda sudah terdaftar sebagai **${who}**. Kalau datanya keliru, hubungi petugas kepegawaian.`,
    unmatched: {
      elsewhere: unmatched(
        'Buka Abdi di Telegram dengan nomor yang tercatat di kepegawaian, ketik /daftar di sana, lalu hubungkan akun ini dengan /hubungkan',
      ),
      here: unmatched('Ulangi /daftar dengan membagikan nomor telepon yang tercatat di kepegawaian.'),
      known: unmatched(
        'Minta petugas kepegawaian memeriksa nomor Anda di datanya: harus sama dengan nomor akun ini dan tidak dipakai bersama orang lain. Sesudah dibetulkan, ketik /daftar lagi.',
      ),
    },
    byCodeOnly:
      'Data itu punya hak mengelola kepegawaian di Abdi, jadi nomor telepon atau e-mail saja belum cukup. Minta kode kepada administrator Abdi, lalu ketik /daftar diikuti kodenya.',
    tryAgain: 'Coba lagi',
    haveCode: 'Masukkan kode',
    wrongCode:
      'Kodenya tidak cocok, sudah terpakai, atau sudah lewat 24 jam. Periksa lagi, atau minta kode baru kepada petugas kepegawaian.',
    tooOften: 'Terlalu banyak percobaan. Demi keamanan, coba lagi sekitar sepuluh menit lagi.',
    taken:
      'Data Anda sudah terhubung ke akun lain. Kalau akun itu milik Anda, ketik /hubungkan di sana. Kalau sudah tidak bisa dibuka, atau bukan milik Anda, hubungi petugas kepegawaian: mereka bisa melepaskannya atau memberi Anda kode untuk memindahkannya.',
    another:
      'Akun Anda sudah terhubung dengan data pegawai yang lain, dan satu orang hanya punya satu. Kalau yang lama keliru, minta petugas kepegawaian melepaskannya dulu.',
    gone: 'Pendaftaran itu sudah tidak berlaku. Ketik /daftar untuk mulai lagi.',
    declined:
      'Baik, tidak ada yang dihubungkan. Kalau NIP-nya keliru, ketik /daftar untuk mencoba lagi. Kalau tadi memakai kode, kode itu tidak berlaku lagi; mintalah yang baru.',
    done: (who, reports) =>
      `Selesai. Anda terdaftar sebagai **${who}**.${reports > 0 ? ` Anda tercatat sebagai atasan langsung ${reports} orang.` : ''}\n\nKetik /bantuan untuk melihat yang bisa Anda lakukan sekarang.`,
    profile: 'Lihat profil saya',
    lost: 'Data kepegawaian yang tadinya terhubung dengan akun ini sudah dilepaskan oleh petugas kepegawaian, atau dipindahkan ke akun lain dengan kode dari mereka. Kalau bukan Anda yang memintanya, segera hubungi petugas kepegawaian.',
    codeIssued:
      'Petugas kepegawaian baru saja membuat kode untuk memindahkan data kepegawaian Anda ke akun lain. Kalau bukan Anda yang memintanya, segera hubungi petugas kepegawaian.',
    officer: {
      codeSummary: 'Membuat kode pendaftaran untuk pegawai',
      howCode:
        'Ketik /kode_pegawai diikuti NIP-nya, misalnya: /kode_pegawai 19850315 201001 2 001. Untuk melepaskan data pegawai dari akun lamanya, ketik /lepas_pegawai diikuti NIP.',
      code: (who, code, accounts) =>
        [
          `Kode untuk **${who}**: **${code}**`,
          `Berlaku 24 jam untuk satu kali pakai. Berikan hanya kepada orangnya sendiri, sesudah Anda memeriksa kartu pegawai atau KTP-nya. Ia mengetik: \`daftar ${code}\``,
          ...(accounts > 0
            ? [
                'Data ini sekarang terhubung ke akun lain. Begitu kodenya dipakai, akun lama dilepaskan. Pemilik akun lama sudah saya beri tahu.',
              ]
            : []),
        ].join('\n\n'),
      howFree: 'Ketik /lepas_pegawai diikuti NIP-nya, misalnya: /lepas_pegawai 19850315 201001 2 001.',
      free: (who, accounts) =>
        `Lepaskan data **${who}** dari ${accounts.join(' dan ')}?\n\nAkun itu tidak lagi dikenali sebagai pegawai, dan pemiliknya diberi tahu.`,
      freeIt: 'Ya, lepaskan',
      freed: (who) => `Data **${who}** sudah dilepaskan. Ia bisa mendaftar lagi dengan /daftar.`,
      nobodyHas: (who) => `Data **${who}** tidak terhubung ke akun mana pun.`,
      unknown: 'NIP itu tidak ada di data pegawai. Periksa lagi angkanya.',
      left: (who) => `**${who}** tercatat sudah tidak bekerja di sini.`,
      adminsOnly: 'Itu data administrator, jadi hanya administrator yang boleh melakukannya.',
    },
  },
}

/** That a NIP is not shown to be somebody's own, with the ways that are left. */
function unmatched(way: string): string {
  return [
    'Saya belum bisa memastikan bahwa NIP itu milik Anda. Periksa dulu angkanya. Kalau sudah benar, masih ada jalan lain:',
    `- ${way}\n- Minta kode kepada petugas kepegawaian di kantor Anda, lalu ketik /daftar diikuti kodenya.`,
  ].join('\n\n')
}
