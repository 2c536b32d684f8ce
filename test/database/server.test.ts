import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { Misconfigured } from '../../src/errors.ts'

const PASSWORD = 'rahasia-sekali'
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

it('says that nobody answers at an address', async () => {
  const port = await listening(() => [])
  servers[0]?.close()
  expect(await refusal(port)).toMatch(
    /^DATABASE_URL: basis data tidak bisa dihubungi \(ECONNREFUSED\)\. Periksa alamat/,
  )
})

it('says that the password was refused', async () => {
  const port = await listening(() => [
    message('E', 'SFATAL\0C28P01\0Mpassword authentication failed for user "abdi"\0\0'),
  ])
  expect(await refusal(port)).toMatch(
    /^DATABASE_URL: basis data tidak bisa dihubungi \(28P01\)\. Periksa alamat, nama pengguna, sandi/,
  )
})

it('says that PostgreSQL is too old', async () => {
  const port = await listening((asked) =>
    asked === 'startup'
      ? [message('R', '\0\0\0\0'), message('Z', 'I')]
      : [
          message('T', `\0\x01version\0${'\0'.repeat(6)}\0\0\0\x19${'\0'.repeat(8)}`),
          message('D', '\0\x01\0\0\0\x06140010'),
          message('C', 'SELECT 1\0'),
          message('Z', 'I'),
        ],
  )
  expect(await refusal(port)).toBe(
    'DATABASE_URL: PostgreSQL 14 terlalu lama; pakai versi 15 atau lebih baru.',
  )
})

it('says that something else answers there', async () => {
  const port = await listening(() => [], 'hangs up')
  expect(await refusal(port)).toMatch(
    /^DATABASE_URL: basis data tidak bisa dihubungi \(sambungan ditolak atau terputus\)/,
  )
})

/** What opening a database at a loopback port is refused with; never with the password in it. */
async function refusal(port: number): Promise<string> {
  const url = `postgres://abdi:${PASSWORD}@127.0.0.1:${port}/abdi`
  const error = await openDatabase({ kind: 'native', url }).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Misconfigured)
  const { message = '', stack = '' } = error as Error
  expect(message + stack).not.toContain(PASSWORD)
  return message
}

/** A server that answers the start of a session and each query after it with the same few messages. */
async function listening(
  answer: (asked: 'startup' | 'query') => readonly Buffer[],
  mood: 'hangs up' | 'listens' = 'listens',
): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(Buffer.concat(answer('startup')))
      if (mood === 'hangs up') return socket.end()
      socket.on('data', (data) => {
        if (data[0] === 'Q'.charCodeAt(0)) socket.write(Buffer.concat(answer('query')))
        else socket.end()
      })
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port // a TCP server's address is always one
}

/** A message of the PostgreSQL protocol: its letter, its length, its body. */
function message(letter: string, body: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(letter), length, Buffer.from(body, 'latin1')])
}
