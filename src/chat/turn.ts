import { Refusal } from '../errors.ts'
import { fold } from '../indonesian/words.ts'
import {
  type Command,
  type Feature,
  type FeatureForm,
  type Json,
  type OpenForm,
  type Person,
  type Reply,
  ROLES,
  type Role,
  type Turn,
} from './feature.ts'
import type { Reading } from './fields.ts'
import { isFormChoice, stepForm } from './form.ts'
import { linked } from './links.ts'
import { isTooLong, meaningOf } from './meaning.ts'
import {
  type Choice,
  type Content,
  type FilledContent,
  type Incoming,
  literal,
  type Outgoing,
} from './message.ts'
import { readSheet, sheetOf } from './sheet.ts'
import { texts } from './texts.ts'

/** What a conversation is in the middle of: open forms by account (the last is asked), buttons last offered. */
export interface ConversationState {
  readonly forms: Readonly<Record<string, readonly OpenForm[]>>
  readonly offered: readonly Choice[]
  readonly memory: Memory
  /** In a shared conversation: what each account has asked about there, and when (ISO 8601). */
  readonly speakers?: Readonly<Record<string, { readonly memory: Memory; readonly at: string }>>
}

/** What the features remember, by feature. */
export type Memory = Readonly<Record<string, Json>>

/** A conversation in which nothing has been said. */
export const FRESH: ConversationState = { forms: {}, offered: [], memory: {} }

/** What a turn needs besides the message: the features, who is writing, the clock, and where to show a preview. */
export interface TurnContext {
  readonly features: readonly Feature[]
  readonly person: Person
  readonly now: Date
  readonly timeZone: string
  preview(text: string): void
}

/** The answer to a message and the state after it. */
export interface Answered {
  readonly replies: readonly Outgoing[]
  readonly state: ConversationState
  /** True where nothing of this turn is to be kept. */
  readonly traceless?: boolean
  /** True where the state is not for everybody who can read the database, nor what is said next. */
  readonly sealed?: boolean
}

/**
 * One message in, replies and new state out: a button or command goes to the feature that owns it, an open
 * form takes what it asked for, everything else is a question. Whatever happened, a form that is still open
 * has the last word. What was said aside is answered or left, and nothing else comes of it. Throws only what a
 * feature throws by mistake.
 */
export async function takeTurn(
  context: TurnContext,
  message: Incoming,
  state: ConversationState,
): Promise<Answered> {
  const dialogue = new Dialogue(context, message, state)
  if (message.aside) return overheard(dialogue, state)
  try {
    await dialogue.answer()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    dialogue.say({ text: error.message })
  }
  dialogue.resume()
  return dialogue.result()
}

