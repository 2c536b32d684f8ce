import type { Turn } from '../../../chat/feature.ts'
import type { KeptFile } from '../../../chat/message.ts'
import type { Keeping } from '../../../files.ts'
import { codePicture } from '../../../paper/code.ts'
import { writePosters } from '../../../paper/posters.ts'

/** What codes and posters are made with. */
export interface PrintingFrom {
  readonly files: Pick<Keeping, 'isPossible' | 'make'>
  readonly organization: string
  /** A link that opens the bot with a payload; undefined where no platform has such links. */
  link(payload: string): string | undefined
}

/** A page to print: what its code opens, what it is for, and what it is about, line by line. */
export interface PrintedPage {
  readonly payload: string
  readonly title: string
  readonly about: readonly string[]
}

/** Makes what is put on a counter; nothing where files cannot be had, or there is no link to put on it. */
export function createPrinting({ files, organization, link }: PrintingFrom) {
  return {
    link,

    /** A4 pages as a PDF. */
    async pages(turn: Turn, pages: readonly PrintedPage[], name: string): Promise<KeptFile | undefined> {
      const sheets = pages.flatMap(({ payload, title, about }) => {
        const to = link(payload)
        return to === undefined ? [] : [{ title, about, organization, link: to }]
      })
      if (sheets.length === 0 || !files.isPossible(turn.conversation)) return undefined
      return files.make(await writePosters(sheets), { name, mime: 'application/pdf' }, turn, 'export')
    },

    /** The code alone, as a PNG. */
    async picture(turn: Turn, payload: string, name: string): Promise<KeptFile | undefined> {
      const to = link(payload)
      if (to === undefined || !files.isPossible(turn.conversation)) return undefined
      return files.make(await codePicture(to), { name, mime: 'image/png' }, turn, 'export')
    },
  }
}
export type Printing = ReturnType<typeof createPrinting>
