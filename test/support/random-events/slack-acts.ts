import type { Delivery, Person } from '../slack-server.ts'
import { type Kind, type Move, one, QUESTIONS } from './moves.ts'
import { anyPage, given } from './slack-pages.ts'
import type { Scene, Written } from './slack-scene.ts'
import { spoilt } from './spoilt.ts'

/** What somebody does, and what the bot is sent for it. */
type Act = (scene: Scene, move: Move, person: Person) => readonly Delivery[]

const GHOST_TS = '1772416800.000100'

/** What each kind of move is in Slack; those that come as they are to the Request URL are not here. */
export const ACTS: Readonly<Record<Exclude<Kind, 'comes broken'>, Act>> = {
  asks: (scene, { pick }, person) => says(scene, person, one(QUESTIONS, pick), person.dm),
  'asks in a group': (scene, { pick }, person) =>
    says(scene, person, `<@${scene.server.bot.user}> ${one(QUESTIONS, pick)}`, scene.room.id),
  'asks in a thread'(scene, { pick }, person) {
    const channel = pick % 4 === 0 ? scene.room.id : person.dm
    const root = scene.wrote.findLast((each) => each.person === person && each.channel === channel)
    const name = channel === scene.room.id ? `<@${scene.server.bot.user}> ` : ''
    return says(scene, person, `${name}${one(QUESTIONS, pick)}`, channel, root?.thread ?? root?.ts)
  },
  writes(scene, { pick, words }, person) {
    const last = lastOf(scene, pick)
    const thread = last?.channel === person.dm ? (last.thread ?? last.ts) : undefined
    return pick % 3 === 0
      ? says(scene, person, words, scene.room.id)
      : says(scene, person, words, person.dm, thread)
  },
  edits(scene, { pick, words }) {
    const last = lastOf(scene, pick)
    return last === undefined ? [] : last.person.edits(last.ts, words, last.channel).deliveries
  },
  deletes: (scene, { pick }) => unsays(scene, lastOf(scene, pick)),
  presses: (scene, { pick }, person) => presses(scene, person, person.dm, pick),
  'presses in a group': (scene, { pick }, person) => presses(scene, person, scene.room.id, pick),
  'presses what is gone'(scene, { pick }, person) {
    const last = lastOf(scene, pick)
    const where = last?.channel === person.dm ? last : { ts: GHOST_TS, channel: person.dm }
    return [person.presses(one(scene.pressed, pick) ?? { actionId: 'abdi:choice:0', value: 'a:b' }, where)]
  },
  'presses what never was': (_, { pick, words }, person) => [
    person.presses({ actionId: `entah:${pick}`, value: words }, { ts: GHOST_TS, channel: person.dm }),
  ],
  commands: ({ commands, room }, { pick, words }, person) => [
    person.runs(
      `/abdi ${pick % 5 === 0 ? words : one(commands, pick)} ${pick % 3 ? '' : words}`,
      one([person.dm, room.id, 'C0ASING'], pick),
    ),
  ],
  'sends a page'({ commands, onShow }, { pick, words }, person) {
    const { modal } = person.sees()
    const opens = onShow(person.dm).findLast(({ actionId }) => actionId.startsWith('abdi:form'))
    if (modal === undefined && opens !== undefined) return [person.presses(opens, opens.where)]
    if (modal === undefined) return [person.runs(`/abdi ${one(commands, pick)}`)]
    const values = modal.fields.map((field) => [field.blockId, given(field, words, pick)])
    return [person.submits(modal, Object.fromEntries(values))]
  },
  'sends any page': (scene, move, person) => [scene.server.push('interactive', anyPage(scene, move, person))],
  shares: (_, { pick, words }, person) =>
    person.says(words, {
      files: [{ name: words.slice(0, 99), bytes: words, mime: one(['image/png', 'audio/ogg', ''], pick) }],
    }).deliveries,
  'looks around'(scene, { pick }, person) {
    const last = lastOf(scene, pick)
    if (pick % 3 === 0 && last !== undefined)
      return [last.person.shortcut(last.ts, { channel: last.channel })]
    return [pick % 2 ? person.opensHome() : person.opensAgent({ channel: scene.room.id })]
  },
  'comes spoilt'({ server, sent }, { pick, thing }) {
    const model = one(sent.slice(-50), pick)
    return model === undefined ? [] : [server.push(model.kind, spoilt(model.body, pick, thing))]
  },
  'comes again'({ server, sent }, { pick }) {
    const model = one(sent.filter(({ kind }) => kind === 'events_api').slice(-50), pick)
    if (model === undefined) return []
    server.redeliver(model)
    return [model]
  },
  strangers(scene, { pick, words }, person) {
    const { server, room, sent } = scene
    const question = { type: 'message', user: person.id, text: one(QUESTIONS, pick), ts: `${pick}.1` }
    if (pick % 4 === 0)
      return server.person('Robot', { bot: true }).mentions(words, { channel: room.id }).deliveries
    if (pick % 4 === 1) return [server.event({ ...question, channel: person.dm }, { team: 'T0LAIN' })]
    if (pick % 4 === 2) return [server.event({ ...question, channel: 'D0ASING', user: 'U0ASING' })]
    const leaver = server.person(`Mantan ${sent.length}`) // somebody else each time
    const { deliveries } = leaver.says(words)
    leaver.deactivates()
    return deliveries
  },
}

function says(
  { wrote, asked }: Scene,
  person: Person,
  text: string,
  channel: string,
  thread?: string,
): readonly Delivery[] {
  const said = person.says(text, { channel, ...(thread && { thread }) })
  wrote.push({ person, ts: said.ts, channel, ...(thread && { thread }) })
  if (QUESTIONS.some((question) => text.endsWith(question)))
    asked.set(`slack:${channel}:${said.ts}`, `${channel}/${thread ?? said.ts}`)
  return said.deliveries
}

/** Takes back what was written: nobody waits for an answer in a channel's thread that is gone. */
function unsays({ wrote, asked, gone, room }: Scene, message: Written | undefined): readonly Delivery[] {
  if (message === undefined) return []
  const { ts, channel, person } = message
  for (const other of wrote.splice(0)) if (other.ts !== ts && other.thread !== ts) wrote.push(other)
  if (channel === room.id)
    for (const [key, conversation] of asked) if (conversation === `${channel}/${ts}`) asked.delete(key)
  gone.add(ts)
  return person.deletes(ts, channel).deliveries
}

function presses(scene: Scene, person: Person, place: string, pick: number): readonly Delivery[] {
  const found = scene.onShow(place).at(-1 - (pick % 8))
  if (found === undefined) return [person.opensHome()]
  const { actionId, value, blockId, where, listed } = found
  scene.pressed.push({ actionId, value })
  return [
    listed
      ? person.selects({ actionId, blockId }, value, where)
      : person.presses({ actionId, value, blockId }, where),
  ]
}

/** The last but a few of what was written. */
function lastOf({ wrote }: Scene, pick: number): Written | undefined {
  return wrote.at(-1 - (pick % 10))
}
