/**
 * A text in small letters without the numbers that count no work: times, durations, money, goals, phones, and the
 * numbers of letters, schools, rooms, laws and years.
 */
export function withoutAsides(text: string): string {
  // "30 dari target 40 berkas": what was done keeps the noun
  const done = text.replace(/ dari (?:target|rencana|sasaran) (?:sebanyak )?\d+(?:[.,]\d+)*(?= \p{L})/gu, '')
  return ASIDES.reduce((rest, pattern) => rest.replace(pattern, ' | '), done)
}

const NUMBER =
  '(?:\\d+/\\d+|\\d+(?:[.,:]\\d+)*|setengah|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)'
const SPAN = '(?:detik|menit|jam(?! pelajaran)|hari|minggu|pekan|bulan|tahun(?! (?:19|20)\\d{2}))'
const NAMED =
  'rt|rw|kelas|lantai|ruang|nomor|no\\.?|pasal|ayat|tahun|tahap|gelombang|angkatan|semester|triwulan|tw|bulan|batch|zona|blok|versi|jilid ke|seksi|periode|' +
  '(?:sd|smp|sma|smk|sdn|smpn|sman|smkn|paud|tk)(?: negeri)?|puskesmas|pustu|posyandu|poli|pos|jalur|km'

const LAW = '(?:uu|pp|perpres|perda|perwal|perwako|perbup|pergub|permen\\p{L}*|kepmen\\p{L}*)'
const MONEY = '(?:\\d+(?:[.,]\\d+)*)(?: ?(?:ribu|rb|juta|jt|miliar|milyar|triliun|m))?(?:,-)?'

const ASIDES: readonly RegExp[] = [
  edged('salah (?:satu|seorang)'),
  edged(`${LAW} (?:(?:nomor|no\\.?) )?\\d{1,3}(?: tahun \\d{4}|/\\d{4})`),
  // a phone, and the number of a letter: "800/12-BKD/2026"
  edged('(?:\\+?62|0)[ -]?8\\d{1,3}(?:[ -]?\\d{3,5}){2}'),
  edged('\\d+(?:[/-][\\p{L}\\p{N}.]+){2,}|\\d+/20[1-3]\\d'),
  edged('(?:target|sasaran)(?:nya)? (?:sebanyak |adalah )?\\d+(?:[.,]\\d+)*(?: \\p{L}+)?'),
  edged(`(?:senilai|seharga|sebesar|bernilai) (?:rp\\.? ?)?${MONEY}`),
  edged(`${MONEY} rupiah`),
  edged(`rp\\.? ?${MONEY}`),
  edged(
    '(?:jam|pukul|pkl) \\d{1,2}(?:[.:]\\d{2})?(?: ?(?:sampai|s/d|sd|-) ?(?:jam |pukul )?\\d{1,2}(?:[.:]\\d{2})?)?',
  ),
  edged(`(?:sampai|s/d|selama|dalam|hampir|lebih dari|telat|terlambat|molor) ${NUMBER} ${SPAN}`),
  edged(`${NUMBER} ?${SPAN}`),
  edged('(?:minggu|pekan|hari|bulan|triwulan|semester|tahap|gelombang|angkatan|termin) ke[ -]?\\d{1,2}'),
  edged('(?<=^|[\\s,])ke-\\d{1,3}'),
  edged(`(?:${NAMED}) \\d{1,4}(?=$|[^\\p{L}\\p{N}%]|\\s)(?!\\s*x\\b)`),
  edged(
    '(?:tim|bersama|bareng|dengan|dibantu) \\(?(?:tim )?(?:\\d{1,2}|dua|tiga|empat|lima) (?:orang|rekan|teman|staf|petugas)\\)?(?: saya)?',
  ),
  /\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d+)[ -](?=(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya\b)/gu,
  edged('tim \\(\\d+ orang\\)'),
  edged('\\d+ ?(?:-|sampai|s/d) ?\\d+(?= \\p{L})'),
  /(?<=\d )\(\p{L}[\p{L} ]*\)/gu,
]

function edged(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu')
}
