import { z } from 'zod'
import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../chat/feature.ts'
import { ownPhone } from '../../chat/fields.ts'
import type { Form } from '../../chat/form.ts'
import { type Choice, channelOf, type Language, literal } from '../../chat/message.ts'
import type { Account } from './accounts-store.ts'
import { maskedFact, namesOf, phoneOf } from './naming.ts'
import { ownerOf, say } from './replies.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

const PHONE = 'nomor-saya'
/** Where people have a button for their own number, so that the platform vouches for it. */
const WITH_CONTACT_BUTTON: ReadonlySet<string> = new Set(['telegram'])
const t = (language: Language) => texts[language].accounts

const phoneForm: Form<{ phone: z.ZodString }> = {
  name: PHONE,
  review: false,
  schema: z.object({ phone: z.string() }),
  questions: { phone: { ask: (l) => t(l).askPhone, label: (l) => t(l).phoneLabel, field: ownPhone() } },
}

/** `/akun`: which accounts are one's own, and what their platforms vouch for. */
export function createOwnAccounts(store: PeopleStore): {
  readonly command: Command
  readonly action: Action
  readonly form: FeatureForm
} {
  async function show(turn: Turn): Promise<Reply> {
    const { account, language } = turn.person
    const own = t(language)
    const known = await store.accounts(account)
    const accounts = known.length > 0 ? known : [{ ...ownerOf(turn), person: null, facts: {} }]
    const names = namesOf(accounts)
    const lines = accounts.map(({ id, facts }, i) =>
      own.line(literal(names[i] ?? ''), id === account, verified(facts)),
    )
    const text = accounts.length > 1 ? own.several : own.alone
    return say([text, lines.join('\n')].join('\n\n'), choices(account, accounts, language))
  }

  const shared = whenSent(phoneForm, async (turn, { phone }) => {
    const number = phoneOf(phone)
    await store.verify(ownerOf(turn), { phone: number }, turn.now)
    return say(t(turn.person.language).phoneKept(literal(maskedFact(number))))
  })

  return {
    command: {
      name: 'akun',
      audience: 'citizen',
      personal: true,
      summary: (l) => t(l).summary,
      run: show,
    },
    action: {
      name: 'bagikan_nomor',
      audience: 'citizen',
      personal: true,
      run: async () => ({ say: [], open: { form: PHONE, answers: {} } }),
    },
    form: shared,
  }
}

function verified({ email, phone }: Account['facts']): readonly string[] {
  return [email, phone].flatMap((value) => (value === undefined ? [] : [literal(maskedFact(value))]))
}

function choices(account: string, accounts: readonly Account[], language: Language): readonly Choice[] {
  const own = t(language)
  return [
    { label: own.linkAnother, value: 'hubungkan' },
    ...(accounts.length > 1 ? [{ label: own.unlinkOne, value: 'lepaskan' }] : []),
    ...(WITH_CONTACT_BUTTON.has(channelOf(account))
      ? [{ label: own.sharePhone, value: 'bagikan_nomor' }]
      : []),
  ]
}
