import type { Texts } from '../../../chat/message.ts'

/** What stands in the report of a survey of public satisfaction. */
export interface ReportTexts {
  readonly title: string
  service(name: string): string
  period(name: string, from: string, until: string): string
  madeOn(day: string): string
  readonly index: string
  readonly scale: string
  readonly quality: string
  readonly respondents: string
  needed(needed: string, population: string, isEnough: boolean): string
  readonly unknownPopulation: string
  worksheet(value: string, band: string): string
  differs(value: string, band: string, own: string, ownBand: string): string
  readonly chart: string
  readonly chartLowest: string
  readonly chartOthers: string
  readonly elements: string
  readonly columns: Readonly<Record<'number' | 'element' | 'answers' | 'mean' | 'value' | 'band', string>>
  readonly lowest: string
  lowestOf(mean: string, value: string, band: string): string
  readonly plan: string
  readonly planHint: string
  readonly planColumns: Readonly<Record<'number' | 'element' | 'activity' | 'time' | 'responsible', string>>
  readonly profiles: string
  readonly silent: string
  readonly few: string
  readonly people: string
  readonly share: string
  readonly reading: string
  readonly notes: readonly string[]
  signed(unit: string): string
  readonly signature: string
  page(page: number, pages: number): string
  readonly sheets: Readonly<Record<'summary' | 'elements' | 'profiles' | 'plan' | 'notes', string>>
  readonly summary: Readonly<
    Record<
      | 'organization'
      | 'unit'
      | 'service'
      | 'period'
      | 'from'
      | 'until'
      | 'madeOn'
      | 'respondents'
      | 'population'
      | 'needed'
      | 'index'
      | 'band'
      | 'worksheet'
      | 'worksheetBand'
      | 'differs',
      string
    >
  >
  readonly summaryColumns: readonly [string, string]
  readonly profileColumns: readonly [string, string, string, string]
  readonly yes: string
  readonly no: string
}

export const texts: Texts<ReportTexts> = {
  id: {
    title: 'Laporan Survei Kepuasan Masyarakat',
    service: (name) => `Layanan: ${name}`,
    period: (name, from, until) => `${name}, ${from} sampai ${until}`,
    madeOn: (day) => `Dibuat ${day}`,
    index: 'Indeks kepuasan',
    scale: 'dari 25 sampai 100',
    quality: 'Mutu pelayanan',
    respondents: 'Responden',
    needed: (needed, population, isEnough) =>
      `${isEnough ? 'cukup' : 'belum cukup'}: perlu ${needed} untuk ${population} pengguna`,
    unknownPopulation: 'jumlah pengguna layanan belum diisi',
    worksheet: (value, band) =>
      `Dengan bobot 0,11 seperti pada lembar kerja, nilainya ${value} (mutu ${band}).`,
    differs: (value, band, own, ownBand) =>
      `Perhatikan: lembar kerja dengan bobot 0,11 menghasilkan ${value}, mutu ${band}. Laporan ini memakai bobot tepat 1/9 dan menghasilkan ${own}, mutu ${ownBand}. Selisihnya muncul karena 9 × 0,11 hanya 0,99.`,
    chart: 'Nilai sembilan unsur',
    chartLowest: 'tiga terendah',
    chartOthers: 'unsur lain',
    elements: 'Rincian per unsur',
    columns: {
      number: 'No.',
      element: 'Unsur',
      answers: 'Jawaban',
      mean: 'NRR',
      value: 'NRR × 25',
      band: 'Mutu',
    },
    lowest: 'Tiga unsur terendah',
    lowestOf: (mean, value, band) => `rata-rata ${mean}, nilai ${value}, mutu ${band}`,
    plan: 'Rencana tindak lanjut',
    planHint: 'Tiga unsur terendah yang belum punya rencana mendapat baris kosong untuk diisi.',
    planColumns: {
      number: 'No.',
      element: 'Unsur',
      activity: 'Program/kegiatan',
      time: 'Waktu',
      responsible: 'Penanggung jawab',
    },
    profiles: 'Profil responden',
    silent: 'Tidak menjawab',
    few: '–',
    people: 'Orang',
    share: 'Bagian',
    reading: 'Cara membaca',
    notes: [
      'Survei mengikuti sembilan unsur PermenPANRB 14/2017. Tiap unsur dinilai 1 (tidak baik) sampai 4 (sangat baik).',
      'NRR (nilai rata-rata) adalah rata-rata jawaban satu unsur; yang melewati pertanyaan tidak ikut dihitung. Indeks adalah rata-rata kesembilan NRR dengan bobot tepat 1/9, dikalikan 25.',
      'Mutu dilihat dari indeks yang dibulatkan dua desimal: A 88,31–100,00 (sangat baik); B 76,61–88,30 (baik); C 65,00–76,60 (kurang baik); D 25,00–64,99 (tidak baik).',
      'Jumlah responden yang diperlukan dihitung dengan rumus Krejcie dan Morgan. Jawaban dikumpulkan tanpa nama; kelompok kecil ditulis “–”.',
    ],
    signed: (unit) => `Kepala ${unit}`,
    signature: 'NIP',
    page: (page, pages) => `Halaman ${page} dari ${pages}`,
    sheets: {
      summary: 'Ringkasan',
      elements: 'Unsur',
      profiles: 'Responden',
      plan: 'Tindak lanjut',
      notes: 'Cara membaca',
    },
    summary: {
      organization: 'Instansi',
      unit: 'Unit',
      service: 'Layanan',
      period: 'Periode',
      from: 'Mulai',
      until: 'Sampai',
      madeOn: 'Dibuat',
      respondents: 'Responden',
      population: 'Pengguna layanan',
      needed: 'Responden yang diperlukan',
      index: 'Indeks kepuasan (bobot 1/9)',
      band: 'Mutu pelayanan',
      worksheet: 'Nilai lembar kerja (bobot 0,11)',
      worksheetBand: 'Mutu menurut lembar kerja',
      differs: 'Mutu keduanya berbeda',
    },
    summaryColumns: ['Keterangan', 'Isi'],
    profileColumns: ['Ciri', 'Kelompok', 'Orang', 'Bagian'],
    yes: 'ya',
    no: 'tidak',
  },
}
