import { talksOfRules } from './rule-words.ts'
import { FILLERS, onlyOf, wordSet, YOU } from './words.ts'

/**
 * Recognises abuse that asks nothing: a text of insults and small words only, or an insult thrown at the bot. An
 * insult within a question about a rule is no abuse: people swear when they are worried.
 */
export function isAbuse(said: string): boolean {
  const words = said.split(' ')
  const bare = words.filter((word) => word !== '')
  if (onlyOf(bare, INSULTS, MILD, YOU, FILLERS, ABOUT)) return true
  if (onlyOf(bare, MILD, YOU, FILLERS, ABOUT) && bare.some((word) => YOU.has(word))) return true
  return bare.length <= 12 && THROWN.test(said) && !talksOfRules(said) && !ASKS.test(said)
}

/** Words that insult, in Indonesian, Sundanese, Javanese and English; spellings that dodge a filter among them. */
export const INSULTS = wordSet(`
  anjing anjir anjg anjrit anjrot anjink njing njir bangsat bangsad bgst bngst bajingan kontol kntl kontl memek mmk
  ngentot ngentod entot ngewe goblok goblokk gblk guoblok tolol tll tololl bego bgo kampret keparat tai taik tahi
  brengsek bacot bacod bct babi pantek puki pukimak lonte sialan bedebah idiot pepek jembut
  anying anyink goblog belegug beleguk kehed koplok borokokok bagong setan
  asu asuu jancok jancuk jancoek dancok diancok cok cuk pekok gendeng gendheng ndasmu matamu bajigur gathel gatel
  kirik celeng cangkemmu kakekane cocote raimu
  fuck fucking fck shit bullshit bitch asshole bastard dumbass
`)
/** Insults only when they are said of somebody. */
const MILD = wordSet(`
  bodoh bodo dungu gila edan gelo sampah payah sinting stupid dumb jelek ngaco ngawur lemot lelet kacau
  bebel oon sontoloyo ampas parah
`)
const ABOUT = wordSet(`
  dasar gak ga nggak ngga gk tidak tdk ora teu henteu guna berguna gunanya becus jelas mutu bermutu bisa kerja
  kerjanya jawab jawabnya jawaban jawabannya ngerti paham otak otaknya otakmu muka mukamu mulut mulutmu
  tau tahu apa apaan punya jadi orang semuanya kalian pada you u off nyebelin bikin emosi kesel kesal
`)

const [insults, you] = [[...INSULTS], [...YOU]].map((words) => words.join('|'))
const THROWN = new RegExp(
  `\\b(?:dasar|${you}) (?:(?:ini|itu|emang|memang|tuh|mah|teh|yang|yg|paling|sangat|bener|benar|kok) ){0,2}(?:${insults})\\b`,
)
const ASKS =
  /\b(?:berapa|brp|apakah|bagaimana|gimana|gmn|kapan|kpn|siapa|kenapa|knp|mengapa|boleh|bolehkah|bisakah|di mana|dimana|ke mana|kemana|kumaha|sabaraha|piro|piye|iraha|saha)\b/
