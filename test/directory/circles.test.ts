import fc from 'fast-check'
import { expect, it } from 'vitest'
import { circlesOf } from '../../src/directory/import/circles.ts'

it('finds a circle and not who hangs below it', () => {
  const above = new Map(Object.entries({ a: 'b', b: 'c', c: 'a', d: 'a', e: 'd', f: 'g' }))
  expect(circlesOf(above)).toEqual([['a', 'b', 'c']])
})

it('finds everybody who comes back to themselves, each once, and nobody else', () => {
  const relations = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(relations, (pairs) => {
      const above = new Map(pairs.map(([one, other]) => [`${one}`, `${other}`]))
      const comesBack = (start: string): boolean => {
        let at = above.get(start)
        for (let steps = 0; steps <= above.size && at !== undefined; steps++) {
          if (at === start) return true
          at = above.get(at)
        }
        return false
      }
      const found = circlesOf(above).flat()
      expect(found.toSorted()).toEqual([...above.keys()].filter(comesBack).toSorted())
    }),
  )
})
