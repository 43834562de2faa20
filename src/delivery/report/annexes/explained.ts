import type { TracedCell } from '../../../study/explain.ts'
import { explainCell } from '../../../study/explain.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { htmlWords } from '../../../text/report/html.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { readable } from '../base/numbers.ts'
import { placeWords } from '../base/sheet.ts'
import type { Block, Part, Row } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

const figures = [
  ...['planNpv', 'projectNpv', 'costCoverage', 'pvCosts', 'averageTariff', 'levelizedCost'],
  'territorialContribution',
]
/** Told for the last year of the plan. */
const yearly = ['operatingIncome', 'operatingExpense', 'netProfit', 'netCashFlow', 'cash', 'debtServiceCover']

/** ¿De dónde salen las cifras?: the main figures of the alternative with their formula, its numbers and its operands. */
export function explained(context: Context): Part {
  const words = htmlWords[context.locale]
  const last = context.result.years.financial.at(-1) ?? context.result.years.base
  return {
    blocks: [
      heading(1, words.explained),
      paragraph(words.intro),
      ...figures.flatMap((line) => told(context, line, context.result.years.base)),
      ...yearly.flatMap((line) => told(context, line, last)),
    ],
  }
}

function told(context: Context, line: string, year: number): Block[] {
  const { of, locale } = context
  const words = htmlWords[locale]
  const cell = explainCell(of, { line, at: {}, year })
  const name = cell.year === null ? cell[locale] : `${cell[locale]}, ${cell.year}`
  const value = `${readable(cell.value, locale)} ${unitInWords(cell.unit, locale)}`
  return [
    heading(2, name),
    paragraph(value, 'lead'),
    ...(cell.because === undefined ? [] : [paragraph(cell.because[locale])]),
    ...(cell.formula === undefined
      ? []
      : [paragraph(cell.formula.text, 'formula'), paragraph(cell.formula.withNumbers, 'formula')]),
    table({
      caption: words.operands,
      columns: words.heads.map((head, i) => ({
        head,
        width: [40, 16, 18, 26][i] ?? 20,
        ...(i === 1 ? { align: 'right' as const } : {}),
      })),
      rows: cell.operands.map((one): Row => operandRow(context, one)),
    }),
  ]
}

function operandRow(context: Context, one: TracedCell): Row {
  const { locale } = context
  const places = placeWords(context, one.at)
  const name = [one[locale], one.year ?? '', places].filter(Boolean).join(', ')
  return { cells: [name, readable(one.value, locale), unitInWords(one.unit, locale), comesFrom(one, locale)] }
}

function comesFrom({ kind, origin }: TracedCell, locale: Context['locale']): string {
  const words = htmlWords[locale]
  if (kind === 'line') return words.line
  if (origin?.law !== undefined) return `${origin.law.norm}, ${origin.law.article}`
  if (origin?.source !== undefined) {
    return `${origin.source.source} (${termOf('sourceStatus', origin.source.status, locale)})`
  }
  if (origin?.isDefault === true) return words.isDefault
  return origin?.pointer ?? ''
}
