import { accountsOf, type Command, type Reply, type Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { dayAt } from '../../indonesian/dates.ts'
import { fold } from '../../indonesian/words.ts'
import { FILLERS, onlyOf, wordSet } from './asides/words.ts'
import { shortDay } from './publishing/published.ts'
import type { QuestionStore } from './store.ts'
import { texts } from './texts.ts'

/** What people type for it; "pertanyaan saya sampai mana?" is understood too. */
const NAME = 'pertanyaan_saya'
const SHOWN = 5
const LONGEST = 160

/** Shows askers how the questions stand that they handed to an officer. */
export function createOwnQuestions(store: Pick<QuestionStore, 'handedOverBy'>): Command {
  return {
    name: NAME,
    audience: 'citizen',
    personal: true,
    summary: (language) => texts[language].handover.mineSummary,
    run: (turn) => ownQuestions(store, turn),
  }
}

/** What became of the sender's questions, the latest first. */
export async function ownQuestions(
  store: Pick<QuestionStore, 'handedOverBy'>,
  { person, timeZone }: Turn,
): Promise<Reply> {
  const t = texts[person.language].handover
  const own = await store.handedOverBy(accountsOf(person), SHOWN)
  if (own.length === 0) return { say: [{ text: t.mineNone }] }
  const lines = own.map(({ id, question, answer, askedAt, answeredAt }) => {
    const day = shortDay(dayAt(answeredAt ?? askedAt, timeZone))
    return answer === null
      ? t.mineWaiting(id, short(question), day)
      : t.mineAnswered(id, short(question), day, short(answer))
  })
  return { say: [{ text: [t.mine, ...lines].join('\n') }] }
}

/** True for "pertanyaan saya", "tiket 12 sudah dijawab?": only where nothing else is said. */
export function asksForOwnQuestions(text: string): boolean {
  const words = fold(text).split(' ')
  const own =
    words.length <= 3 && words.some((word) => OWN.has(word)) && words.some((word) => ASKED.has(word))
  return (
    words.length > 1 &&
    onlyOf(words, ASKED, ABOUT, FILLERS) &&
    (own || words.some((word) => STANDS.has(word)))
  )
}

const ASKED = wordSet('pertanyaan pertanyaanku pertanyaannya tiket tiketku tiketnya')
const OWN = wordSet('saya sy aku ku kami')
const STANDS = wordSet(`
  status statusnya cek kabar kabarnya progres progresnya sampai sampe nyampe mana dimana dijawab jawab jawabannya
  dibalas balasan dibales direspon respon diproses ditindaklanjuti gimana bagaimana kapan sudah udah belum
`)
const ABOUT = new Set([
  ...STANDS,
  ...wordSet(`
    saya sy aku ku kami kemarin kmrn tadi lalu minggu hr petugas admin nomor no nomer lihat liat udh sdh blm apa
    apakah ada jawaban halo hai tolong mohon tanya nanya
  `),
  ...Array.from({ length: 1_000 }, (_, i) => String(i)),
])

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return literal(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)
}
