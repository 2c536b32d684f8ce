import { describe, expect, test } from 'vitest'
import { citation, nameOf, place } from '../../src/features/questions/citation.ts'
import { revokedNamed, warnings } from '../../src/features/questions/warnings.ts'
import { digest, t } from './found.ts'

describe('where an answer stands', () => {
  test.each([
    [{ pasal: '9', ayat: '2', huruf: 'b' }, 'Pasal 9 ayat (2) huruf b'],
    [{ pasal: '311', ayat: '1-2', huruf: null }, 'Pasal 311 ayat (1)–(2)'],
    [{ pasal: '12B', ayat: null, huruf: null }, 'Pasal 12B'],
    [{ pasal: 'I', ayat: null, huruf: null }, 'Pasal I'],
    [{ pasal: 'Lampiran', ayat: null, huruf: null }, 'Lampiran'],
  ])('%j is "%s"', (where, written) => {
    expect(place(where)).toBe(written)
  })

  test('says whether the pasal itself was changed, by which pasal, since when', () => {
    const amended = digest({
      pasal: '320',
      law: {
        id: 'pp-11-2017',
        number: '11',
        year: 2017,
        title: 'Manajemen PNS',
        status: 'diubah',
        amended_by: ['pp-17-2020'],
      },
      standing: { status: 'diubah', by: [{ regulation: 'pp-17-2020', pasal: 'I' }], since: '2020-02-28' },
    })
    expect(citation(amended, t)).toBe(
      '**Pasal 320 PP 11/2017** tentang Manajemen PNS, diubah oleh Pasal I PP 17/2020, sejak 28 Februari 2020',
    )
    expect(citation({ ...amended, standing: { status: 'berlaku', by: [] } }, t)).toContain(', masih berlaku')
    const { standing: _, ...unknown } = amended
    expect(citation(unknown, t)).toContain('berlaku, sebagian sudah diubah oleh PP 17/2020')
  })

  test('says by what a regulation was revoked', () => {
    const revoked = digest({
      standing: { status: 'dicabut', by: [{ regulation: 'pp-94-2021' }], since: '2021-08-31' },
    })
    expect(citation(revoked, t)).toContain('**sudah dicabut** oleh PP 94/2021, sejak 31 Agustus 2021')
  })

  test('writes a title in capitals as people do', () => {
    expect(citation(digest({ law: { title: 'PEMBINAAN DAN PENGAWASAN DI DAERAH' } }), t)).toContain(
      'tentang Pembinaan dan Pengawasan di Daerah,',
    )
  })

  test('knows a regulation by its id', () => {
    expect(nameOf('permenpanrb-6-2022')).toBe('PermenPANRB 6/2022')
  })
})

describe('what is said before an answer', () => {
  const OLD = {
    ...digest({
      law: { id: 'pp-53-2010', number: '53', year: 2010, status: 'dicabut', revoked_by: ['pp-94-2021'] },
    }).regulation,
  }

  test('nothing, where all is well', () => {
    expect(warnings('bolos 5 hari', digest(), [], undefined, t)).toEqual([])
  })

  test('that a law the question names is of the past, and by what', () => {
    expect(warnings('menurut pp 53/2010', digest(), [OLD], undefined, t).join()).toContain(
      'PP 53/2010 sudah dicabut oleh PP 94/2021',
    )
  })

  test('that the answer itself is of the past, and what took its place', () => {
    const old = digest({
      law: OLD,
      standing: { status: 'dicabut', by: [{ regulation: 'pp-94-2021' }], since: '2021-08-31' },
    })
    const said = warnings('menurut pp 53/2010', old, [OLD], undefined, t)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/⚠️.*dicabut\*\* oleh PP 94\/2021, sejak 31 Agustus 2021/)
  })

  test('that another text of the pasal stands now', () => {
    const standing = { status: 'diubah' as const, by: [{ regulation: 'pp-17-2020', pasal: '9' }] }
    expect(warnings('x', digest({ standing }), [], undefined, t).join()).toContain('Pasal 9 PP 17/2020')
    expect(
      warnings(
        'x',
        digest({ standing: { ...standing, by: [{ regulation: 'pp-17-2020', pasal: 'I' }] } }),
        [],
        undefined,
        t,
      ),
    ).toEqual([])
  })

  test('of which year the rule is, and when there is none of that year', () => {
    expect(warnings('x', digest(), [], 2022, t)).toEqual([t.asOf(2022)])
    expect(warnings('x', digest(), [], 2015, t)).toEqual([t.notAsOf(2015)])
  })

  test('that the rule speaks of others than the question', () => {
    expect(warnings('pppk bolos 5 hari', digest(), [], undefined, t)).toEqual([t.otherGroup('PPPK', 'PNS')])
    expect(warnings('pns dan pppk bolos', digest(), [], undefined, t)).toEqual([])
    expect(
      warnings('pppk bolos', digest({ body: 'Pegawai ASN wajib masuk kerja, juga PNS.' }), [], undefined, t),
    ).toEqual([])
  })

  test('for revoked laws that are named by number, or by what people call one that was found', async () => {
    const store = {
      regulations: async (named: readonly { number: string; year: number }[]) =>
        named[0]?.number === '53' ? [OLD] : [],
    }
    expect(await revokedNamed('hukuman menurut pp 53 tahun 2010', [], store)).toEqual([OLD])
    const lama = digest({
      law: { id: 'uu-5-2014', number: '5', year: 2014, abbreviation: 'UU ASN lama', status: 'dicabut' },
    })
    expect((await revokedNamed('pensiun di uu asn lama', [lama], store)).map(({ id }) => id)).toEqual([
      'uu-5-2014',
    ])
    expect(await revokedNamed('pensiun di uu asn lama', [], store)).toEqual([])
  })
})
