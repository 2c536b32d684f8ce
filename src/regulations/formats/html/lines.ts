import type { DefaultTreeAdapterTypes } from 'parse5'
import { counterOf } from './lists.ts'
import { isSeen } from './seen.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * The lines a page of HTML shows, top to bottom, the numbers of its lists in them and the cells of a table's row
 * in one line. What a reader would not see is not there.
 */
export function linesOfPage(root: Node): readonly string[] {
  const lines = newLines()
  write(root, lines, new Map())
  return lines.all()
}

const BLOCKS = new Set(
  `address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5
  h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead title tr ul`.split(
    /\s+/,
  ),
)

/** Lines as they grow. */
interface Lines {
  /** A list's number waits for the first words of its item, whatever blocks they are in; an empty one is nobody's. */
  count(number: string): void
  say(text: string): void
  end(): void
  all(): readonly string[]
}

function newLines(): Lines {
  const full: string[] = []
  let open = ''
  let waiting = ''
  const end = (): void => {
    const line = open.replace(/\s+/g, ' ').trim()
    if (line !== '') full.push(line)
    open = ''
  }
  return {
    end,
    count(number) {
      waiting = number === '' ? '' : waiting + number
    },
    say(text) {
      const begins = waiting !== '' && text.trim() !== ''
      open += begins ? waiting + text : text
      if (begins) waiting = ''
    },
    all() {
      end()
      return full
    },
  }
}

/** The numbers of list items that have one, by their element. */
type Numbers = Map<Element, string>

function write(node: Node, lines: Lines, numbers: Numbers): void {
  if ('value' in node) {
    const pieces = isPreformatted(node.parentNode) ? node.value.split('\n') : [node.value]
    pieces.forEach((piece, i) => {
      if (i > 0) lines.end()
      lines.say(piece)
    })
    return
  }
  if (!('childNodes' in node)) return
  if (!('tagName' in node)) {
    for (const child of node.childNodes) write(child, lines, numbers)
    return
  }
  if (!isSeen(node)) return
  if (node.tagName === 'br') lines.end()
  const block = BLOCKS.has(node.tagName)
  if (block && node.tagName !== 'td' && node.tagName !== 'th') lines.end()
  if (node.tagName === 'ol') for (const [item, number] of counterOf(node)) numbers.set(item, number)
  const number = numbers.get(node)
  if (number !== undefined) lines.count(number)
  if (node.tagName === 'tr') writeRow(node, lines, numbers)
  else for (const child of node.childNodes) write(child, lines, numbers)
  if (node.tagName === 'li') lines.count('')
  if (block) lines.end()
}

/** Cells that hold clauses of their own were set side by side for looks; others belong in one line. */
function writeRow(row: Element, lines: Lines, numbers: Numbers): void {
  const cells = row.childNodes
    .map((cell) => {
      const own = newLines()
      write(cell, own, numbers)
      return own.all()
    })
    .filter((cell) => cell.length > 0)
  const forLooks = cells.some((cell) => cell.filter((line) => CLAUSE.test(line)).length > 1)
  if (cells.length === 1 || forLooks)
    cells.forEach((cell, i) => {
      for (const line of cell) {
        lines.say(`${line} `)
        // "Menimbang", ":" and the first of several clauses stand in one line, as they do on paper.
        if (cell.length > 1 || i === cells.length - 1) lines.end()
      }
    })
  else lines.say(withoutBars(cells.map((cell) => cell.join(' ')).join(' | ')))
  lines.end()
}

const CLAUSE = /^(?:Pasal \d|BAB [IVXLC]|\(\d{1,3}\)|\d{1,3}\.|[a-z]{1,2}\.)(?:\s|$)/

/** A number or a colon in a cell of its own is no column: "Mengingat : 1. Pasal 18 …". */
function withoutBars(row: string): string {
  return row
    .replace(/ \| :(?: \| |$)/g, ' : ')
    .replace(/(?<=^|[:|] )((?:\(\d{1,3}\)|\d{1,3}[.)]|[a-z]{1,2}[.)])) \| /g, '$1 ')
}

function isPreformatted(node: Node | null): boolean {
  for (let at = node; at && 'tagName' in at; at = at.parentNode) if (at.tagName === 'pre') return true
  return false
}
