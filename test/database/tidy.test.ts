import { expect, it } from 'vitest'
import { tidyJobs } from '../../src/database/tidy.job.ts'
import { freshDatabase } from '../support/database.ts'

it('looks at every table anew where the database does not do so by itself, and the second time harms nothing', async () => {
  const database = await freshDatabase()
  const guessed = async (): Promise<unknown> =>
    (await database.query(`select reltuples::int as rows from pg_class where relname = 'tidied'`))[0]
  await database.query('create table tidied as select generate_series(1, 100) as i')
  try {
    const jobs = tidyJobs(database)
    expect(jobs.map(({ name }) => name)).toEqual(database.kind === 'embedded' ? ['database.tidy'] : [])
    for (const job of [...jobs, ...jobs]) await job.run({})
    if (database.kind === 'embedded') expect(await guessed()).toEqual({ rows: 100 })
  } finally {
    await database.query('drop table tidied')
  }
})
