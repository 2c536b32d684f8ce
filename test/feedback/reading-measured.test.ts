import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { sentimentOf, tempersOf } from '../../src/features/feedback/reading.ts'

const DATASETS = join(import.meta.dirname, '../../../shared/datasets')
const absent = !existsSync(DATASETS)
const SOUNDS = ['positive', 'neutral', 'negative']
if (absent) console.warn('Reading is not measured here: the data sets are not beside this checkout.')

interface Labelled {
  readonly text: string
  readonly label: string
  /** Also in a part that was read while the word list was written. */
  readonly seen?: boolean
}

describe.skipIf(absent)('how a text sounds, measured where nothing was tuned', () => {
  it.each([
    { name: 'SmSA', rows: smsa, accuracy: 0.8, f1: 0.72 },
    { name: 'NusaX Indonesian', rows: () => nusax('indonesian'), accuracy: 0.8, f1: 0.78 },
    { name: 'NusaX Sundanese', rows: () => nusax('sundanese'), accuracy: 0.78, f1: 0.77 },
    { name: 'NusaX Javanese', rows: () => nusax('javanese'), accuracy: 0.77, f1: 0.76 },
  ])('$name', ({ name, rows, accuracy, f1 }) => {
    const given = rows()
    const start = performance.now()
    const pairs = given.map(({ text, label }) => [label, sentimentOf(text).label] as const)
    const ms = (performance.now() - start) / given.length
    const found = figures(pairs, SOUNDS)
    const commonest = found.majority
    const plain = figures(
      given.map(({ label }) => [label, commonest.label] as const),
      SOUNDS,
    )
    console.info(
      `${name} (${given.length}): accuracy ${shown(found.accuracy)}, macro F1 ${shown(found.macroF1)}; ` +
        `always "${commonest.label}": ${shown(plain.accuracy)}, ${shown(plain.macroF1)}; ${ms.toFixed(3)} ms a text`,
    )
    const unseen = pairs.filter((_, i) => given[i]?.seen === false)
    const strict = figures(unseen, SOUNDS)
    console.info(
      `${name}, without what a training part has too (${unseen.length}): accuracy ${shown(strict.accuracy)}, macro F1 ${shown(strict.macroF1)}`,
    )
    expect(found.accuracy).toBeGreaterThan(accuracy)
    expect(found.macroF1).toBeGreaterThan(f1)
    expect(ms).toBeLessThan(5)
  })
})

describe.skipIf(absent)('abuse, measured on a fifth of the texts, set aside by their hash', () => {
  it('is heard', () => {
    const rows = abusive().filter(({ text }) => fifthOf(text) === 4 && fifthOf(unquoted(text)) === 4)
    const pairs = rows.map(({ text, label }) => [label, String(tempersOf(text).abusive)] as const)
    const { accuracy, majority, of } = figures(pairs, ['true', 'false'])
    const { precision, recall, f1 } = of('true')
    console.info(
      `abuse (${rows.length}): accuracy ${shown(accuracy)}, precision ${shown(precision)}, recall ${shown(recall)}, ` +
        `F1 ${shown(f1)}; always "${majority.label}": ${shown(majority.share)}`,
    )
    expect(accuracy).toBeGreaterThan(0.88)
    expect(precision).toBeGreaterThan(0.9)
    expect(recall).toBeGreaterThan(0.77)
  })
})

function smsa(): readonly Labelled[] {
  const seen = new Set(smsaLines('train').map(({ text }) => letters(text)))
  return smsaLines('valid').map(({ text, label }) => ({ text, label, seen: seen.has(letters(text)) }))
}

function smsaLines(part: string): readonly Labelled[] {
  const lines = readFileSync(join(DATASETS, `smsa/${part}.tsv`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [text = '', label = ''] = line.split('\t')
    return { text, label: label.trim() }
  })
}

/** Many of its sentences are in SmSA's training part too, which was read: they are marked, by the Indonesian of the same id. */
function nusax(language: string): readonly Labelled[] {
  const read = smsaLines('train').map(({ text }) => letters(text))
  const seen = new Set(read)
  const known = new Set(table('indonesian').flatMap(({ id, text }) => (seen.has(letters(text)) ? [id] : [])))
  return table(language).map(({ id, text, label }) => ({ text, label, seen: known.has(id) }))
}

function table(language: string): readonly { id: string; text: string; label: string }[] {
  return parse(readFileSync(join(DATASETS, `nusax/${language}_valid.csv`), 'utf8'), { columns: true })
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}

/** The quotes of that file do not match, so its lines are read from their end. */
function abusive(): readonly Labelled[] {
  const lines = readFileSync(join(DATASETS, 'abusive/multilabel_train.csv'), 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [, text, label] = /^(.*),[01],([01])(?:,[01]){10}$/.exec(line.trim()) ?? []
    return text === undefined ? [] : [{ text, label: String(label === '1') }]
  })
}

/** Set aside with its quotes and without them, so that no way of reading the file has shown it before. */
function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
}

function fifthOf(text: string): number {
  return Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16) % 5
}

function figures(pairs: readonly (readonly [label: string, guess: string])[], labels: readonly string[]) {
  const count = (is: (label: string, guess: string) => boolean) =>
    pairs.filter(([label, guess]) => is(label, guess)).length
  const of = (one: string) => {
    const right = count((label, guess) => label === one && guess === one)
    const precision =
      right /
      Math.max(
        1,
        count((_, guess) => guess === one),
      )
    const recall =
      right /
      Math.max(
        1,
        count((label) => label === one),
      )
    return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
  }
  const shares = labels.map((label) => ({ label, share: count((l) => l === label) / pairs.length }))
  const [majority = { label: '', share: 0 }] = shares.sort((a, b) => b.share - a.share)
  return {
    accuracy: count((label, guess) => label === guess) / pairs.length,
    macroF1: labels.reduce((sum, label) => sum + of(label).f1, 0) / labels.length,
    majority,
    of,
  }
}

function shown(figure: number): string {
  return figure.toFixed(3)
}
