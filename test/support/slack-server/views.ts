import { checkBlocks } from './blocks.ts'
import { isJson, type Json, str } from './params.ts'
import { badArguments, Refusal } from './refusal.ts'
import { checkOptional, checkPlain } from './texts.ts'
import type { OpenView, World } from './world.ts'

/** Checks a view as docs.slack.dev/reference/views documents it; throws invalid_arguments, view_too_large. */
export function checkView(value: unknown, types: readonly string[]): Json {
  if (!isJson(value)) throw badArguments('must provide an object', '/view')
  if (!types.includes(str(value.type)))
    throw badArguments(`must be one of: ${types.join(', ')}`, '/view/type')
  if (JSON.stringify(value).length > 250_000) throw new Refusal('view_too_large')
  const faults: string[] = []
  const complain = (what: string, pointer: string) =>
    faults.push(`[ERROR] ${what} [json-pointer:/view${pointer}]`)
  const modal = value.type === 'modal'
  if (modal) checkPlain(value.title, 24, '/title', complain)
  for (const name of ['submit', 'close'])
    if (value[name] !== undefined) checkPlain(value[name], 24, `/${name}`, complain)
  for (const name of ['callback_id', 'external_id'])
    checkOptional(nonEmpty(value[name]), 255, `/${name}`, complain)
  checkOptional(nonEmpty(value.private_metadata), 3000, '/private_metadata', complain)
  if (faults.length > 0) throw new Refusal('invalid_arguments', faults)
  const blocks = checkBlocks(value.blocks, modal ? 'modal' : 'home', 'invalid_arguments')
  if (modal && value.submit === undefined && blocks.some(({ type }) => type === 'input'))
    throw badArguments('missing required field: submit', '/view')
  return { ...value, blocks }
}

/** A checked view as somebody now has it open; `previous` lies under it. */
export function openView(world: World, user: string, view: Json, previous?: OpenView): OpenView {
  const id = world.id('V')
  return {
    id,
    user,
    root: previous?.root ?? id,
    ...(previous !== undefined && { previous: previous.id }),
    hash: newHash(world),
    view,
    errors: {},
  }
}

/** Puts other content into an open view. */
export function changeView(world: World, open: OpenView, view: Json): void {
  open.view = view
  open.errors = {}
  open.hash = newHash(world)
}

/** The view object of answers and payloads, with `values` as its state. */
export function viewJson(world: World, open: OpenView, values: Json = {}): Json {
  const { view } = open
  return {
    id: open.id,
    team_id: world.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    hash: open.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: open.previous ?? null,
    root_view_id: open.root,
    app_id: world.app,
    external_id: view.external_id ?? '',
    app_installed_team_id: world.team.id,
    bot_id: world.bot.id,
  }
}

/** The open view of that id or external id, of anybody. */
export function findView(
  world: World,
  id: string | undefined,
  externalId: string | undefined,
): OpenView | undefined {
  const open = [...world.desks.values()].flatMap(({ home, modals }) => (home ? [home, ...modals] : modals))
  return open.find((view) => (id === undefined ? view.view.external_id === externalId : view.id === id))
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${world.id('h')}`
}

function nonEmpty(value: unknown): unknown {
  return value === '' ? undefined : value
}
