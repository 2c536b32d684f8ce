import { z } from 'zod'
import { KINDS } from '../../directory.ts'

/** What people may be grouped by. */
export const GROUPINGS = ['unit', 'position', 'kind', 'grade', 'sex', 'retirement'] as const
/** What may be missing of an entry. */
export const LACKS = ['supervisor', 'phone', 'email', 'qualification'] as const
/** What may be asked of one person. */
export const ASKED = ['phone', 'email', 'nip', 'unit', 'position', 'grade', 'retirement'] as const

const day = z.iso.date()
const id = z.string().regex(/^\d{1,18}$/)
const namedUnit = z.object({ id, name: z.string().max(300) })

/** Which people are meant: every filter narrows. Days and ages are inclusive at both ends. */
const filters = z
  .object({
    kind: z.enum(KINDS),
    /** P: perempuan, L: laki-laki, by the fifteenth digit of the NIP. */
    sex: z.enum(['P', 'L']),
    /** Words the position has, folded; a general word stands for several, see positions.ts. */
    position: z.string().max(80),
    grade: z.object({ from: z.string().max(6), to: z.string().max(6) }),
    age: z.object({ from: z.int().min(0).optional(), to: z.int().min(0).optional() }),
    retires: z.object({ from: day, to: day }),
    qualification: z.string().max(60),
    missing: z.enum(LACKS),
    registered: z.boolean(),
    /** One unit and all below it, "all" where everybody was said, "own" the asker's; left out where none was named. */
    unit: z.union([z.enum(['all', 'own']), namedUnit]),
    /** The direct reports of the asker ("me"), or of somebody by their name. */
    of: z.string().max(80),
    /** Words of a name. */
    name: z.string().max(80),
    nip: z.string().regex(/^\d{18}$/),
  })
  .partial()

/** A question about people, as it was read; nothing in it is SQL, and all of it is checked. */
export const querySchema = z.discriminatedUnion('want', [
  z.object({ want: z.enum(['count', 'list', 'average']), filters }),
  z.object({ want: z.literal('group'), filters, by: z.enum(GROUPINGS) }),
  z.object({
    want: z.literal('who'),
    who: z.enum(['self', 'supervisor', 'head', 'person']),
    ask: z.enum(ASKED).optional(),
    filters,
  }),
])

export type Query = z.infer<typeof querySchema>
export type Filters = z.infer<typeof filters>
export type Grouping = (typeof GROUPINGS)[number]
export type Lack = (typeof LACKS)[number]
export type Asked = (typeof ASKED)[number]
export type NamedUnit = z.infer<typeof namedUnit>

/** A query on one line, as tests and traces have it: "count; kind=PPPK; position=guru; unit=all". */
export function written(query: Query): string {
  const { filters: f } = query
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['who', query.want === 'who' ? query.who : undefined],
    ['name', f.name],
    ['nip', f.nip],
    ['ask', query.want === 'who' ? query.ask : undefined],
    ['kind', f.kind],
    ['sex', f.sex],
    ['position', f.position],
    ['grade', f.grade && `${f.grade.from}..${f.grade.to}`],
    ['age', f.age && `${f.age.from ?? ''}..${f.age.to ?? ''}`],
    ['retires', f.retires && `${f.retires.from}..${f.retires.to}`],
    ['qualification', f.qualification],
    ['missing', f.missing],
    ['registered', f.registered === undefined ? undefined : f.registered ? 'yes' : 'no'],
    ['unit', typeof f.unit === 'object' ? f.unit.name : f.unit],
    ['of', f.of],
    ['by', query.want === 'group' ? query.by : undefined],
  ]
  const said = parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return [query.want, ...said].join('; ')
}
