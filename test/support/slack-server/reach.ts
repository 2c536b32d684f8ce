import type { Spot } from './interactions.ts'
import type { Json } from './params.ts'
import type { Target, Where } from './person-api.ts'
import { buttonsOf, fieldsOf } from './render.ts'
import type { Seen } from './screen.ts'
import type { Message, World } from './world.ts'

/** Everything a person can press or choose in, what is newest first; only the place named where there is one. */
export function spotsBefore(world: World, id: string, where?: Where): readonly Spot[] {
  const { home, modals } = world.desk(id)
  if (where !== undefined && 'open' in where) {
    const live = [...modals, home].find((open) => open?.id === where.id)
    return [{ view: live ?? where.open }]
  }
  const all =
    where === undefined
      ? [...world.rooms.values()]
      : [world.rooms.get(where.channel)].filter((room) => room !== undefined)
  const visible = all
    .filter(({ members, kind }) => members.has(id) || kind === 'channel')
    .flatMap(({ messages }) => [...messages.values()])
    .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === id)
  if (where !== undefined) {
    const there = visible.filter(({ ts }) => ts === where.ts)
    return there.length > 0 ? there.map((message) => ({ message })) : [{ message: ghost(world, where) }]
  }
  const newest = visible.sort(
    (a, b) => b.at - a.at || Number(b.ts.split('.')[1]) - Number(a.ts.split('.')[1]),
  )
  const views = [...modals].reverse().map((view) => ({ view }))
  return [
    ...views,
    ...newest.map((message) => ({ message })),
    ...(home === undefined ? [] : [{ view: home }]),
  ]
}

/** The blocks of a message or view. */
export function blocksOf(spot: Spot): readonly Json[] {
  return 'view' in spot ? (spot.view.view.blocks as readonly Json[]) : spot.message.blocks // checked when it came
}

/** Whether a button or field is the one meant. */
export function matches(
  { label, actionId, blockId, ...rest }: { label: string; actionId: string; blockId: string; value?: string },
  target: Target,
): boolean {
  if (typeof target === 'string') return label === target || actionId === target
  const sameValue = target.value === undefined || rest.value === target.value
  return (
    actionId === target.actionId && sameValue && (target.blockId === undefined || blockId === target.blockId)
  )
}

/** Says what can be pressed and chosen instead. */
export function absent(what: string, target: Target, spots: readonly Spot[]): string {
  const there = spots.flatMap((spot) => [...buttonsOf(blocksOf(spot)), ...fieldsOf(blocksOf(spot))])
  const labels = there.map(({ label, actionId }) => `${label} (${actionId})`).join(', ')
  return `no ${what} ${JSON.stringify(target)} on the screen; there are: ${labels || 'none'}`
}

// A message that is gone, whose buttons an outdated screen still shows.
function ghost(world: World, { ts, channel }: Pick<Seen, 'ts' | 'channel'>): Message {
  const { user: bot } = world.bot
  const rest = { text: '', blocks: [], files: [], streaming: false, edits: 0, reactions: [], at: 0 }
  return { ts, channel, user: bot, ours: true, ...rest }
}
