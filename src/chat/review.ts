import { fold } from '../indonesian/words.ts'
import { type Option, pick } from './fields.ts'
import type { Answers, Form } from './form.ts'
import { type Content, type Language, literal, type Outgoing } from './message.ts'
import { asked, questionOf, shownBefore } from './question.ts'
import { texts } from './texts.ts'

/** Everything that was answered, and what can be done with it. */
export function summary(form: Form, answers: Answers, language: Language): Outgoing {
  const t = texts[language]
  const before = shownBefore(form, answers, language).map(({ label, value }) => line(label, literal(value)))
  const lines = asked(form).map((name) => {
    const question = questionOf(form, name)
    const value = answers[name]
    return line(
      question.label(language),
      value === null ? t.empty : literal(question.field.show(value, language)),
    )
  })
  return {
    text: [...before, ...lines, '', t.review].join('\n'),
    choices: reviewOptions(language).map(({ value, label }) => ({ label, value: `${form.name}!${value}` })),
  }
}

function line(label: string, value: string): string {
  return `**${label}:** ${value}`
}

/** What a message wishes in a review: "send", "edit", "edit=NAME", "cancel", or "" for none of them. A number counts the buttons last shown. */
export function wished(form: Form, content: Content, language: Language, choosing: boolean): string {
  if (content.kind === 'choice')
    return content.value.startsWith(`${form.name}!`) ? content.value.slice(form.name.length + 1) : ''
  if (content.kind !== 'text') return ''
  const said = fold(content.text)
  const parts = editOptions(form, language)
  const verbs = reviewOptions(language)
  if (/^\d+$/.test(said)) return pick(said, choosing ? parts : verbs)?.value ?? ''
  // several words must be known ones: "jangan kirim" holds the word that sends, and means the opposite
  const verb = said.includes(' ') ? verbs.find((o) => o.also?.includes(said)) : pick(said, verbs)
  const part = choosing || said.length >= 3 ? pick(said, parts) : undefined
  return ((choosing && part) || verb || part)?.value ?? ''
}

/** The answers that can be changed, as buttons. */
export function editOptions(form: Form, language: Language): readonly Option[] {
  return asked(form).map((name) => ({
    label: questionOf(form, name).label(language),
    value: `edit=${name}`,
  }))
}

function reviewOptions(language: Language): readonly Option[] {
  const t = texts[language]
  return [
    {
      value: 'send',
      label: t.send,
      also: t.sendWords,
    },
    {
      value: 'edit',
      label: t.edit,
      also: t.editWords,
    },
    { value: 'cancel', label: t.cancel, also: t.cancelWords },
  ]
}
