import type { Scope } from '../../store/keys.ts'

/** For whom a request is answered: a workspace never sees another's data. */
export interface Actor {
  readonly workspace: string
  /** The key that was shown; undefined on a loopback address, where none is needed. */
  readonly keyId?: string | undefined
  readonly scope: Scope
}
