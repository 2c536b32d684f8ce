import { Unreadable } from '../../errors.ts'

/** A file somebody wants imported: its name, its size where that is known, and its bytes, which may be read once. */
export interface ImportSource {
  readonly name: string
  readonly size?: number
  open(): AsyncIterable<Uint8Array>
}

/** What a file is by its first bytes. Throws `Unreadable`, saying what it is and what to do, where it is no table. */
export function kindOfTable(head: Uint8Array): 'csv' | 'xlsx' {
  if (head.length === 0) throw new Unreadable('berkas ini kosong.')
  const start = Buffer.from(head.subarray(0, 2048)).toString('latin1')
  if (/^PK\p{Cc}{2}/u.test(start)) return 'xlsx'
  const other = OTHERS.find(([pattern]) => pattern.test(start))
  if (other !== undefined) throw new Unreadable(`${other[1]} ${SAVE}`)
  if (!isText(head)) throw new Unreadable(`ini bukan berkas tabel (isinya biner). ${SAVE}`)
  return 'csv'
}

const SAVE = 'Simpan daftar pegawainya sebagai CSV atau XLSX, lalu impor lagi.'

const OTHERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\xd0\xcf\p{Cc}\xe0/u, 'ini berkas Excel lama (.xls) atau Excel yang terkunci kata sandi.'],
  [/^%PDF-/, 'ini PDF.'],
  [/^\s*(<\?xml|<!doctype|<html|<table|<meta)/i, 'ini halaman web, walaupun namanya mungkin .xls.'],
  [/^\s*[[{]\s*["{]/, 'ini data JSON.'],
  [/^(\p{Cc}PNG|\xff\xd8\xff|GIF8)/u, 'ini gambar.'],
  [/^(Rar!|7z\xbc\xaf|\p{Cc}\u008b)/u, 'ini arsip.'],
]

/** UTF-16 has a zero in every other byte; it is text only where it says so by its mark. */
function isText(head: Uint8Array): boolean {
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return marked || !head.subarray(0, 8192).includes(0)
}
