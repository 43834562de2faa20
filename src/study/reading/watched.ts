import type { Entry } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import type { AlternativeRun } from '../run.ts'

/** Slots that remember which entries were looked up. */
class Watched extends Map<Entry, Slot> {
  readonly read: Set<Entry> = new Set()

  override get(entry: Entry): Slot | undefined {
    this.read.add(entry)
    return super.get(entry)
  }
}

/** The entries that a reader of an evaluated alternative looks up. */
export function entriesRead(of: AlternativeRun, read: (of: AlternativeRun) => void): ReadonlySet<Entry> {
  const watched = new Watched()
  for (const [entry, slot] of of.run.slots) watched.set(entry, slot)
  read({ ...of, run: { ...of.run, slots: watched } })
  return watched.read
}
