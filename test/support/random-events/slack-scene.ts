import type { SlackStage } from '../../channels/slack-stage.ts'
import { buttonsOf, fieldsOf } from '../slack-server/render.ts'
import type { Delivery, Person, Seen, SeenView } from '../slack-server.ts'
import { commandNames } from './calm.ts'

/** Something somebody wrote. */
export interface Written {
  readonly person: Person
  readonly ts: string
  readonly channel: string
  readonly thread?: string
}

/** Something that can be pressed, or chosen where it is a list. */
export interface Pressable {
  readonly actionId: string
  readonly value: string
  readonly blockId: string
  readonly listed: boolean
  readonly where: Pick<Seen, 'ts' | 'channel'> | SeenView
}

/** Everything that moves choose from. It changes by moves, and by what people see when all is calm. */
export type Scene = ReturnType<typeof createSlackScene>

/** An empty workspace with one channel. */
export function createSlackScene({ server, bot }: SlackStage) {
  const room = server.channel('umum')
  const wrote: Written[] = []
  const onShow = new Map<string, Pressable[]>()
  const known = new Set<string>()
  const about = new Set<Person>()

  function show(place: string, messages: Iterable<Pick<Seen, 'ts' | 'channel' | 'blocks'>>): void {
    const fresh = [...messages].filter(({ ts }) => !known.has(ts))
    for (const { ts } of fresh) known.add(ts)
    const found = fresh.flatMap(({ ts, channel, blocks }) => pressableIn(blocks, { ts, channel }))
    const each = new Map(found.map((pressable) => [nameOf(pressable), pressable])) // some messages come twice
    const sorted = [...each]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, pressable]) => pressable)
    onShow.set(place, [...(onShow.get(place) ?? []), ...sorted].slice(-50))
  }

  return {
    server,
    room,
    commands: commandNames(bot),
    wrote,
    /** Buttons somebody pressed. */
    pressed: [] as Pick<Pressable, 'actionId' | 'value'>[],
    /** What was sent to the bot because of what people did. */
    sent: [] as Delivery[],
    /** The questions, by the id they are stored under, with the conversation they belong to. */
    asked: new Map<string, string>(),
    /** The first messages of threads that were deleted. */
    gone: new Set<string>(),
    person(name: string): Person {
      const person = server.person(name)
      about.add(person)
      return person
    },
    /** What can be pressed in somebody's private chat or in the channel, the newest last. */
    onShow: (place: string): readonly Pressable[] => onShow.get(place) ?? [],
    /** Looks at what is new on the screens of those who moved, whatever the order in which it came. */
    look(): void {
      show(room.id, room.messages.values())
      for (const person of about) show(person.dm, person.sees().messages)
      about.clear()
    },
  }
}

function pressableIn(blocks: Seen['blocks'], where: Pressable['where']): readonly Pressable[] {
  const buttons = buttonsOf(blocks).map(({ actionId, value = '', blockId }) => ({
    ...{ actionId, value, blockId, where },
    listed: false,
  }))
  const options = fieldsOf(blocks).flatMap(({ actionId, blockId, options }) =>
    options.map(({ value }) => ({ actionId, value, blockId, where, listed: true })),
  )
  return [...buttons, ...options]
}

function nameOf({ actionId, value }: Pressable): string {
  return `${actionId} ${value}`
}
