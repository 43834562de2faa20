import { book } from '../../src/model/book.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { AlternativeResult, Ranking } from '../../src/study/result.ts'
import type { AlternativeRun } from '../../src/study/run.ts'
import { orNull, rowsOf, runAlternative } from '../../src/study/run.ts'
import { arithmetic } from './arithmetic.ts'
import type { Expected, Wanted, WantedRow } from './cases.ts'

/** What a case is compared with. */
export interface Evaluated {
  readonly scenario: Scenario
  readonly result: AlternativeResult
  readonly ranking: Ranking
  readonly tolerance: number
}

interface Row {
  readonly at: Readonly<Record<string, string>>
  readonly values: readonly (number | null)[]
}

/** Everything in which the evaluation differs from what the case expects, a sentence each; and how much was compared. */
export function differences(of: Evaluated, expected: Expected): { different: string[]; compared: number } {
  const found = [
    ...linesDiffer(of, expected.lines ?? {}),
    ...valuesDiffer(of, { at: 'figures', got: of.result.figures, wanted: expected.figures ?? {} }),
    ...valuesDiffer(of, { at: 'criteria', got: of.result.criteria, wanted: expected.criteria ?? {} }),
    ...viabilityDiffers(of, expected),
    ...membersDiffer(of, {
      at: 'populationMethods',
      rows: of.result.populationMethods,
      wanted: expected.populationMethods,
    }),
    ...membersDiffer(of, { at: 'budget', rows: of.result.budget, wanted: expected.budget }),
    ...membersDiffer(of, { at: 'stages', rows: of.result.stages, wanted: expected.stages }),
    ...membersDiffer(of, { at: 'ranking', rows: of.ranking.order, wanted: expected.ranking?.order }),
    ...setDiffers(of, expected),
    of.result.checks.ok ? '' : `checks: ${JSON.stringify(of.result.checks.items.filter(({ ok }) => !ok))}`,
  ]
  return { different: found.filter((sentence) => sentence !== ''), compared: found.length - 1 }
}

/** A figure against what is expected of it; empty where they agree. A zero is compared with the size of its row. */
function differs(got: unknown, wanted: unknown, how: { at: string; tolerance: number; size?: number }): string {
  if (typeof wanted !== 'number' && (typeof wanted !== 'string' || typeof got === 'string' || got === undefined)) {
    return got === wanted ? '' : `${how.at}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`
  }
  const value = arithmetic(wanted)
  const scale = value === 0 ? Math.max(1, how.size ?? 1) : Math.abs(value)
  if (typeof got === 'number' && Math.abs(got - value) <= how.tolerance * scale) return ''
  return `${how.at}: ${String(got)} instead of ${value}${typeof wanted === 'string' ? ` (${wanted})` : ''}`
}

function linesDiffer(of: Evaluated, lines: NonNullable<Expected['lines']>): string[] {
  return Object.entries(lines).flatMap(([id, wanted]) => {
    const rows = rowsOfLine(of, id)
    if (rows === undefined) return [`${id}: no such line`]
    const list = (Array.isArray(wanted) ? wanted : [wanted]) as readonly WantedRow[]
    return list.flatMap((row) => rowDiffers(of, { id, rows, row }))
  })
}

/** Rows of a line as the result carries them; those that it leaves out, as the book computed them. */
function rowsOfLine({ scenario, result }: Evaluated, id: string): readonly Row[] | undefined {
  const shown = result.lines[id]
  if (shown) return shown.rows
  const line = book.byId.get(id)
  if (line?.type !== 'line') return undefined
  const run =
    runs.get(result) ??
    runAlternative(
      scenario,
      scenario.alternatives.findIndex((a) => a.id === result.id),
    )
  runs.set(result, run)
  return rowsOf(run, line).map(({ at, values }) => ({ at, values: Array.from(values, orNull) }))
}

const runs = new WeakMap<AlternativeResult, AlternativeRun>()

