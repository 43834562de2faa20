import { scaleColumn } from '../../../../numeric/scale.ts'
import type { AlternativeResult, Ranking } from '../../../../study/result.ts'
import { paperWords } from '../../../../text/cli/paper.ts'
import { termOf } from '../../../../text/cli/terms.ts'
import type { Locale } from '../../../../text/numbers.ts'
import { plain } from '../../../../text/numbers.ts'
import type { CompareWords } from '../../../../text/web/compare.ts'
import { compareWords } from '../../../../text/web/compare.ts'
import type { Cell, Column, Row } from '../../parts/data-table.tsx'
import type { Way } from '../../parts/written.ts'
import { unitOf, wayOf, written } from '../../parts/written.ts'
import type { Question } from '../../state/address.ts'
import type { LineName } from '../../state/names.ts'

export interface Compared {
  readonly alternatives: readonly AlternativeResult[]
  readonly ranking: Ranking
  /** Differences are shown to it. */
  readonly base: AlternativeResult | undefined
  readonly lines: ReadonlyMap<string, LineName> | undefined
  readonly locale: Locale
}

/** The line that gives each criterion, and how its numbers are read. */
const criterionLines: Readonly<Record<string, readonly [line: string, way: Way]>> = {
  coverage: ['meanCoverage', 'percent'],
  continuity: ['meanContinuity', 'percent'],
  reincorporation: ['reincorporatedTonnes', 'count'],
  landfillCapacity: ['landfillCapacityYears', 'tenths'],
  employment: ['jobYears', 'count'],
  environment: ['environmentShare', 'percent'],
  costCoverage: ['costCoverage', 'percent'],
  pvCosts: ['pvCosts', 'millions'],
  averageTariff: ['averageTariff', 'pesos'],
  territorialContribution: ['territorialContribution', 'millions'],
}
const lessIsBetter: ReadonlySet<string> = new Set(['pvCosts', 'averageTariff', 'territorialContribution'])

const figures = [
  ...['planNpv', 'projectNpv', 'equityNpv', 'irr', 'mirr', 'paybackYear', 'benefitCostRatio', 'pvIncome'],
  ...['levelizedCost', 'equivalentAnnualCost', 'usersAtHorizon'],
]

/** Where a test of viability takes its number from. */
const testLines: Readonly<Record<string, string>> = {
  cash: 'cash',
  planNpv: 'planNpv',
  debtServiceCover: 'debtServiceCover',
  subsidyFunding: 'unfundedSubsidy',
  affordability: 'affordability',
  landfill: 'landfillShortfall',
  costsFunded: 'pvFunding',
}

/** The first ranked at the left, those set aside at the right; a chosen base before all. */
export function ordered({ alternatives, ranking, base }: Omit<Compared, 'lines' | 'locale'>): AlternativeResult[] {
  const placed = ranking.order.map(({ alternative }) => alternative)
  const rank = (id: string): number => (id === base?.id ? -1 : placed.includes(id) ? placed.indexOf(id) : placed.length)
  return [...alternatives].sort((a, b) => rank(a.id) - rank(b.id))
}

export function columnsOf({ alternatives, ranking, base, locale }: Compared): Column[] {
  const words = compareWords[locale]
  return alternatives.map(({ id, name }) => {
    const place = ranking.order.find(({ alternative }) => alternative === id)?.place
    const notes = [place === undefined ? words.aside : words.place(place), ...(id === base?.id ? [words.isBase] : [])]
    return { id, head: name, note: notes.join(' · '), current: id === base?.id }
  })
}

export function rowsOf(of: Compared): Row[] {
  const words = compareWords[of.locale]
  const group = (id: string, name: string): Row => ({ id, name, kind: 'group', cells: [] })
  return [
    group('verdict-group', words.groups.verdict),
    ...verdictRows(of, words),
    group('criteria-group', words.groups.criteria),
    ...criterionRows(of),
    group('figures-group', words.groups.figures),
    ...figureRows(of),
    group('tests-group', words.groups.tests),
    ...testRows(of, words),
  ]
}

