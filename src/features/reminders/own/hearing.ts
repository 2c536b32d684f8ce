import type { Reply, Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold, wordsOf } from '../../../indonesian/words.ts'
import type { Item } from '../deadlines/row.ts'
import type { Doing } from './doing.ts'
import type { Showing } from './showing.ts'
import type { OwnStore } from './store.ts'
import { texts } from './texts.ts'

/**
 * What somebody says of their own deadlines in plain words: that one is done (which, in their words), to be reminded
 * again, or that they want to see how they stand.
 */
export type Heard =
  | { readonly kind: 'done'; readonly what: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'show' }

/** Reads that; undefined for all else, questions about the rules above all. */
export function heardIn(text: string): Heard | undefined {
  if (text.length > LONGEST) return undefined
  if (MINE.test(fold(text).replace(/ (?:ya|yah|kak|pak|bu|min)$/, ''))) return { kind: 'show' }
  if (ASKS.test(text)) return undefined
  const said = fold(text).replace(
    /(?: (?:ya|yah|kok|min|admin|pak|bu|bos|kak|terima kasih|makasih|tks|trims))+$/,
    '',
  )
  if (AGAIN.test(said)) return { kind: 'again' }
  const [, what] = DONE.exec(said) ?? []
  return what === undefined ? undefined : { kind: 'done', what: what.trim() }
}

/** Of some occurrences those that words are about: all of them where there are no words. */
export function meantBy(what: string, items: readonly Item[]): readonly Item[] {
  const words = wordsOf(what).filter((word) => !SMALL.has(word))
  if (words.length === 0) return items
  return items.filter(({ of, label }) => {
    const known = wordsOf(`${of.title} ${label}`)
    return words.every((word) => known.some((one) => isOne(word, one)))
  })
}

/** Takes "sudah lapor" and "ingatkan besok" from whoever has been reminded of something that is still open. */
export function createOwnHearing({
  own,
  doing,
  showing,
  timeZone,
}: {
  own: OwnStore
  doing: Doing
  showing: Showing
  timeZone: string
}) {
  return async (turn: Turn): Promise<Reply | undefined> => {
    const { person, message, now } = turn
    const { content } = message
    if (person.employee === undefined || content.kind !== 'text') return undefined
    const heard = heardIn(content.text)
    if (heard === undefined) return undefined
    if (heard.kind === 'show')
      return message.shared ? { say: [{ text: texts[person.language].onlyInPrivate }] } : showing.show(turn)
    const told = await own.told(person.employee, dayAt(now, timeZone))
    const meant = heard.kind === 'again' ? told : meantBy(heard.what, told)
    const [only, ...others] = meant
    if (only === undefined) return undefined
    if (message.shared) return { say: [{ text: texts[person.language].onlyInPrivate }] }
    if (heard.kind === 'again') return doing.again(turn, person.employee, meant)
    return others.length === 0 ? doing.done(turn, person.employee, only.id) : doing.which(turn, meant)
  }
}

/** "ekinerja" is said of what is called "kinerja", and "kinerja" of "e-Kinerja". */
function isOne(said: string, known: string): boolean {
  return (
    said === known ||
    (Math.min(said.length, known.length) > 3 && (said.includes(known) || known.includes(said)))
  )
}

const LONGEST = 160
/** Words of a question or a condition: what has them is for others. */
const ASKS =
  /\?|\b(?:apa|apakah|bagaimana|gimana|kapan|kenapa|knp|mengapa|siapa|berapa|brp|mana|boleh(?:kah)?|bisa(?:kah)?|cara(?:nya)?|wajib|harus|sanksi|aturan|pasal|kalau|kalo|jika|bila|apabila|belum|tidak|gak|nggak|hukuman)\b/i
const DONE =
  /^(?:(?:saya|sy|aku|kami) )?(?:sudah|sdh|udah|udh|telah)(?: (?:saya|sy))? (?:lapor(?:kan)?|melapor(?:kan)?|selesai|beres|kirim|dikirim|mengirim|isi|mengisi|diisi|submit|upload|unggah|mengunggah)((?: [\p{L}\p{N}]+){0,8})$/u
const AGAIN =
  /^(?:tolong |mohon )?(?:ingatkan|ingetin|ingatin)(?: (?:saya|sy|aku|lagi))* (?:besok|bsk|besok pagi)(?: (?:lagi|saja|aja))*$/
const ME = '(?:saya|sy|aku|ku)'
const MINE = new RegExp(
  [
    `^(?:apa (?:saja |aja )?|mana |lihat |cek |daftar )?(?:tenggat|deadline|pengingat|kewajiban lapor) ?${ME}(?: apa)?(?: saja| aja)?$`,
    `^(?:apa |apakah )?${ME} (?:sudah|sdh|udah) lapor(?: apa)? (?:belum|blm)$`,
    `^(?:sudah|sdh|udah) lapor(?: apa)? (?:belum|blm)(?: ${ME})?$`,
    `^(?:apa |apakah )${ME} (?:sudah|sdh|udah) lapor$`,
    `^(?:laporan )?apa (?:saja |aja )?(?:yang |yg )?(?:belum|blm) ${ME} (?:lapor(?:kan)?|kirim|isi|kumpulkan)$`,
    `^laporan ${ME} (?:apa )?(?:saja |aja )?(?:yang |yg )(?:belum|blm)$`,
  ].join('|'),
  'u',
)
const SMALL = new Set(
  'lapor laporan melapor untuk yang itu ini nya tadi kemarin hari bulan tahun saya sy di ke lewat via dan sudah semua semuanya kerja pagi'.split(
    ' ',
  ),
)
