import { fold } from '../../indonesian/words.ts'

/** What is no question about a rule: greetings, thanks, insults, and what only personal data could answer. */
export type SmallTalk = 'empty' | 'greeting' | 'thanks' | 'who' | 'rude' | 'personal'

/** Recognises what needs no search; undefined for everything that may be a question. */
export function smallTalk(text: string): SmallTalk | undefined {
  const said = fold(text)
  if (!/\p{L}{2}/u.test(said)) return 'empty'
  const words = said.split(' ')
  if (words.length <= 4 && GREETING.test(said)) return 'greeting'
  if (words.length <= 6 && THANKS.test(said)) return 'thanks'
  if (WHO.test(said)) return 'who'
  if (words.some((word) => RUDE.has(word)) && words.length <= 6) return 'rude'
  if (PERSONAL.test(said)) return 'personal'
  return undefined
}

const GREETING =
  /^(?:halo+|hai+|hi|hello|hei|hey|p|ass?alam\w*(?: wr wb| warahmatullah.*)?|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam|punten|sampurasun|test?|tes)(?: (?:abdi|min|admin|kak|pak|bu|bot|semua))*$/
const THANKS = /\b(?:terima ?kasih|makasih|mksh|trims|thanks|thank you|tq|nuhun|suwun|matur nuwun)\b/
const WHO =
  /^(?:kamu|anda|abdi|ini|lu|lo) (?:ini |itu )?(?:siapa|apa)$|^siapa (?:kamu|anda|ini|namamu|abdi|nama kamu)$|^(?:kamu|ini|anda) (?:robot|bot|manusia|orang)/
const RUDE: ReadonlySet<string> = new Set([
  'anjing',
  'anjir',
  'babi',
  'bangsat',
  'bajingan',
  'kontol',
  'memek',
  'ngentot',
  'goblok',
  'tolol',
  'bego',
  'kampret',
  'asu',
  'jancok',
  'tai',
])

/** "cek status usulan pensiun saya", "gaji saya bulan ini berapa": answerable only from personal data. */
const PERSONAL =
  /\b(?:cek|cekin|liat|lihat|lacak|status|progres|sampai mana|sampe mana)\b.*\b(?:saya|sy|aku|gue|ku)\b|\b(?:saldo|nip|skp|sk|tpp|tukin|gaji|usulan|berkas|sisa cuti)(?:ku| saya| sy| aku)\b.*\b(?:berapa|sudah|udah|kapan (?:cair|keluar|turun)|mana)\b|\b(?:tpp|gaji|tukin|sk) (?:saya|sy|aku) (?:bulan|belum)/
