import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

const [TEXT, CLOSE, PING, PONG] = [0x1, 0x8, 0x9, 0xa]
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** One WebSocket as its server side sees it (RFC 6455; text only, nothing compressed). */
export interface Wire {
  send(text: string): void
  /** Says goodbye; the socket goes once the other side has said it too. */
  close(): void
  /** Cuts the connection without a word. */
  cut(): void
  /** Resolves once the connection is gone. */
  readonly over: Promise<void>
}

/** Accepts an upgrade and tells what comes; `onGone` is called once, however it ends. */
export function acceptWire(
  request: IncomingMessage,
  socket: Duplex,
  onText: (text: string) => void,
  onGone: () => void,
): Wire {
  const key = request.headers['sec-websocket-key'] ?? ''
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64')
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
  socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`)
  let rest: Buffer = Buffer.alloc(0)
  let text = ''
  let saidGoodbye = false
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let frame = readFrame(rest); frame !== undefined; frame = readFrame(rest)) {
      rest = rest.subarray(frame.size)
      take(frame)
    }
  })
  // A peer that vanishes resets the connection; the close that follows says all there is to say.
  socket.on('error', () => socket.destroy())
  const over = new Promise<void>((resolve) => {
    socket.once('close', () => {
      onGone()
      resolve()
    })
  })
  return {
    send: (words) => write(TEXT, Buffer.from(words)),
    close: goodbye,
    cut: () => socket.destroy(),
    over,
  }

  function take({ opcode, last, data }: Frame): void {
    if (opcode === PING) write(PONG, data)
    if (opcode === CLOSE) {
      goodbye()
      socket.end()
    }
    if (opcode > TEXT) return
    text += data.toString('utf8')
    if (!last) return
    onText(text)
    text = ''
  }

  function goodbye(): void {
    if (!saidGoodbye) write(CLOSE, Buffer.from([0x03, 0xe8])) // 1000, normal closure
    saidGoodbye = true
  }

  function write(opcode: number, data: Buffer): void {
    if (socket.writable) socket.write(Buffer.concat([head(opcode, data.length), data]))
  }
}

interface Frame {
  readonly opcode: number
  readonly last: boolean
  readonly data: Buffer
  readonly size: number
}

function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined
  const short = bytes.readUInt8(1) & 0x7f
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0
  const start = 2 + extra + 4
  if (bytes.length < start) return undefined
  const length = extra === 0 ? short : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < start + length) return undefined
  const mask = bytes.subarray(start - 4, start)
  const data = Buffer.from(bytes.subarray(start, start + length))
  for (let at = 0; at < length; at++) data.writeUInt8(data.readUInt8(at) ^ mask.readUInt8(at % 4), at)
  const first = bytes.readUInt8(0)
  return { opcode: first & 0x0f, last: (first & 0x80) !== 0, data, size: start + length }
}

function head(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length])
  const long = length > 0xffff
  const bytes = Buffer.alloc(long ? 10 : 4)
  bytes.writeUInt8(0x80 | opcode, 0)
  bytes.writeUInt8(long ? 127 : 126, 1)
  if (long) bytes.writeBigUInt64BE(BigInt(length), 2)
  else bytes.writeUInt16BE(length, 2)
  return bytes
}
