import type { Scenario } from '../scenario/scenario.ts'

const firsts = new WeakMap<Scenario, Scenario>()

/** The scenario under which is remembered what all alternatives read alike: itself, or the first variant that has the same. */
export const commonOf = (scenario: Scenario): Scenario => firsts.get(scenario) ?? scenario

/** Lets variants that differ in nothing but their alternatives remember together what all alternatives read alike. */
export function shareCommon(variants: readonly Scenario[]): void {
  for (const scenario of variants) {
    if (firsts.has(scenario)) continue
    const first = variants.find((other) => other === scenario || areTwins(scenario, other)) ?? scenario
    firsts.set(scenario, commonOf(first))
  }
}

const own: ReadonlySet<string> = new Set(['alternatives', 'variants'])

const areTwins = (a: Scenario, b: Scenario): boolean =>
  Object.keys({ ...a, ...b }).every(
    (field) => own.has(field) || alike(a[field as keyof Scenario], b[field as keyof Scenario]),
  )

/** The same JSON, whatever the order of its members: a patched document is read again and may come in another. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const members = Object.entries(a)
  return (
    members.length === Object.keys(b).length &&
    members.every(([name, member]) => Object.hasOwn(b, name) && alike(member, (b as Record<string, unknown>)[name]))
  )
}
