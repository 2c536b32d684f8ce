import type { Texts } from '../../chat/message.ts'
import { showDay } from '../../indonesian/dates.ts'
import { showNumber } from '../../indonesian/numbers.ts'
import type { Asked, Grouping, Lack } from './query.ts'

/** What is said about who works here and how many. */
export interface StaffTexts {
  readonly summary: string
  how(examples: readonly string[]): string
  readonly examples: Readonly<Record<'employee' | 'supervisor' | 'hr', readonly string[]>>
  readonly onlyEmployees: string
  readonly noEntry: string
  readonly notUnderstood: string
  notThese(words: readonly string[]): string
  noUnit(asked: string): string
  readonly whichUnit: string
  readonly noOwnUnit: string
  readonly tooOld: string
  counted(count: number, understood: string): string
  few(understood: string): string
  listed(count: number, understood: string): string
  page(from: number, to: number, count: number): string
  readonly nobody: string
  none(understood: string): string
  average(age: string, count: string, understood: string): string
  grouped(understood: string): string
  readonly groupedBy: Readonly<Record<Grouping, string>>
  readonly howMany: string
  readonly fewMark: string
  readonly fewNote: string
  total(count: string): string
  more(count: number): string
  readonly unsaid: string
  readonly sex: Readonly<Record<'P' | 'L', string>>
  readonly next: string
  readonly sendFile: string
  fileReady(count: number): string
  readonly fileName: string
  readonly columns: readonly string[]
  line(entry: { name: string; position: string; unit: string; retires: string | null }): string
  nameOnly(entry: { name: string; position: string }): string
  supervisorIs(name: string, position: string, unit: string): string
  supervisorOf(whose: string, name: string, position: string, unit: string): string
  readonly noSupervisor: string
  noSupervisorOf(whose: string): string
  headIs(unit: string, name: string, position: string): string
  noHead(unit: string): string
  /** `choose` where a button goes with each of them. */
  several(count: number, choose: boolean): string
  tooMany(count: number): string
  nobodyNamed(name: string): string
  readonly noSuchNip: string
  readonly fields: Readonly<Record<Asked, string>>
  field(label: string, value: string): string
  readonly notRecorded: string
  readonly refused: Readonly<Record<'names' | 'contact' | 'details' | 'ages', string>>
  otherUnit(own: string): string
  readonly understood: {
    readonly everybody: string
    readonly everywhere: string
    readonly ownReports: string
    reportsOf(name: string): string
    name(name: string): string
    readonly sex: Readonly<Record<'P' | 'L', string>>
    /** `kinds` are those a general word stands for; one where it is none. */
    position(words: string, kinds: readonly string[]): string
    grade(from: string, to: string): string
    age(from: number | undefined, to: number | undefined): string
    retires(from: string, to: string): string
    qualification(words: string): string
    readonly missing: Readonly<Record<Lack, string>>
    readonly registered: string
    readonly unregistered: string
    unit(name: string): string
    ownUnit(name: string): string
    readonly by: Readonly<Record<Grouping, string>>
  }
}

