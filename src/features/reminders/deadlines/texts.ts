import type { Texts } from '../../../chat/message.ts'
import type { Part } from '../deadline.ts'

/** What officers read about deadlines. */
export interface DeskTexts {
  readonly make: string
  readonly manage: string
  readonly ownWords: string
  readonly whichTemplate: string
  readonly formTitle: string
  readonly askTitle: string
  readonly askWhen: string
  readonly whenHint: string
  readonly askAudience: string
  readonly labels: Readonly<Record<UiPart, string>>
  readonly previewNew: string
  readonly previewChange: string
  readonly field: (label: string, value: string) => string
  ground(ground: string): string
  readonly nextDays: string
  readonly stepsOfNext: string
  readonly alreadyPast: string
  step(step: string): string
  late(first: string, last: string, count: number): string
  audienceCount(people: string, reachable: string, channels: string): string
  units(names: readonly string[], more: number): string
  readonly sample: string
  readonly sampleName: string
  readonly unknownYear: string
  readonly save: string
  readonly change: string
  readonly cancel: string
  readonly nobody: string
  readonly noDays: string
  everyone(people: string): string
  readonly yesEveryone: (people: string) => string
  saved(title: string, next: string | null): string
  readonly unchanged: string
  readonly discarded: string
  readonly draftGone: string
  readonly gone: string
  changedBy(title: string, changes: readonly { who: string; parts: string; when: string }[]): string
  readonly whichPart: string
  readonly back: string
  askPart(part: UiPart, now: string): string
  readonly valueLabel: string
  readonly titleHint: string
  readonly beforeHint: string
  readonly hourHint: string
  readonly wordsTooLong: (most: number) => string
  unknownPlaceholders(names: readonly string[], known: readonly string[]): string
  readonly dayHint: string
  endBeforeStart(start: string, end: string): string
  endIsPast(end: string): string
  readonly options: Readonly<Record<'shift' | 'overdue' | 'escalation' | 'done', readonly string[]>>
  before(days: readonly number[], onDay: boolean): string
  overdue(every: number | null, most: number): string
  escalation(supervisor: number | null, hr: number | null): string
  done(by: 'report' | 'evaluation' | null, said: boolean): string
  shift(shift: 'none' | 'before' | 'after'): string
  readonly none: string
  hour(hour: number, zone: string): string
  readonly noDeadlines: string
  list(count: number): string
  listLine(title: string, when: string, state: string): string
  readonly states: Readonly<Record<'active' | 'paused' | 'ended', string>>
  next(day: string): string
  readonly noNext: string
  readonly more: string
  readonly pause: string
  readonly resume: string
  readonly edit: string
  readonly end: string
  readonly who: string
  readonly upload: string
  paused(title: string): string
  resumed(title: string): string
  reallyEnd(title: string): string
  readonly yesEnd: string
  ended(title: string): string
  readonly notNow: string
  missing(about: {
    title: string
    label: string
    day: string
    missing: string
    all: string
    done: string
  }): string
  unit(name: string, missing: string, all: string): string
  moreUnits(count: number): string
  readonly noFile: string
  csvName(title: string, day: string): string
  readonly csv: readonly string[]
  readonly reachable: readonly [no: string, yes: string]
  readonly noOccurrence: string
  proofs(count: string): string
  readonly proofsNotHere: string
  noProofs(title: string): string
  proof(whose: string): string
  proofGone(whose: string): string
  moreProofs(count: string): string
  readonly hasLeft: string
  askList(title: string, label: string): string
  readonly listLabel: string
  readonly listTitle: string
  readonly listHint: string
  listUnreadable(why: string): string
  readonly listRounded: string
  someRounded(count: string): string
  listed(taken: string, known: string, title: string): string
  readonly notListed: (nips: readonly string[], more: number) => string
  readonly deskOnly: string
}

/** The parts as officers choose them: the plan in two. */
export type UiPart = Exclude<Part, 'plan'> | 'before' | 'overdue'

const days = (count: number): string => `${count} hari kerja`

