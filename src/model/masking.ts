/** Texts without what could name a person, and the way back. */
export interface Masked {
  readonly texts: readonly string[]
  /** Puts back what each placeholder stands for, shown by `as` where given; anything else stays as it is. */
  restore(text: string, as?: (value: string) => string): string
}

/**
 * Puts placeholders ("⟦NIP 1⟧") for what could name a person: NIP, NIK, NPWP, phone and account numbers, other long
 * numbers, e-mail addresses, and a name that introduces itself. The same value has the same placeholder in all
 * texts. Numbers of laws, dates, times, years and amounts of money stay.
 */
export function mask(...texts: readonly string[]): Masked {
  const values = new Map<string, string>()
  const placeholders = new Map<string, string>()
  const given = texts.join('\n')
  const counts = new Map<string, number>()

  function placeholder(label: string, value: string): string {
    const known = placeholders.get(`${label} ${value}`)
    if (known !== undefined) return known
    let number = (counts.get(label) ?? 0) + 1
    while (given.includes(`⟦${label} ${number}⟧`)) number++ // somebody typed it, and means something else
    const made = `⟦${label} ${number}⟧`
    counts.set(label, number)
    placeholders.set(`${label} ${value}`, made)
    values.set(made, value)
    return made
  }

  const hide = (text: string): string =>
    PATTERNS.reduce(
      (hidden, { label, pattern, except }) =>
        hidden.replace(pattern, (value: string, ...rest: unknown[]) => {
          const at = rest.find((part) => typeof part === 'number') ?? 0
          const around = {
            before: hidden.slice(Math.max(0, at - 30), at),
            after: hidden.slice(at + value.length),
          }
          return isAmount(value, around) || except?.(value, around) ? value : placeholder(label, value)
        }),
      text,
    )
  return { texts: texts.map(hide), restore: (text, as) => restored(text, values, as) }
}

/** One text as it may leave the machine. */
export function masked(text: string): string {
  return mask(text).texts[0] ?? ''
}

/** A text without any placeholder. */
export function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, ' ')
}

/** A growing answer with what its placeholders stand for; a placeholder that is cut in two waits for its end. */
export async function* restoring(
  pieces: AsyncIterable<string>,
  { restore }: Pick<Masked, 'restore'>,
): AsyncGenerator<string> {
  let held = ''
  for await (const piece of pieces) {
    held += piece
    const open = held.lastIndexOf('⟦')
    const cut = open >= 0 && !held.includes('⟧', open) && held.length - open <= LONGEST_PLACEHOLDER
    const ready = cut ? held.slice(0, open) : held
    held = cut ? held.slice(open) : ''
    if (ready !== '') yield restore(ready)
  }
  if (held !== '') yield restore(held)
}

interface Around {
  readonly before: string
  readonly after: string
}

const PLACEHOLDER = /⟦[\p{L}-]{2,12} \d{1,4}⟧/gu
const LONGEST_PLACEHOLDER = 24

/** What people put between the digits of one number. */
const GAP = String.raw`[ .\u00a0\u2010-\u2014/-]`
const BANKS = 'bri|bni|bca|btn|bjb|bsi|mandiri|banten|danamon|permata|muamalat|cimb|niaga|seabank|jago|btpn'
const NAME = String.raw`\p{Lu}[\p{L}'’.]*\p{L}(?: \p{Lu}(?:[\p{L}'’.]*\p{L}|\.)){0,4}`

/** Surest first: what one has taken is no longer there for the next. */
const PATTERNS: readonly {
  readonly label: string
  readonly pattern: RegExp
  except?(value: string, around: Around): boolean
}[] = [
  { label: 'surel', pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu },
  { label: 'NIP', pattern: /(?<!\d)\d{18}(?!\d)/g },
  {
    // birthday, first appointment, sex, serial: however it is grouped, a month is a month
    label: 'NIP',
    pattern: numeric(
      String.raw`(?:19|20)\d\d${GAP}?(?:0[1-9]|1[0-2])${GAP}?(?:0[1-9]|[12]\d|3[01])(?:${GAP}{0,3}\d){10}`,
    ),
    except: isYears,
  },
  { label: 'NPWP', pattern: numeric(String.raw`\d{2,3}\.\d{3}\.\d{3}\.\d[.-]\d{3}\.\d{3}`) },
  { label: 'NPWP', pattern: /(?<!\d)\d{15}(?!\d)/g },
  { label: 'NPWP', pattern: /(?<=npwp\D{0,15})(?<!\d)\d(?:[ .-]?\d){14,15}(?!\d)/gi },
  { label: 'NIK', pattern: /(?<!\d)\d{16}(?!\d)/g },
  {
    label: 'NIK',
    pattern: numeric(String.raw`\d{4}(?:${GAP}\d{4}){3}|\d{6}${GAP}\d{6}${GAP}\d{4}`),
    except: isYears,
  },
  {
    label: 'telepon',
    pattern: numeric(String.raw`(?:\+?62|0)${GAP}?8(?:${GAP}?\d){7,11}|\+\d{1,3}(?:${GAP}?\d){7,12}`),
    except: isTime,
  },
  { label: 'telepon', pattern: numeric(String.raw`\(0\d{2,3}\) ?\d{3,4}[ -]?\d{3,5}|0\d{2,3}[ -]\d{6,8}`) },
  {
    label: 'rekening',
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:no)?(?:rek|rekening|${BANKS})(?!\p{L})[^\d\n]{0,25})(?<!\d)\d(?:[ .-]?\d){7,15}(?!\d)`,
      'giu',
    ),
    except: (value, around) => isYears(value) || isTime(value) || isGrouped(value) || isAmount(value, around),
  },
  { label: 'nomor', pattern: /(?<!\d)\d{9,}(?!\d)/g },
  {
    label: 'nama',
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:[Nn]ama (?:lengkap )?saya(?: adalah|:)?|[Ss]aya bernama|[Pp]erkenalkan,? (?:nama )?saya) )${NAME}`,
      'gu',
    ),
  },
  {
    label: 'nama',
    pattern: new RegExp(String.raw`(?<=(?<!\p{L})[Ss]aya )${NAME}(?=,? \(?(?:NIP|NIK)(?!\p{L}))`, 'gu'),
  },
]

/** Digits in groups that are no part of a longer number or amount. */
function numeric(digits: string): RegExp {
  return new RegExp(String.raw`(?<!\d|\d[.,])(?:${digits})(?!\d)`, 'g')
}

function isAmount(value: string, { before, after }: Around): boolean {
  return (
    /^\d/.test(value) &&
    (/Rp\.? ?$/i.test(before) || /^(?:,\d\d)?[ ,-]*(?:rupiah|juta|miliar|triliun)/i.test(after))
  )
}

/** Thousands in groups, as amounts are written. */
function isGrouped(value: string): boolean {
  return /^\d{1,3}(?:\.\d{3})+$/.test(value)
}

function isYears(value: string): boolean {
  return value.split(/\D+/).every((group) => /^(?:19|20)\d\d$/.test(group))
}

/** Office hours, or a date with a time. */
function isTime(value: string): boolean {
  return /^\d\d[.:][0-5]\d(?!\d)/.test(value) || /^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d(?!\d)/.test(value)
}

function restored(
  text: string,
  values: ReadonlyMap<string, string>,
  as: (value: string) => string = (value) => value,
): string {
  return text.replace(PLACEHOLDER, (made) => {
    const value = values.get(made)
    return value === undefined ? made : as(value)
  })
}
