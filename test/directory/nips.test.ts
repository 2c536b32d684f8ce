import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { nipsOf } from '../../src/directory.ts'

const [SRI, TONO] = ['198501012010011001', '198501012010011003'] as const

describe('a list of NIPs', () => {
  it('is read from a text, each once, in its order', async () => {
    const text = `No;NIP;Nama\r\n1;19850101 201001 1 003;Tono\r\n2;${SRI};Sri\r\n3;${TONO};Tono\r\n4;12345;Joko`
    expect(await nipsOf(Buffer.from(text))).toEqual({ nips: [TONO, SRI], rounded: 0 })
    expect(await nipsOf(Buffer.from(`${SRI}, ${TONO}`))).toEqual({ nips: [SRI, TONO], rounded: 0 })
    expect(await nipsOf(new Uint8Array())).toEqual({ nips: [], rounded: 0 })
  })

  it('is read from the first sheet of a workbook; NIPs kept as numbers are counted and not believed', async () => {
    const book = workbook({
      Sudah: [
        ['Daftar yang sudah'],
        ['NIP', 'Nama'],
        [SRI, 'Sri'],
        ['19850101 201001 1 003', 'Tono'],
        [198501012010011000, 'Rini'],
      ],
      Lain: [['198501012010011009']],
    })
    expect(await nipsOf(book)).toEqual({ nips: [SRI, TONO], rounded: 1 })
  })

  it('that is broken says so', async () => {
    await expect(nipsOf(workbook({ A: [[SRI]] }).subarray(0, 900))).rejects.toThrow('rusak')
    await expect(nipsOf(Buffer.from('PK'))).rejects.toThrow('rusak')
  })
})

function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return write(book, { type: 'buffer', bookType: 'xlsx' })
}
