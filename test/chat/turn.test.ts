import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Feature, type Person, ROLES, type Role, type Turn, whenSent } from '../../src/chat/feature.ts'
import { choice, file, number, text } from '../../src/chat/fields.ts'
import type { Form } from '../../src/chat/form.ts'
import {
  type Content,
  type FileContent,
  type Incoming,
  LONGEST_INCOMING,
  type Outgoing,
} from '../../src/chat/message.ts'
import { texts } from '../../src/chat/texts.ts'
import { type ConversationState, FRESH, mayUse, takeTurn } from '../../src/chat/turn.ts'
import { Refusal } from '../../src/errors.ts'

const t = texts.id
const SERVICES = ['Cuti', 'Pensiun'].map((label) => ({ value: label.toLowerCase(), label }))

const report: Form<{ service: z.ZodString; note: z.ZodString }> = {
  name: 'lapor',
  schema: z.object({ service: z.string(), note: z.string() }),
  questions: {
    service: { ask: () => 'Layanan apa?', label: () => 'Layanan', field: choice(() => SERVICES) },
    note: { ask: () => 'Apa yang terjadi?', label: () => 'Cerita', field: text() },
  },
}
const rating: Form<{ score: z.ZodNumber }> = {
  name: 'nilai',
  review: false,
  schema: z.object({ score: z.number() }),
  questions: { score: { ask: () => 'Nilainya?', label: () => 'Nilai', field: number({ min: 1, max: 5 }) } },
}
const idea: Form<{ idea: z.ZodString }> = {
  name: 'usul',
  schema: z.object({ idea: z.string() }),
  questions: { idea: { ask: () => 'Usulnya apa?', label: () => 'Usul', field: text() } },
}
const wish: Form<{ wish: z.ZodString }> = {
  name: 'harap',
  schema: z.object({ wish: z.string() }),
  questions: { wish: { ask: () => 'Harapannya?', label: () => 'Harapan', field: text() } },
}

/** Forms, commands for every audience, buttons, and things that go wrong. */
const office: Feature = {
  name: 'office',
  commands: [
    opens('lapor', 'lapor'),
    opens('nilai', 'nilai'),
    opens('usul', 'usul'),
    opens('harap', 'harap'),
    {
      name: 'pensiun',
      audience: 'citizen',
      run: async () => ({ say: [], open: { form: 'lapor', answers: { service: 'pensiun' } } }),
    },
    ...ROLES.map((role) => ({
      name: `untuk_${role}`,
      audience: role,
      run: async () => said(`untuk ${role}`),
    })),
    { name: 'rahasia', audience: 'employee', personal: true, run: async () => said('Gaji Anda …') },
    { name: 'tolak', audience: 'citizen', run: () => Promise.reject(new Refusal('Kuotanya habis.')) },
    { name: 'rusak', audience: 'citizen', run: () => Promise.reject(new TypeError('a bug')) },
    opens('hilang', 'tidak-ada'),
    {
      name: 'tombol',
      audience: 'citizen',
      run: async () => offers('Pilih:', ['Buka', 'rinci:a:1'], ['Buang', 'rinci:b']),
    },
    {
      name: 'hitung',
      audience: 'citizen',
      run: async (turn) => ({ ...said(`ke-${count(turn)}`), memory: count(turn) }),
    },
  ],
  actions: [
    { name: 'rinci', audience: 'citizen', run: async (_, rest) => said(`rincian ${rest}`) },
    { name: 'hapus', audience: 'hr', run: async () => said('dihapus') },
  ],
  forms: [
    whenSent(report, async (turn, answers) =>
      said(`Tercatat ${answers.service} (${turn.message.content.kind})`),
    ),
    whenSent(rating, async (_, answers) => {
      if (answers.score === 1) throw new Refusal('Nilai 1 tidak diterima.')
      if (answers.score === 2) throw new TypeError('a bug')
      return answers.score === 3 ? { say: [], open: { form: 'usul', answers: {} } } : said('Terima kasih.')
    }),
    whenSent(idea, async () => said('Usul dicatat.')),
    whenSent(wish, async () => said('Harapan dicatat.')),
  ],
}

