import { EventEmitter } from 'node:events'
import type pg from 'pg'
import { Mutex } from './mutex.ts'
import type { Session } from './session.ts'

/** A statement as node-postgres takes it. */
export type Query = string | { readonly text: string; readonly values?: readonly unknown[] }

/** A checked-out connection: outside a transaction each statement takes its turn, inside it keeps the turn. */
export class EmbeddedClient extends EventEmitter {
  private readonly session: Session
  private readonly turn: Mutex
  private readonly order = new Mutex()
  private held: (() => void) | undefined
  private readonly forward = (note: { channel: string; payload: string }): void => {
    this.emit('notification', note)
  }

  constructor(session: Session, turn: Mutex) {
    super()
    this.session = session
    this.turn = turn
    session.on('notification', this.forward)
  }

  /** Statements of one connection run in the order they were asked, also when nobody awaits them. */
  async query(query: Query, values?: readonly unknown[]): Promise<pg.QueryResult> {
    const next = await this.order.take()
    try {
      return await this.run(query, values)
    } finally {
      next()
    }
  }

  release(): void {
    this.session.off('notification', this.forward)
    void this.order.take().then((next) => {
      next()
      if (this.held !== undefined) this.query('rollback').catch(() => undefined) // stopped: whoever asks next is told
    })
  }

  private async run(query: Query, values?: readonly unknown[]): Promise<pg.QueryResult> {
    const sql = typeof query === 'string' ? query : query.text
    const done = this.held ?? (await this.turn.take())
    try {
      const result = await ask(this.session, query, values)
      if (BEGINS.test(sql)) this.held = done
      return result
    } finally {
      if (ENDS.test(sql)) this.held = undefined // also where a commit fails: the transaction is over
      if (this.held === undefined) done()
    }
  }
}

const COMMENTS = String.raw`^(?:\s|--[^\n]*\n|/\*[^]*?\*/)*`
const BEGINS = new RegExp(String.raw`${COMMENTS}(?:begin|start\s+transaction)\b[^;]*;?\s*$`, 'i')
const ENDS = new RegExp(
  String.raw`${COMMENTS}(?:commit|end|abort|rollback(?!\s+((work|transaction)\s+)?to\b))\b`,
  'i',
)

/** Runs a statement given as node-postgres takes it; `undefined` is null. */
export async function ask(
  session: Session,
  query: Query,
  values?: readonly unknown[],
): Promise<pg.QueryResult> {
  const { text, values: own } = typeof query === 'string' ? { text: query, values: undefined } : query
  const parameters = (values ?? own ?? []).map((value) => (value === undefined ? null : value))
  const { rows, affected } = await session.ask({ kind: 'query', sql: text, parameters })
  return {
    rows: [...rows],
    rowCount: rows.length > 0 ? rows.length : affected,
    command: '',
    oid: 0,
    fields: [],
  }
}
