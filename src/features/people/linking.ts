import { z } from 'zod'
import {
  type Action,
  type Command,
  type FeatureForm,
  type Outbox,
  type Reply,
  type Turn,
  whenSent,
} from '../../chat/feature.ts'
import { text } from '../../chat/fields.ts'
import type { Form } from '../../chat/form.ts'
import { type Language, literal } from '../../chat/message.ts'
import { given } from '../../chat/question.ts'
import { agreement } from './agreeing.ts'
import { digestOf, looksLikeCode, newCode } from './code.ts'
import type { Facts } from './fact-store.ts'
import type { Request } from './link-store.ts'
import { nameOf, namesOf } from './naming.ts'
import { ownerOf, say, tell } from './replies.ts'
import { revokeSpilt } from './spilling.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

/** What linking needs: the platforms say what they vouch for about an account. */
export interface Linking {
  readonly store: PeopleStore
  readonly outbox: Outbox
  profile(account: string): Promise<Facts>
}

const NAME = 'hubungkan'
const CODE = 'kode-akun'
const CONFIRM = 'hubungkan-akun'
const t = (language: Language) => texts[language].linking

const codeForm: Form<{ code: z.ZodString }> = {
  name: CODE,
  title: (l) => t(l).title,
  review: false,
  schema: z.object({ code: z.string() }),
  questions: { code: { ask: (l) => t(l).askCode, label: (l) => t(l).codeLabel, field: text(1, 60) } },
}

const confirmForm: Form<{
  request: z.ZodString
  accounts: z.ZodString
  agree: z.ZodEnum<{ ya: 'ya'; tidak: 'tidak' }>
}> = {
  name: CONFIRM,
  title: (l) => t(l).title,
  review: false,
  schema: z.object({
    request: z.string(),
    accounts: z.string(),
    agree: z.enum({ ya: 'ya', tidak: 'tidak' }),
  }),
  questions: {
    request: given(),
    accounts: given(),
    agree: {
      ask: (l, { accounts }) => t(l).confirm(literal(String(accounts))),
      label: (l) => t(l).agreeLabel,
      field: agreement((l) => t(l)),
    },
  },
}

/** `/hubungkan`: a code made in one account and typed in another makes both one person's. */
export function createLinking({ store, outbox, profile }: Linking): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  async function begin(turn: Turn): Promise<Reply> {
    const own = t(turn.person.language)
    const code = newCode()
    await store.issue(ownerOf(turn), digestOf(code) ?? '', turn.now)
    return say(own.how(code), [{ label: own.haveCode, value: 'hubungkan:kode' }])
  }

  async function redeem(turn: Turn, typed: string): Promise<Reply> {
    const own = t(turn.person.language)
    const again = [{ label: own.haveCode, value: 'hubungkan:kode' }]
    const digest = digestOf(typed)
    if (digest === undefined) return say(own.noCode, again)
    const result = await store.redeem(turn.person.account, digest, turn.message.id, turn.now)
    if (result === 'wrong') return say(own.wrong, again)
    if (typeof result === 'string') return say(own[result])
    return ask(turn, result.request)
  }

  /** Names the accounts that would become one person's, and asks. */
  async function ask(turn: Turn, request: string, first?: string): Promise<Reply> {
    const pending = await store.request(request, ownerOf(turn), turn.now)
    if (pending === undefined) return say(t(turn.person.language).gone)
    const answers = { request, accounts: both(pending, turn.person.language) }
    return { say: first ? [{ text: first }] : [], open: { form: CONFIRM, answers } }
  }

  const confirmed = whenSent(confirmForm, async (turn, { request, accounts, agree }) => {
    const { person, message, now } = turn
    const own = t(person.language)
    if (agree === 'tidak') {
      await store.decline(request, person.account)
      return say(own.declined)
    }
    const owner = ownerOf(turn)
    const pending = await store.request(request, owner, now)
    if (pending === undefined) return say(own.gone)
    const { issuer, theirs, mine } = pending
    const together = mine.some(({ id }) => id === issuer) // this message was answered before, and nobody could note it
    if (!together && both(pending, person.language) !== accounts) return ask(turn, request, own.changed)
    const facts = { [issuer]: await profile(issuer), [owner.id]: await profile(owner.id) }
    const seen = [...theirs, ...mine].map(({ id }) => id)
    const linked = await store.link({ request, owner, seen, facts, message: message.id, now })
    if (linked === 'changed') return ask(turn, request, own.changed)
    if (typeof linked === 'string') return say(own[linked])
    const other = linked.find(({ id }) => id === issuer) ?? owner
    const pair = namesOf([other, owner]).map(literal)
    await tell(
      outbox,
      linked.filter(({ id }) => id !== owner.id),
      ({ id }) => own.linked(id === issuer ? pair.slice(1) : pair),
      `linked:${request}`,
    )
    return say(own.done(literal(nameOf(other))))
  })

  return {
    command: {
      name: NAME,
      audience: 'citizen',
      personal: true,
      plain: looksLikeCode,
      summary: (l) => t(l).summary,
      run: (turn, rest) => (rest === '' ? begin(turn) : redeem(turn, rest)),
      overheard: (turn, rest) => revokeSpilt(rest, turn, store.revoke),
    },
    action: {
      name: NAME,
      audience: 'citizen',
      personal: true,
      run: async (turn, rest) =>
        rest === 'kode' ? { say: [], open: { form: CODE, answers: {} } } : begin(turn),
    },
    forms: [whenSent(codeForm, (turn, { code }) => redeem(turn, withoutName(code))), confirmed],
  }
}

/** A code that was typed as the other account shows it, with the command before it. */
function withoutName(typed: string): string {
  return typed.replace(new RegExp(`^\\W*${NAME}\\s+`, 'i'), '')
}

/** Which accounts would become one person's: those of whoever made the code, and one's own. */
function both({ theirs, mine }: Request, language: Language): string {
  const names = namesOf([...theirs, ...mine])
  return t(language).both(names.slice(0, theirs.length), names.slice(theirs.length))
}
