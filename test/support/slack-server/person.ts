import type { Delivery } from './deliveries.ts'
import type { Happenings } from './events.ts'
import type { Interactions } from './interactions.ts'
import type { Json } from './params.ts'
import type { FileOptions, Person, Said } from './person-api.ts'
import { absent, blocksOf, matches, spotsBefore } from './reach.ts'
import { buttonsOf, fieldsOf } from './render.ts'
import { sightOf } from './screen.ts'
import { escaped, filled } from './typed.ts'
import { stateOf } from './values.ts'
import { viewJson } from './views.ts'
import { fileJson } from './workspace.ts'
import type { Message, Room, User, World } from './world.ts'

/** What persons act through. */
export interface PersonDeps {
  readonly world: World
  readonly happen: Happenings
  readonly interactions: Interactions
  /** True for agent_view, false for the older assistant_view. */
  readonly agent: boolean
  readonly callbackId: string
}

/** A person on the screen of that user. */
export function createPerson(
  { world, happen, interactions, agent, callbackId }: PersonDeps,
  user: User,
): Person {
  const { id, name } = user
  let thread: string | undefined
  const dm = () => world.directMessages(id)
  const person: Person = {
    id,
    name,
    get dm() {
      return dm().id
    },
    says(text, { channel = dm().id, thread: root, files = [] } = {}) {
      awake()
      const room = roomOf(channel)
      room.members.add(id)
      const where = root ?? (room.kind === 'im' && !agent ? thread : undefined)
      const message = world.post({
        channel,
        user: id,
        ours: false,
        text: escaped(text),
        blocks: [],
        files: files.map((file) => fileJson(world, stored(file))),
        ...(where !== undefined && { thread: where }),
      })
      return said(message, happen.message(room, message))
    },
    mentions: (text, options) => person.says(`<@${world.bot.user}> ${text}`, options),
    edits(ts, text, channel = dm().id) {
      const message = own(ts, channel)
      const before = { ...message }
      message.text = escaped(text)
      message.edits += 1
      return said(message, happen.changed(roomOf(channel), message, before))
    },
    unfurls(ts, channel = dm().id) {
      const message = own(ts, channel)
      return said(message, happen.changed(roomOf(channel), message, message, false))
    },
    deletes(ts, channel = dm().id) {
      const message = own(ts, channel)
      const room = roomOf(channel)
      room.messages.delete(ts)
      return said(message, happen.deleted(room, message))
    },
    presses(target, where) {
      for (const spot of spotsBefore(world, id, where)) {
        const found = buttonsOf(blocksOf(spot)).find((each) => matches(each, target))
        if (found !== undefined) return interactions.pressed(user, found, spot)
      }
      const [spot] = where === undefined ? [] : spotsBefore(world, id, where)
      if (typeof target === 'string' || spot === undefined)
        throw new Error(absent('button', target, spotsBefore(world, id, where)))
      const { actionId, value, blockId = 'b0' } = target
      const known = value === undefined ? {} : { value }
      return interactions.pressed(
        user,
        { label: '', actionId, blockId, element: { type: 'button' }, ...known },
        spot,
      )
    },
    selects(target, option, where) {
      for (const spot of spotsBefore(world, id, where)) {
        const found = fieldsOf(blocksOf(spot)).find((each) => matches(each, target))
        if (found !== undefined) return interactions.chosen(user, found, stateOf(found, option), spot)
      }
      throw new Error(absent('field', target, spotsBefore(world, id, where)))
    },
    runs(line, channel = dm().id) {
      awake()
      const [, command = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? []
      if (command === '') throw new Error(`a command starts with a slash: ${line}`)
      if (!world.rooms.has(channel))
        world.addRoom({ id: channel, name: 'privategroup', kind: 'group', members: new Set([id]) })
      return interactions.command(user, command, escaped(text), channel)
    },
    shortcut(ts, { channel = dm().id, callbackId: called = callbackId } = {}) {
      const message = roomOf(channel).messages.get(ts)
      if (message === undefined) throw new Error(`there is no message ${ts} in ${channel}`)
      return interactions.shortcut(user, message, called)
    },
    opensHome() {
      const { home } = world.desk(id)
      const view = home === undefined ? {} : { view: viewJson(world, home) }
      return happen.event({
        type: 'app_home_opened',
        user: id,
        channel: dm().id,
        tab: 'home',
        event_ts: world.ts(),
        ...view,
      })
    },
    opensAgent({ channel } = {}) {
      if (agent) {
        const entity = { type: 'slack#/types/channel_id', value: channel, team_id: world.team.id }
        const context = { entities: channel === undefined ? [] : [entity] }
        const place = { user: id, channel: dm().id, tab: 'messages', event_ts: world.ts() }
        return happen.event({ type: 'app_home_opened', ...place, context })
      }
      const text = 'New Assistant Thread'
      const root = world.post({
        channel: dm().id,
        user: world.bot.user,
        ours: true,
        text,
        blocks: [],
        files: [],
      })
      thread = root.ts
      return happen.event(assistant('assistant_thread_started', channel))
    },
    turnsTo(channel) {
      return agent || thread === undefined
        ? undefined
        : happen.event(assistant('assistant_thread_context_changed', channel))
    },
    submits(view, values) {
      if (view === undefined) throw new Error(`${name} has no modal open`)
      return interactions.submitted(
        user,
        view.open,
        filled(view.fields, interactions.stateOf({ view: view.open }), values),
      )
    },
    closes(view) {
      if (view === undefined) throw new Error(`${name} has no modal open`)
      const { modals } = world.desk(id)
      const at = modals.findIndex((open) => open.id === view.id)
      if (at >= 0) modals.splice(view.open.view.clear_on_close === true ? 0 : at)
      world.signal.notify()
      return view.open.view.notify_on_close === true ? interactions.closed(user, view.open, false) : undefined
    },
    deactivates() {
      user.deactivated = true
    },
    sees: () => sightOf(world, id),
  }
  return person

  function awake(): void {
    if (user.deactivated) throw new Error(`${name} is deactivated and can't write`)
  }

  function roomOf(channel: string): Room {
    const room = world.rooms.get(channel)
    if (room === undefined) throw new Error(`there is no channel ${channel}`)
    return room
  }

  function own(ts: string, channel: string): Message {
    const message = roomOf(channel).messages.get(ts)
    if (message?.user !== id) throw new Error(`${name} wrote no message ${ts} in ${channel}`)
    return message
  }

  function stored({
    name: file = 'berkas.pdf',
    mime = 'application/pdf',
    bytes = 'isi berkas',
  }: FileOptions) {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
    const added = { id: world.id('F'), name: file, mime, bytes: content, user: id, at: world.clock.now() }
    world.files.set(added.id, added)
    return added
  }

  function assistant(type: string, channel: string | undefined): Json {
    const context =
      channel === undefined ? {} : { channel_id: channel, team_id: world.team.id, enterprise_id: null }
    return {
      type,
      assistant_thread: { user_id: id, context, channel_id: dm().id, thread_ts: thread },
      event_ts: world.ts(),
    }
  }
}

function said({ ts, channel, thread }: Message, deliveries: readonly Delivery[]): Said {
  return { ts, channel, ...(thread !== undefined && { thread }), deliveries }
}
