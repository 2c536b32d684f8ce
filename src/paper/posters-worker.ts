import { parentPort, workerData } from 'node:worker_threads'
import { pdfOf } from './pdf.ts'
import { type Poster, poster } from './poster.ts'

/** The thread in which posters are written; it writes those it was given, and ends. */
if (parentPort === null) throw new Error('this file is the thread of posters, not a program of its own')
/** A4 in points. */
const [WIDTH, HEIGHT] = [595.28, 841.89]
const posters = workerData as readonly Poster[]
const [first] = posters
const bytes = await pdfOf({
  pageSize: 'A4',
  pageMargins: 0,
  info: { title: first?.title ?? '', creationDate: new Date(0) }, // the same posters are the same file
  content: posters.map((one, i) => ({
    svg: poster(one),
    width: WIDTH,
    // a little less than the page, or an empty one follows
    height: HEIGHT - 0.5,
    ...(i > 0 && { pageBreak: 'before' }),
  })),
})
parentPort.postMessage(bytes, [bytes.buffer as ArrayBuffer])
