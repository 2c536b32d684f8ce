import { fold } from '../../../indonesian/words.ts'
import { talksOfRules } from './rule-words.ts'

/** True when a text tries to give the bot orders about itself instead of, or beside, asking. */
export function isInjected(text: string): boolean {
  return ORDERS.some((order) => order.test(fold(text)))
}

/**
 * What is left of a text to be answered when its orders to the bot are taken out: a real question that an order
 * was added to is still a real question. Undefined when nothing about a rule is left.
 */
export function withoutInjection(text: string): string | undefined {
  const sentences = text.split(/(?<=[.!?;\n])\s*|\n+/).filter((sentence) => fold(sentence) !== '')
  const kept = sentences.flatMap((sentence) => {
    if (!isInjected(sentence)) return [sentence]
    const parts = sentence.split(/[,:]|\b(?:lalu|kemudian|terus|trus|dan|serta|then|and)\b/i)
    const first = parts.findIndex(isInjected)
    const before = parts.slice(0, first).filter((part) => talksOfRules(fold(part)))
    if (before.length > 0) return [before.join(',')]
    return parts.slice(first + 1).filter((part) => !isInjected(part) && talksOfRules(fold(part)))
  })
  const rest = kept
    .map((part) => part.trim())
    .join(' ')
    .trim()
  return talksOfRules(fold(rest)) ? rest : undefined
}

const ALL = '(?:semua|seluruh|segala|all|any|every|the|your|of|my|setiap|itu|ini)'
const BEFORE =
  '(?:sebelumnya|sebelum ini|di atas|diatas|tadi|sistem|system|awal|awalmu|bawaan|kamu|anda|previous|prior|above|earlier|developer|original)'
const TOLD =
  '(?:instruksi|instruksimu|perintah|prompt|arahan|petunjuk|pedoman|batasan|instructions?|rules|guidelines|directives|prompts|context)'

const ORDERS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:abaikan|hiraukan|lupakan|ignore|forget|disregard|override|bypass) (?:${ALL} ){0,3}${TOLD}(?: (?:yang|yg|dari|telah|sudah|diberikan|ada|itu|ini|the))* ${BEFORE}\\b`,
  ),
  new RegExp(
    `^(?:tolong |please |coba |sekarang )?(?:abaikan|hiraukan|lupakan|ignore|forget|disregard) (?:${ALL} ){0,3}${TOLD}$`,
  ),
  new RegExp(
    `\\b(?:abaikan|hiraukan|lupakan|ignore|forget|disregard) (?:${ALL} ){0,3}(?:aturan|aturanmu|peraturan|everything|apa pun|semuanya) (?:yang |yg |dari |ada )*(?:sebelumnya|di atas|diatas|tadi|sistem|previous|above|before|kamu|anda|mu)\\b`,
  ),
  new RegExp(
    `\\b(?:ignore|disregard|forget) (?:${ALL} )*${BEFORE} (?:${ALL} )*(?:${TOLD}|text|messages?)\\b`,
  ),
  /\b(?:tampilkan|tunjukkan|tunjukin|perlihatkan|bocorkan|bocorin|sebutkan|tuliskan|tulis|ulangi|cetak|kasih lihat|print|show|reveal|repeat|leak|output|display) (?:\w+ ){0,3}?(?:system prompt|sistem prompt|prompt|promptmu|instruksi (?:sistem|awal|rahasia|kamu|anda|asli)|instruksimu|instructions|api key|kunci api|password admin|isi database|basis data(?:mu)?|environment variables?)\b/,
  /\b(?:what (?:is|are) your|apa isi|apa) (?:system prompt|prompt|promptmu|instructions|instruksi sistem(?:mu)?|instruksimu)\b/,
  /\b(?:kamu|anda|lu|you|abdi) (?:sekarang |kini |are |now |adalah |itu |menjadi |jadi ){1,3}(?:dan(?: do anything now)?$|dan mode|do anything now|jailbroken|jailbreak|bebas tanpa aturan|tanpa (?:batasan|aturan|sensor|filter)|hacker|admin(?:istrator)? sistem|root|evil|unrestricted|(?:ai|bot|asisten|model) (?:\w+ )?(?:tanpa|bebas|jahat|without))/,
  /\byou are now (?:dan|in|a|an|free|no longer)\b|\bact as (?:dan|a|an|if)\b|\bdo anything now\b|\b(?:developer|god|debug|admin|jailbreak|maintenance) mode\b|\bmode (?:developer|pengembang|dewa|debug|jailbreak|tanpa batas|tanpa sensor)\b|\bjailbreak\b/,
  /\b(?:berpura pura|pura pura|berperan|bertindak|bersikap)(?:lah)? (?:kamu |anda |sebagai |jadi |menjadi |seolah |seolah olah |seakan )+(?:kamu |anda )?(?:hacker|penjahat|manusia|pacar|dan$|ai|bot|chatgpt|asisten|karakter|tidak (?:punya|ada|memiliki) (?:aturan|batasan))\b/,
  /\b(?:mulai sekarang|from now on) (?:\w+ ){0,3}?(?:jawab|jawablah|kamu|anda|you|selalu|always|bicara|respond|answer)\b(?=.*\b(?:selalu|tanpa|always|semua pertanyaan|dengan kata|nothing|only|bajak laut|pirate|ya saja)\b)/,
  /\b(?:drop table|select \w+ from|union select|rm rf|script alert|1 1 or)\b/,
]
