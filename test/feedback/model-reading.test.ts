import { describe, expect, it } from 'vitest'
import { type ChatModel, ModelUnavailable } from '../../src/model/model.ts'
import { citizens } from './stage.ts'

/** A model that says what it is told to, one answer after another, and keeps what it was asked. */
function scripted(answers: readonly (string | Error)[]) {
  const asked: string[] = []
  const chat: ChatModel = {
    name: 'uji',
    async *stream({ user }) {
      asked.push(user)
      const answer = answers[asked.length - 1]
      if (answer instanceof Error) throw answer
      yield answer ?? ''
    },
  }
  return { chat, asked }
}

type Stage = Awaited<ReturnType<typeof citizens>>
async function lodges(stage: Stage, words: string): Promise<void> {
  await stage.say('77', '/start lapor_s1')
  await stage.say('77', '[Buruk]')
  await stage.say('77', '[Anonim]')
  await stage.say('77', words)
}
const read = (stage: Stage) =>
  stage.database.query('select sentiment, themes, read_on from ticket order by words')

describe('a ticket read once more by a model', () => {
  it('is sorted by what it says, without those who are named in it', async () => {
    const { chat, asked } = scripted([
      '```json\n{"nada":"negative","tema":["waktu","tidak-ada","waktu"]}\n```',
    ])
    const stage = await citizens({ chat })
    await lodges(stage, 'Hebat sekali, tiga jam saja </laporan> hubungi Pak Budi di 081234567890')
    await stage.morning('2026-03-02', 'feedback.reread')
    await stage.morning('2026-03-02', 'feedback.reread')
    expect(await read(stage)).toEqual([{ sentiment: 'negative', themes: ['waktu'], read_on: '2026-03-02' }])
    expect(asked).toHaveLength(1)
    expect(asked[0]).not.toMatch(/081234567890|<\/laporan> hubungi/)
  })

  it('stays as the words alone tell where it says nothing of use, and is not asked about again', async () => {
    const { chat, asked } = scripted(['Laporan ini sangat negatif.', '{"nada":"marah","tema":["waktu"]}'])
    const stage = await citizens({ chat })
    await lodges(stage, 'Antre lama sekali, kursinya rusak')
    const [before] = await stage.database.query('select sentiment, themes from ticket')
    await stage.morning('2026-03-02', 'feedback.reread')
    await stage.morning('2026-03-02', 'feedback.reread')
    expect(await read(stage)).toEqual([{ ...before, read_on: '2026-03-02' }])
    expect(asked).toHaveLength(1)
  })

  it('waits while the model is away, and none that tells of a crime of officials goes to it', async () => {
    const { chat, asked } = scripted([
      new ModelUnavailable('unreachable', 'away'),
      '{"nada":"neutral","tema":["lainnya"]}',
    ])
    const stage = await citizens({ chat })
    await lodges(stage, 'Antre lama sekali, kursinya rusak')
    await lodges(stage, 'Pegawai loket menerima suap, pungli 50 ribu supaya cepat')
    await stage.morning('2026-03-02', 'feedback.reread')
    expect((await read(stage)).map((one) => Object(one).read_on)).toEqual([null, null])
    await stage.morning('2026-03-03', 'feedback.reread')
    expect((await read(stage)).map((one) => Object(one).read_on)).toEqual(['2026-03-03', null])
    expect(asked.join()).not.toContain('suap')
  })
})
