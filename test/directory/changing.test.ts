import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { createDirectory, type Directory } from '../../src/directory.ts'
import { bring, emptyDirectory, entries, HEAD, LEADER, NOW, NURSE, OFFICE } from './bringing.ts'

const BY = { source: 'officer', by: 'test:dewi', now: NOW } as const

let database: Database
let directory: Directory
beforeEach(async () => {
  database = await emptyDirectory()
  await bring(database, OFFICE)
  directory = createDirectory(database)
})

async function idOf(nip: string): Promise<string> {
  return (await directory.byNip(nip))?.id ?? ''
}

async function placed(nip: string, under: string): Promise<string> {
  return directory.change(await idOf(nip), { supervisor: await idOf(under) }, BY)
}

async function supervisorOf(nip: string): Promise<unknown> {
  return (await entries(database))[nip]?.supervisor
}

describe('who is whose supervisor', () => {
  it('can be changed, and is written down', async () => {
    expect(await placed(NURSE, HEAD)).toBe('changed')
    expect(await supervisorOf(NURSE)).toBe(HEAD)
    const [written] = await database.query(
      `select field, before, after, source, by from employee_change where field = 'supervisor'`,
    )
    const [before, after] = [await idOf(LEADER), await idOf(HEAD)]
    expect(written).toEqual({ field: 'supervisor', before, after, source: 'officer', by: 'test:dewi' })
  })

  it.each([
    ['oneself', NURSE, NURSE],
    ['somebody right below', LEADER, NURSE],
    ['somebody further below', HEAD, NURSE],
  ])('is never %s', async (_, nip, under) => {
    const before = await supervisorOf(nip)
    expect(await placed(nip, under)).toBe('circle')
    expect(await supervisorOf(nip)).toBe(before)
  })

  it('makes no circle where two are changed at the same moment', async () => {
    await directory.change(await idOf(NURSE), { supervisor: await idOf(HEAD) }, BY)
    const both = await Promise.all([placed(NURSE, LEADER), placed(LEADER, NURSE)])
    expect(both.toSorted()).toEqual(['changed', 'circle'])
  })

  it('can be nobody', async () => {
    expect(await directory.change(await idOf(NURSE), { supervisor: null }, BY)).toBe('changed')
    expect(await supervisorOf(NURSE)).toBe(null)
  })
})

describe('a change', () => {
  it('of somebody who is not there changes nothing', async () => {
    expect(await directory.change('999999', { position: 'Bidan' }, BY)).toBe('gone')
  })

  it('is done together with what belongs to it, or not at all', async () => {
    const [nurse, head] = [await idOf(NURSE), await idOf(HEAD)]
    expect(await directory.change(nurse, { supervisor: head }, BY, async () => false)).toBe('left')
    expect(await supervisorOf(NURSE)).toBe(LEADER)
    const changing = directory.change(nurse, { supervisor: head }, BY, async (on) => {
      await on.query(`update unit set name = 'Dinas lain' where parent is null`)
      return true
    })
    expect(await changing).toBe('changed')
    expect(await supervisorOf(NURSE)).toBe(HEAD)
    const failing = directory.change(nurse, { supervisor: null }, BY, async (on) => {
      await on.query(`update unit set name = 'Dinas yang tidak jadi' where parent is null`)
      throw new Error('the power went out')
    })
    await expect(failing).rejects.toThrow('the power went out')
    expect(await database.query('select name from unit where parent is null')).toEqual([
      { name: 'Dinas lain' },
    ])
  })
})
