import { randomBytes } from 'node:crypto'
import { administer, withName } from '../../test/support/global-setup.ts'
import type { Rig } from './rig.ts'

/** Creates a database on a PostgreSQL server, empty or a copy, and resolves to its address; the rig drops it. */
export async function createOwnDatabase(rig: Rig, server: string, template = 'template1'): Promise<string> {
  const name = `abdi_bench_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${template}`)
  rig.onEnd(() => administer(server, `drop database ${name} with (force)`))
  return withName(server, name)
}
