import type { Choice, Content, Outgoing } from '../../chat/message.ts'
import { sizeLabel } from '../attachment.ts'
import { toWebHtml } from '../markdown.ts'

/** One line of the transcript. `key` is the delivery id of a line that came in; `answers` the row it answers. */
export interface TranscriptLine {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly key: string
  readonly content: Content | Outgoing
  readonly answers: string | null
}

/** A file as the page names it; its hash is what it is asked for by. */
export interface ShownFile {
  readonly hash: string
  readonly name: string
  readonly size: string
  /** True for what browsers show in the page. */
  readonly picture?: true
}

/** A reply as the page and other clients of the interface get it: Markdown, and the same as safe HTML. */
export interface ShownReply {
  readonly id: string
  readonly text: string
  readonly html: string
  readonly choices?: readonly Choice[]
  readonly file?: ShownFile
}

/** A line as the events carry it. `message` is the sender's own id of it, `choice` the value of a pressed button. */
export type ShownLine =
  | (ShownReply & { readonly direction: 'out'; readonly answers: string | null })
  | {
      readonly direction: 'in'
      readonly id: string
      readonly message: string
      readonly text: string
      readonly choice?: string
      readonly file?: ShownFile
    }

/** The reply a line of the bot holds. */
export function showReply(line: TranscriptLine): ShownReply {
  const { text, choices, file } = line.content as Outgoing // a line on its way out always is one
  return {
    id: line.id,
    text,
    html: toWebHtml(text),
    ...(choices !== undefined && choices.length > 0 && { choices }),
    ...(file && { file: shownFile(file.hash, file) }),
  }
}

/** A line of either side, ready to be sent to the page. */
export function showLine(line: TranscriptLine): ShownLine {
  if (line.direction === 'out') return { direction: 'out', ...showReply(line), answers: line.answers }
  const content = line.content as Content // a line on its way in always is one
  const message = line.key.slice(line.key.lastIndexOf(':') + 1)
  const text = content.kind === 'text' ? content.text : ''
  return {
    direction: 'in',
    id: line.id,
    message,
    text,
    ...(content.kind === 'choice' && { choice: content.value }),
    ...(content.kind === 'file' && {
      file: shownFile(content.ref, content),
    }),
  }
}

function shownFile(hash: string, { name, mime, size = 0 }: Described): ShownFile {
  return { hash, name, size: sizeLabel(size), ...(PICTURE.test(mime ?? '') && { picture: true }) }
}

type Described = { readonly name: string; readonly mime?: string; readonly size?: number }

const PICTURE = /^image\/(?:png|jpeg|webp)$/
