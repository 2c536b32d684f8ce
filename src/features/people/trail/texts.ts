import type { Role } from '../../../chat/feature.ts'
import type { Texts } from '../../../chat/message.ts'

/** What is said about who did what about whom. */
export interface TrailTexts {
  readonly summary: string
  readonly how: string
  readonly unknown: string
  none(who: string): string
  heading(who: string): string
  line(when: string, by: string, role: string, action: string): string
  /** The deeds that have words; others are shown by their names. */
  readonly actions: Readonly<Record<string, string>>
  readonly roles: Readonly<Record<Role, string>>
}

export const texts: Texts<TrailTexts> = {
  id: {
    summary: 'Melihat jejak: siapa melakukan apa atas data pegawai',
    how: 'Ketik /jejak diikuti NIP-nya, misalnya: /jejak 19850315 201001 2 001',
    unknown: 'NIP itu tidak ada di data pegawai. Periksa lagi angkanya.',
    none: (who) => `Belum ada jejak tentang **${who}**.`,
    heading: (who) => `Jejak terakhir tentang **${who}**, yang terbaru di atas:`,
    line: (when, by, role, action) => `- ${when}, ${by} (${role}): ${action}`,
    actions: {
      'admin.claimed': 'menjadi administrator dengan kode klaim',
      'code.issued': 'membuat kode pendaftaran',
      'entry.linked': 'menghubungkan data ke akunnya',
      'entry.moved': 'memindahkan data ke akun lain dengan kode',
      'entry.freed': 'melepaskan data dari akun',
      'role.changed': 'mengubah peran',
      'supervisor.changed': 'mengganti atasan sesuai laporan',
      'supervisor.kept': 'menolak laporan atasan',
      'trail.seen': 'melihat jejak ini',
      'staff.entry': 'membuka datanya lewat pertanyaan',
      'staff.listed': 'melihatnya dalam daftar pegawai',
      'targets.seen': 'melihat target kerjanya',
      'evaluation.viewed': 'membuka evaluasinya',
      'evaluation.rated': 'menilai evaluasinya',
      'evaluation.asked': 'bertanya tentang evaluasinya',
      'evaluation.commented': 'mengomentari evaluasinya',
      'absence.noted': 'mencatat tidak masuk',
      'absence.removed': 'menghapus catatan tidak masuk',
    },
    roles: {
      citizen: 'tanpa peran',
      employee: 'pegawai',
      supervisor: 'atasan',
      hr: 'petugas kepegawaian',
      admin: 'administrator',
    },
  },
}
