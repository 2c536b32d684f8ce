import { toPlain, unfolded } from '../markdown.ts'

/**
 * Our Markdown as Slack's markdown block reads it (docs.slack.dev/reference/block-kit/blocks/markdown-block):
 * line breaks stay, links lead to http(s) only, and nothing in it calls a person or a channel.
 */
export function toSlackMarkdown(markdown: string): string {
  return unfolded(markdown)
    .toWellFormed()
    .split(CODE)
    .map((part, i) => (i % 2 === 1 ? part : words(part)))
    .join('')
    .replace(CALLING, '<\u2060')
}

/** Markdown as the plain text of notifications and of what no block can show: escaped as Slack's `text` wants it. */
export function toSlackText(markdown: string): string {
  return toPlain(markdown).replace(/[&<>]/g, (c) => ENTITIES[c] ?? c)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Fenced blocks and code spans: nothing in them is read but the mark that ends them. */
const CODE = /(^ {0,3}```[^\n]*\n[\s\S]*?(?:^ {0,3}```[ \t]*$|$(?![\s\S]))|(?<![`\\])`[^`\n]+`(?!`))/m

/**
 * What Slack could take for a mention, a link or a tag, also in code: a joiner that nobody sees keeps it from
 * being one. It holds whether entities and backslashes are read there or not.
 */
const CALLING = /<(?=[@!#a-z/?])/gi

/** Escapes that change nothing within a line; at its beginning they keep it from being a list or a heading. */
const NEEDLESS = /(?<=[^\n\s>\\][^\n\\]*)\\([-+=.!#(){}:|<>&])/g

function words(text: string): string {
  return text
    .replace(/\\([<&])/g, '$1')
    .replace(/!?\[([^[\]\n]*)\]\((?!https?:\/\/)[^()\n]*\)/gi, '$1')
    .replace(NEEDLESS, '$1')
    .replace(/(?<=\S)(?<! {2}|\\)\n(?=[^\n])(?!\s*(?:[-*+>#|]|\d{1,9}[.)]))/g, '  \n')
    .replace(/^(>[^\n]*\S)(?<! {2}|\\)\n(?=>[ \t]*[^\s\-*+>#|\d]|>[ \t]*\*\*)/gm, '$1  \n')
}
