import type { Texts } from '../../../../chat/message.ts'

/** What people hear of their evaluations when they ask what is kept about them. */
export interface OwnDataTexts {
  readonly evaluations: string
  readonly notes: string
  readonly why: string
  readonly stays: string
}

export const texts: Texts<OwnDataTexts> = {
  id: {
    evaluations: 'Evaluasi kinerja Anda',
    notes: 'Percakapan tentang evaluasi Anda, dan yang Anda tulis tentang evaluasi orang lain',
    why: 'Dasar penilaian kinerja triwulanan. Disimpan selama Anda bertugas.',
    stays:
      'Evaluasi kinerja beserta nilai dan percakapannya tetap disimpan: dokumen penilaian kinerja PNS adalah arsip aktif sampai pensiun (PP 30/2019, Pasal 60 ayat (6)), dan hak menghapus tidak berlaku untuk kepentingan umum dalam penyelenggaraan negara (UU 27/2022, Pasal 15).',
  },
}