function rowDiffers(of: Evaluated, { id, rows, row }: { id: string; rows: readonly Row[]; row: WantedRow }): string[] {
  const { at = {}, ...wanted } = row as { at?: Record<string, string> } & Record<string, Wanted>
  const name = [id, ...Object.values(at)].join(' ')
  const fits = rows.filter((r) => Object.entries(at).every(([dimension, member]) => r.at[dimension] === member))
  // a sum over the towns stands beside the rows of each; without `at` it is the one that is meant
  const fewest = Math.min(...fits.map((r) => Object.keys(r.at).length))
  const [found, second] = fits.filter((r) => Object.keys(r.at).length === fewest)
  if (!found || second) return [`${name}: ${fits.length} rows instead of one`]
  const size = Math.max(...found.values.map((v) => Math.abs(v ?? 0)))
  return Object.entries(wanted).map(([year, value]) =>
    differs(found.values[Number(year) - of.scenario.baseYear], value, {
      at: `${name} ${year}`,
      tolerance: of.tolerance,
      size,
    }),
  )
}

/** Compares numbers inside objects and lists; a year picks a value of a list that runs over years. */
function valuesDiffer(of: Evaluated, { at, got, wanted }: { at: string; got: unknown; wanted: unknown }): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length) return [`${at}: ${JSON.stringify(got)}`]
    return wanted.flatMap((part: unknown, i) => valuesDiffer(of, { at: `${at} ${i}`, got: got[i], wanted: part }))
  }
  if (typeof wanted !== 'object' || wanted === null) return [differs(got, wanted, { at, tolerance: of.tolerance })]
  return Object.entries(wanted).flatMap(([key, part]) => {
    const inner: unknown = Array.isArray(got)
      ? got[Number(key) - of.scenario.baseYear]
      : (got as Record<string, unknown> | undefined)?.[key]
    return valuesDiffer(of, { at: `${at} ${key}`, got: inner, wanted: part })
  })
}

function viabilityDiffers(of: Evaluated, { viability = {}, viable }: Expected): string[] {
  const tests = Object.entries(viability).flatMap(([id, wanted]) =>
    valuesDiffer(of, { at: `viability ${id}`, got: of.result.viability.find((v) => v.id === id), wanted }),
  )
  const whole = viable === undefined ? [] : [differs(of.result.viable, viable, { at: 'viable', tolerance: 0 })]
  return [...tests, ...whole]
}

/** Rows found by their words (`program: disposal`), whose numbers must then agree. */
function membersDiffer(
  of: Evaluated,
  { at, rows, wanted = [] }: { at: string; rows: readonly object[]; wanted: readonly object[] | undefined },
): string[] {
  const isWord = (value: unknown): boolean => typeof value === 'string' && /^[a-z]/i.test(value)
  return wanted.flatMap((row) => {
    const words = Object.entries(row).filter(([, value]) => isWord(value))
    const fits = rows.filter((r) => words.every(([key, word]) => (r as Record<string, unknown>)[key] === word))
    const numbers = Object.fromEntries(Object.entries(row).filter(([, value]) => !isWord(value)))
    if (fits.length !== 1) return [`${at} ${JSON.stringify(row)}: ${fits.length} rows instead of one`]
    return [
      '',
      ...valuesDiffer(of, { at: `${at} ${words.map(([, w]) => w).join(' ')}`, got: fits[0], wanted: numbers }),
    ]
  })
}

function setDiffers({ result, ranking }: Evaluated, { warnings = [], noWarnings = [], ranking: order }: Expected) {
  const codes = new Set(result.warnings.map(({ code }) => code))
  const aside = (order?.setAside ?? []).map((id) =>
    ranking.setAside.some(({ alternative }) => alternative === id) ? '' : `not set aside: ${id}`,
  )
  return [
    ...warnings.map((code) => (codes.has(code) ? '' : `no warning ${code}, but ${[...codes].join()}`)),
    ...noWarnings.map((code) => (codes.has(code) ? `a warning ${code}` : '')),
    ...aside,
  ]
}
