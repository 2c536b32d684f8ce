import { fold, wordsOf } from '../../../indonesian/words.ts'
import { takeDay } from './reading/dates.ts'
import { normalized } from './reading/tokens.ts'
import { readUpdate, type Said } from './reading.ts'
import { linkIn } from './wording.ts'

/** What was done, in words without the command; `sure` where they name what they are. */
export interface Told {
  readonly text: string
  readonly sure: boolean
}

/**
 * The report in plain words, or under a file: where it is said to be one ("lapor kinerja: …"), or where so much of
 * something was done on a day, for an RHK, or with a word for how well. Undefined where it is a question or a wish.
 */
export function reportIn(text: string, today: string, withFile = false): Told | undefined {
  const slash = withFile ? /^\s*\/kinerja(?:@\w+)?\s+(\S[\s\S]*)$/i.exec(text)?.[1] : undefined
  if (slash !== undefined) return { text: slash.trim(), sure: true }
  const [, verb, colon, rest] = NAMED.exec(text) ?? []
  if (rest === undefined)
    return isToldPlainly(text, today, withFile) ? { text: text.trim(), sure: false } : undefined
  if (ASKS.test(rest)) return undefined
  if (verb === undefined && colon === undefined && !/^\d/.test(rest) && !does(wordsOf(rest))) return undefined
  const told = counts(readUpdate(rest, today)) || (colon === ':' && verb !== undefined)
  return told ? { text: rest.trim(), sure: true } : undefined
}

/** "kinerja", "progres kinerja saya triwulan ini": the wish to see where one stands, and nothing else. */
export function asksForProgress(text: string): boolean {
  if (/^(?:lapor |cek |lihat )?kinerja(?:ku)?$/.test(fold(text))) return true
  return /^(?:lihat |cek |tampilkan |mau lihat )?(?:kinerja|progres(?: kinerja)?|kemajuan(?: kinerja)?|capaian(?: kinerja)?) (?:saya|ku|gue|gw)(?: (?:bulan|triwulan|tahun) ini)?$/.test(
    fold(text),
  )
}

/** "target saya", "RHK saya tahun ini": the wish to see what one is to achieve. */
export function asksForTargets(text: string): boolean {
  return /^(?:lihat |cek |tampilkan )?(?:target(?: kerja| kinerja)?|rhk) (?:saya|ku|gue|gw)(?: tahun ini)?$/.test(
    fold(text),
  )
}

/** Words of a question: what has them is for those who answer questions. */
export const ASKS =
  /\?|\b(?:apa|apakah|apaan|bagaimana|gimana|gmn|gmana|kapan|kenapa|knp|mengapa|siapa|berapa|brp|mana|boleh(?:kah)?|bisa(?:kah)?|cara|caranya|wajib|harus|sanksi|aturan|pasal)\b/i

/** "lapor kinerja …", "kinerja: …", "kinerja 40 berkas". */
const NAMED =
  /^\s*(?:(?:tolong |mohon |mau |saya mau |izin )?(lapor|laporan|catat|update|input|entri)\s+)?kinerja(?:\s+(?:saya|hari ini))?\s*(:|-\s)?\s*(\S[\s\S]*)$/i

/** What is wanted or only thought of was not done. */
const WISHES =
  /\b(?:mau|ingin|pengen|akan|rencana(?:nya)?|minta|mohon|tolong|bantu|butuh|perlu|kalau|kalo|jika|bila|apabila|misal(?:nya)?|contoh(?:nya)?|seandainya|semoga|kata(?:nya)?|menurut)\b/i
/** What concerns people themselves is more often asked about than worked on. */
const OWN_AFFAIRS = /\b(?:jatah|cuti|izin|sakit|gaji|tunjangan|tukin|tpp|thr|denda|hak|syarat|tentang)\b/i

/** What people do at work, where no prefix tells that it is a verb. */
const BARE =
  `input entri entry cek periksa buat bikin susun ketik scan pindai kirim antar arsip rekap survei survey layani proses
  cetak catat ajar latih bina patroli sosialisasi imunisasi vaksinasi suntik update unggah upload terima pasang servis
  legalisir legalisasi tensi angkut lapor jawab tangani setor tebar panen siram sapu hitung perpanjang evakuasi razia
  sidak visit visite jaga dampingi tinjau kunjungi awasi ukur tanam bongkar tindak panggil ttd tandatangani migrasi olah
  rilis tulis posting edit desain foto tera uji kelola koreksi sunting bagi beri beres selesai`.split(/\s+/)
/** Words with the prefix of a verb that tell how things are, not what was done. */
const STATES =
  `memiliki mempunyai membawahi mendapat mendapatkan menikah merasa meninggal mengalami menunggu menjadi merupakan
  menurut meski mengapa melebihi mencapai mengajukan mengadukan melaporkan`.split(/\s+/)
/** What may stand before the verb. */
const LEADS =
  `alhamdulillah lapor izin saya sy kami aku sudah telah baru berhasil bu pak ibu bapak tim bersama dan`.split(
    /\s+/,
  )

/** Whether words begin with what somebody did. */
function does(words: readonly string[]): boolean {
  const first = words.find((word) => !LEADS.includes(word)) ?? ''
  if (STATES.includes(first)) return false
  return BARE.includes(first) || /^(?:me|nge|ng|ny|verif)\p{L}{3,}$|^\p{L}{3,}kan$/u.test(first)
}

function isToldPlainly(text: string, today: string, withFile: boolean): boolean {
  if (ASKS.test(text) || WISHES.test(text)) return false
  const said = readUpdate(linkIn(text).rest, today)
  const { doneOn, good, late, target, unit } = said
  if (!counts(said) || unit === 'kali' || (doneOn ?? today) > today) return false
  if (withFile || target !== undefined) return true
  if (OWN_AFFAIRS.test(text)) return false
  const saysWhen = doneOn !== undefined
  const saysHowWell = good !== undefined || late !== undefined
  return (saysWhen || saysHowWell) && does(wordsOf(takeDay(normalized(text), today).rest))
}

/** Whether so much of something is named, its noun behind the number. */
function counts({ quantity = 0, thing, several }: Said): boolean {
  return several !== undefined || (quantity > 0 && thing !== undefined)
}
