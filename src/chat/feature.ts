import type { z } from 'zod'
import type { Answers, Form } from './form.ts'
import type { Choice, ConversationId, Incoming, Language, Outgoing } from './message.ts'

/** What a person may do, each including the one before it. */
export const ROLES = ['citizen', 'employee', 'supervisor', 'hr', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Whoever wrote, as far as the bot knows them. */
export interface Person {
  /** The account they write from now. */
  readonly account: string
  /** All accounts of theirs, where they have linked several. */
  readonly accounts?: readonly string[]
  readonly name: string
  readonly role: Role
  readonly language: Language
  /** Their own entry in the directory of employees, by its id; left out where they have none. */
  readonly employee?: string
}

/** The accounts of a person: those they have linked, or the one they write from. */
export function accountsOf({ account, accounts }: Person): readonly string[] {
  return accounts ?? [account]
}

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One message and all a feature may know when it answers it. */
export interface Turn {
  readonly conversation: ConversationId
  readonly person: Person
  readonly message: Incoming
  readonly now: Date
  readonly timeZone: string
  /** What this feature remembered of the conversation when it last answered. */
  readonly memory: Json
  /** Shows an answer while it grows; best effort, the answer itself is what is returned. */
  preview(text: string): void
}

/** A feature's answer: what to say, a form to open, what to remember (left out: as it was). */
export interface Reply {
  readonly say: readonly Outgoing[]
  readonly open?: OpenForm
  readonly memory?: Json
}

/** A form to be filled, with the answers that are known already. */
export interface OpenForm {
  readonly form: string
  readonly answers: Answers
  /** When it last asked something, in ISO 8601. */
  readonly at?: string
}

/** A command people type ("/bantuan"); `audience` is the least role that may use it. */
export interface Command {
  readonly name: string
  readonly audience: Role
  /** True when it is about the person alone and must not be answered where others read along. */
  readonly personal?: true
  /** True when a link may open it with a rest (t.me/BOT?start=NAME_REST, see links.ts); then it must only ask or show. */
  readonly byLink?: true
  /** True of words that, behind its name, are meant for it also without a slash; where left out none are. */
  plain?(rest: string): boolean
  /** True where that it was used, and what was said then, is to leave no trace. */
  readonly traceless?: true
  /** One line for menus and help; none keeps it out of both. */
  summary?(language: Language): string
  run(turn: Turn, rest: string): Promise<Reply>
  /** Of a personal one: what is done where others read along, because what was typed there is a secret no longer. */
  overheard?(turn: Turn, rest: string): Promise<Reply | undefined>
}

/** What a button does: its value is the action's name, a colon, and the rest. */
export interface Action {
  readonly name: string
  readonly audience: Role
  readonly personal?: true
  /** As of a command. */
  readonly traceless?: true
  run(turn: Turn, rest: string): Promise<Reply>
}

/** A form together with what happens once it is sent. May run twice for one message: writes carry its id. */
export interface FeatureForm {
  readonly form: Form
  /** The least role that may send it (citizen when left out): roles may change while a form is open. */
  readonly audience?: Role
  /** True where nothing said while it is open is to leave a trace. */
  readonly traceless?: true
  submit(turn: Turn, answers: Answers): Promise<Reply>
}

/** A part of a person's own page: a heading, some words, and buttons that do what they do in the chat. */
export interface Section {
  readonly title: string
  readonly text: string
  readonly choices?: readonly Choice[]
}

/** Something kept about a person: a heading, a sentence for what and how long, and the rows as they are. */
export interface KeptAbout {
  readonly title: string
  readonly why: string
  readonly rows: readonly Readonly<Record<string, Json>>[]
}

/** What a feature keeps about people (UU 27/2022: the right to see, to take along, and to have erased). */
export interface OwnData {
  collect(person: Person): Promise<readonly KeptAbout[]>
  /** Erases what may be erased, at once; resolves to what stays, each as a sentence with the law that asks for it. */
  erase(person: Person): Promise<readonly string[]>
}

/** A part of the bot that can be added or removed alone. */
export interface Feature {
  readonly name: string
  readonly commands?: readonly Command[]
  readonly actions?: readonly Action[]
  readonly forms?: readonly FeatureForm[]
  /** Buttons that show a newcomer what can be asked or done here. */
  suggestions?(language: Language): readonly Choice[]
  /** What it shows on a person's own page. */
  home?(person: Person, now: Date): Promise<readonly Section[]>
  /**
   * Answers plain words that are for this feature and no other, though they carry no command ("siapa atasan saya?");
   * undefined for all others, of which `otherwise` decides. Cheap: every question passes here.
   */
  hears?(turn: Turn): Promise<Reply | undefined>
  /** What it keeps about people, for them to see and to have erased. */
  readonly ownData?: OwnData
  readonly pages?: readonly Page[]
  /**
   * Answers what is no command, no button and no answer to a form; exactly one feature has it. It may say nothing to
   * what was said aside, and to nothing else.
   */
  otherwise?(turn: Turn): Promise<Reply>
}

/** Says something to somebody outside a turn. The key makes it once-only: the same key again says nothing. */
export interface Outbox {
  say(to: ConversationId, message: Outgoing, key: string): Promise<void>
  /**
   * Puts other words in the place of what was said under a key, on platforms that can; the transcript has the new ones.
   * Nothing happens where nothing was said under it.
   */
  revise(key: string, message: Outgoing): Promise<void>
}

/** One of many messages to people who did not ask just now. */
export interface Letter {
  readonly to: ConversationId
  /** Whom it is for: the id of their entry in the directory. */
  readonly recipient: string
  readonly message: Outgoing
}

/** How the letters of a batch may travel; what the first posting of a batch says holds for all of it. */
export interface Posting {
  /** True where they also go out at night. */
  readonly atNight?: boolean
  /** They are not delivered any more from then on. */
  readonly until?: Date
}

/** How a letter ended, or that it has not yet. */
export const DELIVERY_STATES = [
  'waiting',
  'delivered',
  'unreachable',
  'failed',
  'expired',
  'withdrawn',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** How it went with one recipient of a batch; `reason` is the platform's own word. */
export interface Delivery {
  readonly recipient: string
  /** Where it went, or was tried last. */
  readonly conversation: ConversationId
  readonly state: DeliveryState
  readonly reason: string | null
}

/** How many recipients of a batch are where; the last delivery so far, and how many there were in the minute before it. */
export interface Progress extends Readonly<Record<DeliveryState, number>> {
  readonly held: boolean
  readonly lastAt: Date | null
  readonly perMinute: number
}

/**
 * Letters to many, each once, at the pace of the platforms and behind whatever answers somebody. Whoever cannot be
 * reached on one platform is tried on the others they have linked.
 */
export interface Post {
  /** Takes letters into a batch; for a recipient who is in it already nothing is added. */
  post(batch: string, letters: readonly Letter[], posting?: Posting): Promise<void>
  /** Pauses a batch, or lets it go on. */
  hold(batch: string, held: boolean): Promise<void>
  /** What has not gone out by now does not go out at all; resolves to how many letters that were. */
  withdraw(batch: string): Promise<number>
  progress(batch: string): Promise<Progress>
  /** True where a recipient has a letter in a batch, wherever that is by now. */
  includes(batch: string, recipient: string): Promise<boolean>
  /** How it went with each recipient, or with those of some states, in the order of their ids. */
  deliveries(batch: string, states?: readonly DeliveryState[]): Promise<readonly Delivery[]>
}

/** What one platform makes of a message: the pieces it is sent as. */
export interface Shown {
  readonly channel: string
  readonly pieces: readonly Outgoing[]
}

/** Something the web server shows by itself: `path` as Hono writes it ("/kalender/:file"), only for GET. */
export interface Page {
  readonly path: string
  respond(request: Request): Promise<Response>
}

/** Binds a form to what happens with its answers, typed by its schema. */
export function whenSent<S extends z.ZodRawShape>(
  form: Form<S>,
  submit: (turn: Turn, answers: z.output<z.ZodObject<S>>) => Promise<Reply>,
  audience: Role = 'citizen',
): FeatureForm {
  return {
    audience,
    form: form as unknown as Form, // the kernel only ever hands back answers this form's own schema accepted
    submit: (turn, answers) => submit(turn, answers as z.output<z.ZodObject<S>>),
  }
}