function verdictRows({ alternatives, ranking, locale }: Compared, words: CompareWords): Row[] {
  const verdict = alternatives.map(({ id, viable, viability }): Cell => {
    const failed = viability.find(({ passed }) => passed === false)
    const text = viable ? `✓ ${words.viable}` : `✕ ${words.notViable}`
    const question = failed === undefined ? { line: 'planNpv' } : testQuestion(failed)
    return { text, note: failed?.message, question, alternative: id }
  })
  const scores = Object.entries(ranking.methods).map(([method, order]): Row => {
    const cells = alternatives.map(({ id }): Cell => {
      const found = order.find(({ alternative }) => alternative === id)
      if (found === undefined) return { text: words.none, value: null }
      const score = found.score === null ? '' : ` · ${words.points(plain(found.score * 100, 1, locale))}`
      return { text: `${found.place}.º${score}`, value: found.place }
    })
    return { id: method, name: capital(termOf('rankingMethod', method, locale)), cells }
  })
  return [{ id: 'verdict', name: words.verdict, cells: verdict }, ...scores]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function testQuestion({ id, year }: { id: string; year: number | null }): Question | undefined {
  const line = testLines[id]
  if (line === undefined) return undefined
  return year === null ? { line } : { line, year }
}

function criterionRows(of: Compared): Row[] {
  const { alternatives, locale } = of
  const units = paperWords[locale].criterionUnits as Readonly<Record<string, string>>
  return Object.entries(criterionLines).map(([criterion, [line, way]]) => {
    const values = alternatives.map(({ criteria }) => criteria[criterion] ?? null)
    const bars = scaleColumn(values, lessIsBetter.has(criterion) ? 'lower' : 'higher')
    const cells = values.map((value, at) => cellOf(of, { at, value, way, line, values, bar: bars[at] }))
    return { id: criterion, name: `${termOf('criterion', criterion, locale)} (${units[criterion] ?? ''})`, cells }
  })
}

function figureRows(of: Compared): Row[] {
  const { alternatives, lines, locale } = of
  return figures.map((id) => {
    const line = lines?.get(id)
    const way = wayOf(id, line?.unit ?? 'COP')
    const values = alternatives.map(({ figures: all }) => {
      const value = all[id]
      return typeof value === 'number' ? value : null
    })
    const unit = unitOf(way, line?.unit ?? '', locale)
    const name = line?.[locale] ?? id
    const cells = values.map((value, at) => cellOf(of, { at, value, way, line: id, values }))
    return { id, name: unit === '' ? name : `${name} (${unit})`, cells }
  })
}

interface CellAsked {
  readonly at: number
  readonly value: number | null
  readonly values: readonly (number | null)[]
  readonly way: Way
  readonly line: string
  readonly bar?: number | undefined
}

function cellOf({ alternatives, base, locale }: Compared, { at, value, values, way, line, bar }: CellAsked): Cell {
  const one = alternatives[at]
  const common = { question: { line }, alternative: one?.id, bar }
  const zero = base === undefined ? undefined : values[alternatives.findIndex(({ id }) => id === base.id)]
  if (zero === undefined || one?.id === base?.id) return { ...common, text: written(value, way, locale), value }
  const difference = value === null || zero === null ? null : value - zero
  return { ...common, text: signed(difference, way, locale), value: difference }
}

function signed(value: number | null, way: Way, locale: Locale): string {
  // The difference between two years is a number of years.
  const text = written(value, way === 'year' ? 'count' : way, locale)
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

function testRows({ alternatives }: Compared, words: CompareWords): Row[] {
  const ids = [...new Set(alternatives.flatMap(({ viability }) => viability.map(({ id }) => id)))]
  return ids.map((test) => {
    const cells = alternatives.map(({ id, viability }): Cell => {
      const found = viability.find((one) => one.id === test)
      const passed = found?.passed ?? null
      const text = passed === null ? words.notEvaluated : passed ? `✓ ${words.passed}` : `✕ ${words.failed}`
      const question = found === undefined || passed === null ? undefined : testQuestion(found)
      return { text, note: found?.message, question, alternative: id }
    })
    return { id: `test-${test}`, name: words.testNames[test] ?? test, cells }
  })
}