/** Answers everything else, and remembers how often. */
const questions: Feature = {
  name: 'questions',
  otherwise: async (turn) => {
    turn.preview('…')
    const { content } = turn.message
    return { ...said(`Jawab: ${content.kind === 'text' ? content.text : content.kind}`), memory: count(turn) }
  },
}

describe('a form left for days', () => {
  it('does not swallow what is asked meanwhile: that is answered, then the form asks again', async () => {
    const chat = new Chat()
    await chat.texts('/usul')
    chat.now = new Date('2026-03-14T03:00:00Z')
    const [answer, again] = await chat.texts('cuti tahunan berapa hari?')
    expect(answer).toBe('Jawab: cuti tahunan berapa hari?')
    expect(again).toContain('Usulnya apa?')
    expect((await chat.texts('Tambah loket'))[0]).toContain('Tambah loket')
    expect(await chat.texts('kirim')).toEqual(['Usul dicatat.'])
  })

  it('still takes its own buttons', async () => {
    const chat = new Chat()
    await chat.texts('/lapor')
    chat.now = new Date('2026-03-14T03:00:00Z')
    expect(await chat.press('lapor?service=cuti')).toEqual(['Apa yang terjadi?'])
  })
})

describe('a command', () => {
  it.each([
    '/tombol',
    '/TOMBOL',
    ' /tombol ',
    '/tombol@abdi_bot',
    '/Tombol@Abdi_Bot\nsisa',
    '/tombol apa saja',
  ])('is known as %j', async (typed) => {
    expect(await new Chat().texts(typed)).toEqual(['Pilih:'])
  })

  it('gets what is written after it', async () => {
    const heard: string[] = []
    const echo: Feature = {
      name: 'echo',
      commands: [
        { name: 'ulang2', audience: 'citizen', run: async (_, rest) => said(`${heard.push(rest)}`) },
      ],
    }
    const chat = new Chat([echo])
    await chat.texts('/ulang2@bot  satu  dua\ntiga ')
    await chat.texts('/ulang2')
    await chat.send({ kind: 'command', name: 'Ulang2', rest: 'empat' })
    expect(heard).toEqual(['satu  dua\ntiga', '', 'empat'])
  })

  it('that nobody knows is said to be unknown, its name never being formatting', async () => {
    expect(await new Chat().texts('/data_apa')).toEqual([t.unknownCommand('data\\_apa')])
    const [reply] = await new Chat().send({ kind: 'command', name: '*x*'.repeat(100), rest: '' })
    expect(reply?.text).toContain('/\\*x\\*')
    expect(reply?.text.length).toBeLessThan(200)
  })

  it.each(['/', '/ tombol', '/31', '/home/budi', '/tombol-x', 'ke /tombol', `/${'a'.repeat(33)}`])(
    'is not seen in %j',
    async (typed) => {
      expect(await new Chat().texts(typed)).toEqual([`Jawab: ${typed}`])
    },
  )

  it.each(ROLES.flatMap((role) => ROLES.map((audience) => [role, audience] as const)))(
    'of a %s meant for a %s is answered or kindly refused',
    async (role, audience) => {
      const may = ROLES.indexOf(role) >= ROLES.indexOf(audience)
      expect(mayUse(role, audience)).toBe(may)
      const [answer] = await new Chat().as(role).texts(`/untuk_${audience}`)
      const refusal = audience === 'citizen' ? '' : t.notForYou(t.audiences[audience])
      expect(answer).toBe(may ? `untuk ${audience}` : refusal)
    },
  )

  it('about the person alone is answered in private only', async () => {
    const chat = new Chat().as('employee')
    expect(await chat.texts('/rahasia')).toEqual(['Gaji Anda …'])
    expect(await chat.texts('/rahasia', { shared: true })).toEqual([t.onlyInPrivate])
    expect(await chat.as('citizen').texts('/rahasia', { shared: true })).toEqual([
      t.notForYou(t.audiences.employee),
    ])
  })

  it('that is refused says why and changes nothing', async () => {
    const chat = new Chat()
    expect(await chat.texts('/tolak')).toEqual(['Kuotanya habis.'])
    expect(chat.state).toEqual(FRESH)
  })

  it('that fails by mistake throws, for whoever called to log', async () => {
    await expect(new Chat().texts('/rusak')).rejects.toThrow(TypeError)
    await expect(new Chat().texts('/hilang')).rejects.toThrow('unknown form tidak-ada')
  })

  it('is known by its name alone too, where that can be nothing else', async () => {
    const chat = new Chat()
    expect(await chat.texts('Tombol')).toEqual(['Pilih:'])
    expect(await chat.texts('untuk citizen')).toEqual(['untuk citizen'])
    expect(await chat.texts('tombol apa ini')).toEqual(['Jawab: tombol apa ini'])
    expect(await chat.texts('untuk hr')).toEqual(['Jawab: untuk hr']) // it is not for this person
    await chat.texts('/usul')
    expect(await chat.texts('tombol')).not.toContain('Pilih:') // it may be the answer
  })

  it('/batal with nothing open says so, as does the bare word', async () => {
    for (const word of ['/batal', 'batal', 'Batalkan!'])
      expect(await new Chat().texts(word)).toEqual([t.nothingToCancel])
  })
})

