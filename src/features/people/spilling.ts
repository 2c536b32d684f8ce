import type { Reply, Turn } from '../../chat/feature.ts'
import { digestOf } from './code.ts'
import { say } from './replies.ts'
import { texts } from './texts.ts'

/** Ends a code that was typed where others read along, and says so whether there is such a code or not. */
export async function revokeSpilt(
  typed: string,
  { person }: Pick<Turn, 'person'>,
  revoke: (digest: string) => Promise<void>,
): Promise<Reply | undefined> {
  const digest = digestOf(typed)
  if (digest === undefined) return undefined
  await revoke(digest)
  return say(texts[person.language].spilt)
}
