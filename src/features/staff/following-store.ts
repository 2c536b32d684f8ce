import type { Queryable } from '../../database/database.ts'

/** Whether one message of a conversation was the last before another. */
export function createFollowing(database: Queryable) {
  return {
    async follows(conversation: string, before: string, message: string): Promise<boolean> {
      const rows = await database.query(
        `select from message earlier join message this using (conversation)
         where conversation = $1 and earlier.key = $2 and this.key = $3 and not exists (
           select from message between_them where between_them.conversation = $1 and between_them.direction = 'in'
             and between_them.id > earlier.id and between_them.id < this.id
         )`,
        [conversation, before, message],
      )
      return rows.length > 0
    },
  }
}
