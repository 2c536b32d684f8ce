import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadPrompt } from '../../src/model/prompt.ts'

const GOOD =
  '---\nversion: 3\ntemperature: 0.5\nmax_tokens: 200\n---\n\n# System\n\nAturan {{who}}.\n\n## Contoh\n\n# User\n\n{{what}} dan {{who}}\n'

const directory = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'prompt-'))}/`)

function write(text: string): void {
  writeFileSync(new URL('p.md', directory), text)
}

describe('a prompt', () => {
  it('is filled, every place of a name, and says how it is to be answered', () => {
    write(GOOD.replaceAll('\n', '\r\n'))
    expect(loadPrompt('p', ['who', 'what'], directory)({ who: 'Abdi', what: 'Cuti' })).toEqual({
      name: 'p',
      version: '3',
      temperature: 0.5,
      maxTokens: 200,
      system: 'Aturan Abdi.\n\n## Contoh',
      user: 'Cuti dan Abdi',
    })
  })

  it('takes values verbatim, braces, dollars and headings too', () => {
    write(GOOD)
    const { user } = loadPrompt(
      'p',
      ['who', 'what'],
      directory,
    )({ who: '{{what}}', what: '$& $1 {{who}}\n# System' })
    expect(user).toBe('$& $1 {{who}}\n# System dan {{what}}')
  })

  it.each<[string, (text: string) => string, RegExp]>([
    ['has no front matter', (t) => t.replace('---\n', ''), /front matter/],
    ['lacks the version', (t) => t.replace('version: 3\n', ''), /lacks version/],
    ['lacks max_tokens', (t) => t.replace('max_tokens: 200\n', ''), /lacks max_tokens/],
    ['has a broken number', (t) => t.replace('200', '2e-1'), /max_tokens cannot be 2e-1/],
    ['is too hot', (t) => t.replace('0.5', '2.5'), /temperature cannot be 2.5/],
    [
      'has an unknown key',
      (t) => t.replace('version: 3', 'version: 3\nmodel: x'),
      /none of version, .*: model: x/,
    ],
    ['has a key twice', (t) => t.replace('version: 3', 'version: 3\nversion: 4'), /says version twice/],
    ['has no user section', (t) => t.replace('# User', 'User'), /# System and # User/],
    ['has text before the sections', (t) => t.replace('# System', 'Halo\n# System'), /nothing before/],
    ['has a section twice', (t) => `${t}\n# User\nlagi`, /once each/],
    ['has an empty section', (t) => t.replace('Aturan {{who}}.\n\n## Contoh', ''), /empty section/],
    ['does not use a placeholder', (t) => t.replace('{{what}}', 'Apa'), /does not use the placeholder what/],
    ['uses an unknown placeholder', (t) => t.replace('Aturan', '{{rule}}'), /unknown placeholder rule/],
    ['has a misspelt placeholder', (t) => t.replace('Aturan', '{{ who }}'), /no placeholder: \{\{ who \}\}/],
  ])('is refused at the start when it %s', (_, spoil, fault) => {
    write(spoil(GOOD))
    expect(() => loadPrompt('p', ['who', 'what'], directory)).toThrow(fault)
    expect(() => loadPrompt('p', ['who', 'what'], directory)).toThrow('prompts/p.md')
  })

  it('is refused when there is no such file', () => {
    expect(() => loadPrompt('tidak-ada', [], directory)).toThrow('prompts/tidak-ada.md cannot be read')
  })

  it('answer: keeps question, history and passages in the fences, the rules outside', () => {
    const fill = loadPrompt('answer', ['organization', 'today', 'passages', 'history', 'question'])
    const { system, user } = fill({
      organization: 'Pemerintah Kota Serang',
      today: 'Minggu, 22 November 2026',
      passages: '[1] PP 94/2021 Pasal 5',
      history: '-',
      question: 'Boleh bolos?',
    })
    expect(system).toContain('Pemerintah Kota Serang')
    expect(system).toContain('TIDAK_TAHU')
    expect(user).toContain('<kutipan_peraturan>\n[1] PP 94/2021 Pasal 5\n</kutipan_peraturan>')
    expect(user).toContain('<pertanyaan>\nBoleh bolos?\n</pertanyaan>')
  })
})
