import { book } from '../../model/book.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Locale } from '../../text/numbers.ts'
import { groundOf } from '../../text/studies/tracking.ts'
import { evaluate } from '../evaluate.ts'
import type { AlternativeResult, Result } from '../result.ts'
import type { Compared, Observation, Thresholds } from './compare.ts'
import { compared } from './compare.ts'
import { reanchor } from './reanchor.ts'
import type { FigureChange } from './version-diff.ts'
import { changedFigures } from './version-diff.ts'

type Kept = Observation & { readonly id: string }

export interface Followed {
  readonly scenario: Scenario
  /** With the lines of intermediate steps. */
  readonly result: Result
  /** Which alternative is being carried out. */
  readonly index: number
  readonly observations: readonly Kept[]
}

/** Seguimiento [13]: the observed against the plan, the plan re-anchored on it, and the document of a modification. */
export function tracked({ scenario, result, index, observations }: Followed, thresholds: Thresholds, locale: Locale) {
  const before = result.variants[0]?.alternatives[index] as AlternativeResult
  const judged = compared(before.lines, observations, { baseYear: scenario.baseYear, thresholds })
  const items = judged.map((one) => evidenceOf(one, locale))
  const anchored = reanchor(scenario, index, observations)
  const after = anchored.scenario && evaluate(anchored.scenario, { locale, details: true })
  const { figures } = changedFigures(result, after).alternatives.find(({ id }) => id === before.id) ?? { figures: [] }
  const substantial = items.filter(({ level }) => level === 'substantial')
  const beyond = items.filter(({ level }) => level !== 'inPlan')
  const ground = groundOf(substantial.length, locale, thresholds)
  const level =
    substantial.length > 0 ? ('substantial' as const) : beyond.length > 0 ? ('alert' as const) : ('inPlan' as const)
  const lines = [...new Set(observations.map(({ line }) => line))]
  return {
    tracking: {
      alternative: before.id,
      thresholds: { ...thresholds },
      level,
      items,
      projections: {
        factors: [...anchored.factors],
        patch: anchored.patch,
        years: result.years.financial,
        lines: Object.fromEntries(
          lines.flatMap((line) => {
            const told = bothOf(before, after?.variants[0]?.alternatives[index], line)
            return told ? [[line, told]] : []
          }),
        ),
        problems: anchored.problems.map((p) => ({ pointer: p.pointer, code: p.code, message: p[locale] })),
      },
      modification: { required: substantial.length > 0, ground, evidence: beyond.map(({ id }) => id), figures },
    },
    document: {
      alternative: before.name,
      ground,
      evidence: items,
      figures: figures.map((one) => wordedIn(one, locale)),
    },
  }
}

/** Figures in the words of the book. */
function wordedIn(change: FigureChange, locale: Locale): FigureChange {
  const entry = book.byId.get(change.figure)
  return entry ? { ...change, figure: entry[locale] } : change
}

function evidenceOf({ observation, label, ...judged }: Compared<Kept>, locale: Locale) {
  const { id, year, line, at, value, source } = observation
  return { id, year, line, label: label[locale], at: { ...at }, observed: value, source, ...judged }
}

function bothOf(before: AlternativeResult, after: AlternativeResult | undefined, line: string) {
  const planned = before.lines[line]
  if (planned === undefined) return undefined
  const rows = planned.rows.map(({ at, values }) => {
    const own = after?.lines[line]?.rows.find((row) => JSON.stringify(row.at) === JSON.stringify(at))
    return { at, planned: values, projected: own?.values ?? values.map(() => null) }
  })
  return { unit: planned.unit, rows }
}
