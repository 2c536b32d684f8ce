import type { Page, Pdf } from './document.ts'
import { linesOf, type Run } from './layout.ts'
import { type Shown, whatIsShown } from './pictures.ts'

/** What a page of a PDF holds. */
export interface PageText {
  readonly lines: readonly string[]
  readonly shows: Shown | 'damage'
  /** Its size in points, as it is seen. */
  readonly width: number
  readonly height: number
}

const FEW_LETTERS = 250
/** Seconds spent on looking what pages without words show; after them such a page is taken for a picture. */
const LOOKING = 20

/** The pages of a PDF one after the other; a page that cannot be read is told, not thrown. */
export async function* pagesOf(pdf: Pdf): AsyncGenerator<PageText> {
  const budget = { left: LOOKING * 1000 }
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number).catch(() => undefined)
    yield page ? await readPage(page, budget) : DAMAGED
    page?.cleanup()
  }
}

const DAMAGED: PageText = { lines: [], shows: 'damage', width: 0, height: 0 }

async function readPage(page: Page, budget: { left: number }): Promise<PageText> {
  const { width, height } = page.getViewport({ scale: 1 })
  try {
    const lines = linesOf(await runsOf(page))
    return { lines, shows: await shownBy(page, lines.join(''), budget), width, height }
  } catch {
    // The caller warns of every damaged page; which of a reader's many complaints it was helps nobody.
    return { ...DAMAGED, width, height }
  }
}

async function shownBy(page: Page, text: string, budget: { left: number }): Promise<Shown> {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length
  if (letters >= FEW_LETTERS) return 'words'
  if (budget.left <= 0) return letters > 0 ? 'words' : 'picture'
  const start = performance.now()
  const shown = await whatIsShown(page, letters > 0)
  budget.left -= performance.now() - start
  return shown
}

/** The runs of a page as it is seen, those that stand upright; slanted ones are stamps and watermarks. */
async function runsOf(page: Page): Promise<readonly Run[]> {
  const { transform: seen, width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const turns = new Map<number, Run[]>()
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    // The library types a matrix as any[].
    const own = item.transform as readonly number[]
    const [a, b, c, d, e, f] = product(seen as readonly number[], own)
    if (e < -1 || f < -1 || e > width + 1 || f > height + 1) continue
    const angle = (Math.atan2(b, a) * 180) / Math.PI
    const quarter = Math.round(angle / 90)
    if (Math.abs(angle - quarter * 90) > 15) continue
    const turn = (quarter + 4) % 4
    const size = Math.hypot(c, d)
    const [x, y] = turn === 0 ? [e, f] : turn === 1 ? [f, -e] : turn === 2 ? [-e, -f] : [-f, e]
    const run = { text: item.str, x, y, width: item.width, size: size || item.height || 1 }
    const same = turns.get(turn)
    if (same) same.push(run)
    else turns.set(turn, [run])
  }
  return upright(turns)
}

/** Text that runs up or down the page comes after the rest, below it. */
function upright(turns: ReadonlyMap<number, readonly Run[]>): readonly Run[] {
  const [main = [], ...others] = [...turns.values()].sort((a, b) => b.length - a.length)
  const all = [...main]
  for (const runs of others) {
    const below = 100 + extreme(all, 1) - extreme(runs, -1)
    for (const run of runs) all.push({ ...run, y: run.y + below })
  }
  return all
}

/** The lowest place on the page (1) or the highest (-1); there may be more runs than a call takes arguments. */
function extreme(runs: readonly Run[], side: 1 | -1): number {
  return side * runs.reduce((most, run) => Math.max(most, side * run.y), -1e6)
}

function product(
  m: readonly number[],
  n: readonly number[],
): readonly [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