describe('a button', () => {
  it('reaches the feature that owns it, with everything after the first colon', async () => {
    const chat = new Chat()
    expect(await chat.press('rinci:a:1')).toEqual(['rincian a:1'])
    expect(await chat.press('rinci')).toEqual(['rincian '])
  })

  it('works however often it is pressed', async () => {
    const chat = new Chat()
    await chat.texts('/tombol')
    expect(await chat.press('rinci:b')).toEqual(['rincian b'])
    expect(await chat.press('rinci:b')).toEqual(['rincian b'])
  })

  it.each([
    'hilang:1',
    '',
    ':',
    'constructor:x',
    '__proto__:x',
    'lapor!send',
    'lapor?service=cuti',
    'lapor!edit=note',
  ])('of the past (%j) says so and changes nothing', async (value) => {
    const chat = new Chat()
    expect(await chat.press(value)).toEqual([t.buttonIsOld])
    expect(chat.state).toEqual(FRESH)
  })

  it('for others is refused by role', async () => {
    expect(await new Chat().as('supervisor').press('hapus:1')).toEqual([t.notForYou(t.audiences.hr)])
    expect(await new Chat().as('admin').press('hapus:1')).toEqual(['dihapus'])
  })

  it.each(['Buang', ' buang ', 'BUANG!', '2', '2 '])('is also pressed by typing %j', async (typed) => {
    const chat = new Chat()
    await chat.texts('/tombol')
    expect(await chat.texts(typed)).toEqual(['rincian b'])
  })

  it.each(['bua', 'buang saja', '3', '0', '2,5'])('is not pressed by typing %j', async (typed) => {
    const chat = new Chat()
    await chat.texts('/tombol')
    expect(await chat.texts(typed)).toEqual([`Jawab: ${typed}`])
  })

  it('is pressed by typing only right after it was offered, and never where others write too', async () => {
    const chat = new Chat()
    await chat.texts('/tombol')
    expect(await chat.texts('Buang', { shared: true })).toEqual(['Jawab: Buang'])
    await chat.texts('/tombol')
    await chat.texts('halo')
    expect(await chat.texts('Buang')).toEqual(['Jawab: Buang'])
  })
})

