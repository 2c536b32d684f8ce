import { FILLERS, onlyOf, wordSet, YOU } from './words.ts'

/** What is said for the sake of saying it. */
export type Courtesy = 'greeting' | 'thanks' | 'closing' | 'who'

/**
 * Recognises a greeting, thanks, a closing word, or a question about the bot itself: only where the whole text
 * consists of such words, so that "halo, cuti berapa hari?" stays a question.
 */
export function courtesyIn(said: string): Courtesy | undefined {
  const words = said.split(' ')
  if (onlyOf(words, THANKS, THANKS_FOR, CLOSING, GREETING, FILLERS, YOU)) return 'thanks'
  if (onlyOf(words, GREETING, ASKING, FILLERS, YOU)) return 'greeting'
  if (words.length <= 8 && WHO.some((pattern) => pattern.test(said))) return 'who'
  if (onlyOf(words, ANNOUNCED, ASKING, FILLERS, YOU)) return 'greeting'
  if (onlyOf(words, CLOSING, FILLERS, YOU)) return 'closing'
  return undefined
}

const GREETING = wordSet(`
  halo haloo hallo halow hello helo hai haii hay hi hii hey p test tes testing ping permisi punten spada
  assalamualaikum assalamualaikumm asalamualaikum assalamu assalam alaikum aslm askum samlekum samlikum
  waalaikumsalam waalaikum salam wr wb warahmatullah warahmatullahi wabarakatuh
  selamat met slmt slamat pagi siang sore malam malem shalom om swastiastu namo budaya rahayu
  sampurasun rampes wilujeng enjing siang sonten wengi kulonuwun kulo nuwun sugeng dalu siyang good morning afternoon
  kabar kabarnya damang kumaha
`)

/** "Boleh tanya?", "mau nanya dong": the question is still to come. */
const ANNOUNCED = wordSet(
  'tanya nanya bertanya tny nanyak naros taros takon tanglet konsultasi bantu bantuan bantuannya',
)
const ASKING = wordSet(`
  mau mo ingin pengen izin ijin numpang boleh bisa saya sy aku gue kami abdi bade arep mohon minta tolong
  sesuatu sebentar bentar hal ada apa gimana bagaimana gak ga nggak ngga tidak tdk tanya nanya bertanya tny
  bantu bantuan bantuannya naros takon
`)

const THANKS = wordSet(`
  terima terimakasih trimakasih trims trmksh tks tks makasih makasi makasiii makacih mksh mksih mks thanks thank
  thankyou thx tq tqs ty tengkyu nuhun hatur hatursuwun suwun matur matursuwun maturnuwun jazakallah
  jazakumullah
`)
const THANKS_FOR = wordSet(`
  kasih kasihh banyak atas info infonya informasi informasinya jawaban jawabannya bantuan bantuannya penjelasan
  penjelasannya ilmunya sudah udah udh dah dibantu membantu ngebantu bantu bermanfaat sehat selalu sukses jelas
  paham ngerti mengerti you very much so pisan nuwun sanget khairan katsiran pencerahannya respon responnya cepat cepet
`)

const CLOSING = wordSet(`
  ok oke okey okay okee okeh oke2 sip sipp siip siap siapp baik baiklah mantap mantab mantul keren hebat bagus
  noted paham ngerti mengerti jelas cukup dadah dah bye babay daah sampai jumpa lagi haha hahaha hehe hehehe wkwk
  wkwkwk hihi lol muhun nggih inggih enggih sumuhun leres
`)

/** Who the bot is and what it can do. */
const WHO: readonly RegExp[] = [
  /^(?:kamu|anda|abdi|ini|lu|lo|situ) (?:ini |itu )?(?:siapa|apa|apaan|sp)(?: (?:sih|ya|dong))*$/,
  /^siapa (?:sih )?(?:kamu|anda|ini|namamu|namanya|abdi|nama kamu|nama anda|lu|lo)(?: (?:sih|ya|sebenarnya))*$/,
  /^(?:nama kamu|namamu|nama anda) (?:siapa|apa)/,
  /^(?:apakah )?(?:kamu|ini|anda|abdi|lu|lo) (?:ini |itu )?(?:robot|bot|manusia|orang|ai|mesin|chatgpt|gpt|program)\b/,
  /^(?:siapa|sp) (?:yang |yg )?(?:bikin|buat|membuat|menciptakan|ciptakan) (?:kamu|anda|abdi|bot ini|aplikasi ini)$/,
  /^(?:kamu|anda|abdi|bot ini|ini|lu|lo) (?:itu )?(?:bisa|dapat|bs) (?:(?:bantu|membantu|jawab|menjawab) )?(?:apa|ngapain)(?: (?:aja|saja))?$/,
  /^(?:apa(?: saja| aja)?) (?:yang |yg )?(?:bisa|dapat) (?:kamu|anda|abdi|ditanyakan|saya tanyakan|dibantu)(?: (?:bantu|lakukan|kerjakan|jawab))?$/,
  /^(?:bisa|boleh) (?:tanya|nanya|bantu) (?:soal |tentang )?apa (?:aja|saja)$/,
  /^(?:apa itu abdi|abdi itu apa|fungsi (?:kamu|abdi|bot ini)(?: apa)?|ini (?:bot|chatbot|aplikasi|layanan|nomor) (?:apa|siapa))$/,
]
