import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Audience, Lack } from '../../src/directory/audience.ts'
import { readWords } from '../../src/directory/audience-reading.ts'
import { LACKING } from '../../src/directory/audience-texts.ts'
import { placed } from '../../src/directory/audience-units.ts'
import { lacksOf } from '../../src/features/performance/lacking.ts'
import { units as tree } from '../staff/vocabulary.ts'

const nobody = async (): Promise<readonly string[]> => []
const lacks: readonly Lack[] = [
  ...LACKING.map((lack) => ({ ...lack, without: nobody })),
  ...lacksOf({ withoutReport: nobody, withoutTargets: nobody }),
]
const TWICE = [
  { id: '901', name: 'Bidang Umum', parent: idOf('Dinas Kesehatan') },
  { id: '902', name: 'Bidang Umum', parent: idOf('Dinas Sosial') },
]
const units = placed([...tree, ...TWICE])

function idOf(name: string): string {
  return tree.find((unit) => unit.name === name)?.id ?? `no unit ${name}`
}

function inUnits(...names: readonly string[]): Audience {
  return { units: names.map(idOf) }
}

function hintOf(text: string): string {
  const reading = readWords(text, units, lacks)
  return reading.ok ? `read as ${JSON.stringify(reading.audience)}` : reading.hint
}

describe('everyday words', () => {
  it.each<[string, Audience]>([
    ['semua', {}],
    ['Semua pegawai', {}],
    ['seluruh ASN', {}],
    ['PNS dan PPPK', {}],
    ['semua PNS', { kind: 'PNS' }],
    ['p3k saja', { kind: 'PPPK' }],
    ['kepada seluruh PPPK di lingkungan Dinas Kesehatan', { kind: 'PPPK', ...inUnits('Dinas Kesehatan') }],
    ['PPPK di Dinas Kesehatan dan unit di bawahnya', { kind: 'PPPK', ...inUnits('Dinas Kesehatan') }],
    ['Dinas Kesehatan beserta jajarannya', inUnits('Dinas Kesehatan')],
    ['pegawai Dinkes', inUnits('Dinas Kesehatan')],
    ['Disdik', inUnits('Dinas Pendidikan dan Kebudayaan')],
    ['disdikbud', inUnits('Dinas Pendidikan dan Kebudayaan')],
    ['BKPSDM', inUnits('Badan Kepegawaian dan Pengembangan Sumber Daya Manusia')],
    ['bapenda dan bappeda', inUnits('Badan Pendapatan Daerah', 'Badan Perencanaan Pembangunan Daerah')],
    [
      'diskominfo, dishub & dinsos',
      inUnits('Dinas Komunikasi dan Informatika', 'Dinas Perhubungan', 'Dinas Sosial'),
    ],
    ['DPMPTSP', inUnits('Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu')],
    ['pupr', inUnits('Dinas Pekerjaan Umum dan Penataan Ruang')],
    ['DLH', inUnits('Dinas Lingkungan Hidup')],
    ['BPKAD', inUnits('Badan Pengelolaan Keuangan dan Aset Daerah')],
    ['satpol pp', inUnits('Satuan Polisi Pamong Praja')],
    ['disdukcapil', inUnits('Dinas Kependudukan dan Pencatatan Sipil')],
    ['setda', inUnits('Sekretariat Daerah')],
    ['dinas pendidikan', inUnits('Dinas Pendidikan dan Kebudayaan')],
    ['dinas pendidikan dan kesehatan', inUnits('Dinas Pendidikan dan Kebudayaan', 'Dinas Kesehatan')],
    [
      'dinas pendidikan dan kebudayaan, dinas sosial',
      inUnits('Dinas Pendidikan dan Kebudayaan', 'Dinas Sosial'),
    ],
    ['Dinas Kesehtan', inUnits('Dinas Kesehatan')],
    ['dinas pekerjaan umum dan penataan ruang', inUnits('Dinas Pekerjaan Umum dan Penataan Ruang')],
    ['SDN 1 Serang', inUnits('SD Negeri 1 Serang')],
    ['kec. Kasemen', inUnits('Kecamatan Kasemen')],
    ['PNS di SMPN 7 Kota Serang', { kind: 'PNS', ...inUnits('SMP Negeri 7 Kota Serang') }],
    ['Puskesmas Ciracas di Dinas Kesehatan', inUnits('Puskesmas Ciracas')],
    ['atasan di Kecamatan Serang', { role: 'supervisor', ...inUnits('Kecamatan Serang') }],
    ['para pejabat penilai', { role: 'supervisor' }],
    ['petugas kepegawaian', { role: 'hr' }],
    ['atasan yang PPPK', { role: 'supervisor', kind: 'PPPK' }],
    ['yang belum punya laporan', { lacks: 'laporan' }],
    ['yg blm lapor', { lacks: 'laporan' }],
    ['yang belum melapor ke atasan', { lacks: 'laporan' }],
    ['pegawai yang belum mengisi RHK tahun ini', { lacks: 'rhk' }],
    ['yang belum punya atasan', { lacks: 'atasan' }],
    ['tanpa email', { lacks: 'email' }],
    ['yang nomor hpnya kosong', { lacks: 'telepon' }],
    ['yang emailnya belum diisi', { lacks: 'email' }],
    ['atasan yang belum punya RHK', { role: 'supervisor', lacks: 'rhk' }],
    [
      'PPPK di dinkes dan belum mengirim laporan bulan ini',
      { kind: 'PPPK', lacks: 'laporan', ...inUnits('Dinas Kesehatan') },
    ],
    [
      'semua puskesmas',
      { units: tree.filter(({ name }) => name.startsWith('Puskesmas')).map(({ id }) => id) },
    ],
    ['semua kelurahan di Kecamatan Serang', inUnits('Kelurahan Sumur Pecung', 'Kelurahan Serang')],
    [
      'semua kelurahan dan kecamatan',
      { units: tree.filter(({ name }) => /^Ke[cl]/.test(name)).map(({ id }) => id) },
    ],
    ['Bidang Umum di Dinas Sosial', { units: ['902'] }],
    ['Dinas Kesehatan bidang umum', { units: ['901'] }],
    ['Inspektorat\nDinas Sosial', inUnits('Inspektorat', 'Dinas Sosial')],
  ])('%s', (text, audience) => {
    const reading = readWords(text, units, lacks)
    expect(reading).toMatchObject({ ok: true })
    const units_ = [...(reading.ok ? (reading.audience.units ?? []) : [])].toSorted()
    expect(reading.ok && { ...reading.audience, ...(units_.length > 0 && { units: units_ }) }).toEqual({
      ...audience,
      ...(audience.units && { units: audience.units.toSorted() }),
    })
  })

  it('tells when nobody is left out', () => {
    const everyone = (text: string) => {
      const reading = readWords(text, units, lacks)
      return reading.ok && reading.everyone
    }
    expect(['semua', 'PNS dan PPPK', 'pegawai'].map(everyone)).toEqual([true, true, true])
    expect(['semua PNS', 'semua dinas', 'Dinas Kesehatan', 'yang belum lapor'].map(everyone)).toEqual(
      Array(4).fill(false),
    )
    const one = placed([
      { id: '1', name: 'Pemerintah Kota', parent: null },
      { id: '2', name: 'Dinas Sosial', parent: '1' },
    ])
    expect(readWords('Pemerintah Kota', one, lacks)).toMatchObject({ ok: true, everyone: true })
  })
})

