import type { Outgoing } from '../../chat/message.ts'
import type { Broadcast } from './broadcast.ts'
import { ASK, READ, SAMPLE } from './buttons.ts'
import { filled } from './placeholders.ts'
import type { Audiences, Member } from './ports.ts'
import { texts } from './texts.ts'

/** The letter of a broadcast to one recipient. */
export function letterTo(
  { id, text, file }: Pick<Broadcast, 'id' | 'text' | 'file'>,
  { name, unit }: Pick<Member, 'name' | 'unit'>,
): Outgoing {
  const t = texts.id
  return {
    text: filled(text, { nama: name, unit }),
    choices: [
      { label: t.haveRead, value: `${READ}:${id}` },
      { label: t.ask, value: `${ASK}:${id}` },
    ],
    ...(file && { file }),
  }
}

/** The letter as an officer would get it; its buttons only tell what they are for. */
export async function sampleFor(
  audiences: Pick<Audiences, 'byIds'>,
  broadcast: Pick<Broadcast, 'text' | 'file'>,
  employee: string | undefined,
): Promise<Outgoing> {
  const [own] = employee === undefined ? [] : await audiences.byIds([employee])
  return letterTo({ ...broadcast, id: SAMPLE }, own ?? texts.id.somebody)
}
