import { basename } from 'node:path'
import { MultiBar } from 'cli-progress'
import { number, type Pace, paceText, rate } from './pace.ts'

/** What a person at the terminal sees while files are read: lines that stay, and how far it is. */
export interface Progress {
  say(text: string): void
  page(file: string, done: number, of: number): void
  /** A file more is done. */
  file(size: number): void
  indexed(done: number, of: number): void
  end(): void
}

/** So often a program that reads our output is told how far it is. */
const TELL_EVERY_MS = 10_000

/** Shows progress of so many files on a stream: a bar on a terminal, plain lines elsewhere. */
export function createProgress(
  stream: NodeJS.WriteStream,
  { files: ofFiles, bytes: ofBytes }: { readonly files: number; readonly bytes: number },
): Progress {
  const begun = performance.now()
  let [files, bytes, pages] = [0, 0, '']
  let [reading, since] = ['', begun]
  const pace = (): Pace => ({ files, ofFiles, bytes, ofBytes, seconds: (performance.now() - begun) / 1000 })
  const show = stream.isTTY ? bar(stream, ofBytes) : lines(stream)
  return {
    say: show.say,
    page(file, done, of) {
      if (file !== reading || done <= 1) [reading, since] = [file, performance.now()]
      const seconds = (performance.now() - since) / 1000
      const speed = seconds > 1 && done > 1 ? `, ${rate((done - 1) / seconds, 'halaman')}` : ''
      pages = ` · ${basename(file)} halaman ${done}/${of}${speed}`
      show.far(bytes, paceText(pace()) + pages)
    },
    file(size) {
      files++
      bytes += size
      pages = ''
      show.far(bytes, paceText(pace()))
    },
    indexed: (done, of) => show.far(ofBytes, `menyusun indeks: ${number(done)} dari ${number(of)} pasal`),
    end: show.end,
  }
}

interface Shown {
  say(text: string): void
  far(bytes: number, text: string): void
  end(): void
}

function bar(stream: NodeJS.WriteStream, total: number): Shown {
  const bars = new MultiBar({
    stream,
    format: '{bar} {text}',
    barsize: 20,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false, // Ctrl+C is ours: it ends after the file
    barCompleteChar: '█',
    barIncompleteChar: '░',
  })
  const one = bars.create(Math.max(1, total), 0, { text: '' })
  return {
    say: (text) => bars.log(`${text}\n`),
    far: (bytes, text) => one.update(bytes, { text }),
    end: () => bars.stop(),
  }
}

function lines(stream: NodeJS.WriteStream): Shown {
  let told = performance.now()
  const say = (text: string): void => void stream.write(`${text}\n`)
  return {
    say,
    far(_, text) {
      if (performance.now() - told < TELL_EVERY_MS) return
      told = performance.now()
      say(`… ${text}`)
    },
    end: () => undefined,
  }
}
