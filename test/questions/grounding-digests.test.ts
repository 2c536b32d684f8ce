import { describe, expect, it } from 'vitest'
import { KNOWLEDGE } from '#test/knowledge.ts'
import { ground } from '../../src/features/questions/model/grounding.ts'
import { readDigests } from '../../src/regulations/knowledge/digests.ts'

/** Every sentence of our digests as a claim, quoted from its own digest: as near to a good answer as can be had without a model. */
const claims = readDigests(KNOWLEDGE).flatMap(({ regulation, pasal, title, body }) =>
  body
    .replaceAll('**', '')
    .split(/\n|(?<=[.!?])\s+(?=[A-Z])/)
    .map((sentence) => sentence.replace(/^- /, '').trim())
    .filter((sentence) => sentence.split(' ').length >= 5 && !/[:"“”]/.test(sentence))
    .map((sentence) => ({
      sentence,
      quote: sentence.split(' ').slice(0, 14).join(' '),
      grounds: [
        { number: 1, name: `Pasal ${pasal} ${regulation}`, text: `${title}.\n${body.replaceAll('**', '')}` },
      ],
    })),
)

const passes = (claim: string, { quote, grounds }: (typeof claims)[number]): boolean =>
  ground(`${claim} [1: "${quote}"]`, grounds) !== undefined
const good = claims.filter((claim) => passes(claim.sentence, claim))

describe('over all digests', () => {
  it('nearly every true sentence stays', () => {
    expect(claims.length).toBeGreaterThan(2_000)
    expect(good.length / claims.length).toBeGreaterThan(0.98)
  })

  it.each<[string, RegExp, (...match: string[]) => string, number]>([
    [
      'another figure',
      /(?<![\d.,/])(\d{1,3})(?= (?:hari|bulan|persen|kali|orang) )/,
      (n = '') => String(Number(n) + 1),
      0.98,
    ],
    ['another unit', /(?<=\d )hari kerja/, () => 'hari kalender', 1],
    ['a lower limit for an upper one', /paling (?:lama|banyak|lambat)(?= \d)/, () => 'paling sedikit', 0.98],
    ['a "tidak" less', /\btidak (?=\w)/, () => '', 0.95],
    ['a "tidak" more', /\b(?:dapat|boleh|wajib)\b/, (word = '') => `tidak ${word}`, 0.98],
    ['a leave for a ban', /\bdilarang\b/, () => 'boleh', 0.98],
    ['another office', /\bPPK\b/, () => 'Ombudsman', 0.98],
  ])('and with %s it goes', (_, pattern, change, least) => {
    const changed = good
      .filter(({ sentence }) => pattern.test(sentence))
      .map((claim) => ({ claim, words: claim.sentence.replace(pattern, change) }))
    expect(changed.length).toBeGreaterThan(25)
    const gone = changed.filter(({ claim, words }) => !passes(words, claim))
    expect(gone.length / changed.length).toBeGreaterThanOrEqual(least)
  })
})
