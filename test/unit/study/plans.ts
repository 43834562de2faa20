import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import { mergePatch } from '../../../src/scenario/patch.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { readPlan } from '../../../src/study/read-plan.ts'

export type Json = Readonly<Record<string, unknown>>

/** The plan of a document that must read. */
export function planOf(document: unknown): Scenario {
  const read = readPlan(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.scenario
}

/** The smallest plan with its first municipality and its first alternative changed. */
export function changed({ town = {}, alternative = {}, ...rest }: { town?: Json; alternative?: Json } & Json): unknown {
  const [place] = minimal.territory.municipalities
  const [first] = minimal.alternatives
  return mergePatch(minimal, {
    ...rest,
    territory: { municipalities: [mergePatch(place, town)] },
    alternatives: [mergePatch(first, alternative)],
  })
}

export const townId = minimal.territory.municipalities[0]?.id as string

/** Two towns that differ in their users and factors, with one alternative for both. */
export function region(alternative: Json = {}): unknown {
  const [place] = minimal.territory.municipalities
  const other = mergePatch(place, { id: 'otro', subsidies: { factors: { stratum1: -0.6 }, transferDelayMonths: 3 } })
  const [first] = minimal.alternatives
  return {
    ...minimal,
    territory: { municipalities: [place, other] },
    alternatives: [mergePatch(first, alternative), { id: 'otra', name: 'Otra', projects: [] }],
  }
}
