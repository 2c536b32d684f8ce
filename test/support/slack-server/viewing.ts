import type { Method } from './messages.ts'
import { jsonOf, need, type Params, textOf } from './params.ts'
import { Refusal } from './refusal.ts'
import { changeView, checkView, findView, openView, viewJson } from './views.ts'
import type { OpenView, World } from './world.ts'

/** views.open, views.push, views.update and views.publish. */
export function viewMethods(world: World): Readonly<Record<string, Method>> {
  return {
    'views.open'(params) {
      const view = checkView(viewParam(params), ['modal'])
      const { modals, user } = deskOf(world, need(params, 'trigger_id'))
      const open = openView(world, user, view)
      modals.splice(0, modals.length, open)
      return { view: viewJson(world, open) }
    },
    'views.push'(params) {
      const view = checkView(viewParam(params), ['modal'])
      const { modals, user } = deskOf(world, need(params, 'trigger_id'))
      if (modals.length >= 3) throw new Refusal('push_limit_reached')
      const open = openView(world, user, view, modals.at(-1))
      modals.push(open)
      return { view: viewJson(world, open) }
    },
    'views.update'(params) {
      const view = checkView(viewParam(params), ['modal', 'home'])
      const [id, external] = [textOf(params, 'view_id'), textOf(params, 'external_id')]
      if (id === undefined && external === undefined) throw new Refusal('invalid_arguments')
      const open = findView(world, id, external)
      if (open === undefined) throw new Refusal('not_found')
      checkHash(open, params)
      changeView(world, open, view)
      return { view: viewJson(world, open) }
    },
    'views.publish'(params) {
      const user = need(params, 'user_id')
      if (!world.users.has(user)) throw new Refusal('user_not_found')
      const view = checkView(viewParam(params), ['home'])
      const desk = world.desk(user)
      if (desk.home !== undefined) checkHash(desk.home, params)
      if (desk.home === undefined) desk.home = openView(world, user, view)
      else changeView(world, desk.home, view)
      return { view: viewJson(world, desk.home) }
    },
  }
}

function viewParam(params: Params): unknown {
  return jsonOf(params, 'view')
}

function deskOf(world: World, trigger: string) {
  const user = world.pullTrigger(trigger)
  return { ...world.desk(user), user }
}

function checkHash(open: OpenView, params: Params): void {
  const hash = textOf(params, 'hash')
  if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict')
}