export const texts: Texts<StaffTexts> = {
  id: {
    summary: 'Bertanya siapa dan berapa pegawai',
    how: (examples) =>
      `Tanyakan siapa atau berapa pegawainya dengan kata-kata biasa, misalnya:\n${examples.map((one) => `- ${one}`).join('\n')}`,
    examples: {
      employee: ['siapa atasan saya', 'berapa PPPK di unit saya', 'jabatan saya apa'],
      supervisor: [
        'siapa saja bawahan saya',
        'berapa bawahan saya yang PPPK',
        'berapa perempuan di unit saya',
      ],
      hr: [
        'berapa perawat di Dinas Kesehatan',
        'pegawai yang pensiun tahun depan',
        'jumlah PPPK per OPD',
        'siapa yang belum punya atasan',
      ],
    },
    onlyEmployees:
      'Maaf, soal siapa dan berapa pegawai hanya saya jawab untuk pegawai yang sudah terdaftar. Kalau Anda pegawai, ketik /daftar dulu. Untuk urusan layanan, silakan hubungi kontak resmi dinasnya.',
    noEntry:
      'Akun ini belum tersambung dengan data pegawai, jadi saya belum tahu unit dan atasan Anda. Ketik /daftar untuk menyambungkannya.',
    notUnderstood: 'Pertanyaannya belum saya pahami.',
    notThese: (words) => `Yang belum saya pahami: _${words.join('_, _')}_. Coba dengan kata lain, ya.`,
    noUnit: (asked) => `Unit _${asked}_ tidak saya temukan. Coba tulis nama lengkap unitnya.`,
    whichUnit: 'Maksudnya unit yang mana?',
    noOwnUnit: 'Akun ini tidak punya unit sendiri. Sebut nama unitnya, ya.',
    tooOld: 'Daftar itu sudah lama. Tanyakan sekali lagi, ya.',
    counted: (count, understood) => `**${showNumber(count)} orang**\nSaya hitung: ${understood}.`,
    few: (understood) =>
      `**Kurang dari 5 orang**, atau angkanya disamarkan agar jumlah yang sangat kecil tidak bisa ditebak.\nSaya hitung: ${understood}.`,
    listed: (count, understood) => `**${showNumber(count)} orang**\nSaya cari: ${understood}.`,
    page: (from, to, count) =>
      `Nomor ${showNumber(from)} sampai ${showNumber(to)} dari ${showNumber(count)}:`,
    nobody: 'Tidak ada orang lagi di daftar itu.',
    none: (understood) => `Tidak ada yang cocok.\nSaya cari: ${understood}.`,
    average: (age, count, understood) =>
      `Rata-rata umurnya **${age} tahun**, dari ${count} orang.\nSaya hitung: ${understood}.`,
    grouped: (understood) => `Saya hitung: ${understood}.`,
    groupedBy: {
      unit: 'Unit',
      position: 'Jabatan',
      kind: 'Jenis',
      grade: 'Golongan',
      sex: 'Jenis kelamin',
      retirement: 'Tahun pensiun',
    },
    howMany: 'Jumlah',
    fewMark: '< 5*',
    fewNote:
      '* Kurang dari 5, atau disamarkan agar jumlah yang sangat kecil tidak bisa dihitung dari angka lain.',
    total: (count) => `Seluruhnya **${count} orang**.`,
    more: (count) => `(dan ${showNumber(count)} baris lagi)`,
    unsaid: '(belum tercatat)',
    sex: { P: 'Perempuan', L: 'Laki-laki' },
    next: 'Berikutnya',
    sendFile: 'Kirim berkasnya',
    fileReady: (count) =>
      `Ini daftarnya, ${showNumber(count)} orang. Isinya data pribadi: simpan di tempat yang aman, dan hapus setelah dipakai.`,
    fileName: 'daftar-pegawai.csv',
    columns: ['NIP', 'Nama', 'Jenis', 'Golongan', 'Jabatan', 'Unit', 'Pendidikan', 'Atasan', 'Pensiun'],
    line: ({ name, position, unit, retires }) =>
      `**${name}**, ${position}, ${unit}${retires === null ? '' : ` (pensiun ${retires})`}`,
    nameOnly: ({ name, position }) => `**${name}**, ${position}`,
    supervisorIs: (name, position, unit) => `Atasan Anda **${name}**, ${position}, ${unit}.`,
    supervisorOf: (whose, name, position, unit) => `Atasan ${whose}: **${name}**, ${position}, ${unit}.`,
    noSupervisor: 'Atasan Anda belum tercatat. Beri tahu petugas kepegawaian supaya dilengkapi, ya.',
    noSupervisorOf: (whose) => `Atasan ${whose} belum tercatat.`,
    headIs: (unit, name, position) => `${unit}: **${name}**, ${position}.`,
    noHead: (unit) => `Kepala ${unit} belum tercatat di data pegawai.`,
    several: (count, choose) =>
      `Ada ${showNumber(count)} orang dengan nama itu. ${choose ? 'Pilih orangnya' : 'Sebut nama lengkapnya'}:`,
    tooMany: (count) =>
      `Ada ${showNumber(count)} orang atau lebih dengan nama itu. Sebut nama lengkapnya, atau juga unitnya.`,
    noSuchNip: 'NIP itu tidak ada di data pegawai yang masih bekerja. Periksa lagi angkanya.',
    nobodyNamed: (name) => `Tidak ada pegawai bernama _${name}_ di data saya.`,
    fields: {
      phone: 'Nomor telepon',
      email: 'E-mail',
      nip: 'NIP',
      unit: 'Unit',
      position: 'Jabatan',
      grade: 'Golongan',
      retirement: 'Pensiun',
    },
    field: (label, value) => `${label}: ${value}`,
    notRecorded: 'belum tercatat',
    refused: {
      names:
        'Maaf, nama pegawai lain hanya saya berikan kepada petugas kepegawaian. Yang bisa saya jawab: atasan Anda, bawahan Anda, data Anda sendiri, dan jumlah pegawai di unit Anda.',
      contact:
        'Maaf, nomor telepon, e-mail, dan NIP orang lain tidak saya berikan. Untuk menghubunginya, lewat kontak resmi unitnya atau minta tolong petugas kepegawaian, ya.',
      details:
        'Maaf, rincian itu hanya untuk petugas kepegawaian. Di unit Anda bisa saya hitung menurut jenis (PNS atau PPPK), golongan, jenis kelamin, dan jabatan secara umum, misalnya _guru_.',
      ages: 'Maaf, umur pegawai hanya saya hitungkan untuk petugas kepegawaian.',
    },
    otherUnit: (own) =>
      `Maaf, yang bisa saya hitungkan untuk Anda hanya unit Anda sendiri, **${own}**. Untuk unit lain, tanyakan kepada petugas kepegawaian.`,
    understood: {
      everybody: 'semua pegawai',
      everywhere: 'seluruh unit',
      ownReports: 'bawahan langsung Anda',
      reportsOf: (name) => `bawahan langsung ${name}`,
      name: (name) => `bernama ${name}`,
      sex: { P: 'perempuan', L: 'laki-laki' },
      position: (words, kinds) =>
        kinds.length > 1
          ? `${words} (${kinds.slice(0, 3).join(', ')}${kinds.length > 3 ? ', dan lainnya' : ''})`
          : `jabatan mengandung "${words}"`,
      grade: (from, to) => (from === to ? `golongan ${from}` : `golongan ${from} sampai ${to}`),
      age: (from, to) =>
        from === undefined
          ? `umur paling tinggi ${to} tahun`
          : to === undefined
            ? `umur paling rendah ${from} tahun`
            : from === to
              ? `umur ${from} tahun`
              : `umur ${from} sampai ${to} tahun`,
      retires: (from, to) => `pensiun ${period(from, to)}`,
      qualification: (words) => `pendidikan ${words}`,
      missing: {
        supervisor: 'belum punya atasan',
        phone: 'belum ada nomor telepon',
        email: 'belum ada e-mail',
        qualification: 'pendidikan belum tercatat',
      },
      registered: 'sudah terdaftar di Abdi',
      unregistered: 'belum terdaftar di Abdi',
      unit: (name) => name,
      ownUnit: (name) => `unit Anda (${name})`,
      by: {
        unit: 'per unit',
        position: 'per jabatan',
        kind: 'per jenis',
        grade: 'per golongan',
        sex: 'per jenis kelamin',
        retirement: 'per tahun pensiun',
      },
    },
  },
}

/** A whole year by its number, else both days. */
function period(from: string, to: string): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return `${showDay(from)} sampai ${showDay(to)}`
  return first === last ? `tahun ${first}` : `tahun ${first} sampai ${last}`
}
