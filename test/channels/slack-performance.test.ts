import { expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { emptied } from '../support/emptied.ts'
import type { Person, SeenView } from '../support/slack-server.ts'
import { type SlackStage, slackStage, there } from './slack-stage.ts'

/** Wati works below Rina; both have said who they are. */
async function open(): Promise<SlackStage & { readonly wati: Person; readonly rina: Person }> {
  const stage = await slackStage()
  await stage.start()
  const [wati, rina] = [stage.server.person('Wati'), stage.server.person('Rina')]
  await employ(stage.database, [rina.id, wati.id])
  return Object.assign(stage, { wati, rina })
}

async function employ(database: Database, [rina, wati]: readonly [string, string]): Promise<void> {
  await emptied(database, 'employee, unit, target, work_update, evaluation, audit')
  await database.query(`insert into unit (name, key) values ('Dinas Kesehatan', 'dinas kesehatan')`)
  await database.query(
    `insert into employee (nip, name, kind, unit, position, supervisor) values
       ('197503152000032002', 'Rina Marlina', 'PNS', 1, 'Kepala Bidang', null),
       ('198503152010012003', 'Wati Suryani', 'PNS', 1, 'Perawat', 1)`,
  )
  await database.query(`insert into person (employee) values (1), (2)`)
  await database.query(
    `insert into account (id, name, conversation, person)
     select 'slack:' || who, who, 'slack:' || dm, person.id
     from (values ($1, $1, 1), ($2, $2, 2)) as given (who, dm, employee) join person using (employee)`,
    [rina, wati],
  )
}

async function told({ server }: SlackStage, person: Person, words: RegExp): Promise<string> {
  return server.until(
    () => person.sees().messages.findLast(({ ours, text }) => ours && words.test(text))?.text,
  )
}

/** What somebody who is content with the middle of everything fills a page with. */
function middling({ fields }: SeenView): Record<string, string> {
  return Object.fromEntries(
    fields
      .filter(({ input, optional }) => input && !optional)
      .map(({ label, options }) => [
        label,
        options.find((option) => /sesuai/i.test(option.label))?.label ??
          'Semua pasien terlayani dengan baik dan tercatat.',
      ]),
  )
}

test('work is reported, evaluated on one page and rated on another, which says whose it is and has no field for it', async () => {
  const stage = await open()
  const { wati, rina, server } = stage
  wati.says('kinerja 40 pasien, 2 komplain')
  await told(stage, wati, /Saya catat: 40 pasien, 38 benar/)
  wati.presses('Simpan')
  await told(stage, wati, /^Tersimpan\. 40 pasien/)

  wati.says('evaluasi saya')
  await told(stage, wati, /^Evaluasi diri triwulan/)
  wati.presses('Pakai ringkasan')
  await told(stage, wati, /Dibandingkan dengan yang diharapkan/)
  wati.presses('Isi lewat formulir')
  const own = await server.until(() => wati.sees().modal)
  expect(own.text).toMatch(/^Triwulan: triwulan/)
  wati.submits(own, middling(own))
  await told(stage, wati, /^Evaluasi triwulan .* terkirim|^Evaluasi triwulan .* tersimpan/)

  await told(stage, rina, /Wati Suryani mengirim evaluasi/)
  rina.presses('Lihat evaluasi')
  await told(stage, rina, /Yang dilaporkan/)
  rina.presses('Beri nilai')
  await told(stage, rina, /Dibandingkan dengan yang Anda harapkan/)
  rina.presses('Isi lewat formulir')
  const rating = await server.until(() => rina.sees().modal)
  expect(rating.text).toMatch(/^Evaluasi: Wati Suryani, triwulan/)
  expect(rating.fields.map(({ blockId }) => blockId)).toEqual(['result', 'behaviour', 'reason'])
  rina.submits(rating, middling(rating))
  await told(stage, rina, /Nilai untuk Wati Suryani/)
  await told(stage, wati, /Rina Marlina menilai evaluasi/)
  expect(there(wati.sees()).modals).toBe(0)
  expect(server.violations).toEqual([])
})
