import {
  type Action,
  type Command,
  type FeatureForm,
  type Outbox,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import type { Language } from '../../../chat/message.ts'
import type { Directory } from '../../../directory.ts'
import { digestOf, looksLikeCode } from '../code.ts'
import { described, shown } from '../described.ts'
import type { Facts } from '../fact-store.ts'
import { phoneOf } from '../naming.ts'
import { readNip, wrongNip } from '../nip.ts'
import { ownerOf, say, tell } from '../replies.ts'
import { revokeSpilt } from '../spilling.ts'
import type { PeopleStore } from '../store.ts'
import { askingOf } from './asking.ts'
import {
  CODE,
  CONFIRM,
  codeForm,
  confirmForm,
  NIP,
  NIP_AND_PHONE,
  nipAndPhoneForm,
  nipForm,
} from './forms.ts'
import type { Recognized } from './proof-store.ts'
import type { createEntryStore } from './store.ts'
import { texts } from './texts.ts'

/** What registering needs: the platforms say what they vouch for about an account. */
export interface Registering {
  readonly store: PeopleStore
  readonly entries: ReturnType<typeof createEntryStore>
  readonly directory: Directory
  readonly outbox: Outbox
  profile(account: string): Promise<Facts>
  /** Whether the platform of an account has a button that shares its own phone number. */
  sharesContact(account: string): boolean
}

const NAME = 'daftar'
const t = (language: Language) => texts[language]

/** `/daftar`: a NIP and what a platform vouches for, or a code from an officer, make an entry somebody's own. */
export function createRegistering({
  store,
  entries,
  directory,
  outbox,
  profile,
  sharesContact,
}: Registering): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
} {
  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const { language, employee } = turn.person
    const own = employee === undefined ? undefined : await directory.employee(employee)
    if (own !== undefined) return say(t(language).already(shown(own)), [profileButton(language)])
    if (rest === '') return ask(turn)
    const nip = readNip(rest)
    if (nip !== undefined) return ask(turn, nip)
    if (digestOf(rest) !== undefined) return redeem(turn, rest)
    return { ...(await ask(turn)), say: [{ text: wrongNip(rest, language) }] }
  }

  /** Asks for what is needed where this is said; a NIP alone is enough where nothing else can be had. */
  async function ask(turn: Turn, nip?: string): Promise<Reply> {
    const { account } = turn.person
    const answers = nip === undefined ? {} : { nip }
    if (sharesContact(account) && !(await entries.hasFreshPhone(account, turn.now)))
      return { say: [], open: { form: NIP_AND_PHONE, answers } }
    return nip === undefined ? { say: [], open: { form: NIP, answers } } : check(turn, nip)
  }

  async function check(turn: Turn, nip: string, phone: string | null = null): Promise<Reply> {
    const { person, now } = turn
    const own = t(person.language)
    const known = await store.accounts(person.account)
    for (const account of known.length > 0 ? known : [ownerOf(turn)]) {
      const { email } = await profile(account.id)
      if (email !== undefined) await store.verify(account, { email }, now)
    }
    if (phone !== null) await store.verify(ownerOf(turn), { phone: phoneOf(phone) }, now)
    const found = await entries.recognize(nip, askingOf(turn))
    if (found === 'too often') return say(own.tooOften)
    if (found === 'wrong') return say(own.unmatched[await wayOf(turn)], waysLeft(person.language))
    if (found.byCodeOnly) return say(own.byCodeOnly, [codeButton(person.language)])
    return found.taken ? say(own.taken) : confirm(turn, found)
  }

  /** How somebody could still prove who they are by a phone. */
  async function wayOf({ person: { account }, now }: Turn): Promise<'elsewhere' | 'here' | 'known'> {
    if (!sharesContact(account)) return 'elsewhere'
    return (await entries.hasFreshPhone(account, now)) ? 'known' : 'here'
  }

  async function redeem(turn: Turn, typed: string): Promise<Reply> {
    const { language } = turn.person
    const digest = digestOf(typed)
    if (digest === undefined) return say(t(language).noCode, waysLeft(language))
    const found = await entries.redeem(digest, askingOf(turn))
    if (found === 'too often') return say(t(language).tooOften)
    if (found === 'wrong') return say(t(language).wrongCode, waysLeft(language))
    return confirm(turn, found)
  }

  async function confirm({ person }: Turn, { entry, taken }: Recognized): Promise<Reply> {
    const employee = await directory.employee(entry)
    if (employee === undefined) return say(t(person.language).gone)
    const answers = { entry, who: described(employee) }
    return { say: taken ? [{ text: t(person.language).moves }] : [], open: { form: CONFIRM, answers } }
  }

  const confirmed = whenSent(confirmForm, async (turn, { entry, agree }) => {
    const { person, message } = turn
    const own = t(person.language)
    if (agree === 'tidak') {
      await entries.decline(entry, person.account)
      return say(own.declined)
    }
    const entered = await entries.enter(entry, askingOf(turn))
    const employee = typeof entered === 'string' ? undefined : await directory.employee(entry)
    if (typeof entered === 'string') return say(own[entered])
    await tell(outbox, entered.lost, () => own.lost, `entry-lost:${message.id}`)
    if (employee === undefined) return say(own.gone)
    return say(own.done(shown(employee), employee.reports), [profileButton(person.language)])
  })

  return {
    command: {
      name: NAME,
      audience: 'citizen',
      personal: true,
      plain: (rest) => looksLikeCode(rest) || readNip(rest) !== undefined,
      summary: (l) => t(l).summary,
      run: begin,
      overheard: (turn, rest) => revokeSpilt(rest, turn, entries.revoke),
    },
    action: {
      name: NAME,
      audience: 'citizen',
      personal: true,
      run: async (turn, rest) =>
        rest === 'kode' ? { say: [], open: { form: CODE, answers: {} } } : begin(turn, ''),
    },
    forms: [
      whenSent(nipForm, (turn, { nip }) => check(turn, nip)),
      whenSent(nipAndPhoneForm, (turn, { nip, phone }) => check(turn, nip, phone)),
      whenSent(codeForm, (turn, { code }) => redeem(turn, code.replace(/^\W*daftar\s+/i, ''))),
      confirmed,
    ],
  }
}

function waysLeft(language: Language) {
  return [{ label: t(language).tryAgain, value: NAME }, codeButton(language)]
}

function codeButton(language: Language) {
  return { label: t(language).haveCode, value: `${NAME}:kode` }
}

function profileButton(language: Language) {
  return { label: t(language).profile, value: 'profil' }
}
