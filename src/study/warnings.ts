import type { Entry, Finding } from '../formula/entry.ts'
import { references } from '../formula/entry.ts'
import { formulaAt, operandsOf } from '../formula/explain.ts'
import type { See, Slot } from '../formula/interpret.ts'
import type { Computed } from '../formula/order.ts'
import { isComputed } from '../formula/order.ts'
import { renderText } from '../formula/render.ts'
import type { LawValue } from '../law/parameter.ts'
import { isLawId, lawParameters } from '../law/parameter.ts'
import { discountFactor } from '../model/3-costs/discount.ts'
import { incomeTax } from '../model/6-statements/cash.ts'
import { badDebt, operatingIncome } from '../model/6-statements/income.ts'
import { book } from '../model/book.ts'
import { resultWarnings } from '../text/messages.ts'
import { percent } from '../text/numbers.ts'
import type { Sentence } from '../text/viability.ts'
import { tieOutWarnings } from './diagnosis/tie-out.ts'
import { wantedPointer } from './diagnosis/trace.ts'
import { legalBreaches } from './legal-limits.ts'
import { loanLineWarnings } from './lender/loan-lines.ts'
import type { AlternativeRun } from './run.ts'
import { series } from './run.ts'
import { fundingFindings } from './tariffs/funding-findings.ts'
import { populationWarnings } from './variants/population-findings.ts'
import type { ViabilityTest } from './viability.ts'

export interface Warning {
  readonly pointer: string
  readonly code: string
  readonly message: Sentence
}

/** Everything that a reader of this alternative's figures should know before using them. */
export function warningsOf(of: AlternativeRun, shown: readonly Computed[], tests: readonly ViabilityTest[]): Warning[] {
  return [
    ...undefinedLines(of, shown),
    ...notEvaluated(tests),
    ...populationWarnings(of),
    ...tieOutWarnings(of),
    ...recalledLaws(of),
    ...tariffWarnings(of),
    ...fundingFindings(of),
    ...loanLineWarnings(of),
  ]
}

/** One warning a line that has no value somewhere, with the first reason found. */
function undefinedLines(of: AlternativeRun, shown: readonly Computed[]): Warning[] {
  return shown.flatMap((entry) => {
    const slot = of.run.slots.get(entry) as Slot
    const first = firstUndefined(of.run.buffer, slot)
    if (first < 0) return []
    const { pointer, reason } = reasonOf(of, entry, { row: Math.floor(first / slot.years), t: first % slot.years })
    return [{ pointer, code: 'undefined', message: resultWarnings.undefinedLine(entry, reason) }]
  })
}

function firstUndefined(buffer: Float64Array, { offset, domain, years }: Slot): number {
  const cells = domain.rows.length * years
  for (let cell = 0; cell < cells; cell += 1) if (Number.isNaN(buffer[offset + cell])) return cell
  return -1
}

/** Follows undefined operands down to a missing input, a zero divisor or a method's own reason. */
function reasonOf(
  of: AlternativeRun,
  entry: Computed,
  cell: { row: number; t: number },
): { pointer: string; reason: Sentence } {
  if (entry.type === 'method') return { pointer: '', reason: lowered((of.run.findings.get(entry) as Finding).because) }
  const cause = operandsOf(of.run, entry, cell).find((o) => Number.isNaN(o.value))
  if (!cause) {
    const formula = formulaAt(of.run, entry, cell.row)
    const byDefinition = formula !== undefined && renderText(formula).includes('missing()')
    return { pointer: '', reason: byDefinition ? resultWarnings.byDefinition : resultWarnings.zeroDivisor }
  }
  if (isComputed(cause.entry)) {
    const below = of.run.slots.get(cause.entry) as Slot
    return reasonOf(of, cause.entry, { row: of.run.domains.rowOf(below.domain, cause.at), t: cause.t })
  }
  const pointer = cause.entry.type === 'input' ? wantedPointer(of, { entry: cause.entry, at: cause.at }) : ''
  return { pointer, reason: resultWarnings.missingInput(cause.entry) }
}

const lowered = ({ es, en }: Sentence): Sentence => ({
  es: es.charAt(0).toLowerCase() + es.slice(1, -1),
  en: en.charAt(0).toLowerCase() + en.slice(1, -1),
})

const notEvaluated = (tests: readonly ViabilityTest[]): Warning[] =>
  tests
    .filter((t) => t.passed === null)
    .map((t) => ({ pointer: '', code: 'not-evaluated', message: resultWarnings.notEvaluated(t.id, t.message) }))

/** Laws that these figures used and whose value nobody has confirmed. */
function recalledLaws(of: AlternativeRun): Warning[] {
  const used = new Set([...lawsRead(of), ...legalBreaches(of).laws])
  return [...used].filter(isRecalled).map((l) => ({
    pointer: '',
    code: 'recalled-law',
    message: resultWarnings.recalledLaw(l.title, `${l.norm}, ${l.article}`),
  }))
}

const isRecalled = (law: LawValue): boolean => law.confirmed === 'recalled'
const mayBeRecalled = (entry: Entry): boolean =>
  entry.type === 'parameter' && isLawId(entry.law) && lawParameters[entry.law].values.some(isRecalled)
/** Lines whose formulas name a law that has an unconfirmed value: the others need not be walked. */
const unsureLines = [...book.formulas].flatMap(([line, formula]) =>
  references(formula).some(mayBeRecalled) ? [line] : [],
)

/** Unconfirmed legal values that some cell really read, not those in branches that no year took. */
function lawsRead(of: AlternativeRun): Set<LawValue> {
  const laws = new Set<LawValue>()
  const seen = new Set<number>()
  const see: See = ({ entry, offset }, _row, t) => {
    if (entry.type !== 'parameter' || seen.has(offset + t)) return
    seen.add(offset + t)
    const law = of.bound.lawOf(entry.law, t)
    if (law) laws.add(law)
  }
  for (const line of unsureLines) {
    const slot = of.run.slots.get(line) as Slot
    const ready = of.run.ready.get(line)
    for (let row = 0; row < slot.domain.rows.length; row += 1)
      for (let t = 0; t < slot.years; t += 1) ready?.reads(row, t, see)
  }
  return laws
}

/** Cost recovery leaves out bad debt and tax: how much of the income they take. */
function tariffWarnings(of: AlternativeRun): Warning[] {
  const recovers = of.scenario.territory.municipalities.some(
    (m) => (of.places.alternative.tariff ?? m.tariff)?.method === 'costRecovery',
  )
  if (!recovers) return []
  const [lost, tax, income, factor] = [badDebt, incomeTax, operatingIncome, discountFactor].map((l) =>
    series(of, l),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array]
  const pv = (x: Float64Array) => x.reduce((s, v, t) => s + v * (factor[t] as number), 0)
  const share = (pv(lost) + pv(tax)) / pv(income)
  return share > 0
    ? [
        {
          pointer: '',
          code: 'cost-recovery-short',
          message: {
            es: resultWarnings.costRecoveryShort(percent(share)).es,
            en: resultWarnings.costRecoveryShort(percent(share, 'en')).en,
          },
        },
      ]
    : []
}
