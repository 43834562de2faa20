import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { book } from '../../src/model/book.ts'
import { readScenario, scenarioVariants } from '../../src/scenario/read.ts'
import { evaluate } from '../../src/study/evaluate.ts'
import type { AlternativeResult } from '../../src/study/result.ts'
import { alternativesOf, expectSame, rowsIn, sumOf, totalIn, variantsOf } from './results.ts'
import { documents, patient, runs, scenarioOf } from './scenarios.ts'

const everyAlternative = (usual: number, holds: (of: AlternativeResult) => void): void =>
  fc.assert(
    fc.property(documents, (document) => alternativesOf(document).forEach((of) => void holds(of))),
    runs(usual),
  )

/** Where a value that JSON cannot hold stands. */
function notFinite(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at}: ${value}`]
  if (value === undefined) return [`${at}: undefined`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, v]) => notFinite(v, `${at}/${key}`))
}

const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull))

describe('every valid plan', () => {
  test('is read without a problem, and reading it again changes nothing', patient, () => {
    fc.assert(
      fc.property(documents, (document) => {
        const read = readScenario(document)
        expect(read.ok ? [] : read.problems).toEqual([])
        const scenario = scenarioOf(document)
        expect(scenarioOf(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario)
      }),
      runs(15),
    )
  })

  test('is evaluated without a fault, and every number of its result is one that JSON can hold', patient, () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(notFinite(variantsOf(document))).toEqual([])
      }),
      runs(15),
    )
  })

  test('gives the same answer twice', patient, () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(evaluate(scenarioOf(document))).toEqual(evaluate(scenarioOf(structuredClone(document))))
      }),
      runs(15),
    )
  })

  test('passes every check of its own', patient, () => {
    everyAlternative(15, ({ checks }) => {
      expect(checks.items.filter((i) => !i.ok)).toEqual([])
      expect(checks.ok).toBe(true)
    })
  })

  test('says why wherever a value is missing', patient, () => {
    everyAlternative(15, (of) => {
      const holes = [
        ...Object.entries(of.lines).filter(([, line]) => line.rows.some((r) => r.values.includes(null))),
        ...Object.entries(of.figures).filter(([id, figure]) => !(id in of.lines) && hasNull(figure)),
      ].map(([id]) => id)
      const said = (name: string) => of.warnings.some((w) => w.message.includes(`«${name}»`))
      expect(holes.filter((id) => !said(book.byId.get(id)?.es ?? id))).toEqual([])
      expect(of.viability.filter((v) => v.passed === null && !said(v.id))).toEqual([])
    })
  })
})

describe('what the figures of every plan must add up to', () => {
  test(
    'waste generated is collected or not; what is collected is returned, disposed of or handled specially',
    patient,
    () => {
      fc.assert(
        fc.property(documents, (document) => {
          const scenario = scenarioOf(document)
          const specially = new Set(
            scenario.territory.municipalities.flatMap((m) =>
              m.waste.streams.filter((s) => !s.toLandfill).map((s) => `${m.id} ${s.id}`),
            ),
          )
          for (const of of alternativesOf(document)) {
            const generated = totalIn(of, 'generation')
            const collected = totalIn(of, 'collected')
            const special = totalIn(of, 'collected', (at) => specially.has(`${at.municipality} ${at.stream}`))
            const years = generated.length
            expectSame('uncollected', [sumOf([collected, totalIn(of, 'uncollected')], years), generated], generated)
            const kept = sumOf([totalIn(of, 'reincorporated'), totalIn(of, 'disposed'), special], years)
            expectSame('collected', [kept, collected], generated)
            for (const id of ['generation', 'collected', 'uncollected', 'recovered', 'reincorporated', 'disposed'])
              for (const { values } of rowsIn(of, id))
                values.forEach((v, t) => void expect(v).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, generated[t] ?? 0)))
          }
        }),
        runs(15),
      )
    },
  )

  test('what users are entitled to pay is what they are billed, plus subsidies, less contributions', patient, () => {
    everyAlternative(15, (of) => {
      const [entitled, billed, given, paid] = [
        ...['tariffEntitlement', 'billing', 'subsidy', 'contribution'].map((id) => totalIn(of, id)),
      ] as [number[], number[], number[], number[]]
      const made = billed.map((b, t) => b + (given[t] ?? 0) - (paid[t] ?? 0))
      expectSame('entitlement', [made, entitled], entitled)
    })
  })

  test('the balance sheet balances', patient, () => {
    everyAlternative(15, (of) => {
      const claims = sumOf([totalIn(of, 'liabilities'), totalIn(of, 'equity')], totalIn(of, 'assets').length)
      const scale = sumOf(
        [...['liabilities', 'netFixedAssets'].map((id) => totalIn(of, id)), totalIn(of, 'cash').map(Math.abs)],
        claims.length,
      )
      expectSame('assets', [totalIn(of, 'assets'), claims], scale)
    })
  })

  test('cash is what there was and what came in', patient, () => {
    fc.assert(
      fc.property(documents, (document) => {
        const variants = variantsOf(document)
        for (const [v, { scenario }] of scenarioVariants(scenarioOf(document)).entries())
          for (const [i, of] of (variants[v]?.alternatives ?? []).entries()) {
            let { cash } = scenario.alternatives[i]?.existing ?? scenario.existing
            const kept = totalIn(of, 'netCashFlow').map((flow) => {
              cash += flow
              return cash
            })
            const size = Math.max(...totalIn(of, 'totalUses').map(Math.abs), ...kept.map(Math.abs))
            expectSame('cash', [totalIn(of, 'cash'), kept], new Array<number>(kept.length).fill(size))
          }
      }),
      runs(15),
    )
  })

  test('sources are equal to uses, year by year and named one by one', patient, () => {
    everyAlternative(15, ({ sourcesAndUses }) => {
      const sources = Object.values(sourcesAndUses.sources)
      const uses = Object.values(sourcesAndUses.uses)
      const years = uses[0]?.length ?? 0
      const size = sumOf(
        uses.map((u) => u.map((v) => Math.abs(v ?? 0))),
        years,
      )
      expectSame('sources', [sumOf(sources, years), sumOf(uses, years)], size)
    })
  })
})
