import type { Texts } from '../../chat/message.ts'

/** What the chat says about the dashboard. */
export interface DashboardTexts {
  readonly summary: string
  link(url: string, minutes: number): string
  onlyHere(url: string, minutes: number): string
}

const rules = (minutes: number): string =>
  `Tautan ini berlaku ${minutes} menit, untuk sekali masuk, dan hanya untuk Anda: jangan diteruskan ke orang lain.`
const WHAT =
  'Di sana ada papan antrean: pekerjaan terjadwal, yang sedang berjalan, dan yang gagal, yang bisa dijalankan ulang.'

export const texts: Texts<DashboardTexts> = {
  id: {
    summary: 'Membuka dasbor: antrean pekerjaan Abdi',
    link: (url, minutes) => `[Buka dasbor](${url})\n\n${rules(minutes)} ${WHAT}`,
    onlyHere: (url, minutes) =>
      `\`${url}\`\n\nSalin alamat itu ke peramban di mesin tempat Abdi berjalan; dari tempat lain ia tidak terbuka selama PUBLIC_URL belum diisi. ${rules(minutes)} ${WHAT}`,
  },
}
