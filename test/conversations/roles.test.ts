import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createAudit } from '../../src/directory.ts'
import { createPeople } from '../../src/features/people/feature.ts'
import { createPeopleStore } from '../../src/features/people/store.ts'
import { NIP, PROFILES, seat } from '../people/staff.ts'
import { CLAIM_CODE, NOW, plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

// every play begins with the same people in office
vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { employ, NIP, seat } = await import('../people/staff.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await employ(database)
      await database.query(`delete from setting where name like 'claim:%'`)
      for (const who of ['budi', 'sri', 'dewi', 'agus'] as const)
        await seat(database, NIP[who], `slack:${who}`)
      return database
    },
  }
})
beforeAll(async () => void (await freshDatabase()))

const options = { profiles: PROFILES }

describe('/peran', () => {
  test('changes what somebody may do on all their accounts, and tells both', () =>
    plays(
      `
      Sri_slack> /laporan_atasan
      Sri_slack< Maaf, perintah itu hanya untuk petugas kepegawaian.
      Dewi_slack> /peran ${NIP.sri} hr
      Dewi_slack< Maaf, perintah itu hanya untuk administrator.
      Agus_slack> /peran 19850315 201001 2 001 HR
      Agus_slack< Sri Wahyuni, Perawat di Puskesmas Ciracas sekarang petugas kepegawaian.…
      Sri_slack< Peran Anda di Abdi diubah oleh administrator: sekarang Anda petugas kepegawaian.…
      Sri_slack> /laporan_atasan
      Sri_slack< Tidak ada laporan atasan yang menunggu.
      Agus_slack> /peran ${NIP.sri} pegawai.
      Agus_slack< Sri Wahyuni, … sekarang pegawai.…
      Sri_slack< …sekarang Anda pegawai.…
      Sri_slack> /laporan_atasan
      Sri_slack< Maaf, perintah itu hanya untuk petugas kepegawaian.
      Sri_slack> /profil
      Sri_slack< Data Anda…
    `,
      options,
    ))

  test('says what is wrong, and leaves one’s own role to others, so that an administrator is left', () =>
    plays(
      `
      Agus_slack> /peran
      Agus_slack< Ketik /peran diikuti NIP dan perannya…
      Agus_slack> /peran ${NIP.sri}
      Agus_slack< Ketik /peran diikuti NIP dan perannya…
      Agus_slack> /peran ${NIP.sri} raja
      Agus_slack< Ketik /peran diikuti NIP dan perannya…
      Agus_slack> /peran ${NIP.sri} constructor
      Agus_slack< Ketik /peran diikuti NIP dan perannya…
      Agus_slack> /peran 1985031520100120 hr
      Agus_slack< Ketik /peran diikuti NIP dan perannya…
      Agus_slack> /peran 199912312025011009 hr
      Agus_slack< NIP itu tidak ada di data pegawai.…
      Agus_slack> /peran ${NIP.rina} pegawai
      Agus_slack< Rina Marlina, … tercatat sudah tidak bekerja di sini.
      Agus_slack> /peran ${NIP.agus} pegawai
      Agus_slack< Peran Anda sendiri hanya bisa diubah oleh administrator lain.
    `,
      options,
    ))

  test('takes away what the accounts were granted by themselves, too', async () => {
    const { bot, database, person } = await testBot(options)
    await database.query(`update account set role = 'admin', granted_at = now() where id = 'slack:sri'`)
    expect((await person('Sri_slack').says('/jejak'))[0]?.text).toMatch(/^Ketik \/jejak/)
    await person('Agus_slack').says(`/peran ${NIP.sri} pegawai`)
    // what was changed is told as well, before or after
    const said = await person('Sri_slack').says('/jejak')
    expect(said.map(({ text }) => text).filter((text) => /^(?:Maaf|Ketik)/.test(text))).toEqual([
      expect.stringMatching(/^Maaf/),
    ])
    await bot.stop()
  })
})

