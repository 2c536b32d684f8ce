import type { Json, Turn } from '../../chat/feature.ts'
import type { KeptFile } from '../../chat/message.ts'

/** Something an officer looked at: what kind of look, at whose entry (null: at many), and its circumstances. */
export interface Look {
  readonly action: 'staff.entry' | 'staff.listed' | 'staff.file' | 'staff.gaps-file'
  readonly subject: string | null
  readonly detail: Readonly<Record<string, Json>>
}

/** What the feature may use besides the directory; without `make` nothing is offered as a file. */
export interface Ports {
  /** Keeps a file that was made for whoever is answered, to go with the answer. */
  make?(
    bytes: Uint8Array,
    file: { readonly name: string; readonly mime: string },
    turn: Turn,
    purpose: 'export',
  ): Promise<KeptFile>
  /** Writes down what an officer looked at; once per message, action and subject. */
  audit?(looks: readonly Look[], turn: Turn): Promise<void>
}
