import { writeFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import { FIELDS, type Field } from '../../src/directory.ts'
import { wrong } from './options.ts'

/** What belongs in each column, in Indonesian. */
export const MEANING: Readonly<Record<Field, string>> = {
  nip: '18 angka, sebagai teks. Wajib.',
  nama: 'nama lengkap; gelar boleh di sini atau di kolomnya sendiri. Wajib bagi pegawai baru.',
  email: 'alamat email milik sendiri; yang dipakai bersama tidak mengenali siapa pun',
  telepon: 'nomor ponsel milik sendiri, misalnya 0812-3456-7890',
  unit: 'unit tempat bekerja, atau jalurnya: Dinas Kesehatan > Puskesmas Ciracas. Wajib bagi pegawai baru.',
  jabatan: 'nama jabatan lengkap dengan jenjangnya, misalnya Perawat Ahli Muda. Wajib bagi pegawai baru.',
  golongan: 'III/a; bagi PPPK IX',
  jenis: 'PNS atau PPPK; bila kosong dibaca dari NIP',
  atasan_nip: 'NIP atasan langsung',
  peran: 'pegawai, hr, atau admin; bila kosong pegawai',
  unit_induk: 'unit di atasnya, atau jalurnya',
  gelar_depan: 'Dr.',
  gelar_belakang: 'S.Sos., M.Si',
  pendidikan: 'pendidikan terakhir, misalnya S-1 Keperawatan',
  kualifikasi_jabatan: 'pendidikan yang diminta jabatannya',
  kompetensi: 'yang dimiliki, dipisah titik koma',
  kompetensi_jabatan: 'yang diminta jabatannya, dipisah titik koma',
  bup: 'batas usia pensiun dalam tahun; bila kosong dihitung dari jabatan',
  berhenti: 'tanggal berhenti, bagi yang sudah tidak bekerja',
}

/** Numbers that a spreadsheet would round: their cells are made for text. */
const AS_TEXT: readonly Field[] = ['nip', 'telepon', 'atasan_nip']
const READY_ROWS = 1000
const WIDTH = 22
/** Spreadsheets with Indonesian settings separate with semicolons, and take UTF-8 for it only with its mark. */
const [SEPARATOR, MARK] = [';', '\uFEFF']

/** An empty list as CSV. */
export function templateCsv(): string {
  return `${MARK}${FIELDS.join(SEPARATOR)}\r\n`
}

/** An empty list as XLSX, in which a NIP stays what was typed. */
export function templateXlsx(): Buffer {
  const sheet = utils.aoa_to_sheet([[...FIELDS]])
  for (const field of AS_TEXT)
    for (let r = 1; r <= READY_ROWS; r++)
      sheet[utils.encode_cell({ r, c: FIELDS.indexOf(field) })] = { t: 's', v: '', z: '@' }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: READY_ROWS, c: FIELDS.length - 1 } })
  sheet['!cols'] = FIELDS.map(() => ({ wch: WIDTH }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Pegawai')
  return write(book, { type: 'buffer', bookType: 'xlsx' })
}

/** Writes an empty list to a file that is not there yet, or to the terminal, and says what belongs in it. */
export function writeTemplate(path: string | undefined): void {
  if (path === undefined) process.stdout.write(templateCsv())
  else save(path)
  const lines = FIELDS.map((field) => `  ${field.padEnd(20)}${MEANING[field]}`)
  process.stderr.write(
    `\n${lines.join('\n')}\n\nSel kosong tidak mengubah apa-apa; "kosongkan" menghapus isinya.\n`,
  )
}

function save(path: string): void {
  const content = /\.xlsx$/i.test(path) ? templateXlsx() : templateCsv()
  try {
    writeFileSync(path, content, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw wrong(
      code === 'EEXIST' ? `${path} sudah ada; pilih nama lain.` : `${path} tidak bisa ditulis di sana.`,
    )
  }
  process.stdout.write(`${path} siap diisi.\n`)
}
