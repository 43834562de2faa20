import fc from 'fast-check'
import { readScenario } from '../../src/scenario/read.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { alternative, type Towns } from './parts/alternative.ts'
import type { Frame } from './parts/basic.ts'
import { all, named, num, ratePath, sharePath, some, whole } from './parts/basic.ts'
import { existing } from './parts/funding.ts'
import { classes, municipality } from './parts/territory.ts'

type Document = Record<string, unknown>

const frames: fc.Arbitrary<Frame & { norm: string }> = all({
  baseYear: whole(2003, 2030),
  norm: fc.constantFrom('resolution-1045-2003', 'resolution-754-2014'),
  extra: whole(0, 5),
  towns: whole(1, 4),
}).map(({ baseYear, norm, extra, towns }) => ({
  baseYear,
  norm,
  horizon: (norm === 'resolution-754-2014' ? 12 : 15) + extra,
  towns: Array.from({ length: towns }, (_, i) => `pueblo-${i + 1}`),
}))

const economy = (frame: Frame, carries: boolean) =>
  some(
    {
      prices: fc.constantFrom('current', 'constant'),
      inflation: ratePath(frame, 0, 0.09),
      indices: some({
        wage: ratePath(frame, 0, 0.1),
        fuel: ratePath(frame, 0, 0.1),
        construction: ratePath(frame, 0, 0.1),
      }),
      discountRate: num(0, 0.2),
      discountTiming: fc.constantFrom('end', 'mid'),
      incomeTaxRate: sharePath(frame, 0, 0.4),
      lossCarryForward: fc.constant(carries),
      interestOnCash: ratePath(frame, 0, 0.06),
      referenceRates: all({
        dtf: all({ rate: num(0.02, 0.12), convention: fc.constant('quarterlyInAdvance') }),
        ibr: all({ rate: num(0.02, 0.12), convention: fc.constantFrom('monthlyInArrears', 'effective') }),
      }),
      affordabilityLimit: num(0, 0.05),
    },
    ['inflation', 'discountRate', 'lossCarryForward', 'referenceRates'],
  )

const ranking = some({
  method: fc.constantFrom('prioritized', 'lexicographic', 'topsis'),
  weights: some({ coverage: num(0, 5), pvCosts: num(0.1, 5) }, ['pvCosts']),
  requireViable: fc.boolean(),
})

interface Town {
  readonly users: readonly { readonly class: string }[]
  readonly waste: { readonly streams?: readonly { id: string }[] }
}

/** A town that lists nobody may have users of any class. */
const namesOf = (towns: readonly Town[], carries: boolean): Towns => ({
  carries,
  streams: [...new Set(towns.flatMap((t) => (t.waste.streams ?? []).map((s) => s.id)))],
  classes: towns.every((t) => t.users.length > 0) ? towns.flatMap((t) => t.users.map((u) => u.class)) : classes,
})

/** Whole valid documents: one to four towns, one or two alternatives, at times a variant. */
export const documents: fc.Arbitrary<Document> = fc.tuple(frames, fc.boolean()).chain(([frame, carries]) =>
  fc.tuple(...frame.towns.map((id) => municipality(frame, id))).chain((towns) =>
    some(
      {
        schemaVersion: fc.constant('1'),
        name: fc.constant('Plan al azar'),
        norm: fc.constant(frame.norm),
        baseYear: fc.constant(frame.baseYear),
        horizon: all({ financial: fc.constant(frame.horizon), waste: whole(30, 32) }),
        economy: economy(frame, carries),
        territory: fc.constant({ municipalities: towns }),
        existing: existing(frame, carries),
        alternatives: fc
          .tuple(
            alternative(frame, namesOf(towns, carries)),
            fc.array(alternative(frame, namesOf(towns, false)), { maxLength: 1 }),
          )
          .map(([first, rest]) => [{ ...first, id: 'primera' }, ...rest.map((a) => ({ ...a, id: 'segunda' }))]),
        variants: named('otro', 1, fc.constant({ patch: { economy: { inflation: 0.03 } } })),
        ranking,
      },
      [
        ...(['schemaVersion', 'name', 'norm', 'baseYear', 'horizon'] as const),
        ...(['economy', 'territory', 'alternatives'] as const),
      ],
    ),
  ),
)

/** The scenario of a generated document; a document that does not read is the generator's fault and says so. */
export function scenarioOf(document: unknown): Scenario {
  const read = readScenario(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1))
  return read.scenario
}

/** A property waits for a busy machine; what it costs on a quiet one is a few seconds. */
export const patient = { timeout: 180_000 }

/** How often and from where every property draws: PROPERTY_RUNS asks for more, PROPERTY_SHRINK for the least counterexample. */
export const runs = (usual: number) => ({
  seed: 1045,
  numRuns: Number(process.env.PROPERTY_RUNS ?? usual),
  endOnFailure: process.env.PROPERTY_SHRINK === undefined,
})
