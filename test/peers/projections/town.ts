import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import type { Line } from '../../../src/formula/entry.ts'
import { book } from '../../../src/model/book.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import type { AlternativeRun } from '../../../src/study/run.ts'
import { runAlternative, totalOf } from '../../../src/study/run.ts'

interface Published {
  readonly baseYear: number
  /** What the published work gives of its town; the rest is one class whose dwellings are all served. */
  readonly town: Readonly<Record<string, unknown>>
  readonly alternative?: Readonly<Record<string, unknown>>
  readonly waste?: number
}

const shop = minimal.territory.municipalities[0]

/** A plan of one town with the figures of a published work. */
function planOf({ baseYear, town, alternative, waste = 30 }: Published) {
  const read = readScenario({
    schemaVersion: '1',
    name: 'Trabajo publicado',
    norm: 'resolution-1045-2003',
    baseYear,
    horizon: { financial: 15, waste },
    economy: { inflation: 0, discountRate: 0.1, discountRateBasis: 'No se usa' },
    territory: {
      municipalities: [
        {
          id: 'pueblo',
          users: [
            { class: 'stratum1', zone: 'urban', dwellings: 100, served: 100, billed: 100, productionPerUser: 0.1 },
          ],
          tariff: shop?.tariff,
          ...town,
        },
      ],
    },
    alternatives: [{ id: 'plan', statusQuo: true, ...alternative }],
  })
  if (!read.ok) throw new Error(read.problems.map(({ pointer, en }) => `${pointer}: ${en}`).join('\n'))
  return read.scenario
}

/** The book run on a published town. */
export const runOf = (published: Published): AlternativeRun => runAlternative(planOf(published), 0)

/** A line of the run by calendar year, summed over its rows. */
export function byYear(of: AlternativeRun, id: string): (year: number) => number {
  const line = book.byId.get(id)
  if (line?.type !== 'line') throw new Error(`no line ${id}`)
  const values = totalOf(of, line as Line)
  return (year) => values[year - of.scenario.baseYear] as number
}

/** Every warning with this code that an evaluation of the published town gives. */
export const warningsOf = (published: Published, code: string) =>
  evaluate(planOf(published)).variants[0]!.alternatives[0]!.warnings.filter((w) => w.code === code)
