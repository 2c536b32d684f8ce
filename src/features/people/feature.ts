import type { Feature } from '../../chat/feature.ts'
import type { Database } from '../../database/database.ts'
import { createAudit, createDirectory } from '../../directory.ts'
import { type Claiming, createClaiming } from './claiming.ts'
import { createIssuing } from './entry/issuing.ts'
import { createRegistering } from './entry/registering.ts'
import { createEntryStore } from './entry/store.ts'
import { createLinking, type Linking } from './linking.ts'
import { createOwnAccounts, type OwnAccounts } from './own-accounts.ts'
import { createAppointing } from './roles/appointing.ts'
import { createRoleStore } from './roles/store.ts'
import { ownAsked } from './supervisor/asked.ts'
import { createDeciding } from './supervisor/deciding.ts'
import { createProfile } from './supervisor/profile.ts'
import { createReporting } from './supervisor/reporting.ts'
import { createShowing } from './supervisor/showing.ts'
import { createReportStore } from './supervisor/store.ts'
import { createTrail } from './trail/trail.ts'
import { createUnlinking } from './unlinking.ts'

/** What the feature is made from. */
export type People = Linking & OwnAccounts & Omit<Claiming, 'audit'> & { readonly database: Database }

/** Accounts, roles, which accounts are one person's, and who that person is in the directory of employees. */
export function createPeople(given: People): Feature {
  const { database, store } = given
  const [directory, audit] = [createDirectory(database), createAudit(database)]
  const [entries, reports] = [createEntryStore(database, store), createReportStore(database)]
  const show = createShowing(directory)
  const { holders } = entries
  const deps = {
    ...given,
    directory,
    audit,
    entries,
    reports,
    show,
    holders,
    roles: createRoleStore(database),
  }

  const linking = createLinking(deps)
  const unlinking = createUnlinking(deps)
  const own = createOwnAccounts(deps)
  const registering = createRegistering(deps)
  const issuing = createIssuing(deps)
  const profile = createProfile(deps)
  const reporting = createReporting(deps)
  const deciding = createDeciding(deps)
  return {
    name: 'people',
    async hears(turn) {
      const asked = ownAsked(turn)
      return asked && (asked === 'profile' ? profile : reporting).action.run(turn, '')
    },
    commands: [
      registering.command,
      profile.command,
      createClaiming(deps),
      linking.command,
      own.command,
      unlinking.command,
      ...issuing.commands,
      deciding.command,
      createAppointing(deps),
      createTrail(deps),
    ],
    actions: [
      registering.action,
      profile.action,
      linking.action,
      unlinking.action,
      own.action,
      reporting.action,
      ...deciding.actions,
      issuing.action,
    ],
    forms: [...registering.forms, ...linking.forms, own.form, reporting.form, ...deciding.forms],
  }
}
