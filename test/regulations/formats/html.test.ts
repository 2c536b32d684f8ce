import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readHtml, textOfHtml } from '../../../src/regulations/formats/html.ts'
import { readFileText } from '../../../src/regulations/formats.ts'

const page = (content: string | Uint8Array) =>
  readHtml(typeof content === 'string' ? Buffer.from(content) : content)
const whole = async (content: string) =>
  (await readFileText({ name: 'a.html', bytes: Buffer.from(content) })).text
const shown = (body: string) => textOfHtml(body).split('\n')

describe('a page of HTML', () => {
  it('says what a reader sees, and nothing else', async () => {
    expect(
      page(`<!doctype html><html><head><title>JDIH</title><style>p{}</style></head><body>
        <nav><a href="/">Beranda</a></nav><!-- Pasal 9 --><script>document.write('Pasal 8')</script>
        <noscript>Nyalakan skrip</noscript><template><p>Pasal 7</p></template>
        <p hidden>Pasal 6</p><div style="color:red; display : none"><p>Pasal 5</p></div>
        <h2>Pasal&nbsp;1</h2><p>Pegawai   <b>waj</b>ib
        hadir &amp; <i>tertib</i> &lt;tepat&gt;.</p>Baris<br>baru<p>tanpa penutup
        <footer>Hak cipta</footer></body></html>`),
    ).toBe('Pasal 1\nPegawai wajib hadir & tertib <tepat>.\nBaris\nbaru\ntanpa penutup')
  })

  it('keeps the numbers of its lists', () => {
    expect(
      shown(`<ol><li>satu<ol type=a><li>huruf<li value=4>lompat</ol></li><li><p>dua</p></li></ol>
        <ol start=27 type=a><li>x</ol><ol type=I start=4><li>x<li>y</ol><ol reversed><li>x<li>y</ol>
        <ol style="list-style-type: upper-alpha"><li>x</ol><ol style="list-style:none"><li>(1) x</ol><ul><li>butir</ul>`),
    ).toEqual([
      '1. satu',
      'a. huruf',
      'd. lompat',
      '2. dua',
      'aa. x',
      'IV. x',
      'V. y',
      '2. x',
      '1. y',
      'A. x',
      '(1) x',
      'butir',
    ])
  })

  it('has the cells of a row in one line, but not clauses that only stand in a table', () => {
    expect(
      shown(`<table><tr><th>No</th><th>Jabatan</th><th>Masa</th></tr><tr><td>1.</td><td><p>Kepala</p><p>Dinas</p></td><td>5 tahun</td></tr></table>
        <table><tr><td>Menimbang</td><td>:</td><td><p>a. bahwa satu;</p><p>b. bahwa dua;</p></td></tr>
        <tr><td>(1)</td><td>Ayat satu.</td></tr><tr><td><p>Pasal 2</p><p>Isi pasal.</p></td></tr></table>`),
    ).toEqual([
      'No | Jabatan | Masa',
      '1. Kepala Dinas | 5 tahun',
      'Menimbang : a. bahwa satu;',
      'b. bahwa dua;',
      '(1) Ayat satu.',
      'Pasal 2',
      'Isi pasal.',
    ])
  })

  it('is decoded as it says of itself, or as its bytes are', async () => {
    expect(page(Buffer.from('<html><meta charset="iso-8859-1"><p>\xe9', 'latin1'))).toBe('é')
    expect(page(Buffer.from('<html><p>\x93kutip\x94', 'latin1'))).toBe('“kutip”')
    expect(page('<html><meta charset="tidak-ada"><p>é')).toBe('é')
    expect(page(Buffer.from('\ufeff<html><p>é', 'utf16le'))).toBe('é')
    expect(page('<html><meta http-equiv="Content-Type" content="text/html; charset=utf-16"><p>é')).toBe('é')
  })

  it('that is nested without end is refused or read, not crashed on', { timeout: 60_000 }, async () => {
    const deep = `<html>${'<div>'.repeat(200_000)}Pasal 1`
    await expect(whole(deep)).rejects.toThrow(/a\.html: isi berkas ini rusak/)
  })

  it('fetches nothing', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(
      await whole(
        `<html><link rel=stylesheet href="${at}/a"><img src="${at}/b"><iframe src="${at}/c"></iframe><p>Isi`,
      ),
    ).toBe('Isi')
    server.close()
    expect(asked).toBe(0)
  })
})
