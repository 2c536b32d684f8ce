import type { Feature } from '../../src/chat/feature.ts'
import type { FileContent } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { createCalendar } from '../../src/features/calendar/feature.ts'
import type { createFeatures as CreateFeatures, FeatureContext } from '../../src/features/index.ts'
import { staff } from '../performance/stage.ts'

/** Fresh databases with the office in them and the calendar as it ships. */
export function withCalendar({ freshDatabase }: { freshDatabase(): Promise<Database> }) {
  return {
    async freshDatabase(): Promise<Database> {
      const database = await freshDatabase()
      await staff(database)
      await asShipped(database)
      return database
    },
  }
}

/** Takes back all that officers and others have said about days. */
export async function asShipped(database: Database): Promise<void> {
  await database.query('truncate holiday, holiday_draft, absence')
  await database.query(`delete from setting where name = 'calendar'`)
}

/** The bot's features with the calendar among them, which reads the files of the test by their references. */
export function wired(
  { createFeatures }: { createFeatures: typeof CreateFeatures },
  files: Readonly<Record<string, Uint8Array>>,
) {
  return {
    createFeatures(context: FeatureContext): ReturnType<typeof CreateFeatures> {
      const made = createFeatures(context)
      const read = async ({ ref }: FileContent): Promise<Uint8Array> => files[ref] ?? new Uint8Array()
      const calendar = createCalendar({ ...context, read })
      const features = made.features as Feature[] // the list the bot itself looks into
      const at = features.findIndex(({ name }) => name === calendar.name)
      features.splice(Math.max(1, at), at < 0 ? 0 : 1, calendar)
      return made
    },
  }
}

/** A table of the coming year as an officer might send it. */
export const TABLE_2027 = [
  'tanggal;jenis;nama;dasar',
  '2027-01-01;nasional;Tahun Baru 2027 Masehi;SKB 3 Menteri tentang Hari Libur 2027',
  '5 Januari 2027;nasional;Isra Mikraj;',
  '6/2/2027;nasional;Tahun Baru Imlek;',
  '2027-03-08;nasional;Nyepi;',
  '2027-03-09;bersama;Cuti bersama Nyepi;',
  '2027-03-10;nasional;Idulfitri;',
  '2027-03-11;nasional;Idulfitri;',
  '2027-03-26;nasional;Wafat Yesus Kristus;',
  '2027-05-01;nasional;Hari Buruh;',
  '2027-05-06;nasional;Kenaikan Yesus Kristus;',
  '2027-05-17;nasional;Iduladha;',
  '2027-06-01;nasional;Hari Lahir Pancasila;',
  '30 Februari 2027;nasional;Hari yang tidak ada;',
  '2027-08-17;nasional;Proklamasi Kemerdekaan;',
  '2027-12-25;pesta;Natal;',
].join('\n')
