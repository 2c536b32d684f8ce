import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesFor, relatedTo } from '../../src/features/questions/related.ts'
import { digest, t } from './found.ts'

const BOLOS = 'bolos 5 hari kena sanksi apa'

describe('what is offered beside an answer', () => {
  test('are other places that are nearly as good, two at most, each once, one of them of the same pasal', () => {
    const best = digest({ ayat: '2' })
    const found = [
      best,
      digest({ ayat: '2' }),
      digest({ ayat: '3' }),
      digest({ ayat: '3' }),
      digest({ ayat: '4', score: 0.3 }),
      digest({ ayat: '5' }),
      digest({ pasal: '10' }),
      digest({ pasal: '11' }),
    ]
    expect(relatedTo(best, found).map(({ pasal, ayat }) => [pasal, ayat])).toEqual([
      ['9', '3'],
      ['10', null],
    ])
  })

  test('are the pasal and everyday questions that its neighbours answer', () => {
    const best = digest()
    const found = [
      best,
      digest({ pasal: '10', questions: ['bolos belasan hari kena apa'] }),
      digest({ pasal: '38', questions: ['kapan keputusan keluar'], heading: 'BAB V Berlakunya' }),
      digest({ pasal: '11', questions: ['bolos 10 hari berturut-turut dipecat?'] }),
      digest({ pasal: '12', questions: ['bolos sanksinya'] }),
    ]
    expect(choicesFor(BOLOS, [best], found, t)).toEqual([
      { label: t.seeArticle, value: 'pasal:pp-94-2021#9' },
      { label: 'Bolos belasan hari kena apa?', value: 'tanyalagi:Bolos belasan hari kena apa?' },
      {
        label: 'Bolos 10 hari berturut-turut dipecat?',
        value: 'tanyalagi:Bolos 10 hari berturut-turut dipecat?',
      },
    ])
  })

  test('name their pasal where there are two', () => {
    const [one, two] = [digest({ pasal: '9' }), digest({ pasal: '10' })]
    expect(choicesFor(BOLOS, [one, two], [], t).map(({ label }) => label)).toEqual([
      'Pasal 9 PP 94/2021',
      'Pasal 10 PP 94/2021',
    ])
    expect(choicesFor(BOLOS, [], [one], t)).toEqual([])
  })

  test('are not what was just asked, nor about something else', () => {
    const best = digest()
    const same = digest({ pasal: '10', questions: ['bolos 5 hari sanksi', 'bolos kena sanksi apa ya'] })
    const other = digest({ pasal: '20', law: { id: 'uu-1-2000' }, questions: ['bolos sekolah boleh ga'] })
    expect(choicesFor(BOLOS, [best], [best, same, other], t)).toHaveLength(1)
  })

  test('fit a button: three at most, 40 characters, 64 bytes, whatever the questions', () => {
    const question = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('bolos hari ini', 'bolos sanksi ringan', 'bolos 😀😀😀😀😀😀😀😀😀😀 sanksi'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(question, { maxLength: 4 }), { maxLength: 6 }), (all) => {
        const best = digest()
        const found = [best, ...all.map((questions, i) => digest({ pasal: `${i + 10}`, questions }))]
        const choices = choicesFor(BOLOS, [best], found, t)
        expect(choices.length).toBeLessThanOrEqual(3)
        for (const { label, value } of choices) {
          expect(label.length).toBeLessThanOrEqual(40)
          expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64)
        }
      }),
    )
  })
})
