import type { Texts } from '../../../chat/message.ts'
import type { EntryRole } from '../../../directory.ts'

/** What is said about what people may do. */
export interface RoleTexts {
  readonly summary: string
  readonly how: string
  readonly unknown: string
  left(who: string): string
  readonly own: string
  done(who: string, role: string): string
  told(role: string): string
  readonly roles: Readonly<Record<EntryRole, string>>
  /** The words that name a role. */
  readonly words: Readonly<Record<string, EntryRole>>
}

export const texts: Texts<RoleTexts> = {
  id: {
    summary: 'Mengatur peran pegawai',
    how: 'Ketik /peran diikuti NIP dan perannya (hr, pegawai, atau admin), misalnya: /peran 19850315 201001 2 001 hr',
    unknown: 'NIP itu tidak ada di data pegawai. Periksa lagi angkanya.',
    left: (who) => `**${who}** tercatat sudah tidak bekerja di sini.`,
    own: 'Peran Anda sendiri hanya bisa diubah oleh administrator lain.',
    done: (who, role) => `**${who}** sekarang ${role}. Kalau akunnya sudah terhubung, ia sudah saya kabari.`,
    told: (role) =>
      `Peran Anda di Abdi diubah oleh administrator: sekarang Anda ${role}. Ketik /bantuan untuk melihat yang bisa Anda lakukan.`,
    roles: { employee: 'pegawai', hr: 'petugas kepegawaian', admin: 'administrator' },
    words: {
      hr: 'hr',
      kepegawaian: 'hr',
      petugas: 'hr',
      pegawai: 'employee',
      admin: 'admin',
      administrator: 'admin',
    },
  },
}