describe('a form', () => {
  it('goes from a command to its answers, and a second press of Kirim sends nothing twice', async () => {
    const chat = new Chat()
    expect(await chat.texts('/lapor')).toEqual(['Layanan apa?'])
    expect(await chat.texts('2')).toEqual(['Apa yang terjadi?'])
    expect(await chat.texts('lama')).toEqual(['**Layanan:** Pensiun\n**Cerita:** lama\n\nSudah benar?'])
    expect(await chat.press('lapor!send')).toEqual(['Tercatat pensiun (choice)'])
    expect(chat.state.forms).toEqual({})
    expect(await chat.press('lapor!send')).toEqual([t.buttonIsOld])
  })

  it('tells its feature what was really sent, not what it could have meant elsewhere', async () => {
    const chat = new Chat()
    for (const line of ['/lapor', 'cuti', 'lama']) await chat.texts(line)
    expect(await chat.texts('1')).toEqual(['Tercatat cuti (text)'])
  })

  it('starts with the answers that are known already', async () => {
    const chat = new Chat()
    expect(await chat.texts('/pensiun')).toEqual(['Apa yang terjadi?'])
    expect(await chat.texts('lama')).toEqual(['**Layanan:** Pensiun\n**Cerita:** lama\n\nSudah benar?'])
  })

  it('that is pressed twice at one question keeps the first answer', async () => {
    const chat = new Chat()
    await chat.texts('/lapor')
    await chat.press('lapor?service=cuti')
    expect(await chat.press('lapor?service=pensiun')).toEqual([`${t.buttonIsOld}\n\nApa yang terjadi?`])
    expect(chat.open()).toEqual([{ form: 'lapor', answers: { service: 'cuti' } }])
  })

  it('may open the next form with its answers', async () => {
    const chat = new Chat()
    await chat.texts('/nilai')
    expect(await chat.texts('3')).toEqual(['Usulnya apa?'])
  })

  it('says a refusal of its answers and is over', async () => {
    const chat = new Chat()
    await chat.texts('/nilai')
    expect(await chat.texts('1')).toEqual(['Nilai 1 tidak diterima.'])
    expect(chat.state.forms).toEqual({})
  })

  it('stays open with all its answers when sending fails by mistake', async () => {
    const chat = new Chat()
    await chat.texts('/nilai')
    const before = chat.state
    await expect(chat.texts('2')).rejects.toThrow(TypeError)
    expect(chat.state).toBe(before)
    expect(await chat.texts('5')).toEqual(['Terima kasih.'])
  })

  it.each(['/batal', 'batal', 'BATAL'])('ends at %j', async (word) => {
    const chat = new Chat()
    await chat.texts('/lapor')
    expect(await chat.texts(word)).toEqual([t.cancelled])
    expect(chat.state.forms).toEqual({})
  })

  it('takes as an answer what would be a button elsewhere', async () => {
    const chat = new Chat()
    await chat.texts('/tombol')
    await chat.texts('/usul')
    expect(await chat.texts('Buang')).toEqual(['**Usul:** Buang\n\nSudah benar?'])
  })

  it.each<[string, Content, string]>([
    ['a command', { kind: 'command', name: 'hitung', rest: '' }, 'ke-1'],
    ['an unknown command', { kind: 'command', name: 'apa', rest: '' }, t.unknownCommand('apa')],
    ['a refused command', { kind: 'command', name: 'tolak', rest: '' }, 'Kuotanya habis.'],
    ['a command for others', { kind: 'command', name: 'untuk_hr', rest: '' }, t.notForYou(t.audiences.hr)],
    ['a button of another message', { kind: 'choice', value: 'rinci:a' }, 'rincian a'],
    ['a text too long to read', { kind: 'text', text: 'x'.repeat(LONGEST_INCOMING + 1) }, t.tooLongToRead],
  ])('is asked for again after %s', async (_, content, answer) => {
    const chat = new Chat()
    await chat.texts('/lapor')
    const replies = await chat.send(content)
    expect(replies.map((reply) => reply.text)).toEqual([answer, `${t.resumed}\n\nLayanan apa?`])
    expect(replies.at(-1)?.choices).toHaveLength(2)
    expect(await chat.texts('cuti')).toEqual(['Apa yang terjadi?'])
  })

  it('says what it needs when a sticker, file or place comes instead', async () => {
    const chat = new Chat()
    await chat.texts('/usul')
    for (const content of NOT_WORDS)
      expect((await chat.send(content)).map((reply) => reply.text)).toEqual([`${t.wantText}\n\nUsulnya apa?`])
  })

  it('takes no edited message for an answer, and asks again', async () => {
    const chat = new Chat()
    await chat.texts('/usul')
    expect(await chat.texts('lampu jalan', { edited: true })).toEqual([
      t.editWhileAsked,
      `${t.resumed}\n\nUsulnya apa?`,
    ])
    expect(chat.open()).toEqual([{ form: 'usul', answers: {} }])
  })

  it('counts the parts again, not the buttons of a menu that has scrolled away', async () => {
    const chat = new Chat()
    for (const line of ['/lapor', 'cuti', 'lama', 'ubah']) await chat.texts(line)
    await chat.texts('/hitung')
    expect(await chat.texts('1')).toEqual(['Tercatat cuti (text)'])
  })
})

