import { literal, type Texts } from '../../../chat/message.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Reach } from '../reach.ts'

/** What officers hear when a broadcast is timed, confirmed and agreed to. */
export interface ConfirmingTexts {
  readonly askWhen: string
  readonly whenLabel: string
  readonly suggestedTimes: readonly string[]
  readonly wrongTime: Readonly<Record<'unread' | 'time' | 'past' | 'far', string>>
  readonly night: string
  readonly atNight: string
  readonly otherTime: string
  readonly back: string
  readonly nobody: string
  sure(reach: Reach, when: string | null, beginning: string): string
  yes(people: number): string
  readonly grownMeanwhile: string
  nobodyElse(people: number, limit: number): string
  waiting(id: string, officers: number, limit: number): string
  scheduled(id: string, when: string): string
  starting(id: string): string
  readonly look: string
  askApproval(by: string, summary: string, when: string | null): string
  readonly approve: string
  readonly refuse: string
  readonly notOwn: string
  approved(id: string): string
  toldApproved(id: string, by: string, when: string | null): string
  readonly askReason: string
  readonly reasonLabel: string
  readonly refused: string
  toldRefused(id: string, by: string, reason: string): string
  limitIs(limit: number): string
  limitIsForAdmins(limit: number): string
  readonly wrongLimit: string
  limitSet(limit: number): string
}

const LIMIT = (limit: number): string =>
  `Siaran untuk lebih dari **${showNumber(limit)} orang** harus disetujui petugas lain sebelum dikirim.`

export const texts: Texts<ConfirmingTexts> = {
  id: {
    askWhen:
      'Kapan dikirim? Tulis hari dan jamnya, misalnya _besok jam 8_, _Senin 07.30_, atau _5 Desember 2026 pukul 9_.',
    whenLabel: 'Waktu kirim',
    suggestedTimes: ['Besok jam 8 pagi', 'Senin jam 8 pagi'],
    wrongTime: {
      unread: 'Waktunya belum terbaca. Contoh yang bisa: besok jam 8, Senin 07.30, 5 Desember 2026 pukul 9.',
      time: 'Pukul berapa? Tulis hari dan jamnya sekaligus, misalnya: besok jam 8.',
      past: 'Waktu itu sudah lewat. Tulis waktu yang akan datang, lengkap dengan harinya.',
      far: 'Itu lebih dari setahun lagi. Tulis waktu yang lebih dekat.',
    },
    night:
      'Itu antara pukul 21.00 dan 06.00, saat kebanyakan orang beristirahat. Kalau tidak mendesak, lebih baik pagi hari.',
    atNight: 'Tetap malam hari',
    otherTime: 'Pilih waktu lain',
    back: 'Kembali',
    nobody: 'Saat ini tidak ada penerima yang bisa dihubungi, jadi siarannya tidak bisa dikirim.',
    sure: (reach, when, beginning) =>
      [
        `Langkah terakhir: kirim siaran ini kepada **${showNumber(reach.reachable)} orang**, **${when ?? 'sekarang juga'}**?`,
        `> ${literal(beginning)}`,
        ...(reach.people > reach.reachable
          ? [
              `${showNumber(reach.people - reach.reachable)} orang lain tidak terjangkau; daftarnya bisa dilihat sesudah dikirim.`,
            ]
          : []),
      ].join('\n\n'),
    yes: (people) => `Ya, kirim ke ${showNumber(people)} orang`,
    grownMeanwhile: 'Jumlah penerimanya bertambah sejak tadi.',
    nobodyElse: (people, limit) =>
      `Siaran ini untuk ${showNumber(people)} orang. ${LIMIT(limit)} Saat ini tidak ada petugas lain yang bisa dihubungi. Yang bisa dilakukan: minta administrator mengangkat satu petugas lagi dengan /peran, atau menaikkan batasnya dengan _/siaran batas 2000_. Rancangannya tetap tersimpan.`,
    waiting: (id, officers, limit) =>
      `**Siaran ${id}** menunggu persetujuan. ${LIMIT(limit)} Sudah saya tanyakan kepada ${officers} petugas; satu saja cukup, dan Anda saya kabari.`,
    scheduled: (id, when) =>
      `**Siaran ${id}** dijadwalkan: ${when}. Sampai saat itu masih bisa diubah atau dibatalkan.`,
    starting: (id) => `**Siaran ${id}** segera dikirim. Perkembangannya saya tampilkan di sini.`,
    look: 'Lihat siaran',
    askApproval: (by, summary, when) =>
      `**${by}** meminta persetujuan Anda untuk siaran di atas.\n\n${summary}\n**Waktu kirim:** ${when ?? 'begitu disetujui'}`,
    approve: 'Setujui',
    refuse: 'Tolak',
    notOwn: 'Siaran sendiri tidak bisa disetujui sendiri. Petugas lain yang menyetujuinya.',
    approved: (id) => `**Siaran ${id}** Anda setujui. Yang membuatnya sudah saya kabari.`,
    toldApproved: (id, by, when) =>
      `**Siaran ${id}** disetujui ${by}. ${when === null ? 'Sekarang dikirim.' : `Dikirim ${when}.`}`,
    askReason: 'Apa alasannya? Saya sampaikan kepada yang membuatnya.',
    reasonLabel: 'Alasan',
    refused: 'Baik, siarannya tidak dikirim. Alasannya sudah saya sampaikan.',
    toldRefused: (id, by, reason) =>
      `**Siaran ${id}** belum disetujui ${by}:\n\n> ${reason}\n\nSiarannya kembali menjadi rancangan; silakan diperbaiki.`,
    limitIs: (limit) => LIMIT(limit),
    limitIsForAdmins: (limit) => `${LIMIT(limit)} Yang bisa mengubah batas itu hanya administrator.`,
    wrongLimit: 'Tulis jumlah orangnya dengan angka bulat, misalnya: /siaran batas 200',
    limitSet: (limit) => `Tersimpan. ${LIMIT(limit)}`,
  },
}
