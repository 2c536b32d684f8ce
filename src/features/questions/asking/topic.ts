import { fold } from '../../../indonesian/words.ts'

/** The words of a question that say what it is about, folded: without question words, aspects and small talk. */
export function topicOf(question: string): readonly string[] {
  return words(question).filter((word) => !isAsking(word) && !GROUP.test(word) && !/^\d+$/.test(word))
}

/** The groups of people a question names: "pns", "pppk", "guru". */
export function groupsIn(question: string): readonly string[] {
  return words(question).filter((word) => GROUP.test(word))
}

/** True for a word that only asks, or names the side of a matter that is asked about: "berapa", "syaratnya", "boleh". */
export function isAsking(word: string): boolean {
  return QUESTION.has(word) || ASPECTS.has(word)
}

/** True for a word that only asks: "berapa", "boleh". */
export function isQuestionWord(word: string): boolean {
  return QUESTION.has(word)
}

function words(question: string): readonly string[] {
  return fold(question).split(' ').filter(Boolean)
}

/** Kinds of people a rule may differ for, as they are called in chat. */
export const GROUP = /^(?:pns|pppk|p3k|cpns|asn|honorer|thl|guru|dosen|dokter|perawat|bidan)(?:nya)?$/

/** Words that only ask, and small talk. */
const QUESTION = new Set(
  `apa apakah apkh ap apaan apanya siapa siapakah spa sapa kapan kpn kapankah mana manakah dimana dmn kemana kmn
  bagaimana gimana gmn gmna bgmn kenapa knp mengapa berapa brp brapa brpa berapakah
  aja saja sj aj sih ya yah kah kan dong nih deh kok tuh toh min kak pak bu bang mas mbak admin tolong mohon
  itu ini tadi yang yg dan atau sama serta vs versus dengan dgn di ke dari untuk utk buat pada dalam oleh sebagai soal tentang ttg terkait
  kalau kalo klo kl jika bila gitu begitu terus trus trs lalu lantas berarti jadi contoh contohnya
  ga gak gk g nggak ngga enggak engga tidak tdk tak bukan belum blm sudah udah sdh udh lagi masih
  boleh bolehkah blh bisa bs bisakah dapat dpt dapet harus hrs wajib perlu mau ingin pengen
  saya sy aku gue gw kami kita anda kamu beliau dia mereka nya kena hukumannya
  lama lamanya lm hari hr bulan bln tahun thn th minggu mgg jam menit persen kali maksimal maks max minimal paling
  menurut ada adakah adalah artinya arti maksud maksudnya pengertian definisi beda bedanya perbedaan perbedaannya`.split(
    /\s+/,
  ),
)

/** Sides of a matter that are asked about, which are no matter themselves. */
const ASPECTS = new Set(
  `syarat syaratnya persyaratan persyaratannya cara caranya prosedur prosedurnya alur alurnya sanksi sanksinya
  jumlah jumlahnya besaran besarannya besarnya batas batasnya dasar dasarnya hukumnya pasal pasalnya aturan aturannya
  isi isinya bunyinya`.split(/\s+/),
)