describe('a form that another one interrupts', () => {
  it('is gone back to when the other is sent', async () => {
    const chat = new Chat()
    await chat.texts('/lapor')
    await chat.texts('cuti')
    expect(await chat.texts('/nilai')).toEqual(['Nilainya?'])
    expect(await chat.texts('5')).toEqual(['Terima kasih.', `${t.resumed}\n\nApa yang terjadi?`])
    expect(chat.open()).toEqual([{ form: 'lapor', answers: { service: 'cuti' } }])
  })

  it('is gone back to when the other is cancelled or refused', async () => {
    for (const word of ['batal', '/batal', '1']) {
      const chat = new Chat()
      await chat.texts('/lapor')
      await chat.texts('/nilai')
      expect((await chat.texts(word)).at(-1)).toBe(`${t.resumed}\n\nLayanan apa?`)
    }
  })

  it('is not touched by its own buttons while the other is asked', async () => {
    const chat = new Chat()
    await chat.texts('/lapor')
    await chat.texts('/usul')
    expect(await chat.press('lapor?service=cuti')).toEqual([`${t.buttonIsOld}\n\nUsulnya apa?`])
    expect(chat.open()).toEqual([
      { form: 'lapor', answers: {} },
      { form: 'usul', answers: {} },
    ])
  })

  it('is asked from the start, once, when it is opened again', async () => {
    const chat = new Chat()
    for (const line of ['/lapor', 'cuti', '/usul']) await chat.texts(line)
    expect(await chat.texts('/lapor')).toEqual(['Layanan apa?'])
    expect(chat.open().map((open) => open.form)).toEqual(['usul', 'lapor'])
  })

  it('is dropped when three newer ones wait', async () => {
    const chat = new Chat()
    for (const line of ['/lapor', '/nilai', '/usul', '/harap']) await chat.texts(line)
    expect(chat.open().map((open) => open.form)).toEqual(['nilai', 'usul', 'harap'])
  })
})

describe('several files for a form that takes one', () => {
  const proof: Form<{ proof: z.ZodType<FileContent> }> = {
    name: 'bukti',
    schema: z.object({ proof: z.custom<FileContent>((value) => Object(value).kind === 'file') }),
    questions: { proof: { ask: () => 'Buktinya?', label: () => 'Bukti', field: file() } },
  }
  const desk: Feature = {
    name: 'desk',
    commands: [opens('bukti', 'bukti')],
    forms: [whenSent(proof, async (_, answers) => said(answers.proof.name))],
  }
  const photo = (name: string): Content => ({ kind: 'file', name, mime: 'image/png', ref: name })

  it('are told of once, and the first is sent', async () => {
    const chat = new Chat([desk, questions])
    await chat.texts('/bukti')
    const replies = []
    for (const name of ['a', 'b', 'c', 'd']) replies.push(await chat.send(photo(name)))
    expect(replies.map((said) => said.length)).toEqual([1, 1, 0, 0])
    expect(replies[1]?.[0]?.text).toContain(t.oneFile('a'))
    expect(await chat.texts('kirim')).toEqual(['a'])
  })
})

