import { literal, type Texts } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import type { Service } from './service-store.ts'

/** What is read about the services of offices. */
export interface ServiceTexts {
  readonly summary: string
  readonly how: string
  unknownUnit(words: string): string
  severalUnits(words: string): string
  readonly notYours: string
  readonly gone: string
  list(unit: string, services: readonly Service[], more: number): string
  readonly add: string
  readonly posters: string
  readonly poster: string
  readonly rename: string
  readonly close: string
  readonly reopen: string
  back(unit: string): string
  card(service: Service, link: string | undefined): string
  readonly askAdd: string
  readonly addLabel: string
  askName(before: string): string
  readonly nameLabel: string
  added(unit: string, added: readonly string[], known: readonly string[]): string
  readonly tooLong: string
  readonly nothingRead: string
  renamed(name: string): string
  nameTaken(name: string): string
  closed(name: string): string
  reopened(name: string): string
  printed(count: number, left: number): string
  readonly cannotPrint: string
  readonly none: string
  readonly posterTitle: string
  pictureFile(id: string): string
  posterFile(id: string): string
}

const named = (names: readonly string[]): string => names.map((name) => `“${literal(name)}”`).join(', ')

export const texts: Texts<ServiceTexts> = {
  id: {
    summary: 'Layanan kantor, dengan kode QR untuk loketnya',
    how: 'Layanan kantor mana? Tulis namanya, misalnya */layanan disdukcapil*.',
    unknownUnit: (words) => `Saya tidak menemukan kantor “${literal(words)}”. Tulis nama lengkapnya, ya.`,
    severalUnits: (words) => `Ada beberapa kantor yang cocok dengan “${literal(words)}”. Yang mana?`,
    notYours: 'Layanan kantor itu diatur petugas kepegawaian dan petugas laporan kantor itu.',
    gone: 'Layanan itu tidak ada lagi.',
    list: (unit, services, more) =>
      services.length === 0
        ? `**${literal(unit)}** belum punya layanan di sini. Tambahkan beberapa sekaligus, satu per baris.`
        : [
            `**Layanan ${literal(unit)}**`,
            ...services.map(({ name, closedOn }, i) =>
              closedOn === null
                ? `${i + 1}. ${literal(name)}`
                : `${i + 1}. ${literal(name)} (ditutup ${showDay(closedOn)})`,
            ),
            ...(more > 0 ? [`… dan ${more} lagi.`] : []),
          ].join('\n'),
    add: 'Tambah layanan',
    posters: 'Poster semua layanan',
    poster: 'Poster (PDF)',
    rename: 'Ganti nama',
    close: 'Tutup layanan',
    reopen: 'Buka lagi',
    back: (unit) => `Semua layanan ${unit}`,
    card: ({ id, name, unit, closedOn }, link) =>
      [
        `**${literal(name)}**, ${literal(unit.name)}${closedOn === null ? '' : ` (ditutup ${showDay(closedOn)})`}`,
        ...(closedOn === null
          ? [
              link === undefined
                ? 'Kode QR baru bisa dibuat kalau bot ini terhubung ke Telegram.'
                : `Tautan: ${link}`,
              `Di obrolan Abdi mana pun warga juga bisa menulis */lapor s${id}*.`,
            ]
          : []),
      ].join('\n\n'),
    askAdd: 'Tulis nama layanannya, satu per baris. Boleh banyak sekaligus.',
    addLabel: 'Layanan',
    askName: (before) => `Apa nama baru untuk “${literal(before)}”?`,
    nameLabel: 'Nama',
    added: (unit, added, known) =>
      [
        added.length > 0
          ? `Ditambahkan ke **${literal(unit)}**: ${named(added)}.`
          : `Tidak ada yang ditambahkan ke **${literal(unit)}**.`,
        ...(known.length > 0 ? [`Sudah ada: ${named(known)}.`] : []),
      ].join(' '),
    tooLong: 'Nama layanan paling panjang 120 huruf, dan sekali tambah paling banyak 50. Coba lagi, ya.',
    nothingRead: 'Saya tidak menemukan nama layanan di situ. Tulis satu per baris.',
    renamed: (name) => `Namanya sekarang “${literal(name)}”. Kode QR yang sudah dipasang tetap berlaku.`,
    nameTaken: (name) => `Kantor itu sudah punya layanan “${literal(name)}”.`,
    closed: (name) =>
      `“${literal(name)}” ditutup: warga tidak bisa lagi memilihnya. Laporan yang sudah ada tetap ada.`,
    reopened: (name) => `“${literal(name)}” dibuka lagi.`,
    printed: (count, left) =>
      `${count} poster A4, satu layanan per halaman. Coba pindai dulu sebelum dipasang.${left > 0 ? ` ${left} layanan lain tidak muat; cetak per kantor di bawahnya.` : ''}`,
    cannotPrint:
      'Poster tidak bisa dibuat di sini: perlu bot yang terhubung ke Telegram, dan obrolan yang bisa menerima berkas.',
    none: 'Belum ada layanan yang dibuka di kantor itu.',
    posterTitle: 'Bagaimana layanan kami hari ini?',
    pictureFile: (id) => `kode-layanan-${id}.png`,
    posterFile: (id) => `poster-layanan-${id}.pdf`,
  },
}
