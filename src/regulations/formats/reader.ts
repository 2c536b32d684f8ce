import { parentPort, workerData } from 'node:worker_threads'
import { Unreadable } from '../../errors.ts'
import type { PageText } from './pdf/pages.ts'
import type { Results, Told, Work } from './thread.ts'

/** The thread foreign files are taken apart in: it does one piece of work, tells the result, and ends. */
const port = parentPort
if (port === null) throw new Error('this file is the thread of the readers, not a program of its own')
const tell = (told: Told): void => port.postMessage(told)
try {
  tell({ result: await done(workerData as Work) })
} catch (error) {
  if (error instanceof Unreadable) tell({ unreadable: error.message })
  else throw error
}

/** Each reader is loaded where it is needed: they are large, and a thread does one thing. */
async function done(work: Work): Promise<Results[keyof Results]> {
  const { bytes } = work
  switch (work.kind) {
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes)
    case 'html':
      return (await import('./html.ts')).readHtml(bytes)
    case 'pdf':
      return readPages(bytes)
    case 'picture':
      return readPicture(bytes, work.page)
  }
}

async function readPages(bytes: Uint8Array): Promise<readonly PageText[]> {
  const { openPdf } = await import('./pdf/document.ts')
  const { pagesOf } = await import('./pdf/pages.ts')
  const pdf = await openPdf(bytes)
  const pages: PageText[] = []
  for await (const page of pagesOf(pdf)) {
    pages.push(page)
    tell({ done: pages.length, of: pdf.numPages })
  }
  return pages
}

async function readPicture(bytes: Uint8Array, page: number): Promise<Uint8Array | undefined> {
  const { openPdf } = await import('./pdf/document.ts')
  const { pictureOf } = await import('./pdf/pictures.ts')
  return pictureOf(await (await openPdf(bytes)).getPage(page))
}
