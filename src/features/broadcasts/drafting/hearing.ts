/** A broadcast somebody asks for in plain words: for whom and what, as far as they said it. */
export interface Heard {
  /** Words for an audience; empty where none were said. */
  readonly who: string
  /** Empty where it is still to be written. */
  readonly text: string
}

const THING = '(?:siaran|pesan siaran|pengumuman|broadcast|pemberitahuan)(?: (?:baru|resmi|massal|umum))?'
const WISH = '(?:(?:tolong|mohon|saya|sy|aku|mau|ingin|minta|bantu) )*'
const MAKE = '(?:buat|buatkan|bikin|bikinkan|kirim|kirimkan|tulis|sebar|sebarkan|siapkan)'
const TO = '(?:ke|kepada|untuk|buat|bagi)'
const HEAD = new RegExp(
  `^${WISH}(?:${MAKE} ${THING}(?: ${TO} (?<to>[^:]{2,300}))?|(?:siarkan|umumkan|broadcast) ${TO} (?<named>[^:]{2,300}))$`,
  'i',
)

/**
 * What plain words ask to be sent to many ("kirim pengumuman ke PPPK Dinas Kesehatan: besok apel"); undefined for all
 * else, for questions above all.
 */
export function broadcastIn(said: string): Heard | undefined {
  const colon = said.indexOf(':')
  const head = (colon < 0 ? said : said.slice(0, colon)).replace(/\s+/g, ' ').trim()
  const match = HEAD.exec(head.replace(/[.!]+$/, ''))
  if (match === null || head.includes('?')) return undefined
  const { to, named } = match.groups ?? {}
  const who = (to ?? named ?? '').trim()
  const text = colon < 0 ? '' : said.slice(colon + 1).trim()
  return named !== undefined && text === '' ? undefined : { who, text }
}

/** What stands behind the command: "PPPK Dinas Kesehatan: besok apel", or only for whom it is. */
export function behindCommand(rest: string): Heard {
  const colon = rest.indexOf(':')
  const isWho = colon > 0 && colon <= 300 && !rest.slice(0, colon).includes('\n')
  return isWho
    ? { who: rest.slice(0, colon).trim(), text: rest.slice(colon + 1).trim() }
    : { who: rest.replace(/\s+/g, ' ').trim(), text: '' }
}
