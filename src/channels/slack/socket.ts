import { SocketModeClient } from '@slack/socket-mode'

/**
 * Socket Mode's client, but every envelope is handed on as it is, whatever is in it. The library itself looks for
 * an event's type, and what has none ends the process with an unhandled rejection.
 */
export class Socket extends SocketModeClient {
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const frame = isBinary ? undefined : sealed(String(data))
    if (frame !== undefined) await super.onWebSocketMessage(frame, false)
  }
}

/** A frame in which the library finds nothing to look into; undefined for what is none of Socket Mode's. */
function sealed(data: string): string | undefined {
  const frame = parsed(data)
  if (typeof frame !== 'object' || frame === null) return undefined
  const { type, envelope_id } = frame as { type?: unknown; envelope_id?: unknown }
  if (type === 'hello' || type === 'disconnect') return data
  return typeof envelope_id === 'string' ? JSON.stringify({ ...frame, type: 'sealed' }) : undefined
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined // a broken frame is no envelope, so there is nothing to acknowledge
  }
}
