import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Misconfigured, Unreadable } from '../src/errors.ts'
import { adoptKey, keyFits } from '../src/mailbox/key.ts'
import { createMailbox } from '../src/mailbox/mailbox.ts'
import { KEY_FILE, readSealKey } from '../src/seal/key.ts'
import { createSeal } from '../src/seal.ts'
import { freshDatabase } from './support/database.ts'

const seal = createSeal('satu rahasia yang panjang')

describe('a seal', () => {
  it('opens what it closed, and shows nothing of it meanwhile', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
        const closed = seal.close(text)
        expect(createSeal('satu rahasia yang panjang').open(closed)).toBe(text)
        expect(Buffer.from(closed, 'base64url').includes(Buffer.from(text))).toBe(false)
        expect(seal.close(text)).not.toBe(closed)
      }),
    )
  })

  it('of another key opens nothing, nor what was changed', () => {
    const closed = seal.close('telegram:77')
    const changed = `${closed.slice(0, -2)}${closed.endsWith('AA') ? 'BB' : 'AA'}`
    for (const [by, what] of [
      [createSeal('rahasia lain'), closed],
      [createSeal(), closed],
      [seal, changed],
      [seal, closed.slice(0, 20)],
      [seal, ''],
      [seal, '?'],
    ] as const)
      expect(() => by.open(what), what).toThrow(Unreadable)
  })

  it('digests a text the same each time, for each purpose and key another way', () => {
    const digest = seal.digest('settled', 'telegram:1:2')
    expect(createSeal('satu rahasia yang panjang').digest('settled', 'telegram:1:2')).toBe(digest)
    expect(seal.digest('flood', 'telegram:1:2')).not.toBe(digest)
    expect(seal.digest('settledt', 'elegram:1:2')).not.toBe(digest)
    expect(createSeal('lain').digest('settled', 'telegram:1:2')).not.toBe(digest)
  })
})

describe('its key', () => {
  const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'abdi-seal-'))

  it('is made once in the data directory, by whoever comes first, for its owner alone', async () => {
    const dataDir = join(await folder(), 'data')
    const asked = { dataDir, sealKey: undefined }
    const keys = await Promise.all([1, 2, 3].map(() => readSealKey(asked)))
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]?.length).toBeGreaterThan(40)
    expect(await readFile(join(dataDir, KEY_FILE), 'utf8')).toBe(`${keys[0]}\n`)
    expect((await stat(join(dataDir, KEY_FILE))).mode & 0o777).toBe(0o600)
    expect(await readSealKey({ dataDir, sealKey: 'yang disetel' })).toBe('yang disetel')
  })

  it('that was cut off, or cannot be written, is no key', async () => {
    const dataDir = await folder()
    await writeFile(join(dataDir, KEY_FILE), 'pendek')
    await expect(readSealKey({ dataDir, sealKey: undefined })).rejects.toThrow(Misconfigured)
    const file = join(dataDir, KEY_FILE)
    await expect(readSealKey({ dataDir: file, sealKey: undefined })).rejects.toThrow('tidak bisa dibaca')
  })

  it('is that of the database from the first on; another is adopted only when it is lost, and gives up what is sealed', async () => {
    const database = await freshDatabase()
    const other = createSeal('kunci lain')
    expect(await keyFits(database, seal)).toBe(true)
    expect([await keyFits(database, other), await keyFits(database, seal)]).toEqual([false, true])
    const asti = 'test:7788'
    const message = {
      conversation: asti,
      sender: { account: asti, name: 'Asti' },
      content: { kind: 'text', text: 'rahasia' },
      sentAt: new Date('2026-03-02T09:00:00+07:00'),
    } as const
    const before = createMailbox(database, seal)
    await before.receive({ ...message, id: 'a' })
    await before.receive({ ...message, id: 'b' }, true)
    await before.say('sealed:xyz', [{ text: 'Halo' }], 'k')
    await adoptKey(database, other)
    expect([await keyFits(database, other), await keyFits(database, seal)]).toEqual([true, false])
    expect(await database.query('select key from message order by key')).toEqual([
      { key: 'a' },
      { key: 'k#0' },
    ])
    expect(await database.query('select id, unreachable from conversation order by id')).toEqual([
      { id: 'sealed:xyz', unreachable: 'the key is another by now' },
      { id: asti, unreachable: null },
    ])
  })
})