describe('a conversation that many share', () => {
  it('keeps a form for each account, and nobody presses or answers for another', async () => {
    const chat = new Chat()
    const ani = { account: 'telegram:1', shared: true }
    const budi = { account: 'telegram:2', shared: true }
    await chat.texts('/lapor', ani)
    expect(await chat.press('lapor?service=cuti', budi)).toEqual([t.formOfAnother])
    expect(await chat.press('usul?idea', budi)).toEqual([t.buttonIsOld])
    const page = (form: string) => chat.send({ kind: 'filled', form, answers: {} }, budi)
    expect((await page('lapor')).map(({ text: words }) => words)).toEqual([t.formOfAnother])
    expect((await page('usul')).map(({ text: words }) => words)).toEqual([t.formIsClosed])
    expect(await chat.texts('cuti', budi)).toEqual(['Jawab: cuti'])
    expect(await chat.texts('/batal', budi)).toEqual([t.nothingToCancel])
    await chat.texts('/usul', budi)
    expect(await chat.texts('pensiun', ani)).toEqual(['Apa yang terjadi?'])
    expect(chat.open('telegram:1')).toEqual([{ form: 'lapor', answers: { service: 'pensiun' } }])
    expect(chat.open('telegram:2')).toEqual([{ form: 'usul', answers: {} }])
    await chat.texts('batal', ani)
    expect(Object.keys(chat.state.forms)).toEqual(['telegram:2'])
  })
})

describe('everything else', () => {
  it('is a question, an edited one too, which is said', async () => {
    const chat = new Chat()
    expect(await chat.texts('Berapa hari cuti?')).toEqual(['Jawab: Berapa hari cuti?'])
    expect(await chat.texts('Berapa hari cuti tahunan?', { edited: true })).toEqual([
      `${t.answeredAgain}\n\nJawab: Berapa hari cuti tahunan?`,
    ])
    expect(chat.previews).toBe(2)
  })

  it('that is longer than can be read is said to be, as a command too', async () => {
    const long = 'x'.repeat(LONGEST_INCOMING)
    expect(await new Chat().texts(long)).toEqual([`Jawab: ${long}`])
    expect(await new Chat().texts(`${long}x`)).toEqual([t.tooLongToRead])
    expect(await new Chat().texts(`/tombol ${long}`)).toEqual([t.tooLongToRead])
    const [reply] = await new Chat().send({ kind: 'command', name: 'tombol', rest: `${long}x` })
    expect(reply?.text).toBe(t.tooLongToRead)
  })

  it('that cannot be read is said to be', async () => {
    expect((await new Chat().send({ kind: 'unsupported', what: 'sticker' }))[0]?.text).toBe(t.unsupported)
    expect(await new Chat([office]).texts('halo')).toEqual([t.unsupported])
  })

  it('ignores a form in the stored state that no feature has any more', async () => {
    const chat = new Chat()
    const gone = { form: 'hilang', answers: { x: 1 } }
    chat.state = { ...FRESH, forms: { 'telegram:1': [gone], 'telegram:2': [gone] } }
    expect(await chat.texts('halo')).toEqual(['Jawab: halo'])
    expect(chat.open()).toEqual([])
    chat.state = { ...FRESH, forms: { 'telegram:1': [{ form: 'usul', answers: {} }, gone] } }
    expect(await chat.texts('lampu jalan')).toEqual(['**Usul:** lampu jalan\n\nSudah benar?'])
  })

  it('is remembered by each feature for itself', async () => {
    const chat = new Chat()
    expect(await chat.texts('/hitung')).toEqual(['ke-1'])
    await chat.texts('halo')
    await chat.texts('/tombol')
    expect(await chat.texts('/hitung')).toEqual(['ke-2'])
    expect(chat.state.memory).toEqual({ office: 2, questions: 1 })
  })

  it('never ends in silence, nor with a state that a database would change, whoever sends what', async () => {
    const lines =
      '/lapor /nilai /usul /harap /batal /tombol /hitung /tolak /apa cuti 1 3 5 kirim ubah batal halo lama'
    const values = [
      'lapor!send',
      'lapor!edit',
      'lapor!edit=note',
      'lapor?service=cuti',
      'usul!cancel',
      'rinci:a',
      'x',
      '',
    ]
    const content = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .constantFrom(...lines.split(' '))
          .map((line): Content => ({ kind: 'text', text: line })),
      },
      fc.constantFrom(...values).map((value): Content => ({ kind: 'choice', value })),
      anyString.map((line): Content => ({ kind: 'text', text: line })),
      fc.constantFrom(...NOT_WORDS),
    )
    const account = fc.constantFrom('telegram:1', 'telegram:2')
    const message = fc.record({ content, account, shared: fc.boolean(), edited: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROLES),
        fc.array(message, { maxLength: 25 }),
        async (role, messages) => {
          const chat = new Chat().as(role)
          for (const { content: sent, ...how } of messages) {
            const replies = await chat.send(sent, how)
            expect(replies.length).toBeGreaterThan(0)
            for (const reply of replies) expect(reply.text.trim()).not.toBe('')
            expect(JSON.parse(JSON.stringify(chat.state))).toEqual(chat.state)
            if (chat.open(how.account).length > 0) expect(replies.at(-1)?.text).toMatch(/\?$/) // it has the last word
          }
        },
      ),
    )
  })
})

