import type { Texts } from '../../chat/message.ts'

/** What each kind of data is called, and why and how long it is kept. */
export interface KindTexts {
  readonly title: string
  readonly why: string
}

/** What is said about the data of whoever asks. */
export interface OwnDataTexts {
  readonly summary: string
  readonly heading: string
  readonly nothing: string
  line(title: string, count: number, why: string): string
  readonly rights: string
  readonly sendFile: string
  readonly correct: string
  readonly erase: string
  readonly askOfficer: string
  readonly fileReady: string
  readonly readableName: string
  readonly machineName: string
  readonly fileHeading: string
  madeAt(day: string): string
  readonly asMessages: string
  readonly tooMuch: string
  readonly howToCorrect: string
  readonly howToCorrectEntry: string
  readonly beforeErasing: string
  readonly staysForEmployees: string
  readonly askWord: string
  readonly wordLabel: string
  readonly wrongWord: string
  readonly word: string
  erased(what: readonly string[]): string
  readonly erasedNothing: string
  stays(reasons: readonly string[]): string
  readonly proof: string
  readonly shell: string
  /** A button somebody pressed, by the value behind it. */
  pressed(value: string): string
  readonly me: string
  readonly bot: string
  readonly labels: Readonly<Record<string, string>>
  /** What values of a field are called that are kept as one word; others are shown as they are. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly kinds: Readonly<Record<OwnKind, KindTexts>>
  readonly staying: Readonly<
    Record<
      'remembered' | 'entry' | 'reports' | 'deeds' | 'accounts' | 'links' | 'tries' | 'published' | 'copies',
      string
    >
  >
}

/** The kinds of data that no other feature answers for. */
export type OwnKind =
  | 'spoken'
  | 'remembered'
  | 'files'
  | 'questions'
  | 'handedOver'
  | 'published'
  | 'accounts'
  | 'facts'
  | 'links'
  | 'tries'
  | 'entry'
  | 'changes'
  | 'reports'
  | 'looks'
  | 'deeds'

export const texts: Texts<OwnDataTexts> = {
  id: {
    summary: 'Melihat, membetulkan, atau menghapus data Anda',
    heading: '**Data Anda di Abdi**',
    nothing: 'Saat ini tidak ada data tentang Anda yang saya simpan, selain pesan yang baru saja Anda kirim.',
    line: (title, count, why) => `- **${title}** (${count}): ${why}`,
    rights:
      'Anda berhak melihat dan menerima salinannya, membetulkannya, dan meminta dihapus (UU 27/2022 Pasal 6, 7, 8, dan 13).',
    sendFile: 'Kirim berkasnya',
    correct: 'Perbaiki',
    erase: 'Hapus data saya',
    askOfficer: 'Tanya petugas',
    fileReady:
      'Ini semua data Anda: satu berkas untuk dibaca, satu berkas JSON untuk sistem lain. Simpan baik-baik.',
    readableName: 'data-saya.txt',
    machineName: 'data-saya-json.txt',
    fileHeading: 'DATA ANDA DI ABDI',
    madeAt: (day) => `Dibuat ${day}`,
    asMessages: 'Berkas tidak bisa dikirim di sini, jadi isinya saya tuliskan.',
    tooMuch:
      'Masih ada lagi, terlalu panjang untuk obrolan ini. Buka Abdi di Telegram, Slack, atau web untuk menerimanya sebagai berkas.',
    howToCorrect: [
      'Anda berhak melengkapi dan membetulkan data yang keliru (UU 27/2022 Pasal 6). Permintaan dikerjakan paling lambat 3 x 24 jam (Pasal 30). Caranya:',
      '- **Akun dan sambungannya**: ketik /akun, lalu /hubungkan atau /lepaskan. Nama akun mengikuti nama Anda di Telegram, Slack, atau web.',
      '- **Pertanyaan kepada petugas**: kirim pertanyaan baru yang benar; yang lama bisa dihapus lewat Hapus data saya.',
      '- **Percakapan**: kata-katanya tidak bisa diganti, hanya dihapus.',
    ].join('\n'),
    howToCorrectEntry: [
      '- **Data kepegawaian** (nama, NIP, unit, jabatan, golongan, atasan, telepon): laporkan kepada petugas kepegawaian lewat tombol di bawah, sebutkan yang keliru dan yang benar. Sesudah diperbaiki, perubahannya tercatat dan bisa Anda lihat di sini.',
      '- **Laporan kinerja**: ubah atau tarik laporannya lewat /kinerja sebelum disetujui atasan.',
    ].join('\n'),
    beforeErasing: [
      '**Yang akan saya hapus, sekarang juga:** percakapan dengan saya, pertanyaan Anda (juga yang diteruskan ke petugas), berkas yang Anda kirim, apa yang saya ingat dari obrolan, nomor dan e-mail yang terverifikasi, dan akunnya kalau tidak terikat tugas.',
      'Pesan yang sudah tampil di Telegram, Slack, atau browser Anda ada di aplikasinya sendiri; hapuslah juga di sana kalau perlu.',
      '**Yang tetap:** catatan yang diwajibkan undang-undang atau diperlukan untuk menyelenggarakan pemerintahan (UU 27/2022 Pasal 15). Setelah dihapus saya sebutkan satu per satu apa yang tetap, dan mengapa.',
    ].join('\n\n'),
    staysForEmployees:
      'Karena Anda pegawai: data kepegawaian, target, laporan kinerja, dan penilaiannya tetap disimpan, sebab dipakai untuk keputusan kepegawaian.',
    askWord:
      'Yang sudah dihapus tidak bisa dikembalikan. Kalau yakin, ketik HAPUS. Kalau tidak, ketik _batal_.',
    wordLabel: 'Konfirmasi',
    wrongWord: 'Untuk menghapus, ketik satu kata saja: HAPUS. Untuk berhenti, ketik batal.',
    word: 'hapus',
    erased: (what) => `Sudah saya hapus:\n${what.map((one) => `- ${one}`).join('\n')}`,
    erasedNothing: 'Tidak ada lagi yang perlu dihapus.',
    stays: (reasons) => `Yang tetap disimpan:\n${reasons.map((one) => `- ${one}`).join('\n')}`,
    proof:
      'Pesan Anda barusan dan jawaban ini tetap ada sebagai bukti bahwa penghapusannya sudah diberitahukan (UU 27/2022 Pasal 45), paling lama 365 hari.',
    shell: '(sudah dihapus)',
    pressed: (value) => `(tombol ${value})`,
    me: 'Anda',
    bot: 'Abdi',
    labels: {
      at: 'waktu',
      from: 'dari',
      text: 'isi',
      name: 'nama',
      purpose: 'untuk',
      size: 'ukuran (byte)',
      outcome: 'hasil',
      verdict: 'penilaian Anda',
      number: 'nomor',
      question: 'pertanyaan',
      detail: 'keterangan',
      answer: 'jawaban',
      answeredAt: 'dijawab',
      account: 'akun',
      accounts: 'akun',
      role: 'peran',
      since: 'sejak',
      kind: 'jenis',
      value: 'isi',
      memory: 'yang diingat',
      nip: 'NIP',
      unit: 'unit',
      position: 'jabatan',
      grade: 'golongan',
      email: 'e-mail',
      phone: 'telepon',
      supervisor: 'atasan',
      qualification: 'pendidikan',
      competencies: 'kompetensi',
      retires: 'pensiun',
      left: 'berhenti',
      source: 'sumber',
      field: 'bagian',
      before: 'sebelumnya',
      after: 'sesudahnya',
      said: 'yang Anda tulis',
      decided: 'keputusan',
      decidedAt: 'diputuskan',
      action: 'tindakan',
      state: 'keadaan',
      note: 'keterangan',
      reason: 'alasan',
      day: 'tanggal',
      count: 'berapa kali',
    },
    values: {
      outcome: { quoted: 'dijawab dengan pasalnya', model: 'dijawab', refused: 'belum terjawab' },
      verdict: { up: 'membantu', down: 'tidak membantu' },
      kind: { email: 'e-mail', phone: 'nomor telepon', linked: 'dihubungkan', unlinked: 'dilepaskan' },
      role: {
        citizen: 'tanpa peran',
        employee: 'pegawai',
        supervisor: 'atasan',
        hr: 'petugas kepegawaian',
        admin: 'administrator',
      },
      decided: { accepted: 'diterima', refused: 'tidak diubah' },
      source: {
        import: 'daftar pegawai yang diimpor',
        report: 'laporan Anda soal atasan',
        officer: 'petugas',
        self: 'Anda sendiri',
      },
      purpose: {
        upload: 'baru dikirim',
        handover: 'pertanyaan kepada petugas',
        evidence: 'bukti laporan kinerja',
        completion: 'bukti sudah lapor',
        broadcast: 'lampiran siaran',
        made: 'dibuatkan Abdi',
        export: 'dibuatkan Abdi',
        shown: 'diperlihatkan kepada Anda',
      },
      action: {
        'admin.claimed': 'menjadi administrator',
        'code.issued': 'membuat kode pendaftaran',
        'entry.linked': 'menghubungkan data ke akun',
        'entry.moved': 'memindahkan data ke akun lain',
        'entry.freed': 'melepaskan data dari akun',
        'role.changed': 'mengubah peran',
        'supervisor.changed': 'mengganti atasan',
        'supervisor.kept': 'menolak laporan atasan',
        'trail.seen': 'melihat jejak',
        'staff.entry': 'membuka data',
        'staff.listed': 'melihat dalam daftar',
        'staff.file': 'mengunduh daftar pegawai',
        'staff.gaps-file': 'mengunduh daftar kesenjangan',
        'targets.seen': 'melihat target kerja',
        'evaluation.viewed': 'membuka evaluasi',
        'evaluation.rated': 'menilai evaluasi',
        'evaluation.asked': 'bertanya tentang evaluasi',
        'evaluation.commented': 'mengomentari evaluasi',
        'evaluation.spread': 'melihat sebaran predikat',
        'evaluation.orphans': 'melihat evaluasi tanpa penilai',
        'export.made': 'mengekspor laporan',
        'calendar.added': 'menambah hari libur',
        'calendar.removed': 'menghapus hari libur',
        'calendar.table': 'mengganti tabel hari libur',
        'calendar.week': 'mengubah hari kerja',
        'absence.noted': 'mencatat tidak masuk',
        'absence.removed': 'menghapus catatan tidak masuk',
        'deadline.made': 'membuat pengingat',
        'deadline.changed': 'mengubah pengingat',
        'deadline.paused': 'menjeda pengingat',
        'deadline.active': 'melanjutkan pengingat',
        'deadline.ended': 'mengakhiri pengingat',
        'deadline.missing': 'melihat siapa yang belum lapor',
        'deadline.listed': 'mengirim daftar yang sudah lapor',
        'broadcast.made': 'membuat siaran',
        'broadcast.addressed': 'memilih penerima siaran',
        'broadcast.rewritten': 'mengubah isi siaran',
        'broadcast.timed': 'memilih waktu siaran',
        'broadcast.confirmed': 'memastikan siaran',
        'broadcast.approved': 'menyetujui siaran',
        'broadcast.refused': 'menolak siaran',
        'broadcast.reopened': 'membuka lagi rancangan siaran',
        'broadcast.dropped': 'membuang rancangan siaran',
        'broadcast.sent': 'mengirim siaran',
        'broadcast.held': 'siaran ditahan',
        'broadcast.released': 'melepas siaran yang ditahan',
        'broadcast.paused': 'menjeda siaran',
        'broadcast.resumed': 'melanjutkan siaran',
        'broadcast.cancelled': 'membatalkan siaran',
        'broadcast.missed': 'siaran terlewat',
        'broadcast.exported': 'mengunduh daftar yang tidak terjangkau',
        'broadcast.resent': 'mengirim ulang siaran',
        'broadcast.answered': 'menjawab pertanyaan atas siaran',
        'broadcast.limit': 'mengubah batas persetujuan siaran',
        'dashboard.entered': 'masuk ke dasbor',
        'dashboard.changed': 'mengubah antrean',
      },
    },
    kinds: {
      spoken: {
        title: 'Percakapan dengan Abdi',
        why: 'supaya pesan tidak hilang dan bisa dibaca lagi. Dihapus sendiri setelah 365 hari.',
      },
      remembered: {
        title: 'Yang diingat dari obrolan',
        why: 'supaya pertanyaan lanjutan nyambung. Tergantikan begitu Anda bertanya lagi, paling lama 365 hari.',
      },
      files: {
        title: 'Berkas',
        why: 'yang Anda kirim atau saya buatkan. Disimpan selama urusannya, lalu dihapus sendiri.',
      },
      questions: {
        title: 'Pertanyaan',
        why: 'tanpa nomor dan alamat di dalamnya, untuk memperbaiki jawaban. Dihapus sendiri setelah 365 hari.',
      },
      handedOver: {
        title: 'Pertanyaan kepada petugas',
        why: 'supaya petugas bisa menjawab Anda. Dihapus sendiri 180 hari setelah dijawab.',
      },
      published: {
        title: 'Jawaban yang Anda tulis atau periksa sebagai petugas',
        why: 'supaya jelas siapa penanggung jawab isinya. Disimpan selama jawaban itu dipakai.',
      },
      accounts: {
        title: 'Akun',
        why: 'supaya saya tahu siapa yang bertanya dan apa haknya. Disimpan selama akunnya dipakai.',
      },
      facts: {
        title: 'Nomor dan e-mail terverifikasi',
        why: 'untuk memastikan akun itu milik Anda. Disimpan selama akunnya dipakai.',
      },
      links: {
        title: 'Riwayat sambungan akun',
        why: 'demi keamanan akun. Dihapus sendiri setelah 365 hari.',
      },
      tries: {
        title: 'Percobaan kode yang keliru',
        why: 'supaya kode tidak bisa ditebak. Dihapus sendiri setelah sehari.',
      },
      entry: {
        title: 'Data kepegawaian',
        why: 'untuk mengurus kepegawaian Anda. Disimpan selama diperlukan untuk itu, juga sesudah Anda berhenti.',
      },
      changes: {
        title: 'Perubahan data kepegawaian',
        why: 'supaya terlihat apa yang diubah dan kapan. Disimpan bersama data kepegawaiannya.',
      },
      reports: {
        title: 'Laporan soal atasan',
        why: 'supaya petugas bisa memutuskannya. Dihapus sendiri 365 hari setelah diputuskan.',
      },
      looks: {
        title: 'Siapa membuka atau mengubah data Anda',
        why: 'supaya Anda tahu jejak pemrosesannya (UU 27/2022 Pasal 32). Dihapus sendiri setelah lima tahun.',
      },
      deeds: {
        title: 'Yang Anda lakukan atas data pegawai',
        why: 'karena kegiatan pemrosesan wajib direkam (UU 27/2022 Pasal 31). Dihapus sendiri setelah lima tahun.',
      },
    },
    staying: {
      remembered:
        'Yang saya ingat dari obrolan ini: hilang sendiri dalam satu menit, begitu jawaban ini terkirim.',
      entry:
        'Data kepegawaian dengan riwayat perubahan dan jejak pembukaannya, karena diperlukan untuk menyelenggarakan pemerintahan (UU 27/2022 Pasal 15) dan kegiatan pemrosesannya wajib direkam (Pasal 31).',
      reports:
        'Laporan Anda soal atasan, sampai 365 hari sesudah diputuskan, karena petugas kepegawaian memutuskan data Anda berdasarkan laporan itu (UU 27/2022 Pasal 15).',
      deeds:
        'Catatan yang Anda lakukan atas data pegawai, karena kegiatan pemrosesan wajib direkam (UU 27/2022 Pasal 31), paling lama lima tahun.',
      accounts:
        'Akun Anda beserta haknya, karena tugas Anda bertumpu padanya. Untuk melepaskannya ketik /lepaskan, atau minta administrator mencabut haknya.',
      links:
        'Riwayat sambungan akun, demi keamanan data (UU 27/2022 Pasal 35), paling lama 365 hari sejak kejadiannya.',
      tries:
        'Catatan percobaan kode yang keliru, demi keamanan data (UU 27/2022 Pasal 35), paling lama sehari.',
      published:
        'Jawaban yang Anda tulis atau periksa sebagai petugas, karena dipakai untuk pelayanan kepada orang lain (UU 27/2022 Pasal 15).',
      copies:
        'Salinan pertanyaan yang sudah sampai di percakapan petugas yang menanganinya, paling lama 365 hari; itu catatan pekerjaan mereka (UU 27/2022 Pasal 31).',
    },
  },
}
