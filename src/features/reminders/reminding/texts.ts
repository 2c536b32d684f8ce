import type { Texts } from '../../../chat/message.ts'

/** What is said to people who did not ask just now. */
export interface DigestTexts {
  heading(name: string): string
  readonly upcoming: string
  readonly overdue: string
  line(title: string, label: string, day: string, left: string): string
  left(days: number): string
  readonly belowHeading: string
  below(
    title: string,
    label: string,
    day: string,
    count: string,
    names: readonly string[],
    more: number,
  ): string
  more(count: number): string
  readonly done: string
  doneWith(title: string): string
  readonly tomorrow: string
  readonly settings: string
  hr(about: {
    readonly title: string
    readonly label: string
    readonly day: string
    readonly missing: string
    readonly all: string
    readonly units: readonly { readonly name: string; readonly people: number }[]
    readonly moreUnits: number
  }): string
  hrDone(title: string, label: string, all: string): string
  readonly who: string
}

export const texts: Texts<DigestTexts> = {
  id: {
    heading: (name) => `Halo **${name}**, ini pengingat untuk Anda hari ini.`,
    upcoming: '**Tenggat:**',
    overdue: '**Terlambat:**',
    line: (title, label, day, left) => `- **${title}** (${label}): ${day}, ${left}`,
    left: (days) =>
      days > 1
        ? `${days} hari lagi`
        : days === 1
          ? 'besok'
          : days === 0
            ? 'hari ini'
            : `sudah lewat ${-days} hari`,
    belowHeading: '**Bawahan Anda yang belum:**',
    below: (title, label, day, count, names, more) =>
      `- **${title}** (${label}, tenggat ${day}): ${count} bawahan belum: ${names.join(', ')}${more > 0 ? `, dan ${more} lagi` : ''}`,
    more: (count) => `Ada ${count} lagi; lihat semuanya di /pengingat.`,
    done: '✅ Sudah lapor',
    doneWith: (title) => `✅ ${title}`,
    tomorrow: 'Ingatkan besok',
    settings: 'Atur pengingat',
    hr: ({ title, label, day, missing, all, units, moreUnits }) =>
      [
        `**${title}** (${label}) jatuh tempo ${day}: **${missing} dari ${all}** orang belum.`,
        ...(units.length === 0 ? [] : ['', ...units.map(({ name, people }) => `- ${name}: ${people}`)]),
        ...(moreUnits > 0 ? [`- dan ${moreUnits} unit lagi`] : []),
      ].join('\n'),
    hrDone: (title, label, all) =>
      `**${title}** (${label}): semua yang diingatkan (${all} orang) sudah selesai.`,
    who: 'Siapa yang belum',
  },
}
