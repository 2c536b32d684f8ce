import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { stylesWith } from '../appearance/styles.ts'
import { texts } from './texts.ts'

const t = texts.id
const CSS = stylesWith(readFileSync(new URL('dashboard.css', import.meta.url), 'utf8'))
const VERSION = createHash('sha256').update(CSS).digest('base64url').slice(0, 10)

/** The stylesheet, under an address that changes with it. */
export const stylesheet = { path: '/dasbor/gaya.css', version: VERSION, body: CSS } as const

/** Markup as `html` makes it, with all that was put in escaped. */
export type Markup = ReturnType<typeof html>

/** What every page of the dashboard has around it; `inside` where somebody is in, who may leave. */
export function layout(title: string, content: Markup, inside = false): Markup {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${t.title}</title>
<link rel="stylesheet" href="${stylesheet.path}?v=${stylesheet.version}">
</head>
<body>
<header><p>${t.title}</p>${inside ? leave() : ''}</header>
<main><h1>${title}</h1>${content}</main>
</body>
</html>`
}

/** A page that says one thing, with a link back where there is a way. */
export function notice(
  title: string,
  text: string,
  way?: { readonly href: string; readonly label: string },
): Markup {
  return layout(
    title,
    html`<p>${text}</p>${way ? html`<p><a class="button" href="${way.href}">${way.label}</a></p>` : ''}`,
  )
}

function leave(): Markup {
  return html`<form method="post" action="/dasbor/keluar"><button class="quiet">${t.leave}</button></form>`
}
