import fc from 'fast-check'
import { expect, test } from 'vitest'
import { book } from '../../src/model/book.ts'
import type { AlternativeResult, Figure } from '../../src/study/result.ts'
import { scaleMoney } from './money.ts'
import { alternativesOf } from './results.ts'
import { documents, patient, runs } from './scenarios.ts'

interface Document {
  territory: { municipalities: object[] }
  alternatives: { projects: object[] }[]
}

const pairs = (a: unknown, b: unknown): [AlternativeResult, AlternativeResult][] => {
  const others = alternativesOf(b)
  return alternativesOf(a).map((x, i) => [x, others[i] as AlternativeResult])
}

/** Numbers of a figure, told apart by their place in it. */
const flat = (figure: Figure | undefined, at = ''): Map<string, number | null> =>
  figure === null || figure === undefined || typeof figure === 'number'
    ? new Map([[at, figure ?? null]])
    : new Map(
        Object.entries(figure).flatMap(([key, v]: [string, Figure]) =>
          [...flat(v, `${at}/${key}`)].map(([place, n]): [string, number | null] => [place, n]),
        ),
      )

const unitOf = (id: string): string => book.byId.get(id)?.unit ?? ''

/** Every figure is the other's, times k where it is money; a difference of present values is measured by their size. */
function expectFigures(found: AlternativeResult, wanted: AlternativeResult, k = 1): void {
  const size = Math.max(...['pvCosts', 'pvIncome', 'pvFunding'].map((id) => Math.abs(Number(wanted.figures[id] ?? 0))))
  for (const [id, figure] of Object.entries(wanted.figures)) {
    const mine = flat(found.figures[id])
    const factor = unitOf(id).startsWith('COP') ? k : 1
    const floor = unitOf(id) === 'COP' ? size * k : 1e-3
    for (const [place, value] of flat(figure))
      expectSame(`${id}${place}`, [mine.get(place) ?? null, value, factor], floor)
  }
}

type Trio = readonly [found: number | null, wanted: number | null, factor: number]

function expectSame(what: string, [found, wanted, factor]: Trio, floor: number): void {
  const same =
    wanted === null
      ? found === null
      : Math.abs((found ?? Number.NaN) - wanted * factor) <= 1e-9 * Math.max(Math.abs(wanted * factor), floor)
  if (!same) throw new Error(`${what}: ${found} instead of ${wanted} times ${factor}`)
}

test('with all money times k, every present value is times k and every ratio, test and place stays', patient, () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(4, 0.125, 1024), (document, k) => {
      for (const [one, many] of pairs(document, scaleMoney(document, k))) {
        expectFigures(many, one, k)
        expect(many.viability.map((v) => [v.id, v.passed])).toEqual(one.viability.map((v) => [v.id, v.passed]))
        for (const [id, line] of Object.entries(one.lines)) {
          const factor = line.unit.startsWith('COP') ? k : 1
          const others = many.lines[id]?.rows ?? []
          line.rows.forEach(({ values }, row) => {
            values.forEach((value, t) => {
              expectSame(`${id} at t = ${t}`, [others[row]?.values[t] ?? null, value, factor], 0)
            })
          })
        }
      }
    }),
    runs(6),
  )
})

test('the order in which municipalities are written does not matter', patient, () => {
  fc.assert(
    fc.property(documents, (document) => {
      const given = document as unknown as Document
      const municipalities = given.territory.municipalities.toReversed()
      for (const [one, other] of pairs(document, { ...given, territory: { municipalities } })) {
        expectFigures(other, one)
        expect(other.viable).toBe(one.viable)
      }
    }),
    runs(8),
  )
})

const nothing = (baseYear: number) => ({
  id: 'nada',
  program: 'institutional',
  costs: [
    { id: 'nada-1', category: 'administration', amount: 0 },
    { id: 'nada-2', category: 'operationMaintenance', unit: 0, driver: 'tonnesCollected' },
    { id: 'nada-3', category: 'investment', class: 'works', amount: { year: baseYear + 1, amount: 0 }, life: 5 },
  ],
})

test('a project that costs nothing changes nothing but the list of projects', patient, () => {
  fc.assert(
    fc.property(documents, (document) => {
      const given = document as unknown as Document & { baseYear: number }
      const alternatives = given.alternatives.map((a) => ({ ...a, projects: [...a.projects, nothing(given.baseYear)] }))
      for (const [one, other] of pairs(document, { ...given, alternatives })) {
        const figures = ({ projectCoverage: _, ...rest }: AlternativeResult['figures']) => rest
        const plan = (of: AlternativeResult) => {
          const { figures: all, viability, criteria, budget, stages } = of
          const lines = Object.entries(of.lines).map(([id, { rows }]) => [
            id,
            rows.filter(({ at }) => !`${at.project} ${at.item}`.includes('nada')),
          ])
          return JSON.parse(JSON.stringify({ figures: figures(all), lines, viability, criteria, budget, stages }))
        }
        expect(plan(other)).toEqual(plan(one))
      }
    }),
    runs(8),
  )
})
