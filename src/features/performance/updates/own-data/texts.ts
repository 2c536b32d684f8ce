import type { Texts } from '../../../../chat/message.ts'

/** What people hear of their targets and reports when they ask what is kept about them. */
export interface OwnWorkTexts {
  readonly targets: string
  readonly updates: string
  readonly notes: string
  readonly why: string
  readonly stays: string
}

export const texts: Texts<OwnWorkTexts> = {
  id: {
    targets: 'Target kerja (RHK) Anda',
    updates: 'Laporan kinerja Anda, beserta buktinya',
    notes: 'Percakapan tentang laporan Anda',
    why: 'Pendokumentasian kinerja secara berkala (PP 30/2019, Pasal 26), sebagai data dukung penilaian. Disimpan selama Anda bertugas.',
    stays:
      'Target, laporan kinerja, dan buktinya tetap disimpan: penilaian kinerja didasarkan pada data dukung itu (PP 30/2019, Pasal 29), dokumennya arsip aktif sampai pensiun (Pasal 60), arsip tidak boleh dimusnahkan tanpa prosedur (UU 43/2009, Pasal 52), dan hak menghapus tidak berlaku untuk kepentingan umum dalam penyelenggaraan negara (UU 27/2022, Pasal 15). Laporan pada triwulan yang masih terbuka bisa Anda tarik sendiri: /kinerja',
  },
}
