import { expect, test } from 'vitest'
import { slackStage } from '../channels/slack-stage.ts'
import { emptied } from '../support/emptied.ts'

test('in Slack an officer makes a deadline by its command and on one page, and sees it there', async () => {
  const stage = await slackStage()
  await stage.start()
  const { server, database } = stage
  const rina = server.person('Rina')
  await emptied(database, 'employee, unit, deadline')
  await database.query(`insert into unit (name, key) values ('Dinas Kesehatan', 'dinas kesehatan')`)
  await database.query(
    `insert into employee (nip, name, kind, unit, position, role)
     values ('197503152000032002', 'Rina Marlina', 'PNS', 1, 'Kepala Bidang', 'hr')`,
  )
  await database.query('insert into person (employee) values (1)')
  await database.query(
    `insert into account (id, name, conversation, person, granted_at)
     select 'slack:' || $1, 'Rina', 'slack:' || $1, id, now() from person`,
    [rina.id],
  )
  const told = (words: RegExp) =>
    server.until(() => rina.sees().messages.findLast(({ ours, text }) => ours && words.test(text))?.text)
  rina.runs('/abdi pengingat')
  await told(/Tidak ada tenggat untuk Anda/)
  rina.presses('Buat pengingat')
  await told(/Pengingat apa yang mau dibuat/)
  rina.selects('Pilih salah satu', 'Tulis sendiri')
  await told(/Apa yang harus dilaporkan/)
  rina.presses('Isi lewat formulir')
  const page = await server.until(() => rina.sees().modal)
  expect(page.fields.map(({ label }) => label)).toEqual(['Judul', 'Tenggat', 'Untuk siapa'])
  rina.submits(page, { Judul: 'Laporan aset', Tenggat: 'tiap tanggal 5', 'Untuk siapa': 'Dinas Kesehatan' })
  expect(await told(/Begini pengingatnya nanti/)).toMatch(/Laporan aset[\s\S]*setiap tanggal 5/)
  rina.presses('Simpan')
  await told(/Tersimpan: .*Laporan aset/)
  expect(server.violations).toEqual([])
})