describe('what a person may do', () => {
  test('follows from their entry: who is below them, what they are, whether they still work here', async () => {
    const { bot, database } = await testBot(options)
    const of = async (account: string) => {
      const { role, employee } = await bot.person(account, '')
      return [role, employee]
    }
    expect(await of('slack:sri')).toEqual(['employee', '3'])
    expect(await of('slack:budi')).toEqual(['supervisor', '2'])
    expect(await of('slack:dewi')).toEqual(['hr', '4'])
    expect(await of('slack:agus')).toEqual(['admin', '5'])
    expect(await of('slack:nobody')).toEqual(['citizen', undefined])
    await seat(database, NIP.rina, 'slack:rina')
    await seat(database, NIP.hartono, 'slack:hartono')
    await database.query(`update employee set left_on = '2026-03-02' where nip in ($1, $2)`, [
      NIP.sri,
      NIP.tono,
    ])
    const store = createPeopleStore(database, () => '2026-03-02')
    const on = async (account: string) => (await store.person(account, '')).role
    expect([await on('slack:sri'), await on('slack:rina')]).toEqual(['citizen', 'citizen'])
    expect([await on('slack:budi'), await on('slack:hartono')]).toEqual(['supervisor', 'supervisor'])
    // reports of somebody who left may wait for a quarter
    const later = createPeopleStore(database, () => '2026-06-03')
    expect([
      (await later.person('slack:budi', '')).role,
      (await later.person('slack:hartono', '')).role,
    ]).toEqual(['employee', 'supervisor'])
    const before = createPeopleStore(database, () => '2026-03-01')
    expect((await before.person('slack:sri', '')).role).toBe('employee')
    await database.query(`update account set role = 'hr' where id = 'slack:sri'`)
    expect(await store.person('slack:sri', '')).toEqual({
      account: 'slack:sri',
      name: '',
      role: 'hr',
      language: 'id',
    })
    await bot.stop()
  })
})

describe('/klaim', () => {
  test('is over once there is an administrator in the directory', () =>
    plays(
      `
      Wati_web> /klaim ${CLAIM_CODE}
      Wati_web< Administrator pertama sudah ada, …
    `,
      options,
    ))

  test('with a code of the operator’s own makes one administrator more, once, and the others hear of it', async () => {
    const stage = await testBot(options)
    const { bot, database } = stage
    const told: string[] = []
    const store = createPeopleStore(database)
    const claims = (claimCode: string) => {
      const feature = createPeople({
        database,
        store,
        claimCode,
        claimAgain: true,
        outbox: {
          say: async (to, { text }) => void told.push(`${to}: ${text}`),
          revise: async () => undefined,
        },
        profile: async () => ({}),
        sharesContact: () => false,
      })
      const command = feature.commands?.find(({ name }) => name === 'klaim')
      return async (who: string, code: string, shared = false) => {
        const account = `web:${who}` as const
        const person = await store.person(account, who)
        const message = {
          id: `${who} ${code} ${Math.random()}`,
          conversation: account,
          sender: { account, name: who },
          content: { kind: 'command', name: 'klaim', rest: code },
          sentAt: NOW,
          shared,
        } as const
        const turn = {
          conversation: account,
          person,
          message,
          now: NOW,
          timeZone: 'Asia/Jakarta',
          memory: null,
        }
        const run = shared ? command?.overheard : command?.run
        const reply = await run?.({ ...turn, preview: () => undefined }, code)
        return reply?.say[0]?.text
      }
    }
    await database.query('truncate person, account cascade')
    // whoever read it along could be the one it makes an administrator
    const spilt = claims('KODE-DI-GRUP')
    const warned = /^Kode administrator jangan ditulis/
    expect(await spilt('wati', 'KODE-SALAH', true)).toMatch(warned)
    expect(await spilt('wati', 'KODE-DI-GRUP', true)).toMatch(warned)
    expect(await spilt('joko', 'KODE-DI-GRUP')).toMatch(/^Kode itu sudah pernah dipakai/)
    const first = claims('KODE-PERTAMA')
    expect(await first('wati', 'kode pertama')).toMatch(/^Selamat, Anda sekarang administrator pertama/)
    expect(await first('joko', 'KODE-PERTAMA')).toMatch(/^Kode itu sudah pernah dipakai/)
    expect(await first('joko', 'KODE-LAIN')).toMatch(/^Kodenya tidak cocok/)
    const second = claims('KODE-KEDUA')
    expect(await second('joko', 'KODE-KEDUA')).toMatch(/^Anda sekarang administrator Abdi/)
    expect(await second('tuti', 'KODE-KEDUA')).toMatch(/^Kode itu sudah pernah dipakai/)
    expect(told).toEqual([expect.stringMatching(/^web:wati: Web joko menjadi administrator/)])
    expect((await store.person('web:joko', '')).role).toBe('admin')
    await database.query(`delete from setting where name like 'claim:%'`) // as before codes were noted
    expect(await claims('KODE-LAMA')('tuti', 'KODE-LAMA')).toMatch(/^Kode itu sudah pernah dipakai/)
    expect(await claims('KODE-BARU')('tuti', 'KODE-BARU')).toMatch(/^Anda sekarang administrator Abdi/)
    expect(JSON.stringify(await database.query(`select name from setting`))).not.toMatch(/KODE/)
    await bot.stop()
  })
})

