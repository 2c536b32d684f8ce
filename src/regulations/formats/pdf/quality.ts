/**
 * How much a text looks like Indonesian, 0 to 1: the share of its words that every regulation is full of, less
 * what lies in splinters of one or two letters. A page of any regulation has 0.2 to 0.8, a layer of text that a
 * program set letter by letter less than 0.1. Undefined where there are too few words to tell.
 */
export function likenessToIndonesian(text: string): number | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 30) return undefined
  const common = words.filter((word) => COMMON.has(word)).length
  const splinters = words.filter((word) => word.length <= 2 && !COMMON.has(word)).length
  return (common / words.length) * (1 - splinters / words.length)
}

/** Below this a text is not worth reading where it can be had in another way. */
export const ILLEGIBLE = 0.1

/** The share of words that no one writes: "daLam", "2O14", "ora.ng", "l7l,": what recognition left behind. */
export function shareGarbled(text: string): number {
  const words = text.split(/\s+/).filter((word) => !/^\|?$|www|https?:|@|\.\w+\.id/.test(word))
  const garbled = words.filter((word) => GARBLED.test(word)).length
  return garbled < SOME ? 0 : garbled / words.length
}

/** Regulations as they are published have less; of those that were recognized by a machine few have more. */
export const MUCH_GARBLED = 0.01

const SOME = 3
const GARBLED =
  /\p{Ll}\p{Lu}\p{Ll}|\p{Ll}{2}[.,;:'|!]\p{Ll}{2}|\p{L}\d\p{L}|\d\p{Ll}{2}|\p{Ll}\d|[|\\{}<>~^]/u

const COMMON = new Set(
  `a adalah antara anggaran apabila atas atau ayat bab badan bagi bagian bahwa berdasarkan berlaku bersangkutan
  bidang bulan bupati cukup daerah dalam dan dapat dari dengan di diatur diberikan dilakukan dimaksud ditetapkan
  dua gubernur hak hal hari harus hukum huruf indonesia ini instansi jabatan jelas jenis kabupaten kegiatan ke
  kepada kepala kerja ketentuan keputusan kota lain lainnya lama lampiran lebih lembaran melakukan melalui memiliki
  memenuhi menetapkan mengenai menjadi menteri nasional negara negeri nomor oleh orang pada paling pasal pegawai
  pejabat pelaksanaan pelayanan pemerintah pemerintahan pendidikan pengelolaan penyelenggaraan peraturan perundang
  perubahan pidana presiden provinsi puluh republik rencana satu sebagai sebagaimana secara serta sesuai setiap
  sipil surat tahun tanggal tata telah tentang terhadap tersebut tertentu tidak tiga tugas umum undang undangan
  untuk usaha waktu wajib wali wilayah yang`.split(/\s+/),
)
