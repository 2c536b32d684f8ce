import type { Texts } from '../../chat/message.ts'
import type { Band } from './skm/bands.ts'
import type { Element } from './skm/elements.ts'

/** What surveys say, wherever they say it. */
export interface SurveyTexts {
  /** What is wrong with a file that describes a survey. */
  readonly definition: {
    readonly badId: string
    readonly sameIds: string
    readonly sameLabels: string
    readonly forcedFact: string
    readonly endsEarly: string
    readonly notNine: string
    readonly nobodyToAskLater: string
    renamedToNothing(id: string): string
    longIds(id: string): string
    readonly top: string
    readonly missing: string
    readonly wrong: string
    unknownKeys(keys: readonly string[]): string
    tooSmall(least: string): string
    tooBig(most: string): string
    oneOf(values: readonly string[]): string
    noJson(file: string): string
    otherName(file: string, id: string): string
    faulty(file: string, faults: readonly string[]): string
  }
  readonly elements: Readonly<Record<Element, string>>
  readonly bands: Readonly<Record<Band, string>>
  noScore(element: string, score: string): string
}

export const texts: Texts<SurveyTexts> = {
  id: {
    definition: {
      badId: 'pakai huruf kecil, angka, dan tanda hubung saja, misalnya "waktu-tunggu"',
      sameIds: 'ada id yang dipakai dua kali',
      sameLabels: 'ada pilihan jawaban yang sama',
      forcedFact: 'keterangan diri responden harus boleh dilewati ("optional": true)',
      endsEarly: 'tanggal akhir lebih awal dari tanggal mulai',
      notNine:
        'survei dengan unsur harus memuat kesembilan unsur PermenPANRB 14/2017, masing-masing tepat satu pertanyaan',
      nobodyToAskLater: 'masyarakat tidak bisa ditanyai lagi berbulan-bulan kemudian; hapus afterMonths',
      renamedToNothing: (id) => `nama baru di "renamed" pertanyaan ${id} bukan salah satu pilihannya`,
      longIds: (id) => `id ${id} terlalu panjang untuk sebuah tombol; pendekkan`,
      top: 'berkas',
      missing: 'belum diisi',
      wrong: 'isinya tidak sesuai',
      unknownKeys: (keys) => `tidak mengenal ${keys.join(', ')}`,
      tooSmall: (least) => `terlalu pendek atau terlalu kecil, paling sedikit ${least}`,
      tooBig: (most) => `terlalu panjang atau terlalu besar, paling banyak ${most}`,
      oneOf: (values) => `pilih salah satu: ${values.join(', ')}`,
      noJson: (file) => `${file} bukan JSON yang benar. Periksa koma, tanda kutip, dan kurungnya.`,
      otherName: (file, id) => `${file} berisi survei "${id}". Namai berkasnya ${id}.json.`,
      faulty: (file, faults) => `${file} belum benar. ${faults.join('; ')}.`,
    },
    elements: {
      requirements: 'Persyaratan',
      procedure: 'Sistem, mekanisme, dan prosedur',
      time: 'Waktu penyelesaian',
      cost: 'Biaya/tarif',
      product: 'Produk spesifikasi jenis pelayanan',
      competence: 'Kompetensi pelaksana',
      conduct: 'Perilaku pelaksana',
      complaints: 'Penanganan pengaduan, saran, dan masukan',
      facilities: 'Sarana dan prasarana',
    },
    bands: { A: 'Sangat baik', B: 'Baik', C: 'Kurang baik', D: 'Tidak baik' },
    noScore: (element, score) => `Nilai unsur ${element} harus 1, 2, 3, atau 4, bukan ${score}.`,
  },
}
