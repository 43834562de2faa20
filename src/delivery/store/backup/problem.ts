/** Why a copy is not made or not taken back. */
export type BackupReason = 'exists' | 'not-portable' | 'damaged' | 'not-empty'

export class BackupProblem extends Error {
  readonly reason: BackupReason

  constructor(reason: BackupReason) {
    super(reason)
    this.name = 'BackupProblem'
    this.reason = reason
  }
}
