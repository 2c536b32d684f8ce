import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lockDirectory } from '../../src/database/embedded/lock.ts'
import { OFFICE } from './bringing.ts'

const ROOT = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'abdi-people-'))
afterAll(() => rmSync(folder, { recursive: true }))

function people(...args: readonly string[]): {
  readonly status: number | null
  readonly out: string
  readonly err: string
} {
  const { status, stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/node'),
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'scripts/people.ts'), ...args],
    { cwd: folder, env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data') }, encoding: 'utf8' },
  )
  return { status, out: stdout, err: stderr }
}

it('imports a file, and asks for a word where nobody can be asked', { timeout: 180_000 }, () => {
  const path = join(folder, 'pegawai.csv')
  writeFileSync(path, OFFICE)
  expect(people('import', path)).toMatchObject({
    status: 1,
    out: expect.stringContaining('+ 4 pegawai baru'),
    err: 'Tambahkan --yes untuk menyimpan.\n',
  })
  const { status, out } = people('import', path, '--yes', '--json')
  expect([status, JSON.parse(out)]).toMatchObject([
    0,
    { outcome: 'written', added: 4, seconds: expect.any(Number) },
  ])
  expect(people('list')).toMatchObject({ status: 0, out: expect.stringContaining('Puskesmas A: 3') })
})

it('says that a bot is at work on the same directory, and what to do', { timeout: 60_000 }, () => {
  const directory = mkdtempSync(join(folder, 'held-'))
  const release = lockDirectory(directory)
  try {
    const child = spawnSync(join(ROOT, 'node_modules/.bin/node'), [join(ROOT, 'scripts/people.ts'), 'list'], {
      cwd: folder,
      env: { PATH: process.env.PATH, DATA_DIR: directory },
      encoding: 'utf8',
    })
    expect(child.status).toBe(1)
    expect(child.stderr).toContain('sedang dipakai Abdi lain')
  } finally {
    release()
  }
})

it('writes an empty list once, and never over another', { timeout: 60_000 }, () => {
  const path = join(folder, 'kosong.csv')
  expect(people('template', path)).toMatchObject({
    status: 0,
    err: expect.stringContaining('18 angka, sebagai teks'),
  })
  const written = readFileSync(path, 'utf8')
  expect(people('template', path)).toMatchObject({ status: 1, err: expect.stringContaining('sudah ada') })
  expect(readFileSync(path, 'utf8')).toBe(written)
})

it('tells a file that is no list in one sentence', { timeout: 120_000 }, () => {
  const path = join(folder, 'surat.pdf')
  writeFileSync(path, '%PDF-1.7\n')
  const { status, err } = people('import', path)
  expect([status, err]).toEqual([
    1,
    '✗ surat.pdf: ini PDF. Simpan daftar pegawainya sebagai CSV atau XLSX, lalu impor lagi.\n',
  ])
})
