import { parseReference } from '../references.ts'
import type { Article, Structure } from '../structure.ts'
import type { Change, Effect } from './effect.ts'
import { readInstruction } from './instructions.ts'

const TITLE = /^\s*PERUBAHAN\s(?:\S+\s){0,3}?(?:ATAS\s|(?=PERATURAN\s|UNDANG))([\s\S]*)$/i
const ORDERS =
  /[Bb]eberapa ketentuan|(?:diubah|mengubah|merubah|dirubah)[^.]{0,60}(?:sebagai ?berikut|sehingga|yaitu)/i
/** Where an entry begins: its number, and the words with which instructions open. */
const ENTRY =
  /(?:^|[\s"“”])\d{1,3} ?\.? ?(?=(?:Keten ?\p{L}{3,5}|Di ?antara|Pasal|Mengubah|Menghapus|Menambah|Menyisipkan|Judul|Setelah|Sesudah|Sebelum|BAB|Bab|Bagian|Paragraf|Pada|Dalam|Penjelasan|Lampiran|Antara|Substansi)(?!\p{L}))/gu

/** What an amending law does to the laws it names, pasal by pasal. */
export function readAmendments({ title, articles }: Structure, id: string): readonly Effect[] {
  const subject = title.join(' ').replace(/^[\s\S]*?\bTENTANG\s/i, '')
  const titled = parseReference(TITLE.exec(subject)?.[1] ?? '')[0]?.id
  const frames = articles.filter((a) => !a.amends && isFrame(a, articles))
  let target = titled
  const effects = frames.flatMap((frame) => {
    const lead = ORDERS.test(frame.text.slice(0, 900))
      ? parseReference(frame.text.slice(0, 900))[0]?.id
      : undefined
    target = lead ?? target
    const regulation = target
    if (regulation === undefined || regulation === id) return []
    const by = { regulation: id, pasal: frame.pasal }
    const changes = changesOf(frame, articles)
    return [
      { by, on: { regulation }, kind: 'amended' } as const,
      ...changes.map(({ kind, becomes, ...place }) => ({
        by,
        on: { regulation, ...place },
        kind,
        ...(becomes !== undefined && { becomes }),
      })),
    ]
  })
  if (effects.length > 0 || titled === undefined || titled === id) return effects
  return [
    { by: { regulation: id, pasal: articles[0]?.pasal ?? 'I' }, on: { regulation: titled }, kind: 'amended' },
  ]
}

function isFrame(article: Article, articles: readonly Article[]): boolean {
  if (articles.some(({ amends }) => amends?.by === article.pasal)) return true
  const lead = article.text.slice(0, 900)
  return (
    ORDERS.test(lead) && parseReference(lead).length > 0 && /^(?:Beberapa|Meng?ubah|Ketentuan)/.test(lead)
  )
}

/** By what the entries order, and for pasal of which no entry could be read, by the text that is quoted. */
function changesOf(frame: Article, articles: readonly Article[]): readonly Change[] {
  const [opening = '', ...entries] = frame.text.split(ENTRY)
  const first = opening.replace(/^[\s\S]{0,900}?(?:sebagai ?be\S{2,6}|yaitu)\s?:/, '')
  const ordered = [...(first === opening ? [] : [first]), ...entries].flatMap(readInstruction)
  const named = new Set(ordered.flatMap(({ pasal, becomes }) => [pasal, becomes]))
  const quoted = articles.filter(({ amends, pasal }) => amends?.by === frame.pasal && !named.has(pasal))
  return distinct([...ordered, ...quoted.flatMap(changeOf)])
}

function changeOf({ pasal, text, amends }: Article): readonly Change[] {
  const instruction = amends?.instruction ?? ''
  const inserts = /disisipkan|ditambah|menambah/i.test(instruction)
  // "Di antara Pasal 26 dan Pasal 27 …", "Pasal 10 A": a heading that was read out of the instruction.
  if (inserts && instruction.includes(`antara Pasal ${pasal} dan`)) return []
  if (new RegExp(`Pasal ${pasal} [A-Z](?!\\p{L})`, 'u').test(instruction)) return []
  if (/^["“]?\s*\(?dihapus/i.test(text)) return [{ pasal, kind: 'deleted' }]
  if (/^tetap\s.{0,40}penjelasan/i.test(text)) return [{ pasal, part: 'penjelasan', kind: 'amended' }]
  return [{ pasal, kind: /[A-Z]$/.test(pasal) ? 'inserted' : 'amended' }]
}

function distinct(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>()
  return changes.filter((change) => {
    const key = JSON.stringify([change.pasal, change.ayat, change.part, change.kind, change.becomes])
    return !seen.has(key) && seen.add(key)
  })
}