describe('/jejak', () => {
  test('shows who did what about somebody, the latest first, and that it was looked at', () =>
    plays(
      `
      Dewi_slack> /jejak ${NIP.sri}
      Dewi_slack< Maaf, perintah itu hanya untuk administrator.
      Agus_slack> /jejak
      Agus_slack< Ketik /jejak diikuti NIP-nya…
      Agus_slack> /jejak 199912312025011009
      Agus_slack< NIP itu tidak ada di data pegawai.…
      Agus_slack> /jejak ${NIP.sri}
      Agus_slack< Belum ada jejak tentang Sri Wahyuni, Perawat di Puskesmas Ciracas.
      Dewi_slack> /kode_pegawai ${NIP.sri}
      Dewi_slack< …
      Sri_slack< Petugas kepegawaian baru saja membuat kode…
      Agus_slack> /peran ${NIP.sri} hr
      Agus_slack< …
      Sri_slack< …
      Agus_slack> /jejak ${NIP.sri}
      Agus_slack< Jejak terakhir tentang Sri Wahyuni, Perawat di Puskesmas Ciracas, yang terbaru di atas: • 2 Mar 2026, 09.00, Agus Salim (administrator): mengubah peran • 2 Mar 2026, 09.00, Dewi Lestari (petugas kepegawaian): membuat kode pendaftaran • 2 Mar 2026, 09.00, Agus Salim (administrator): melihat jejak ini
    `,
      options,
    ))

  test('writes a deed down once, keeps twenty in view, shows those without words, and forgets them in time', async () => {
    const { bot, database, person } = await testBot(options)
    const audit = createAudit(database)
    const deed = { action: 'x_y*', account: 'web:wati', role: 'lain', subject: '3' }
    for (let i = 0; i < 25; i++) await audit.note({ ...deed, key: `k${i >> 1}`, detail: { i } }, NOW)
    expect(await database.query('select key from audit')).toHaveLength(13)
    expect(await audit.find('k3')).toEqual({ i: 6 })
    for (let i = 20; i < 40; i++) await audit.note({ ...deed, key: `k${i}` }, new Date())
    const text = (await person('Agus_slack').says(`/jejak ${NIP.sri}`))[0]?.text ?? ''
    expect(text.match(/^- .*web:wati \(lain\): x_y\*$|^- .*web\\:wati \(lain\): x\\_y\\\*$/gm)).toHaveLength(
      20,
    )
    await database.query(`update audit set at = now() - interval '6 years' where key <= 'k2'`)
    const old = await database.query(`select 1 from audit where key <= 'k2'`)
    expect(await audit.forget(5 * 365)).toBe(old.length)
    expect(await audit.forget(5 * 365)).toBe(0)
    await bot.stop()
  })
})