export const texts: Texts<DeskTexts> = {
  id: {
    make: 'Buat pengingat',
    manage: 'Kelola pengingat',
    ownWords: 'Tulis sendiri',
    whichTemplate:
      'Pengingat apa yang mau dibuat? Pilih yang sudah siap, atau tulis sendiri. Bisa juga langsung: “buat pengingat laporan aset tiap tanggal 10 untuk Dinas Kesehatan”.',
    formTitle: 'Pengingat baru',
    askTitle: 'Apa yang harus dilaporkan atau dikerjakan? Tulis judul singkatnya.',
    askWhen:
      'Kapan tenggatnya? Misalnya: tiap tanggal 5, setiap hari kerja terakhir, tiap triwulan tanggal 10, 31 Maret tiap tahun, atau sekali saja: 5 Desember 2026.',
    whenHint: 'Tenggatnya belum terbaca. Contoh: tiap tanggal 5, 31 Maret tiap tahun, 5 Desember 2026.',
    askAudience:
      'Siapa yang diingatkan? Misalnya: semua pegawai, PPPK di Dinas Kesehatan, atasan di Kecamatan Serang, atau daftar NIP.',
    labels: {
      title: 'Judul',
      recurrence: 'Tenggat',
      shift: 'Kalau hari libur',
      audience: 'Untuk siapa',
      before: 'Diingatkan',
      overdue: 'Kalau terlambat',
      hour: 'Jam',
      escalation: 'Kalau tetap belum',
      done: 'Dianggap selesai',
      words: 'Tambahan teks',
      startsOn: 'Mulai',
      endsOn: 'Sampai',
    },
    previewNew: 'Begini pengingatnya nanti. Belum ada yang disimpan.',
    previewChange: 'Begini pengingatnya sesudah diubah. Belum ada yang disimpan.',
    field: (label, value) => `- ${label}: ${value}`,
    ground: (ground) => `Dasar: ${ground}.`,
    nextDays: '**Tenggat berikutnya:**',
    stepsOfNext: '**Hari pengingat untuk tenggat pertama:**',
    alreadyPast: 'sudah lewat, tidak dikirim',
    step: (step) => (step === 'H' ? 'hari H' : step),
    late: (first, last, count) =>
      count === 1 ? `terlambat: ${first}` : `terlambat: ${first} sampai ${last}, ${count} kali`,
    audienceCount: (people, reachable, channels) =>
      `**${people} orang** akan diingatkan, ${reachable} di antaranya bisa dihubungi${channels === '' ? '' : ` (${channels})`}.`,
    units: (names, more) => `${names.join(', ')}${more > 0 ? `, dan ${more} unit lagi` : ''}`,
    sample: '**Contoh pesannya:**',
    sampleName: 'Nama Pegawai',
    unknownYear:
      'Catatan: daftar hari libur untuk sebagian tanggal ini belum ada, jadi tanggalnya bisa bergeser setelah diunggah.',
    save: 'Simpan',
    change: 'Ubah',
    cancel: 'Batal',
    nobody:
      'Tidak ada seorang pun di sasaran itu, jadi belum bisa disimpan. Tekan Ubah, lalu pilih Untuk siapa.',
    noDays:
      'Tidak ada tenggat yang masih akan datang, jadi belum bisa disimpan. Tekan Ubah, lalu perbaiki tanggalnya.',
    everyone: (people) =>
      `Ini untuk **semua pegawai: ${people} orang**. Kalau memang begitu, tekan tombol dengan jumlahnya; kalau tidak, pilih Ubah.`,
    yesEveryone: (people) => `Ya, ingatkan ${people} orang`,
    saved: (title, next) =>
      `Tersimpan: **${title}**.${next === null ? '' : ` Tenggat berikutnya ${next}.`} Lihat atau ubah lewat Kelola pengingat.`,
    unchanged: 'Tidak ada yang berubah, jadi tidak ada yang disimpan.',
    discarded: 'Baik, tidak ada yang disimpan.',
    draftGone: 'Rancangan itu sudah disimpan atau dibatalkan. Mulai lagi dari /pengingat kalau masih perlu.',
    gone: 'Pengingat itu tidak ada lagi.',
    changedBy: (title, changes) =>
      [
        `Belum disimpan: sementara Anda mengubah **${title}**, orang lain lebih dulu menyimpannya.`,
        '',
        ...changes.map(({ who, parts, when }) => `- ${who} mengubah ${parts} (${when})`),
        '',
        'Ini keadaannya sekarang. Kalau perubahan Anda masih perlu, ulangi dari sini.',
      ].join('\n'),
    whichPart: 'Bagian mana yang mau diubah?',
    back: 'Lihat hasilnya',
    askPart: (part, now) => {
      const ask: Readonly<Record<UiPart, string>> = {
        title: 'Apa judul barunya?',
        recurrence: 'Kapan tenggatnya? Misalnya: tiap tanggal 5, atau 31 Maret tiap tahun.',
        shift: 'Kalau tenggatnya jatuh pada hari libur?',
        audience: 'Siapa yang diingatkan? Misalnya: semua pegawai, PPPK di Dinas Kesehatan, atau daftar NIP.',
        before: 'Berapa hari sebelumnya diingatkan? Tulis angkanya, 0 untuk hari H. Misalnya: 7, 3, 1, 0.',
        overdue: 'Kalau sudah lewat dan belum selesai, seberapa sering diingatkan lagi?',
        hour: 'Mulai jam berapa diingatkan? Dari 6 sampai 17.',
        escalation: 'Kalau tetap belum, kapan atasan dan petugas kepegawaian diberi tahu?',
        done: 'Apa yang dianggap selesai?',
        words:
          'Teks apa yang ditambahkan di bawahnya? Boleh memakai {nama}, {judul}, {tenggat}, {periode}, {sisa}. Tulis - kalau tidak ada.',
        startsOn: 'Mulai kapan? Tulis tanggalnya, atau - untuk sekarang.',
        endsOn: 'Sampai kapan? Tulis tanggalnya, atau - untuk seterusnya.',
      }
      return `${ask[part]}\n\nSekarang: ${now}`
    },
    valueLabel: 'Isinya',
    titleHint: 'Judulnya antara 3 dan 120 huruf, ya.',
    beforeHint: 'Tulis angka dari 0 sampai 60, dipisah koma, paling banyak enam. Misalnya: 7, 3, 1, 0.',
    hourHint: 'Jamnya dari 6 sampai 17, tanpa menit. Malam hari tidak ada yang diingatkan.',
    wordsTooLong: (most) => `Teksnya paling banyak ${most} huruf.`,
    unknownPlaceholders: (names, known) =>
      `Saya tidak mengenal ${names.map((name) => `{${name}}`).join(', ')}. Yang bisa dipakai: ${known.map((name) => `{${name}}`).join(', ')}.`,
    dayHint: 'Tanggalnya belum terbaca. Contoh: 1 Januari 2027, atau - kalau tidak ada.',
    endBeforeStart: (start, end) => `Akhirnya (${end}) lebih dulu daripada mulainya (${start}).`,
    endIsPast: (end) => `${end} sudah lewat.`,
    options: {
      shift: ['Maju ke hari kerja sebelumnya', 'Mundur ke hari kerja sesudahnya', 'Tetap di tanggal itu'],
      overdue: ['Tiap hari kerja', 'Tiap 2 hari kerja', 'Tiap 5 hari kerja', 'Tidak diingatkan lagi'],
      escalation: [
        'Atasan +3, petugas +5 hari kerja',
        'Atasan +1, petugas +3 hari kerja',
        'Petugas saja +5 hari kerja',
        'Tidak ada yang diberi tahu',
      ],
      done: [
        'Pernyataan pegawai',
        'Laporan di Abdi, atau pernyataan',
        'Laporan di Abdi saja',
        'Evaluasi di Abdi, atau pernyataan',
        'Evaluasi di Abdi saja',
        'Hanya daftar dari petugas',
      ],
    },
    before: (before, onDay) =>
      [...before.map((count) => `H-${count}`), ...(onDay ? ['hari H'] : [])].join(', ') || 'tidak sebelumnya',
    overdue: (every, most) =>
      every === null || most === 0
        ? 'tidak diingatkan lagi'
        : `tiap ${every === 1 ? 'hari kerja' : days(every)}, paling banyak ${most} kali`,
    escalation: (supervisor, hr) => {
      const parts = [
        ...(supervisor === null ? [] : [`atasan diberi tahu sesudah ${days(supervisor)}`]),
        ...(hr === null ? [] : [`petugas sesudah ${days(hr)}`]),
      ]
      return parts.join(', ') || 'tidak ada yang diberi tahu'
    },
    done: (by, said) =>
      [
        ...(by === 'report'
          ? ['laporan kinerja di Abdi']
          : by === 'evaluation'
            ? ['evaluasi diri di Abdi']
            : []),
        ...(said ? ['pernyataan “sudah lapor”'] : []),
        'daftar NIP dari petugas',
      ].join(', atau '),
    shift: (shift) =>
      ({
        before: 'maju ke hari kerja sebelumnya',
        after: 'mundur ke hari kerja sesudahnya',
        none: 'tetap di tanggal itu',
      })[shift],
    none: 'tidak ada',
    hour: (hour, zone) => `mulai ${String(hour).padStart(2, '0')}.00 ${zone}`,
    noDeadlines: 'Belum ada pengingat. Tekan Buat pengingat untuk yang pertama.',
    list: (count) => `Ada ${count} pengingat:`,
    listLine: (title, when, state) => `- **${title}**, ${when}: ${state}`,
    states: { active: 'berjalan', paused: 'dijeda', ended: 'sudah diakhiri' },
    next: (day) => `tenggat berikutnya ${day}`,
    noNext: 'tidak ada tenggat lagi',
    more: 'Berikutnya',
    pause: 'Jeda',
    resume: 'Lanjutkan',
    edit: 'Ubah',
    end: 'Akhiri',
    who: 'Siapa yang belum',
    upload: 'Unggah daftar yang sudah',
    paused: (title) => `**${title}** dijeda: tidak ada yang diingatkan sampai dilanjutkan.`,
    resumed: (title) => `**${title}** berjalan lagi. Pengingat yang terlewat selama dijeda tidak disusulkan.`,
    reallyEnd: (title) =>
      `Akhiri **${title}**? Sesudah itu tidak ada lagi yang diingatkan, dan tidak bisa dilanjutkan.`,
    yesEnd: 'Ya, akhiri',
    ended: (title) => `**${title}** diakhiri.`,
    notNow: 'Itu tidak bisa dilakukan sekarang: keadaannya sudah berubah. Begini adanya:',
    missing: ({ title, label, day, missing, all, done }) =>
      `**${title}** (${label}, tenggat ${day}): ${missing} dari ${all} orang belum, ${done} sudah.`,
    unit: (name, missing, all) => `- ${name}: ${missing} dari ${all} belum`,
    moreUnits: (count) => `- dan ${count} unit lagi, semuanya ada di berkas`,
    noFile: 'Di sini berkas tidak bisa dikirim, jadi namanya tidak saya lampirkan.',
    csvName: (title, day) => `belum_${title}_${day}.csv`,
    csv: ['NIP', 'Nama', 'Unit kerja', 'Tenggat', 'Bisa dihubungi'],
    reachable: ['tidak', 'ya'],
    noOccurrence:
      'Belum ada tenggat yang bisa dilihat. Tenggat baru disiapkan dalam beberapa menit pada jam kerja; coba lagi nanti.',
    proofs: (count) => `Lihat bukti (${count})`,
    proofsNotHere: 'Di sini berkas tidak bisa dibuka. Lihat buktinya lewat Telegram, Slack, atau web.',
    noProofs: (title) => `Belum ada bukti yang dilampirkan untuk **${title}**.`,
    proof: (whose) => `Bukti dari **${whose}**`,
    proofGone: (whose) => `Bukti dari **${whose}** tidak bisa dibuka lagi. Mintalah dikirim ulang.`,
    moreProofs: (count) => `Masih ada ${count} bukti lagi.`,
    hasLeft: 'pegawai yang sudah tidak bekerja di sini',
    askList: (title, label) =>
      `Siapa yang sudah menyelesaikan **${title}** (${label})? Tempel NIP-nya, satu per baris atau dipisah koma, atau kirim berkasnya (.txt atau .xlsx, lembar pertama).`,
    listLabel: 'Daftar NIP',
    listTitle: 'Daftar yang sudah',
    listHint: 'Tidak ada NIP (18 angka) yang terbaca. Tempel NIP-nya, satu per baris.',
    listUnreadable: (why) => `Berkasnya tidak bisa saya baca: ${why}`,
    listRounded:
      'Di berkas itu NIP-nya disimpan sebagai angka, jadi Excel membulatkannya dan digit terakhirnya hilang. Ubah kolomnya menjadi teks lalu isi ulang NIP-nya, atau tempel NIP-nya di sini.',
    someRounded: (count) =>
      `Ada ${count} sel yang NIP-nya disimpan sebagai angka dan sudah dibulatkan Excel; itu tidak saya catat.`,
    listed: (taken, known, title) =>
      `${taken} orang dicatat sudah menyelesaikan **${title}**${known === '0' ? '' : `; ${known} sudah tercatat sebelumnya`}.`,
    notListed: (nips, more) =>
      `Tidak termasuk yang diingatkan, jadi tidak dicatat: ${nips.join(', ')}${more > 0 ? `, dan ${more} lagi` : ''}.`,
    deskOnly: 'Akun Anda belum terhubung dengan data pegawai, jadi yang tampil hanya urusan petugas.',
  },
}
