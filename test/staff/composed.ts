import type { Feature } from '../../src/chat/feature.ts'
import type { FeatureContext, Features } from '../../src/features/index.ts'
import { createOwnData } from '../../src/features/own-data/feature.ts'
import { createOwnDataStore } from '../../src/features/own-data/store.ts'
import { createStaff } from '../../src/features/staff/feature.ts'
import type { Look, Ports } from '../../src/features/staff/ports.ts'
import { createStaffStore } from '../../src/features/staff/store.ts'

/** What officers looked at, and what was made as a file, since the test began. */
export const seen: { looks: Look[]; files: string[] } = { looks: [], files: [] }

/** The bot's features with those under test, where they are not among them yet. */
export function composed(made: Features, context: FeatureContext, files = true): Features {
  const ports: Ports = {
    async audit(looks) {
      seen.looks.push(...looks)
    },
    async make(bytes, { name, mime }) {
      const text = Buffer.from(bytes).toString('utf8')
      seen.files.push(text)
      return { hash: String(seen.files.length).padStart(64, '0'), name, mime, size: bytes.length }
    },
  }
  const features: readonly Feature[] = [
    ...made.features.filter(({ name }) => name !== 'staff' && name !== 'own-data'),
    createStaff({ store: createStaffStore(context.database), ...ports }),
    createOwnData({
      store: createOwnDataStore(context.database),
      all: () => features,
      clock: () => new Date('2026-03-02T09:00:00+07:00'),
      ...(files && ports.make && { make: ports.make }),
    }),
  ]
  return { ...made, features }
}
