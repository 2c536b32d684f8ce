import type { Language, Outgoing } from '../../../chat/message.ts'
import type { Broadcast } from '../broadcast.ts'
import { button } from '../buttons.ts'
import { sampleFor } from '../letter.ts'
import { tellKeeper } from '../officers.ts'
import type { Room } from '../ports.ts'
import { texts } from './texts.ts'

/** Why a broadcast did not go out, and what can be done; `people` is how many its audience has by now. */
export function heldMessage(broadcast: Broadcast, people: number, language: Language): Outgoing {
  const t = texts[language]
  const { heldFor, id, peopleAtConfirm } = broadcast
  const why = heldFor === null ? '' : t.held[heldFor](people, peopleAtConfirm ?? 0)
  return {
    text: `${t.heldHeading(id)}\n\n${why}`,
    choices: [
      heldFor === 'file'
        ? button(t.withoutFile, 'tanpa', broadcast)
        : button(heldFor === 'empty' ? t.tryAgain : t.sendAnyway, 'tetap', broadcast),
      button(t.edit, 'ubah', broadcast),
      button(t.cancel, 'stop', broadcast),
    ],
  }
}

/** Tells whoever answers for it, or all officers where that one is none any more, with the letter itself. */
export async function tellHeld(
  room: Pick<Room, 'audiences' | 'outbox'>,
  broadcast: Broadcast,
  people: number,
): Promise<void> {
  const key = `broadcast:${broadcast.id}:held:${broadcast.version}`
  if (broadcast.heldFor === 'maker') {
    const letter = await sampleFor(room.audiences, broadcast, undefined) // nobody of those who decide has seen it
    await tellKeeper(room, broadcast, letter, `${key}:letter`)
  }
  await tellKeeper(room, broadcast, heldMessage(broadcast, people, 'id'), key)
}
