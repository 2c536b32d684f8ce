import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeUnits } from '../../src/directory/placing.ts'
import { missingUnits, pathTo, type Unit, unitKey } from '../../src/directory/units.ts'

const unit = (id: string, name: string, parent: string | null = null): Unit => ({
  id,
  name,
  key: unitKey(name),
  parent,
})
const shown = (
  paths: readonly (readonly string[])[],
  units: readonly Unit[] = [],
  settled?: ReadonlySet<string>,
) => {
  const { places, moved } = placeUnits(paths, units, settled)
  return {
    places: places.map((place) => ('problem' in place ? place.problem : pathTo(place))),
    moved: moved.map(pathTo),
    added: missingUnits(places.flatMap((place) => ('problem' in place ? [] : [place]))).map(pathTo),
  }
}

describe('units', () => {
  it('are one however they are spelt, and take the spelling that is not in capitals', () => {
    expect(
      shown([
        ['DINAS KESEHATAN '],
        ['Dinas Kesehatan'],
        ['dinas  kesehatan', 'Puskesmas A & B'],
        ['Dinas Kesehatan', 'Puskesmas A dan B'],
      ]),
    ).toEqual({
      places: [
        'Dinas Kesehatan',
        'Dinas Kesehatan',
        'Dinas Kesehatan > Puskesmas A & B',
        'Dinas Kesehatan > Puskesmas A & B',
      ],
      added: ['Dinas Kesehatan', 'Dinas Kesehatan > Puskesmas A & B'],
      moved: [],
    })
  })

  it('find their place when only the one above is named, in whatever order', () => {
    expect(
      shown([
        ['Seksi X', 'Tim Y'],
        ['Puskesmas A', 'Seksi X'],
        ['Dinas Kesehatan', 'Puskesmas A'],
      ]).places,
    ).toEqual([
      'Dinas Kesehatan > Puskesmas A > Seksi X > Tim Y',
      'Dinas Kesehatan > Puskesmas A > Seksi X',
      'Dinas Kesehatan > Puskesmas A',
    ])
  })

  it('are found in the directory wherever they are', () => {
    const known = [unit('1', 'Dinas Kesehatan'), unit('2', 'Puskesmas A', '1')]
    expect(shown([['puskesmas a'], ['PUSKESMAS A', 'Apotek']], known)).toEqual({
      places: ['Dinas Kesehatan > Puskesmas A', 'Dinas Kesehatan > Puskesmas A > Apotek'],
      added: ['Dinas Kesehatan > Puskesmas A > Apotek'],
      moved: [],
    })
  })

  it('with the name of several others are told, with the way to say which', () => {
    const several = [['Dinas A', 'Sekretariat'], ['Dinas B', 'Sekretariat'], ['Sekretariat']]
    expect(shown(several).places[2]).toBe(
      'unit "Sekretariat" ada di beberapa tempat (Dinas A; Dinas B). Tulis jalurnya, misalnya "Dinas A > Sekretariat".',
    )
    expect(shown(several, [unit('1', 'Sekretariat')]).places[2]).toBe('Sekretariat')
  })

  it('that were the highest go below the one that is named now, unless somebody else is in them', () => {
    const known = [unit('1', 'Puskesmas A'), unit('2', 'Apotek', '1')]
    expect(shown([['Dinas Kesehatan', 'Puskesmas A'], ['Puskesmas A']], known)).toEqual({
      places: ['Dinas Kesehatan > Puskesmas A', 'Dinas Kesehatan > Puskesmas A'],
      added: ['Dinas Kesehatan'],
      moved: ['Dinas Kesehatan > Puskesmas A'],
    })
    expect(shown([['Dinas Kesehatan', 'Puskesmas A']], known, new Set(['1']))).toEqual({
      places: ['Dinas Kesehatan > Puskesmas A'],
      added: ['Dinas Kesehatan', 'Dinas Kesehatan > Puskesmas A'],
      moved: [],
    })
  })

  it('that are above themselves are told', () => {
    expect(shown([['A', 'B'], ['B', 'A'], ['C']]).places).toEqual([
      expect.stringContaining('induk dari induknya sendiri'),
      expect.stringContaining('induk dari induknya sendiri'),
      'C',
    ])
  })

  it('lie in a tree whatever the paths are, and the same paths lie in it again', () => {
    const names = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'a', 'b ')
    fc.assert(
      fc.property(fc.array(fc.array(names, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), (paths) => {
        const { places } = placeUnits(paths, [])
        const made = missingUnits(places.flatMap((place) => ('problem' in place ? [] : [place])))
        const ids = new Map(made.map((one, i) => [one, `${i}`]))
        const stored = made.map((one) =>
          Object.assign(unit(ids.get(one) ?? '', one.name), {
            parent: one.parent ? (ids.get(one.parent) ?? '?') : null,
          }),
        )
        for (const [i, place] of places.entries()) {
          const path = paths[i] ?? []
          if ('problem' in place) continue
          expect(pathTo(place).split(' > ').slice(-path.length).map(unitKey)).toEqual(path.map(unitKey))
        }
        const again = placeUnits(paths, stored).places
        const fine = again.filter((_, i) => !('problem' in (places[i] ?? { problem: '' })))
        expect(missingUnits(fine.flatMap((place) => ('problem' in place ? [] : [place])))).toEqual([])
      }),
    )
  })
})
