import { describe, expect, test } from 'vitest'
import { aptestFirst, chosenFirst, namedFirst } from '../../src/features/questions/wording/choosing.ts'
import { digest } from './found.ts'

const UU_5 = {
  id: 'uu-5-2014',
  number: '5',
  year: 2014,
  status: 'dicabut' as const,
  revoked_by: ['uu-20-2023'],
}

describe('the passage to answer from', () => {
  test('is the one whose range holds the figure that is asked about', () => {
    const ten = digest({
      huruf: 'f angka 2)',
      pasal: '10',
      body: 'Bolos 14 sampai 16 hari kerja dihukum sedang.',
    })
    const nineteen = digest({
      huruf: 'f angka 3)',
      pasal: '10',
      body: 'Bolos 17 sampai 20 hari kerja dihukum sedang.',
      score: 1.3,
    })
    expect(chosenFirst('bolos 19 hari kena apa', [ten, nineteen])).toEqual([nineteen, ten])
    expect(chosenFirst('bolos 15 hari kena apa', [ten, nineteen])).toEqual([ten, nineteen])
    expect(chosenFirst('bolos 19 hari kena apa', [ten, { ...nineteen, score: 0.2 }])[0]).toBe(ten)
  })

  test('is of the same pasal the one that gives what is asked', () => {
    const who = digest({ ayat: '1', body: 'Cuti besar diminta secara tertulis.', title: 'Cara' })
    const long = digest({ ayat: '2', body: 'Cuti besar paling lama 3 bulan.', title: 'Lama' })
    const other = digest({ pasal: '10', body: 'Cuti besar paling lama 3 bulan.', title: 'Lama' })
    expect(chosenFirst('cuti besar berapa lama', [who, long])[0]).toBe(long)
    expect(chosenFirst('cara minta cuti besar', [who, long])[0]).toBe(who)
    expect(chosenFirst('cuti besar berapa lama', [who, other])[0]).toBe(who)
  })

  test('is the ordinary case, not its extension, unless that is asked', () => {
    const least = digest({ ayat: '1', body: 'Yang bekerja 5 tahun dapat diberi CLTN.', title: 'Syarat CLTN' })
    const most = digest({ ayat: '2', body: 'CLTN diberikan paling lama 3 tahun.', title: 'CLTN 3 tahun' })
    const longer = digest({
      ayat: '3',
      body: 'CLTN dapat diperpanjang paling lama 1 tahun.',
      title: 'Perpanjangan',
    })
    expect(chosenFirst('cltn berapa lama', [longer, least, most])[0]).toBe(most)
    expect(chosenFirst('perpanjangan cltn berapa lama', [longer, least, most])[0]).toBe(longer)
    expect(chosenFirst('cltn berapa lama', [longer])[0]).toBe(longer)
  })

  test('is for a bare name the first that tells what it is', () => {
    const asked = digest({ pasal: '316', ayat: '4-5', title: 'Cuti besar diajukan tertulis' })
    const long = digest({ pasal: '316', ayat: '1', title: 'Cuti besar paling lama 3 bulan', score: 1.4 })
    const before = digest({ pasal: '300', title: 'Jenis cuti', score: 1.4 })
    expect(aptestFirst('cuti besar', [asked, before, long])[0]).toBe(long)
    expect(aptestFirst('cuti sakit', [asked, before, long])[0]).toBe(asked)
    expect(aptestFirst('cuti besar', [])).toEqual([])
  })

  test('is of the revoked law that the question names, where that is sure', () => {
    const now = digest({ pasal: '55' })
    const then = digest({ pasal: '90', law: UU_5 })
    expect(namedFirst([now, then], ['uu-5-2014'], () => true)).toEqual([then, now])
    expect(namedFirst([now, then], ['uu-5-2014'], () => false)).toEqual([now, then])
    expect(namedFirst([now, then], [], () => true)).toEqual([now, then])
  })

  test('is of the pasal that the question names with its law', () => {
    const ten = digest({ pasal: '10' })
    const eleven = digest({ pasal: '11', score: 0.5 })
    const ayat = digest({ pasal: '11', ayat: '2', score: 0.4 })
    expect(chosenFirst('pasal 11 pp 94/2021 isinya apa', [ten, eleven, ayat])[0]).toBe(eleven)
    expect(chosenFirst('pasal 11 ayat (2) pp 94 tahun 2021', [ten, eleven, ayat])[0]).toBe(ayat)
    expect(chosenFirst('pasal 11 uu asn', [ten, eleven])[0]).toBe(ten)
  })

  test('is the one that defines what is asked about', () => {
    const use = digest({ pasal: '32', body: 'Diskresi yang dikeluarkan tanpa wewenang tidak sah.' })
    const is = digest({ pasal: '1', body: 'Istilah penting. Diskresi adalah keputusan pejabat.', score: 1.2 })
    expect(chosenFirst('apa itu diskresi?', [use, is])[0]).toBe(is)
    expect(chosenFirst('diskresi tanpa wewenang sah ga', [use, is])[0]).toBe(use)
  })

  test('is the one that tells apart what is compared', () => {
    const part = digest({ pasal: '2', body: 'Program terdiri atas JKK dan JKM.' })
    const tells = digest({
      pasal: '1',
      body: 'JKK untuk kecelakaan, JKM untuk kematian.',
      questions: ['apa bedanya jkk sama jkm'],
    })
    expect(chosenFirst('beda jkk sama jkm', [part, tells])[0]).toBe(tells)
    expect(chosenFirst('jkk dan jkm itu program apa', [part, tells])[0]).toBe(part)
  })

  test('is none where nothing was found', () => {
    expect(chosenFirst('x', [])).toEqual([])
  })
})
