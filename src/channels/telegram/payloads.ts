import { z } from 'zod'

/** Somebody, or a chat; groups and channels are below zero. */
const Id = z.int()
const UnixTime = z.int().min(0).max(0xffff_ffff)

const User = z.object({
  id: Id,
  is_bot: z.boolean(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
})
export type User = z.output<typeof User>

const Chat = z.object({ id: Id, type: z.string(), title: z.string().optional() })

const Place = z.object({
  chat: Chat,
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
})
export type Place = z.output<typeof Place>

const Entities = z.array(
  z.object({
    type: z.string(),
    offset: z.int().min(0),
    length: z.int().min(0),
    user: z.object({ id: Id }).optional(),
  }),
)

const FileId = z.string().min(1)
const Size = z.int().min(0).optional()

/** A message (core.telegram.org/bots/api#message); what else is in it is only looked at for being there. */
const Message = Place.extend({
  message_id: z.int(),
  date: UnixTime,
  edit_date: UnixTime.optional(),
  from: User.optional(),
  sender_chat: z.object({ id: Id, title: z.string().optional() }).optional(),
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: z.object({ from: z.object({ id: Id }).optional() }).optional(),
  text: z.string().optional(),
  entities: Entities.optional(),
  caption: z.string().optional(),
  caption_entities: Entities.optional(),
  photo: z.array(z.object({ file_id: FileId, file_size: Size })).optional(),
  document: z
    .object({
      file_id: FileId,
      file_name: z.string().optional(),
      mime_type: z.string().optional(),
      file_size: Size,
    })
    .optional(),
  contact: z.object({ phone_number: z.string(), user_id: Id.optional() }).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
}).loose()
export type Message = z.output<typeof Message>

/** A button was pressed (core.telegram.org/bots/api#callbackquery), maybe under a message too old to be shown. */
const CallbackQuery = z.object({
  id: z.string().min(1),
  from: User,
  message: Place.extend({ message_id: z.int() }).optional(),
  data: z.string().optional(),
})

/** What the bot reads of an update (core.telegram.org/bots/api#update). */
export const Update = z.object({
  update_id: z.int(),
  message: Message.nullish(),
  edited_message: Message.nullish(),
  callback_query: CallbackQuery.nullish(),
  my_chat_member: z.object({ chat: Chat, new_chat_member: z.object({ status: z.string() }) }).nullish(),
})
