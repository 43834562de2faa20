import type { Line, Method } from '../../formula/entry.ts'
import { isComputed } from '../../formula/order.ts'
import { book } from '../../model/book.ts'
import type { Criterion } from '../../scenario/document/ranking.ts'
import { criteria } from '../../scenario/document/ranking.ts'
import type { Problem } from '../../scenario/problem.ts'
import { termOf } from '../../text/cli/terms.ts'
import { studyProblems } from '../../text/studies/sensitivity.ts'
import type { Sentence } from '../../text/viability.ts'
import { criteriaOf } from '../criteria.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull, rowsOf } from '../run.ts'
import { isViable, viabilityOf } from '../viability.ts'
import { refusal } from './inputs.ts'

/** A figure that a study follows: any single one of the book, a line in a year, a criterion, or a test (1 passed, 0 failed). */
export interface StudyFigure {
  readonly id: string
  readonly unit: string
  readonly label: Sentence
  /** It can only be 1 or 0. */
  readonly flag: boolean
  readonly read: (of: AlternativeRun) => number | null
}

export type FigureReading =
  | { readonly ok: true; readonly figure: StudyFigure }
  | { readonly ok: false; readonly problem: Problem }

const testIds = [
  ...['cash', 'planNpv', 'debtServiceCover', 'subsidyFunding', 'legalLimits', 'affordability', 'landfill'],
  ...['licensedDisposal', 'costsFunded'],
]

const criterionUnits: Readonly<Record<Criterion, string>> = {
  coverage: 'share',
  continuity: 'share',
  reincorporation: 't',
  landfillCapacity: 'year',
  employment: 'job·year',
  environment: 'share',
  costCoverage: 'share',
  pvCosts: 'COP',
  averageTariff: 'COP/user·month',
  territorialContribution: 'COP',
}

const flag = (passed: boolean | null | undefined): number | null => (passed == null ? null : passed ? 1 : 0)

const sentence = (dimension: string, member: string): Sentence => ({
  es: termOf(dimension, member, 'es'),
  en: termOf(dimension, member, 'en'),
})

/**
 * The figure that a text names, checked against an evaluated alternative.
 *
 * `planNpv`, `coverage`, `viable`, `test:cash`, `cash:2030`, `userTariff:2030:userClass=stratum1,zone=urban`; rows of an
 * additive line that the keys do not tell apart are added up. `pointer` is where the question stands in the body.
 */
export function readFigure(of: AlternativeRun, text: string, pointer: string): FigureReading {
  const [name = '', year = '', keys = ''] = text.split(':')
  const fail = (code: string, words: Sentence): FigureReading => ({
    ok: false,
    problem: refusal(pointer, code, words, text),
  })
  if (text === 'viable') return made(text, viableFigure)
  if (name === 'test' && testIds.includes(year) && keys === '') return made(text, testFigure(year))
  const criterion = criteria.find((c) => c === text)
  if (criterion) {
    const label = sentence('criterion', criterion)
    return made(text, {
      unit: criterionUnits[criterion],
      label,
      flag: false,
      read: (run) => criteriaOf(run)[criterion],
    })
  }
  const entry = book.byId.get(name)
  if (!entry || !isComputed(entry) || (entry.type !== 'line' && entry.type !== 'method'))
    return fail('figure-unknown', studyProblems.figureUnknown(text))
  return lineFigure({ of, entry, text }, { year, keys }, fail)
}

const made = (id: string, rest: Omit<StudyFigure, 'id'>): FigureReading => ({ ok: true, figure: { id, ...rest } })

const viableFigure: Omit<StudyFigure, 'id'> = {
  unit: '',
  label: { es: 'Viable (1 = sí)', en: 'Viable (1 = yes)' },
  flag: true,
  read: (run) => flag(isViable(viabilityOf(run))),
}

const testFigure = (test: string): Omit<StudyFigure, 'id'> => ({
  unit: '',
  label: sentence('viability', test),
  flag: true,
  read: (run) => flag(viabilityOf(run).find((t) => t.id === test)?.passed),
})

interface Asking {
  readonly of: AlternativeRun
  readonly entry: Line | Method
  readonly text: string
}

function lineFigure(
  { of, entry, text }: Asking,
  { year, keys }: { year: string; keys: string },
  fail: (code: string, words: Sentence) => FigureReading,
): FigureReading {
  const dimensions = entry.over.map((d) => d.id).join(', ') || '–'
  const at = keysOf(keys)
  const { baseYear } = of.scenario
  const all = rowsOf(of, entry)
  const length = all[0]?.values.length ?? 0
  const t = entry.axis === 'once' ? 0 : Number(year) - baseYear
  const given = entry.axis === 'once' ? year === '' : /^\d{4}$/u.test(year) && t >= 0 && t < length
  if (!at || at.some(([dimension]) => !entry.over.some((d) => d.id === dimension)))
    return fail('figure-row', studyProblems.figureRow(entry.id, dimensions))
  const matching = all.filter((row) => at.every(([dimension, member]) => row.at[dimension] === member))
  if (matching.length === 0) return fail('figure-row', studyProblems.figureRow(entry.id, dimensions))
  if (!given) return fail('figure-year', studyProblems.figureYear(entry.id, `${baseYear} a ${baseYear + length - 1}`))
  if (matching.length > 1 && !(entry.type === 'line' && addsUp(entry)))
    return fail('figure-keys', studyProblems.figureKeys(entry.id, dimensions))
  const read = (run: AlternativeRun) => {
    const rows = rowsOf(run, entry).filter((row) => at.every(([dimension, member]) => row.at[dimension] === member))
    return orNull(rows.reduce((sum, row) => sum + (row.values[t] as number), 0))
  }
  return made(text, { unit: entry.unit, label: { es: entry.es, en: entry.en }, flag: false, read })
}

const addsUp = (entry: Line): boolean => entry.additive === true

function keysOf(text: string): [string, string][] | undefined {
  if (text === '') return []
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? undefined : ([pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as [string, string])
  })
  return pairs.every((p) => p !== undefined) ? (pairs as [string, string][]) : undefined
}
