import type { Delivery, Kind } from './deliveries.ts'
import type { Happenings } from './events.ts'
import { isJson, type Json } from './params.ts'
import type { Button, Field } from './render.ts'
import { fieldsOf } from './render.ts'
import type { Place, Replies } from './replies.ts'
import { untouched } from './values.ts'
import { viewJson } from './views.ts'
import type { Message, OpenView, User, World } from './world.ts'

/** Sends something with an answer that matters. */
export type Send = (
  kind: Kind,
  body: Json,
  id: string,
  onAck: (response: unknown) => void,
  onFail: (reason: string) => void,
) => Delivery

/** Where something was pressed or chosen: under a message, or in an open view. */
export type Spot = { readonly message: Message } | { readonly view: OpenView }

/** Presses, shortcuts, submissions and commands, as docs.slack.dev/reference/interaction-payloads has them. */
export type Interactions = ReturnType<typeof createInteractions>

/** Builds the payloads and hands them to `send`. */
export function createInteractions(world: World, happen: Happenings, replies: Replies, send: Send) {
  const picks = new Map<string, Record<string, Record<string, Json>>>()
  return {
    pressed(user: User, { element, actionId, blockId, label, value }: Button, spot: Spot): Delivery {
      const text = { type: 'plain_text', text: label, emoji: true }
      const known = value === undefined ? { text } : { text, value }
      return act(user, spot, { ...known, type: element.type, action_id: actionId, block_id: blockId })
    },
    chosen(user: User, { element, actionId, blockId, type }: Field, state: Json, spot: Spot): Delivery {
      const key = 'view' in spot ? spot.view.id : spot.message.ts
      const before = picks.get(key) ?? {}
      picks.set(key, { ...before, [blockId]: { ...before[blockId], [actionId]: state } })
      const { placeholder } = element
      const action = {
        ...state,
        type,
        action_id: actionId,
        block_id: blockId,
        ...(isJson(placeholder) && { placeholder }),
      }
      return act(user, spot, action)
    },
    shortcut(user: User, message: Message, callbackId: string): Delivery {
      const place = { user: user.id, channel: message.channel }
      return toBot(user, place, {
        ...base(user, 'message_action'),
        action_ts: world.ts(),
        callback_id: callbackId,
        trigger_id: world.trigger(user.id),
        response_url: replies.url(place),
        message_ts: message.ts,
        channel: channelJson(message.channel),
        message: happen.messageJson(message),
      })
    },
    submitted(user: User, open: OpenView, values: Json): Delivery {
      const body = {
        ...base(user, 'view_submission'),
        trigger_id: world.trigger(user.id),
        view: viewJson(world, open, values),
        response_urls: [],
      }
      const sorry = () => fail(user, 'We had some trouble connecting. Try again?')
      return send('interactive', body, world.id('I'), (response) => replies.submitted(open, response), sorry)
    },
    closed(user: User, open: OpenView, cleared: boolean): Delivery {
      const body = { ...base(user, 'view_closed'), view: viewJson(world, open), is_cleared: cleared }
      return send('interactive', body, world.id('I'), nothing, nothing)
    },
    command(user: User, command: string, text: string, channel: string): Delivery {
      const place = { user: user.id, channel }
      const body = {
        token: 'verification-token',
        team_id: world.team.id,
        team_domain: world.team.domain,
        channel_id: channel,
        channel_name: world.rooms.get(channel)?.name ?? 'privategroup',
        user_id: user.id,
        user_name: user.name.toLowerCase(),
        command,
        text,
        api_app_id: world.app,
        is_enterprise_install: 'false',
        response_url: replies.url(place),
        trigger_id: world.trigger(user.id),
      }
      const answered = (response: unknown) => replies.answered(place, response)
      const sorry = (reason: string) =>
        fail(user, `${command} failed with the error "${commandError(reason)}"`)
      return send('slash_commands', body, world.id('I'), answered, sorry)
    },
    /** The state of every field of a spot: what was picked, else what it started with. */
    stateOf: state,
  }

  function act(user: User, spot: Spot, action: Json): Delivery {
    const common = {
      ...base(user, 'block_actions'),
      trigger_id: world.trigger(user.id),
      state: { values: state(spot) },
    }
    const actions = [{ ...action, action_ts: world.ts() }]
    if ('view' in spot) {
      const view = viewJson(world, spot.view, state(spot))
      const container = { type: 'view', view_id: spot.view.id }
      return toBot(user, undefined, { ...common, container, view, actions })
    }
    const { ts, channel, thread, ephemeralFor } = spot.message
    const place = { user: user.id, channel, message: ts, ...(thread !== undefined && { thread }) }
    const hidden = ephemeralFor !== undefined
    return toBot(user, place, {
      ...common,
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: hidden,
        ...(thread !== undefined && { thread_ts: thread }),
      },
      channel: channelJson(channel),
      ...(!hidden && { message: happen.messageJson(spot.message) }),
      response_url: replies.url(place),
      actions,
    })
  }

  function toBot(user: User, place: Place | undefined, body: Json): Delivery {
    const answered = (response: unknown) => place && replies.answered(place, response)
    return send('interactive', body, world.id('I'), answered, () =>
      fail(user, 'This app responded with an error'),
    )
  }

  function state(spot: Spot): Readonly<Record<string, Readonly<Record<string, Json>>>> {
    const blocks = 'view' in spot ? (spot.view.view.blocks as readonly Json[]) : spot.message.blocks // checked when it came
    const picked = picks.get('view' in spot ? spot.view.id : spot.message.ts) ?? {}
    const values: Record<string, Record<string, Json>> = {}
    for (const field of fieldsOf(blocks)) {
      const { blockId, actionId } = field
      values[blockId] = { ...values[blockId], [actionId]: picked[blockId]?.[actionId] ?? untouched(field) }
    }
    return values
  }

  function base({ id, name }: User, type: string): Json {
    return {
      type,
      team: { id: world.team.id, domain: world.team.domain },
      user: { id, username: name.toLowerCase(), name: name.toLowerCase(), team_id: world.team.id },
      api_app_id: world.app,
      token: 'verification-token',
      enterprise: null,
      is_enterprise_install: false,
    }
  }

  function channelJson(id: string): Json {
    return { id, name: world.rooms.get(id)?.name ?? 'privategroup' }
  }

  function fail({ id }: User, what: string): void {
    world.desk(id).errors.push(what)
  }
}

function nothing(): void {
  // Nobody waits for an answer to a closed view.
}

function commandError(reason: string): string {
  return reason === 'http_timeout' || reason === 'timeout' ? 'operation_timeout' : 'dispatch_failed'
}
