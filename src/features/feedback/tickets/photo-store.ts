import type { Queryable } from '../../../database/database.ts'
import type { Seal } from '../../../seal.ts'

/** So many photos come with a ticket. */
export const MOST_PHOTOS = 5

/** The photos of tickets; of the messages they came with digests by the seal. */
export function createPhotoStore(database: Queryable, seal: Seal) {
  const photoKey = (message: string): string => seal.digest('ticket photo', message)

  return {
    /** Whether a photo that came with a message is kept. */
    async hasPhoto(message: string): Promise<boolean> {
      const rows = await database.query('select 1 from ticket_photo where key = $1', [photoKey(message)])
      return rows.length > 0
    },

    /** Keeps a photo of a ticket, once for a message; false where it has as many as it may. */
    async addPhoto(number: string, message: string, bytes: Uint8Array): Promise<boolean> {
      const rows = await database.query(
        `insert into ticket_photo (ticket, position, key, bytes)
         select $1, coalesce(max(position), 0) + 1, $2, $3 from ticket_photo where ticket = $1 having count(*) < $4
         on conflict (key) do update set key = excluded.key returning key`,
        [number, photoKey(message), bytes, MOST_PHOTOS],
      )
      return rows.length > 0
    },

    /** The photos of a ticket, each a JPEG. */
    async photos(number: string): Promise<readonly Uint8Array[]> {
      const rows = await database.query<{ bytes: Uint8Array }>(
        'select bytes from ticket_photo where ticket = $1 order by position',
        [number],
      )
      return rows.map(({ bytes }) => bytes)
    },
  }
}
export type PhotoStore = ReturnType<typeof createPhotoStore>
