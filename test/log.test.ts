import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const SECRETS = [
  '198503122010011001',
  '081234567890',
  'AAE-token-rahasia',
  's4ndi-basis-data',
  'Pak Lurah dimutasi',
]

it('writes ids, kinds, codes and places, one JSON line each, to standard error', () => {
  const { stderr, stdout } = logged(`
    const error = Object.assign(new TypeError('x'), { code: '23505' })
    log.warn({ conversation: 'telegram:7', seconds: 2, err: error }, 'delivery is postponed')
    log.info({ passages: 3 }, 'done')`)
  const [first, second] = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first).toMatchObject({
    level: 40,
    conversation: 'telegram:7',
    seconds: 2,
    msg: 'delivery is postponed',
    err: { type: 'TypeError', code: '23505' },
  })
  expect(first.err.where[0]).toMatch(/^ {4}at /)
  expect(second).toMatchObject({ level: 30, passages: 3, msg: 'done' })
  expect(stdout).toBe('')
})

it('says nothing below its level, and nothing at all when silent', () => {
  expect(logged(`log.info({}, 'hidden'); log.error({}, 'shown')`, 'warn').stderr).toMatch(
    /^\{[^\n]*"msg":"shown"\}\n$/,
  )
  expect(logged(`log.error({}, 'hidden')`, 'silent').stderr).toBe('')
})

const carriers: readonly [string, string][] = [
  ['its message', `new Error(secret)`],
  [
    'a message of many lines that looks like a place',
    `new Error('a\\n    at ' + secret + ' (file:///x.ts:1:1)\\nb')`,
  ],
  ['a message that was changed later', `Object.assign(new Error('short'), { message: secret })`],
  [
    'its detail, as PostgreSQL gives it',
    `Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (nip)=(' + secret + ') already exists.' })`,
  ],
  ['its cause', `new Error('outer', { cause: new Error(secret, { cause: new Error(secret) }) })`],
  ['a cause that is no error', `new Error('outer', { cause: secret })`],
  ['the errors it gathers', `new AggregateError([new Error(secret)], secret)`],
  [
    'its own fields',
    `Object.assign(new Error('x'), { query: secret, parameters: [secret], response: { body: secret }, command: { args: [secret] } })`,
  ],
  ['its code', `Object.assign(new Error('x'), { code: 'sandi ' + secret })`],
  ['itself, being no error', `secret`],
  ['an object that is no error', `{ message: secret }`],
]
it.each(carriers)('keeps to itself what an error carries in %s', (_, error) => {
  const { stderr } = logged(`
    for (const secret of ${JSON.stringify(SECRETS)}) log.error({ conversation: 'telegram:7', err: ${error} }, 'a turn failed')`)
  expect(stderr.trim().split('\n')).toHaveLength(SECRETS.length)
  for (const secret of SECRETS) expect(stderr).not.toContain(secret)
})

it('comes to an end with an error that is its own cause', () => {
  expect(
    logged(`const error = new Error('x'); error.cause = error; log.error({ err: error }, 'round and round')`)
      .stderr,
  ).toContain('round and round')
})

it('keeps to itself the address of a database that cannot be reached', () => {
  const { stderr } = logged(`
    const { openDatabase } = await import(${JSON.stringify(join(ROOT, 'src/database/database.ts'))})
    await openDatabase({ kind: 'native', url: 'postgres://abdi:s4ndi-basis-data@127.0.0.1:1/abdi' }).catch((error) => log.error({ err: error }, 'stopped'))`)
  expect(stderr).toContain('"type":"Misconfigured"')
  expect(stderr).not.toContain('s4ndi-basis-data')
})

/** What a program writes to its log; a process of its own, since the log is written to the file descriptor. */
function logged(program: string, level = 'debug'): { stdout: string; stderr: string } {
  const source = `
    import { createLog } from ${JSON.stringify(join(ROOT, 'src/log.ts'))}
    const log = createLog('${level}')
    ${program}`
  return spawnSync(join(ROOT, 'node_modules/.bin/node'), ['--input-type=module', '-e', source], {
    cwd: ROOT,
    encoding: 'utf8',
  })
}
