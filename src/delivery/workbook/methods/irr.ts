import type { Entry } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import { methodWords } from '../../../text/workbook/methods.ts'
import { columnName } from '../cells.ts'
import { columns, nowCell, spanCells, valueCell } from '../layout.ts'
import { valuesOf } from '../pages/rows.ts'
import type { Asking, MethodFormula } from './asking.ts'

/** Rows that the internal rate of return needs beside its own. */
export const irrRows = 4

/** Rates are tried from −90 % to 897 %, evenly in their logarithms. */
const reach = 2.3

interface Search {
  readonly grid: number[]
  readonly worth: number[]
  readonly low: number[]
  readonly high: number[]
  readonly value: number
}

/** Tasa interna de retorno [11.3] in cells: a grid of rates finds the one fall through zero, halving and a step of Newton the root. Undefined where that is not what the method found. */
export function irrFormula(asking: Asking): MethodFormula | undefined {
  const { layout, method, sheet, helperAt, locale } = asking
  const [flow, rate, mid] = method.of() as readonly [Entry, Entry, Entry]
  const { of, indexRow } = layout
  const flows = valuesOf(of, flow, 0)
  if (flows.some(Number.isNaN)) return undefined
  const length = of.scenario.horizon.waste + 1
  const [discount = 0] = valuesOf(of, rate, 0)
  const isMid = valuesOf(of, mid, 0)[0] !== 0
  const found = searched(flows, { length, discount, isMid })
  const [wanted = Number.NaN] = valuesOf(of, method, 0)
  if (!(Object.is(found.value, wanted) || Math.abs(found.value - wanted) <= 1e-12)) return undefined
  const place = (entry: Entry) => layout.places.get(entry) as { sheet: string; row: number }
  const { years } = of.run.slots.get(flow) as Slot
  const amounts = spanCells(sheet, place(flow), { from: 0, to: years - 1 })
  const t = spanCells(sheet, indexRow, { from: 0, to: years - 1 })
  const when = `(${t}-IF(${valueCell(sheet, place(mid))}<>0,0.5,0)*(${t}>0))`
  const worthAt = (log: string) => `SUMPRODUCT(${amounts},EXP(-(${log})*${when}))`
  const row = (n: number) => helperAt(n) + 1
  const now = (n: number) => nowCell(sheet, { sheet, row: helperAt(n) })
  const before = (n: number) => `\u0002${row(n)}`
  const span = (n: number, from = 0, to = length - 1) => spanCells(sheet, { sheet, row: helperAt(n) }, { from, to })
  const falls = `(${span(1, 0, length - 2)}>0)*(${span(1, 1)}<=0)`
  const index = nowCell(sheet, indexRow)
  const first = `SUMPRODUCT(${falls}*(${spanCells(sheet, indexRow, { from: 0, to: length - 2 })}+1))`
  const end = (n: number) => `$${columnName(columns.firstYear + length - 1)}$${row(n)}`
  const middle = `((${before(2)}+${before(3)})/2)`
  const last = `((${end(2)}+${end(3)})/2)`
  const root = `EXP(${last}+${worthAt(last)}/SUMPRODUCT(${amounts},${when},EXP(-${last}*${when})))-1`
  const d = valueCell(sheet, place(rate))
  const worth = worthAt(`LN(1+${d})`)
  const single = `SUMPRODUCT(${falls})=1`
  const agrees = `OR(ABS(${root}-${d})<=1E-9*MAX(1,ABS(${d})),SIGN(${root}-${d})=SIGN(${worth}))`
  const half = (n: 2 | 3) => {
    const [keeps, moves] = n === 2 ? [before(2), middle] : [middle, before(3)]
    return `IF(${index}=0,IF(${single},INDEX(${span(0)},${first}${n === 3 ? '+1' : ''}),0),IF(${worthAt(middle)}>0,${moves},${keeps}))`
  }
  const helper = (name: keyof typeof methodWords, template: string, values: readonly number[]) => ({
    name: methodWords[name][locale],
    template,
    values,
    once: false,
  })
  return {
    // A flow that may lack a year has no rate in that case.
    template: `IF(AND(${single},COUNT(${amounts})=${years}),IFERROR(IF(${agrees},${root},""),""),"")`,
    helpers: [
      helper('irrGrid', `${-reach}+${2 * reach}*${index}/${length - 1}`, found.grid),
      helper('irrValues', worthAt(now(0)), found.worth),
      helper('irrLow', half(2), found.low),
      helper('irrHigh', half(3), found.high),
    ],
  }
}

/** The same search in numbers: what the cells show before anything is recalculated. */
function searched(
  flows: readonly number[],
  { length, discount, isMid }: { length: number; discount: number; isMid: boolean },
): Search {
  const when = flows.map((_, t) => (isMid && t > 0 ? t - 0.5 : t))
  const sum = (log: number, by: (t: number) => number = () => 1) =>
    flows.reduce((total, x, t) => total + x * by(when[t] as number) * Math.exp(-log * (when[t] as number)), 0)
  const grid = Array.from({ length }, (_, i) => -reach + (2 * reach * i) / (length - 1))
  const worth = grid.map((log) => sum(log))
  const falls = worth.flatMap((v, i) => (v > 0 && (worth[i + 1] ?? 1) <= 0 ? [i] : []))
  const isSingle = falls.length === 1
  const low = [isSingle ? (grid[falls[0] as number] as number) : 0]
  const high = [isSingle ? (grid[(falls[0] as number) + 1] as number) : 0]
  for (let i = 1; i < length; i += 1) {
    const [a, b] = [low[i - 1] as number, high[i - 1] as number]
    const middle = (a + b) / 2
    const isAbove = sum(middle) > 0
    low.push(isAbove ? middle : a)
    high.push(isAbove ? b : middle)
  }
  const last = ((low.at(-1) as number) + (high.at(-1) as number)) / 2
  const root = Math.exp(last + sum(last) / sum(last, (t) => t)) - 1
  const distance = root - discount
  const agrees =
    Math.abs(distance) <= 1e-9 * Math.max(1, Math.abs(discount)) ||
    Math.sign(distance) === Math.sign(sum(Math.log1p(discount)))
  return { grid, worth, low, high, value: isSingle && agrees ? root : Number.NaN }
}
