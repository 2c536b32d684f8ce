import { describe, expect, test } from 'vitest'
import { termAsked } from '../../src/features/questions/asking/term.ts'
import { definitionIn } from '../../src/regulations/search/definitions.ts'

const FIRST = `Dalam Peraturan ini yang dimaksud dengan:
1. Pegawai Negeri Sipil yang selanjutnya disingkat PNS adalah warga negara yang diangkat tetap.
2. Pejabat yang Berwenang adalah pejabat yang berhak mengangkat PNS.
3. Diskresi adalah keputusan pejabat
untuk persoalan yang nyata.`

describe('what a term means', () => {
  test.each([
    ['pns', 'Pegawai Negeri Sipil yang selanjutnya disingkat PNS adalah warga negara yang diangkat tetap.'],
    [
      'pegawai negeri sipil',
      'Pegawai Negeri Sipil yang selanjutnya disingkat PNS adalah warga negara yang diangkat tetap.',
    ],
    ['diskresi', 'Diskresi adalah keputusan pejabat\nuntuk persoalan yang nyata.'],
    ['pejabat', undefined],
    ['yang berhak', undefined],
  ])('%s', (term, definition) => expect(definitionIn(FIRST, term)).toBe(definition))

  test.each([
    ['apa itu PPPK?', 'pppk'],
    ['definisi diskresi', 'diskresi'],
    ['apa yang dimaksud dengan pelanggaran disiplin', 'pelanggaran disiplin'],
    ['cuti besar berapa lama', undefined],
  ])('is asked: %s', (question, term) => expect(termAsked(question)).toBe(term))
})
