import type { Choice } from '../../chat/message.ts'
import type { Broadcast } from './broadcast.ts'

/** The name of the officers' command and of their buttons. */
export const BROADCAST = 'siaran'
/** The button that begins a new one. */
export const START = `${BROADCAST}:baru`
/** What recipients press: that they have read it, and that they ask something. */
export const READ = 'siaran_baca'
export const ASK = 'siaran_tanya'
/** What officers press to answer a question. */
export const ANSWER = 'siaran_jawab'
/** In the place of an id, on a letter that only shows how it will look. */
export const SAMPLE = 'contoh'

/** A button that does something with a broadcast as it is now; `more` goes with it. */
export function button(
  label: string,
  verb: string,
  { id, version }: Pick<Broadcast, 'id' | 'version'>,
  more?: number,
): Choice {
  return { label, value: [BROADCAST, verb, id, version, ...(more === undefined ? [] : [more])].join(':') }
}

/** What a button, or a form that goes on from one, is about. */
export interface Ref {
  readonly id: string
  readonly version: number
}

/** A reference as a form keeps it. */
export function refOf({ id, version }: Ref): string {
  return `${id}:${version}`
}

/** A reference as it was kept, or as a button has it behind its verb. */
export function readRef(kept: string): Ref & { readonly more: number } {
  const [id = '', version = '', more = ''] = kept.split(':')
  return { id, version: Number(version) || 0, more: Number(more) || 0 }
}