const NOT_WORDS: readonly Content[] = [
  { kind: 'unsupported', what: 'sticker' },
  { kind: 'file', name: 'a.pdf', mime: 'application/pdf', ref: 'f1' },
  { kind: 'contact', phone: '+62811', own: true },
  { kind: 'location', latitude: -6.1, longitude: 106.1 },
]

/** Any UTF-16, halves of surrogate pairs included. */
const anyString = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units))

interface How {
  readonly account?: string
  readonly shared?: boolean
  readonly edited?: boolean
}

/** One conversation and what it has come to; a turn that throws leaves it as it was. */
class Chat {
  state: ConversationState = FRESH
  previews = 0
  now = new Date('2026-03-11T03:00:00Z')
  private role: Role = 'citizen'
  private readonly features: readonly Feature[]

  constructor(features: readonly Feature[] = [office, questions]) {
    this.features = features
  }

  as(role: Role): this {
    this.role = role
    return this
  }

  async send(content: Content, { account = 'telegram:1', ...how }: How = {}): Promise<readonly Outgoing[]> {
    const person: Person = { account, name: 'Ani', role: this.role, language: 'id' }
    const { now } = this
    const sender = { account, name: 'Ani' }
    const message: Incoming = {
      id: 'telegram:1',
      conversation: 'telegram:1',
      sender,
      content,
      sentAt: now,
      ...how,
    }
    const preview = (): void => void this.previews++
    const before = structuredClone(this.state)
    const context = { features: this.features, person, now, timeZone: 'Asia/Jakarta', preview }
    const { replies, state } = await takeTurn(context, message, this.state)
    expect(this.state).toEqual(before)
    this.state = state
    return replies
  }

  async texts(line: string, how?: How): Promise<readonly string[]> {
    return (await this.send({ kind: 'text', text: line }, how)).map((reply) => reply.text)
  }

  async press(value: string, how?: How): Promise<readonly string[]> {
    return (await this.send({ kind: 'choice', value }, how)).map((reply) => reply.text)
  }

  open(account = 'telegram:1') {
    return (this.state.forms[account] ?? []).map(({ form, answers }) => ({ form, answers }))
  }
}

function opens(name: string, form: string) {
  return { name, audience: 'citizen' as const, run: async () => ({ say: [], open: { form, answers: {} } }) }
}

function said(line: string) {
  return { say: [{ text: line }] }
}

function offers(line: string, ...choices: readonly (readonly [label: string, value: string])[]) {
  return { say: [{ text: line, choices: choices.map(([label, value]) => ({ label, value })) }] }
}

function count(turn: Turn): number {
  return Number(turn.memory) + 1
}
