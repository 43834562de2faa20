import type { Criterion } from '../../../scenario/document/ranking.ts'
import { criteria } from '../../../scenario/document/ranking.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { GridRow } from '../print/grid.ts'
import { grid, hanging, heading, lengthOf } from '../print/grid.ts'
import type { Paper, Sheet } from './sheet.ts'
import { decimals, inMillions } from './year-table.ts'

const marks = { true: '✓', false: '✗', null: '–' } as const

/** Viabilidad [11.3]: every test with its mark and its sentence. */
export function viability({ words, alternative, locale }: Sheet): string[] {
  const names = alternative.viability.map((t) => termOf('viability', t.id, locale))
  const width = Math.max(...names.map(lengthOf))
  return [
    ...heading(words.viability),
    '',
    ...alternative.viability.flatMap((t, i) =>
      hanging(`  ${marks[`${t.passed}`]} ${(names[i] ?? '').padEnd(width)}  `, t.message),
    ),
    '',
    `  ${verdictOf(alternative, { words, locale })}`,
  ]
}

/** «Viable», or «No viable» with the tests that fail. */
export function verdictOf(alternative: AlternativeResult, { words, locale }: Pick<Paper, 'words' | 'locale'>): string {
  if (alternative.viable) return words.viable
  const failing = alternative.viability.filter((t) => t.passed === false).map((t) => termOf('viability', t.id, locale))
  return words.failing(failing.join(', ').toLowerCase())
}

const benefits = 6
const lowerIsBetter: ReadonlySet<Criterion> = new Set(['pvCosts', 'averageTariff', 'territorialContribution'])
const shares: ReadonlySet<Criterion> = new Set(['coverage', 'continuity', 'environment', 'costCoverage'])

/** A criterion's value without its unit: shares as percentages, money in millions, tariffs in pesos. */
export function criterionValue(paper: Pick<Paper, 'locale'>, criterion: Criterion, value: number | null): string {
  const { locale } = paper
  if (shares.has(criterion)) return decimals({ locale }, 1, 100)(value)
  if (criterion === 'pvCosts' || criterion === 'territorialContribution') return inMillions({ locale })(value)
  return decimals({ locale }, criterion === 'landfillCapacity' || criterion === 'employment' ? 1 : 0)(value)
}

/** Criterios de decisión [10.3] of one alternative, in legal order. */
export function criteriaOf(sheet: Sheet): string[] {
  const { words } = sheet
  return [...heading(words.criteria), '', ...criteriaTable(sheet, [sheet.alternative])]
}

/** Criteria × alternatives; with several, the best of each row is marked. */
export function criteriaTable(paper: Paper, alternatives: readonly AlternativeResult[]): string[] {
  const { words, locale } = paper
  const row = (criterion: Criterion, i: number): GridRow => {
    const values = alternatives.map((a) => a.criteria[criterion] ?? null)
    const written = values.map((v) => criterionValue(paper, criterion, v))
    const best = bestOf(written, values, lowerIsBetter.has(criterion))
    const code = i < benefits ? `B${i + 1}` : `C${i - benefits + 1}`
    return {
      cells: [
        `  ${code} ${termOf('criterion', criterion, locale)}`,
        ...written.map((text) =>
          alternatives.length > 1 ? `${text}${best !== undefined && text === best ? '*' : ' '}` : text,
        ),
        words.criterionUnits[criterion],
        ...(alternatives.length > 1 ? [] : [words.better[lowerIsBetter.has(criterion) ? 'lower' : 'higher']]),
      ],
    }
  }
  const columns = [
    { head: words.criterion },
    ...alternatives.map((a) => ({
      head: alternatives.length > 1 ? a.name : words.value,
      align: 'right' as const,
      most: 16,
    })),
    { head: words.unit },
    ...(alternatives.length > 1 ? [] : [{ head: '' }]),
  ]
  const blank = (label: string): GridRow => ({ cells: [label] })
  const rows = criteria.map(row)
  return [
    ...grid(columns, [blank(words.benefits), ...rows.slice(0, benefits), blank(words.costs), ...rows.slice(benefits)]),
    ...(alternatives.length > 1 ? [`  ${words.best}`] : []),
  ]
}

/** The text of the best value; none where all read the same. */
function bestOf(written: readonly string[], values: readonly (number | null)[], lower: boolean): string | undefined {
  if (new Set(written).size < 2) return undefined
  const known = values.filter((v) => v !== null)
  if (known.length === 0) return undefined
  return written[values.indexOf(lower ? Math.min(...known) : Math.max(...known))]
}
