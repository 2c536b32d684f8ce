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
import { type Language, literal } from '../../chat/message.ts'
import type { Account } from './accounts-store.ts'
import { maskedFact, namesOf, phoneOf } from './naming.ts'
import { ownerOf, say } from './replies.ts'
import type { PeopleStore } from './store.ts'
import { texts } from './texts.ts'

const PHONE = 'nomor-saya'
const t = (language: Language) => texts[language].accounts

const phoneForm: Form<{ phone: z.ZodString }> = {
  name: PHONE,
  review: false,
  schema: z.object({ phone: z.string() }),
  questions: { phone: { ask: (l) => t(l).askPhone, label: (l) => t(l).phoneLabel, field: ownPhone() } },
}

/** What the list of one's accounts needs. */
export interface OwnAccounts {
  readonly store: PeopleStore
  /** Whether the platform of an account has a button that shares its own phone number. */
  sharesContact(account: string): boolean
}

/** `/akun`: which accounts are one's own, and what their platforms vouch for. */
export function createOwnAccounts({ store, sharesContact }: OwnAccounts): {
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
    const choices = [
      { label: own.linkAnother, value: 'hubungkan' },
      ...(accounts.length > 1 ? [{ label: own.unlinkOne, value: 'lepaskan' }] : []),
      ...(sharesContact(account) ? [{ label: own.sharePhone, value: 'bagikan_nomor' }] : []),
    ]
    return say([text, lines.join('\n')].join('\n\n'), choices)
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
