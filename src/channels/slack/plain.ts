/** Text as Block Kit takes it where nothing in it is read as markup. */
export interface PlainText {
  readonly type: 'plain_text'
  readonly text: string
  readonly emoji: true
}

/** Plain text of at most `most` characters; what would be empty is a dash, as Slack refuses nothing. */
export function plain(text: string, most: number): PlainText {
  return { type: 'plain_text', text: cut(text.trim() || '–', most), emoji: true }
}

/** A text of at most `most` UTF-16 units; what is cut ends in an ellipsis, and no character is cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
