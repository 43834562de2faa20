import { plain } from '../../../text/numbers.ts'
import type { Values } from '../../report/base/numbers.ts'
import type { GridColumn, GridRow } from '../print/grid.ts'
import { grid } from '../print/grid.ts'
import type { Sheet } from './sheet.ts'
import { yearsShown } from './sheet.ts'

/** A row of a table by years. */
export interface YearRow {
  readonly label: string
  readonly values?: Values
  /** Text columns between label and years. */
  readonly extra?: readonly string[]
  readonly format?: (value: number | null) => string
  readonly rule?: GridRow['rule']
}

interface YearTable {
  readonly head: string
  /** Heads of the text columns between label and years. */
  readonly extra?: readonly string[]
  readonly rows: readonly YearRow[]
  readonly last: number
  readonly format: (value: number | null) => string
}

const widest = 138
const labelWidth = 46
const figureWidth = 11

/** A table with a column a year; too many years go on in a second table below. */
export function yearTable(sheet: Sheet, { head, extra = [], rows, last, format }: YearTable): string[] {
  const base = sheet.result.years.base
  const years = yearsShown(sheet, last)
  const fit = Math.max(4, Math.floor((widest - labelWidth - extra.length * 10) / figureWidth))
  const blocks = Array.from({ length: Math.ceil(years.length / fit) }, (_, i) => years.slice(i * fit, (i + 1) * fit))
  return blocks.flatMap((block, i) => {
    const columns: GridColumn[] = [
      { head, most: labelWidth, least: labelWidth },
      ...extra.map((text): GridColumn => ({ head: text, align: 'right', least: 8 })),
      ...block.map((t): GridColumn => ({ head: String(base + t), align: 'right', least: figureWidth - 2 })),
    ]
    const printed = rows.map((r): GridRow => {
      const write = r.format ?? format
      const cells = block.map((t) => (r.values === undefined || t >= r.values.length ? '' : write(r.values[t] ?? null)))
      return {
        cells: [r.label, ...extra.map((_, j) => r.extra?.[j] ?? ''), ...cells],
        ...(r.rule ? { rule: r.rule } : {}),
      }
    })
    return [...(i > 0 ? [''] : []), ...grid(columns, printed)]
  })
}

/** Millions with one decimal; what rounds to nothing carries no minus. */
export const inMillions =
  ({ locale }: Pick<Sheet, 'locale'>) =>
  (value: number | null): string =>
    rounded(value === null ? null : value / 1e6, 1, locale)

export const decimals =
  ({ locale }: Pick<Sheet, 'locale'>, count: number, scale = 1) =>
  (value: number | null): string =>
    rounded(value === null ? null : value * scale, count, locale)

function rounded(value: number | null, count: number, locale: Sheet['locale']): string {
  return plain(value !== null && Math.abs(value) < 0.5 / 10 ** count ? 0 : value, count, locale)
}
