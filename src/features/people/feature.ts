import type { Feature } from '../../chat/feature.ts'
import { createClaiming } from './claiming.ts'
import { createLinking, type Linking } from './linking.ts'
import { createOwnAccounts, type OwnAccounts } from './own-accounts.ts'
import { createUnlinking } from './unlinking.ts'

/** Accounts, roles, and which accounts are one person's. */
export function createPeople(deps: Linking & OwnAccounts & { readonly claimCode: string }): Feature {
  const linking = createLinking(deps)
  const unlinking = createUnlinking(deps)
  const own = createOwnAccounts(deps)
  return {
    name: 'people',
    commands: [createClaiming(deps.store, deps.claimCode), linking.command, own.command, unlinking.command],
    actions: [linking.action, unlinking.action, own.action],
    forms: [...linking.forms, own.form],
  }
}