describe('what is not meant is never read as something else', () => {
  it.each([
    ['semua kecuali Dinas Kesehatan', 'Pengecualian'],
    ['selain PPPK', 'Pengecualian'],
    ['semua PNS bukan guru', 'Pengecualian'],
    ['non PNS', 'Pengecualian'],
    ['semua pegawai tanpa Dinas Sosial', 'Pengecualian'],
    ['pegawai di luar Dinas Sosial', 'Pengecualian'],
    ['Dinas Kesehatan saja', 'selalu ikut'],
    ['Dinas Kesehatan tanpa bawahan', 'selalu ikut'],
    ['Dinas Kesehatan tidak termasuk unit di bawahnya', 'selalu ikut'],
    ['PNS di Dinas Kesehatan dan PPPK di Dinas Sosial', 'satu kelompok'],
    ['PPPK di Dinas Kesehatan, atasan di Dinas Sosial', 'satu kelompok'],
    ['PPPK dan atasan', 'satu kelompok'],
    ['Dinas Kesehatan dan PPPK', 'satu kelompok'],
    ['yang sudah lapor', 'hanya yang belum'],
    ['belum punya email dan nomor hp', 'hanya bisa dipilih satu'],
    ['CPNS', 'CPNS belum bisa'],
    ['Bidang Umum', 'Bidang Umum di Dinas Kesehatan; Bidang Umum di Dinas Sosial'],
    ['Dinas Perikanan', 'belum mengerti bagian "dinas perikanan"'],
    ['Puskesmas Ciracass Utara', 'Puskesmas Ciracas di Dinas Kesehatan'],
    ['yang belum menikah', 'belum mengerti'],
    ['PNS golongan III', 'golongan iii'],
    ['semua ASN Pemkot Serang', 'tulis "semua pegawai"'],
    ['bidan', 'belum mengerti bagian "bidan"'],
    ['perempuan', 'belum mengerti'],
    ['bawahan saya', 'belum mengerti'],
    ['tolong dong', 'Sebutkan siapa'],
    ['tolong banget', 'belum mengerti bagian "banget"'],
    ['', 'Sebutkan siapa'],
    ['di yang untuk', 'Sebutkan siapa'],
    ['a'.repeat(700), 'terlalu panjang'],
  ])('%s', (text, hint) => {
    expect(hintOf(text)).toContain(hint)
  })

  it('no text breaks the reading, and no exception is ever read', () => {
    const words = [
      'semua',
      'kecuali',
      'PNS',
      'di',
      'Dinas',
      'Kesehatan',
      'dan',
      ',',
      'belum',
      'punya',
      'laporan',
    ]
    const said = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words)).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(said, (text) => {
        const reading = readWords(text, units, lacks)
        if (/\bkecuali\b/.test(text)) expect(reading.ok).toBe(false)
        if (!reading.ok) expect(reading.hint).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('each unit is found by its own name, or shown among those of that name', () => {
    for (const unit of units) {
      const reading = readWords(unit.name, units, lacks)
      if (reading.ok) expect(reading.audience.units).toEqual([unit.id])
      else expect(reading.hint).toContain(unit.path)
    }
  })
})
