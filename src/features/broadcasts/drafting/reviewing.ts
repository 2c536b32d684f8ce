import type { Reply, Turn } from '../../../chat/feature.ts'
import type { Choice, Language, Outgoing } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Broadcast } from '../broadcast.ts'
import { button } from '../buttons.ts'
import { sampleFor } from '../letter.ts'
import type { Room } from '../ports.ts'
import { reachOf } from '../reach.ts'
import { texts } from './texts.ts'

/** Shows a draft as recipients will get it, and to how many of them. */
export function createReviewing(room: Room, look: (turn: Turn, broadcast: Broadcast) => Promise<Reply>) {
  const { store, audiences, preview } = room

  /** What a broadcast would be, in words: for whom, how many, and how each platform shows it. */
  async function summary(
    broadcast: Broadcast,
    sample: Outgoing,
    { now, timeZone, person }: Pick<Turn, 'now' | 'timeZone' | 'person'>,
  ): Promise<string> {
    const t = texts[person.language]
    const { audience, file } = broadcast
    if (audience === null) return t.noRecipients
    const reach = await reachOf(audiences, audience, dayAt(now, timeZone))
    const shown = preview(sample)
      .filter(({ channel }) => (reach.byChannel[channel] ?? 0) > 0)
      .map(({ channel, pieces }) => ({ channel, pieces: pieces.length }))
    return t.summary({
      to: await audiences.describe(audience),
      reach,
      shown,
      ...(file && { file: file.name }),
    })
  }

  /** The message itself, and what can be done with it. */
  async function show(turn: Turn, broadcast: Broadcast, said?: string): Promise<Reply> {
    if (broadcast.status !== 'draft') return look(turn, broadcast)
    const t = texts[turn.person.language]
    const sample = await sampleFor(audiences, broadcast, turn.person.employee)
    const words = await summary(broadcast, sample, turn)
    const text = [said ?? t.preview, words].join('\n\n')
    return { say: [sample, { text, choices: choicesOf(broadcast, turn.person.language) }] }
  }

  /** The latest of what somebody else, or another button, has changed. */
  async function meanwhile(turn: Turn, id: string): Promise<Reply> {
    const broadcast = await store.find(id)
    if (broadcast === undefined) return { say: [{ text: texts[turn.person.language].gone }] }
    const shown = await look(turn, broadcast)
    return { ...shown, say: [{ text: texts[turn.person.language].meanwhile }, ...shown.say] }
  }

  /** The letter once more, where recipients like whoever asks would get it. */
  async function test(turn: Turn, broadcast: Broadcast): Promise<Reply> {
    const t = texts[turn.person.language]
    const { employee } = turn.person
    const sample = await sampleFor(audiences, broadcast, employee)
    const choices = choicesOf(broadcast, turn.person.language)
    const [own] = employee === undefined ? [] : await audiences.byIds([employee])
    const to = own?.conversation ?? turn.conversation
    if (to === turn.conversation) return { say: [sample, { text: t.testedHere, choices }] }
    await room.outbox.say(
      to as Turn['conversation'], // the directory has no type for them
      sample,
      `broadcast:${broadcast.id}:test:${turn.message.id}`,
    )
    return { say: [{ text: t.testedThere(to.split(':')[0] ?? ''), choices }] }
  }

  return { summary, show, meanwhile, verbs: { uji: test } }
}

function choicesOf(broadcast: Broadcast, language: Language): readonly Choice[] {
  const t = texts[language]
  return [
    ...(broadcast.audience === null
      ? []
      : [
          button(t.test, 'uji', broadcast),
          button(t.sendNow, 'kirim', broadcast),
          button(t.schedule, 'jadwal', broadcast),
        ]),
    button(t.changeText, 'teks', broadcast),
    button(broadcast.file === null ? t.addFile : t.changeFile, 'lampiran', broadcast),
    button(t.changeRecipients, 'penerima', broadcast),
    button(t.drop, 'buang', broadcast),
  ]
}
