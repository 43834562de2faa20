import type { Computed } from '../../formula/order.ts'
import { renderText } from '../../formula/render.ts'
import { unitInWords } from '../../text/units.ts'
import { baseYearLines } from './base-year.ts'
import { collectionIndicators, sectorsUsers } from './collection.ts'
import { commercialIndicators } from './commercial.ts'
import { componentCosts } from './costs.ts'
import { disposalIndicators } from './disposal.ts'
import type { Indicator } from './measures.ts'
import { presentationIndicators } from './presentation.ts'
import { providerIndicators } from './providers.ts'
import { recoveryIndicators } from './recovery.ts'
import { sweepingIndicators } from './sweeping.ts'
import { costIndicators } from './unit-costs.ts'

const byNumeral = (a: Indicator, b: Indicator): number =>
  (a.line.numeral ?? '').localeCompare(b.line.numeral ?? '', 'en', { numeric: true })

/** Every indicator of 5.2–5.5, in the order of the resolution. */
export const indicators: readonly Indicator[] = [
  ...presentationIndicators,
  ...collectionIndicators,
  ...sweepingIndicators,
  ...recoveryIndicators,
  ...disposalIndicators,
  ...costIndicators,
  ...providerIndicators,
  ...commercialIndicators,
].sort(byNumeral)

/** The chapter's lines for the book: the indicators, their literal formulas and their projections. */
export const diagnosisLines: readonly Computed[] = [
  ...indicators.flatMap(({ line, literal, projected }) => [line, literal, projected]),
  ...Object.values(componentCosts).map(({ byCategory }) => byCategory),
  ...baseYearLines,
  sectorsUsers,
].filter((line) => line !== undefined)

/** One indicator as the table of the documents lists it. */
export interface IndicatorRow {
  readonly id: string
  readonly symbol: string
  readonly es: string
  /** As the resolution prints it; empty for what is measured. */
  readonly printed: string
  /** In consistent units, in the language of the book; empty for what is measured. */
  readonly consistent: string
  readonly unit: string
  readonly numeral: string
  readonly unsound: boolean
}

/** Tabla de indicadores [5.2–5.5]: symbol, formula as printed, consistent formula, unit and numeral, out of the book. */
export const indicatorTable = (): readonly IndicatorRow[] =>
  indicators.map(({ line, symbol, printed, literal }) => {
    const formula = renderText(line.formula())
    return {
      id: line.id,
      symbol,
      es: line.es,
      printed,
      // a measure reads its own place in the document, nothing else
      consistent: formula.includes(`${line.id}Whole`) ? '' : formula,
      unit: unitInWords(line.unit),
      numeral: line.numeral ?? '',
      unsound: literal !== undefined,
    }
  })