/** Where nothing is to be said, not even that it cannot be said, all stays as it was. */
async function overheard(dialogue: Dialogue, state: ConversationState): Promise<Answered> {
  try {
    await dialogue.overhear()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  const answered = dialogue.result()
  return answered.replies.length > 0 ? answered : { replies: [], state }
}

const DEEPEST_STACK = 3
/** A form left for longer gets its question asked again, after what was written has been answered for itself. */
const FORGOTTEN_AFTER_MS = 12 * 60 * 60 * 1000

class Dialogue {
  private readonly context: TurnContext
  private readonly message: Incoming
  private readonly before: ConversationState
  private readonly content: Content
  private asked = false
  private traceless: boolean
  private readonly replies: Outgoing[] = []
  private forms: readonly OpenForm[]
  private memory: Readonly<Record<string, Json>>

  constructor(context: TurnContext, message: Incoming, before: ConversationState) {
    this.context = context
    this.message = message
    this.before = before
    this.memory = before.memory
    const known = (open: OpenForm): boolean => this.bound(open) !== undefined
    this.forms = (before.forms[message.sender.account] ?? []).filter(known)
    this.traceless = this.isSealed()
    const asked = this.forms.length > 0 || message.shared === true
    this.content = message.aside
      ? message.content
      : meaningOf(
          message.content,
          asked ? [] : before.offered,
          this.commandsAside(),
          asked ? [] : this.commandsAside().filter(({ audience }) => mayUse(context.person.role, audience)),
        )
  }

  /** Words that nobody said to the bot: they may be a question, and are never a command or an answer to a form. */
  async overhear(): Promise<void> {
    if (this.content.kind !== 'text' || isTooLong(this.content)) return
    const [feature, reply] = (await this.otherwise()) ?? []
    if (feature === undefined || reply === undefined) return
    this.take(feature, this.message.edited ? { ...reply, say: this.again(reply.say) } : reply)
  }

  async answer(): Promise<void> {
    const content = this.content
    const t = this.texts
    if (isTooLong(content)) return this.say({ text: t.tooLongToRead })
    if (content.kind === 'command') return this.command(content.name, content.rest)
    if (content.kind === 'choice' && !isFormChoice(content.value)) return this.action(content.value)
    if (content.kind === 'filled') return this.fillSheet(content)
    if (this.forms.length > 0 && !(content.kind === 'text' && this.isForgotten()))
      return this.message.edited ? this.say({ text: t.editWhileAsked }) : this.fill(content)
    if (content.kind === 'choice')
      return this.say({
        text: this.isOfAnother(/^[^:?!]+/.exec(content.value)?.[0]) ? t.formOfAnother : t.buttonIsOld,
      })
    if (content.kind === 'text' && t.cancelWords.includes(fold(content.text))) return this.cancel()
    if (content.kind === 'unsupported') return this.say({ text: t.unsupported })
    const [feature, reply] = (await this.heard()) ?? (await this.otherwise()) ?? []
    if (feature === undefined || reply === undefined) return this.say({ text: t.unsupported })
    return this.take(feature, this.message.edited ? { ...reply, say: this.again(reply.say) } : reply)
  }

  /** The first feature that takes plain words for its own, and what it says to them. */
  private async heard(): Promise<readonly [Feature, Reply] | undefined> {
    for (const feature of this.context.features) {
      const reply = await feature.hears?.(this.turn(feature))
      if (reply !== undefined) return [feature, reply]
    }
    return undefined
  }

  private async otherwise(): Promise<readonly [Feature, Reply] | undefined> {
    const feature = this.context.features.find((f) => f.otherwise)
    return feature?.otherwise && [feature, await feature.otherwise(this.turn(feature))]
  }

  /** Says first that it answers what was changed: the answer to the words before stands above. */
  private again([first, ...rest]: readonly Outgoing[]): readonly Outgoing[] {
    if (first === undefined) return []
    return [{ ...first, text: `${this.texts.answeredAgain}\n\n${first.text}` }, ...rest]
  }

  say(...messages: readonly Outgoing[]): void {
    this.replies.push(...messages)
  }

  /** Asks again what an open form is waiting for, unless that was just asked. */
  resume(): void {
    const open = this.forms.at(-1)
    const owner = open && this.bound(open)
    if (this.asked || open === undefined || owner === undefined) return
    const step = stepForm(owner.bound.form, open.answers, this.reading)
    if (step.kind !== 'ask') return
    this.forms = this.forms.slice(0, -1)
    const text = `${this.texts.resumed}\n\n${step.reply.text}`
    this.ask({ ...open, answers: step.answers }, { ...step.reply, text })
  }

  result(): Answered {
    const { [this.message.sender.account]: _, ...others } = this.before.forms
    const forms = this.forms.length > 0 ? { ...others, [this.message.sender.account]: this.forms } : others
    const offered = this.replies.at(-1)?.choices ?? []
    // what is offered now may be taken up in words
    const sealed = this.isSealed() || (this.traceless && offered.length > 0)
    return {
      replies: this.replies,
      state: { forms, offered, memory: this.memory },
      ...((sealed || this.traceless) && { traceless: true, sealed }),
    }
  }

  /** The commands of all features but the one that is asking something: plain words may be its answer. */
  private commandsAside(): readonly Command[] {
    const open = this.forms.at(-1)
    const asking = open && this.bound(open)?.feature
    return this.context.features.flatMap((feature) => (feature === asking ? [] : (feature.commands ?? [])))
  }

  private async command(name: string, rest: string): Promise<void> {
    if (name === 'batal') return this.cancel()
    const link = name === 'start' ? linked(this.context.features, rest) : undefined
    if (link !== undefined) return this.command(link.name, link.rest)
    const features = this.context.features
    const long = `${name} ${rest.toLowerCase()}`.trim().replaceAll(/\s+/g, '_') // "/pertanyaan saya"
    const isLong = features.some(({ commands = [] }) => commands.some((c) => c.name === long))
    for (const feature of features) {
      const command = feature.commands?.find((c) => c.name === (isLong ? long : name))
      if (command === undefined) continue
      const spilt = this.message.shared && (await command.overheard?.(this.turn(feature), rest))
      if (spilt) return this.take(feature, spilt)
      if (command.traceless) this.traceless = true
      if (!this.allowed(command)) return
      return this.take(feature, await command.run(this.turn(feature), isLong ? '' : rest))
    }
    this.say({ text: this.texts.unknownCommand(literal(name.slice(0, 32))) })
  }

  private allowed(command: Pick<Command, 'audience' | 'personal'>): boolean {
    const refusal = !mayUse(this.context.person.role, command.audience)
      ? this.texts.notForYou(command.audience === 'citizen' ? '' : this.texts.audiences[command.audience])
      : command.personal && this.message.shared
        ? this.texts.onlyInPrivate
        : undefined
    if (refusal !== undefined) this.say({ text: refusal })
    return refusal === undefined
  }

  private async action(value: string): Promise<void> {
    const [name = '', ...rest] = value.split(':')
    for (const feature of this.context.features) {
      const action = feature.actions?.find((a) => a.name === name)
      if (action === undefined) continue
      if (action.traceless) this.traceless = true
      if (!this.allowed(action)) return
      return this.take(feature, await action.run(this.turn(feature), rest.join(':')))
    }
    this.say({ text: this.texts.buttonIsOld })
  }

  private async fill(content: Content): Promise<void> {
    const open = this.forms.at(-1)
    const owner = open && this.bound(open)
    if (open === undefined || owner === undefined) return
    const step = stepForm(owner.bound.form, open.answers, this.reading, content)
    if (step.kind === 'cancelled') return this.cancel()
    this.forms = this.forms.slice(0, -1)
    if (step.kind === 'ask') return this.ask({ ...open, answers: step.answers }, step.reply, step.told)
    if (!this.allowed({ audience: owner.bound.audience ?? 'citizen' })) return
    return this.take(owner.feature, await owner.bound.submit(this.turn(owner.feature), step.answers))
  }

  /** A whole page at once; where an answer no longer fits, the chat goes on from those that do. */
  private async fillSheet({ form, answers }: FilledContent): Promise<void> {
    const open = this.forms.find((one) => one.form === form)
    const owner = open && this.bound(open)
    if (open === undefined || owner === undefined)
      return this.say({ text: this.isOfAnother(form) ? this.texts.formOfAnother : this.texts.formIsClosed })
    const filled = readSheet(owner.bound.form, answers, this.reading, open.answers)
    this.forms = this.forms.filter((one) => one !== open)
    if (filled.kind === 'wrong') {
      const step = stepForm(owner.bound.form, filled.answers, this.reading)
      if (step.kind !== 'ask') return
      const [hint = ''] = Object.values(filled.hints)
      const reply = { ...step.reply, text: `${hint}\n\n${step.reply.text}` }
      this.ask({ ...open, answers: step.answers }, reply)
      return
    }
    if (!this.allowed({ audience: owner.bound.audience ?? 'citizen' })) return
    return this.take(owner.feature, await owner.bound.submit(this.turn(owner.feature), filled.answers))
  }

  private ask(open: OpenForm, reply: Outgoing, told = false): void {
    this.forms = [...this.forms, { ...open, at: this.context.now.toISOString() }].slice(-DEEPEST_STACK)
    this.asked = true
    if (!told) this.say(this.isSheet(open) ? { ...reply, form: open.form } : reply)
  }

  /** True when somebody else here has a form of that name open. */
  private isOfAnother(form: string | undefined): boolean {
    const { [this.message.sender.account]: _, ...others } = this.before.forms
    return Object.values(others).some((forms) => forms.some((open) => open.form === form))
  }

  /** True when a form has waited so long that what is written now is hardly meant as its answer. */
  private isForgotten(): boolean {
    const { at } = this.forms.at(-1) ?? {}
    return at !== undefined && this.context.now.getTime() - Date.parse(at) > FORGOTTEN_AFTER_MS
  }

  private cancel(): void {
    this.say({ text: this.forms.length > 0 ? this.texts.cancelled : this.texts.nothingToCancel })
    this.forms = this.forms.slice(0, -1)
  }

  private take(feature: Feature, reply: Reply): void {
    this.say(...reply.say)
    if (reply.memory !== undefined) this.memory = { ...this.memory, [feature.name]: reply.memory }
    if (reply.open === undefined) return
    const owner = this.bound(reply.open)
    if (owner === undefined)
      throw new Error(`feature ${feature.name} opens the unknown form ${reply.open.form}`)
    const step = stepForm(owner.bound.form, reply.open.answers, this.reading)
    if (step.kind !== 'ask') throw new Error(`form ${reply.open.form} has nothing to ask`)
    this.forms = this.forms.filter((open) => open.form !== reply.open?.form)
    this.ask({ form: reply.open.form, answers: step.answers }, step.reply)
  }

  /** Whether a form is open of which nothing is to leave a trace. */
  private isSealed(): boolean {
    return this.forms.some((open) => this.bound(open)?.bound.traceless === true)
  }

  private bound(open: OpenForm): { feature: Feature; bound: FeatureForm } | undefined {
    for (const feature of this.context.features) {
      const bound = feature.forms?.find((f) => f.form.name === open.form)
      if (bound) return { feature, bound }
    }
    return undefined
  }

  private isSheet(open: OpenForm): boolean {
    const owner = this.bound(open)
    return (
      owner !== undefined &&
      sheetOf(owner.bound.form, open.answers, this.context.person.language) !== undefined
    )
  }

  private turn(feature: Feature): Turn {
    const { person, now, timeZone } = this.context
    const memory = this.memory[feature.name] ?? null
    const { conversation } = this.message
    const message = { ...this.message, content: this.content }
    return {
      conversation,
      person,
      message,
      now,
      timeZone,
      memory,
      preview: (text) => {
        if (!this.message.aside) this.context.preview(text)
      },
    }
  }

  private get reading(): Reading {
    const { now, timeZone, person } = this.context
    return { now, timeZone, language: person.language }
  }

  private get texts() {
    return texts[this.context.person.language]
  }
}

/** Whether a message is meant for a command or a button that is to leave no trace, as far as it says so itself. */
export function isTraceless({ content }: Pick<Incoming, 'content'>, features: readonly Feature[]): boolean {
  const commands = features.flatMap((feature) => feature.commands ?? [])
  const meant = meaningOf(content, [], commands, commands)
  if (meant.kind === 'command') {
    const name = (meant.name === 'start' && linked(features, meant.rest)?.name) || meant.name
    return commands.some((command) => command.name === name && command.traceless === true)
  }
  if (meant.kind !== 'choice') return false
  const [name] = meant.value.split(':')
  return features.some(({ actions = [] }) => actions.some((one) => one.name === name && one.traceless))
}

/** True when a role includes what another may do. */
export function mayUse(role: Role, audience: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(audience)
}
