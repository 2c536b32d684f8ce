import { describe, expect, it } from 'vitest'
import { cutOut, withSemicolons } from '../../../src/regulations/formats/ocr/semicolons.ts'
import { type Word, wordsOf } from '../../../src/regulations/formats/ocr/words.ts'
import { run } from '../../../src/regulations/formats/programs.ts'

const word = (text: string, left: number, top: number): Word => ({
  ...{ text, left, top, width: 10, height: 8 },
  ...{ line: `1 1 ${top}`, confidence: 90 },
})

describe('what Tesseract tells', () => {
  it('is words with their lines; specks are none, however many', () => {
    const table = [
      'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
      '4\t1\t1\t1\t1\t0\t0\t0\t99\t9\t-1\t',
      '5\t1\t1\t1\t1\t1\t3\t4\t20\t9\t96.5\tPasal',
      '5\t1\t1\t1\t1\t2\t30\t4\t5\t9\t12.1\t7',
      '5\t1\t1\t1\t1\t3\t40\t4\t5\t9\t12.1\t~|',
      '5\t1\t1\t1\t2\t1\t3\t20\t5\t9\t91\t"',
    ].join('\n')
    expect(wordsOf(table).map((w) => [w.text, w.line, w.confidence])).toEqual([
      ['Pasal', '1 1 1', 96.5],
      ['7', '1 1 1', 12.1],
      ['"', '1 1 2', 91],
    ])
    expect(wordsOf('\n5\t\t\n')).toEqual([])
  })

  it('without semicolons gets them back from a second look at the words that may end in one', () => {
    const words = [
      word('pegawai,', 20, 30),
      word('dan', 40, 30),
      word('jabatan:', 5, 60),
      word('tugas,', 90, 90),
    ]
    const gray = Uint8Array.from({ length: 100 * 100 }, (_, i) => i % 251)
    const picture = Buffer.concat([Buffer.from('P5\n100 100\n255\n'), gray])
    const cuttings = cutOut(picture, words)
    const [, width, height] =
      /^P5\n(\d+) (\d+)\n255\n/.exec(Buffer.from(cuttings?.picture ?? []).toString('latin1')) ?? []
    const rowHeight = cuttings?.rowHeight ?? 0
    expect([Number(height), Number(width) > 26]).toEqual([3 * rowHeight, true])
    expect(cuttings?.picture.length).toBe(
      `P5\n${width} ${height}\n255\n`.length + Number(width) * Number(height),
    )
    const again = [
      word('pegawai;', 30, 15),
      word('jabatan:', 30, rowHeight + 15),
      word('tugas;', 30, 2 * rowHeight + 15),
    ]
    expect(withSemicolons(words, again, rowHeight).map((w) => w.text)).toEqual([
      'pegawai;',
      'dan',
      'jabatan:',
      'tugas;',
    ])
    expect(withSemicolons(words, [], rowHeight)).toEqual(words)
    expect(cutOut(picture, [word('dan', 1, 1)])).toBeUndefined()
    expect(cutOut(Buffer.from('no picture'), words)).toBeUndefined()
  })
})

describe('a program of the machine', () => {
  it('gets its input and nothing of the bot around it, and gives its output', async () => {
    const { output } = await run('cat', [], { seconds: 20, input: Buffer.from('halo; $(rm -rf x) `y`') })
    expect(output.toString()).toBe('halo; $(rm -rf x) `y`')
    const { output: around } = await run('env', [], { seconds: 20 })
    const names = around
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0])
    expect(names.sort()).toEqual(['LC_ALL', 'OMP_THREAD_LIMIT', 'PATH'])
  })

  it('that is missing, fails, takes too long or is no longer wanted is told as that, and is gone', async () => {
    await expect(run('tidak-ada-program-ini', [], { seconds: 5 })).rejects.toThrow(
      'tidak-ada-program-ini ended with 127',
    )
    await expect(run('false', [], { seconds: 5 })).rejects.toThrow('false ended with 1')
    await expect(run('cat', ['/dev/zero'], { seconds: 30 })).rejects.toThrow('cat ended with SIGKILL')
    await expect(run('tail', ['-f', '/dev/null'], { seconds: 0.2 })).rejects.toThrow(
      'tail ended with SIGKILL',
    )
    const stop = new AbortController()
    const running = run('tail', ['-f', '/dev/null'], { seconds: 60, signal: stop.signal })
    stop.abort()
    await expect(running).rejects.toThrow(/abort/i)
  })
})
