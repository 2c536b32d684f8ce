import { headersWith } from '../../../appearance/headers.ts'
import type { Page } from '../../../chat/feature.ts'
import type { Change, Changes } from './changes-store.ts'
import { chosenIn } from './choosing.ts'
import type { CurrentFigures } from './current.ts'
import { type Body, createMade } from './made.ts'
import { csvOf, jsonOf } from './open-data.ts'
import { PATH } from './tables.ts'
import { pageOf, STYLE } from './view.ts'

/** What the public pages need. */
export interface Public extends Pick<CurrentFigures, 'current'> {
  readonly changes: Pick<Changes, 'public'>
  readonly organization: string
}

const CHANGES = 20
const MOST_CHANGES = 500
const SAFETY = headersWith([`style-src ${STYLE}`, "form-action 'self'", "base-uri 'none'"])
const DATA_SAFETY = headersWith(['sandbox'])

/** /transparansi, for people without a script, and the same as CSV and JSON. What is withdrawn is gone within minutes. */
export function createPages({ current, changes, organization }: Public): readonly Page[] {
  const made = createMade()
  const asked = new Map<string | null, Promise<readonly Change[]>>()

  /** One question for all who ask while it is open. */
  function latest(unit: string | null): Promise<readonly Change[]> {
    const open = asked.get(unit)
    if (open !== undefined) return open
    const answer = changes.public(unit, CHANGES).finally(() => asked.delete(unit))
    asked.set(unit, answer)
    return answer
  }

  return [
    {
      path: PATH,
      async respond(request) {
        const published = await current()
        const found = chosenIn(published, new URL(request.url).searchParams)
        const { year, unit, month } = found?.chosen ?? {}
        const changed = await latest(unit?.id ?? null)
        const key = [year?.year, unit?.id, month, found?.unknown, idsOf(changed)].join(' ')
        const view = { organization, published, chosen: found?.chosen, unknown: found?.unknown ?? false }
        const body = await made(published, `page ${key}`, () => pageOf({ ...view, changes: changed }))
        return answer(request, body, 'text/html; charset=utf-8', SAFETY)
      },
    },
    {
      path: `${PATH}.csv`,
      async respond(request) {
        const published = await current()
        return answer(
          request,
          await made(published, 'csv', () => csvOf(published)),
          'text/csv; charset=utf-8',
          {
            ...DATA_SAFETY,
            'Content-Disposition': `attachment; filename="transparansi-${published.on}.csv"`,
          },
        )
      },
    },
    {
      path: `${PATH}.json`,
      async respond(request) {
        const published = await current()
        const changed = await changes.public(null, MOST_CHANGES)
        const body = await made(published, `json ${idsOf(changed)}`, () =>
          jsonOf(organization, published, changed),
        )
        return answer(request, body, 'application/json; charset=utf-8', DATA_SAFETY)
      },
    },
  ]
}

function idsOf(changes: readonly Change[]): string {
  return changes.map(({ id }) => id).join(',')
}

function answer(
  request: Request,
  { plain, zipped, etag }: Body,
  type: string,
  safety: Readonly<Record<string, string>>,
): Response {
  const headers = {
    ...safety,
    'Cache-Control': 'public, max-age=300',
    'Content-Type': type,
    ETag: etag,
    Vary: 'Accept-Encoding',
  }
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(plain, { headers })
  return new Response(zipped, { headers: { ...headers, 'Content-Encoding': 'gzip' } })
}
