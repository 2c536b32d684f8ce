import { channelTitle, literal, type Texts } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Reach } from '../reach.ts'

/** A draft in words: for whom, how many, how it looks; `shown` has the pieces it is sent as on each platform. */
export interface Summary {
  readonly to: string
  readonly reach: Reach
  readonly shown: readonly { readonly channel: string; readonly pieces: number }[]
  readonly file?: string
}

/** What officers hear while they write a broadcast. */
export interface DraftingTexts {
  readonly title: string
  readonly askText: string
  readonly askOtherText: string
  readonly textLabel: string
  tooLong(length: number, most: number): string
  unknownPlaceholder(names: readonly string[]): string
  readonly askFile: string
  readonly askOtherFile: string
  readonly fileLabel: string
  readonly noFilesHere: string
  readonly askWho: string
  readonly whoLabel: string
  readonly everybody: string
  everybodySure(people: number): string
  yesEverybody(people: number): string
  readonly otherRecipients: string
  readonly nobody: string
  noneReachable(people: number): string
  readonly noRecipients: string
  readonly preview: string
  summary(summary: Summary): string
  readonly test: string
  readonly sendNow: string
  readonly schedule: string
  readonly changeText: string
  readonly addFile: string
  readonly changeFile: string
  readonly changeRecipients: string
  readonly drop: string
  readonly testedHere: string
  testedThere(channel: string): string
  readonly meanwhile: string
  readonly gone: string
}

const REASONS: Readonly<Record<string, string>> = {
  'no account': 'belum menghubungkan akun',
  unreachable: 'tidak bisa dihubungi lagi di akunnya',
}
const PLACEHOLDERS =
  '{nama} dan {unit} saya ganti dengan nama dan unit masing-masing penerima. Tulisan tebal: \\*\\*begini\\*\\*.'

function people(count: number): string {
  return `${showNumber(count)} orang`
}

function reasons(of: Readonly<Record<string, number>>): string {
  const each = Object.entries(of).map(
    ([reason, count]) => `${showNumber(count)} ${REASONS[reason] ?? 'tidak bisa dihubungi'}`,
  )
  return each.length === 0 ? '' : ` (${each.join(', ')})`
}

function looks({ shown, file }: Summary): string {
  const split = shown.filter(({ pieces }) => pieces > 1)
  if (split.length === 0) return 'Di semua aplikasi tampil sebagai satu pesan, seperti di atas.'
  const where = split.map(({ channel, pieces }) => `${channelTitle(channel)} ${pieces} pesan`).join(', ')
  const why =
    file !== undefined && split.some(({ channel }) => channel === 'telegram')
      ? ' Di Telegram teks di bawah berkas paling panjang 1.024 huruf, jadi berkas dan teksnya terpisah.'
      : ''
  return `Tampil sebagai beberapa pesan: ${where}.${why}`
}

export const texts: Texts<DraftingTexts> = {
  id: {
    title: 'Siaran baru',
    askText: `Apa isi siarannya? Tulis di sini, atau teruskan pesan atau berkas dengan keterangannya.\n\n${PLACEHOLDERS}`,
    askOtherText: `Tulis isi yang baru; yang lama saya ganti seluruhnya.\n\n${PLACEHOLDERS}`,
    textLabel: 'Isi siaran',
    tooLong: (length, most) =>
      `Teksnya ${showNumber(length)} huruf, sedangkan siaran paling panjang ${showNumber(most)} huruf. Ringkas dulu, atau kirim selengkapnya sebagai berkas.`,
    unknownPlaceholder: (names) =>
      `Saya tidak punya isi untuk ${names.map((name) => `{${name}}`).join(', ')}. Yang bisa dipakai hanya {nama} dan {unit}. Tolong tulis lagi tanpa itu.`,
    askFile: 'Ada lampiran? Kirim satu foto atau dokumen, atau lewati.',
    askOtherFile: 'Kirim lampiran yang baru, atau lewati supaya siarannya tanpa lampiran.',
    fileLabel: 'Lampiran',
    noFilesHere: 'Berkas tidak bisa diterima lewat obrolan ini.',
    askWho:
      'Untuk siapa? Contoh: _PPPK di Dinas Kesehatan_, _atasan di Kecamatan Serang_, _yang belum punya laporan_, atau daftar NIP, satu per baris.',
    whoLabel: 'Penerima',
    everybody: 'Semua pegawai',
    everybodySure: (count) =>
      `Itu **semua pegawai, ${people(count)}**. Betul, siaran ini memang untuk semuanya?`,
    yesEverybody: (count) => `Ya, semua ${people(count)}`,
    otherRecipients: 'Pilih penerima lain',
    nobody:
      'Tidak ada pegawai yang cocok dengan itu, jadi tidak ada yang akan menerima. Coba penerima lain, ya.',
    noneReachable: (count) =>
      `Ada ${people(count)} yang cocok, tetapi tidak satu pun bisa saya hubungi: belum ada yang menghubungkan akunnya. Coba penerima lain, ya.`,
    noRecipients: 'Penerimanya belum dipilih.',
    preview: 'Begitulah penerima melihatnya, dengan nama dan unit masing-masing.',
    summary: (summary) => {
      const { to, reach, file } = summary
      const channels = Object.entries(reach.byChannel)
        .map(([channel, count]) => `${channelTitle(channel)} ${showNumber(count)}`)
        .join(', ')
      return [
        `**Kepada:** ${literal(to)}`,
        `**Penerima:** ${people(reach.people)}`,
        `**Bisa dihubungi:** ${people(reach.reachable)}${channels === '' ? '' : ` (${channels})`}`,
        ...(reach.people > reach.reachable
          ? [`**Tidak terjangkau:** ${people(reach.people - reach.reachable)}${reasons(reach.reasons)}`]
          : []),
        ...(file === undefined ? [] : [`**Lampiran:** ${literal(file)}`]),
        looks(summary),
      ].join('\n')
    },
    test: 'Uji ke saya',
    sendNow: 'Kirim sekarang',
    schedule: 'Jadwalkan',
    changeText: 'Ubah teks',
    addFile: 'Tambah lampiran',
    changeFile: 'Ubah lampiran',
    changeRecipients: 'Ubah penerima',
    drop: 'Buang rancangan',
    testedHere: 'Itu contohnya, hanya kepada Anda. Belum ada yang dikirim kepada penerima.',
    testedThere: (channel) =>
      `Contohnya saya kirim ke ${channelTitle(channel)} Anda. Belum ada yang dikirim kepada penerima.`,
    meanwhile: 'Siaran itu sudah berubah sejak tombol tadi ditampilkan. Ini keadaannya sekarang:',
    gone: 'Siaran itu tidak ada lagi.',
  },
}
