// The peer: the least an import can do. It is a program; a bench starts it with a file, and it puts each line as it is
// into a table without an index, in one transaction; nothing is checked, compared, or written down.
import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { openDatabase } from '../../src/database/database.ts'

const AT_ONCE = 2000
const { DATA_DIR: directory = '', DATABASE_URL: url } = process.env
const database = await openDatabase(url ? { kind: 'native', url } : { kind: 'embedded', directory })
await database.query('drop table if exists plain_line')
await database.query('create table plain_line (cells text[])')
await database.transaction(async (connection) => {
  let lines: string[][] = []
  const put = async (): Promise<void> => {
    await connection.query(
      `insert into plain_line select array(select jsonb_array_elements_text(line))
       from jsonb_array_elements($1::text::jsonb) as line`,
      [JSON.stringify(lines)],
    )
    lines = []
  }
  for await (const line of createReadStream(process.argv[2] ?? '').pipe(parse())) {
    lines.push(line)
    if (lines.length === AT_ONCE) await put()
  }
  await put()
})
await database.query('drop table plain_line')
await database.close()
