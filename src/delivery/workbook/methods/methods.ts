import type { Entry } from '../../../formula/entry.ts'
import type { Slot } from '../../../formula/interpret.ts'
import { methodWords } from '../../../text/workbook/methods.ts'
import { columnName } from '../cells.ts'
import { columns, nowCell, seenFrom, spanCells, valueCell } from '../layout.ts'
import { valuesOf } from '../pages/rows.ts'
import type { Asking, MethodFormula, MethodRow } from './asking.ts'
import { irrFormula } from './irr.ts'

const tiny = '1E-9'

/** A method as a spreadsheet's own functions say it; undefined where they cannot. */
export function methodFormula(asking: Asking): MethodFormula | undefined {
  const of = asking.method.of() as readonly Entry[]
  const span = (n: number) => {
    const entry = of[n] as Entry
    const { years } = asking.layout.of.run.slots.get(entry) as Slot
    return spanCells(asking.sheet, asking.layout.places.get(entry) as never, { from: 0, to: years - 1 })
  }
  const one = (n: number) => valueCell(asking.sheet, asking.layout.places.get(of[n] as Entry) as never)
  const now = (n: number) => nowCell(asking.sheet, asking.layout.places.get(of[n] as Entry) as never)
  const plain = (template: string): MethodFormula => ({ template, helpers: [] })
  const { id } = asking.method
  if (id === 'irr') return irrFormula(asking)
  if (id === 'mirr')
    return plain(
      `IF(AND(COUNTIF(${span(0)},">0")>0,COUNTIF(${span(0)},"<0")>0),MIRR(${span(0)},${one(1)},${one(1)}),"")`,
    )
  if (id === 'paybackYear')
    return paybackFormula(asking, { flow: now(0), flows: span(0), rate: one(1), mid: one(2), base: one(3) })
  if (id === 'greatestTariffRise' || id === 'tariffShock') {
    const later = span(0).replace(`$${columnName(columns.firstYear)}$`, `$${columnName(columns.firstYear + 1)}$`)
    return plain(`IF(COUNT(${later})=0,"",MAX(${later}))`)
  }
  if (id === 'landfillCapacityYears') {
    const end = (n: number) => lastOf(asking, of[n] as Entry)
    return plain(
      `IF(SUMPRODUCT((${span(2)}>${tiny}*${span(1)})*1)>0,0,IF(${one(4)}<>0,${one(3)},IF(${end(1)}=0,${one(3)},MIN(${one(3)},${end(0)}/${end(1)}))))`,
    )
  }
  const short = shortRow(asking, now(0), now(1))
  const first = `MATCH(1,${helperSpan(asking, 0, short.values.length)},0)`
  if (id === 'landfillEndYear') return { template: `IFERROR(INDEX(${span(2)},${first}),"")`, helpers: [short] }
  if (id === 'landfillLifeYears') return { template: `IFERROR(${first}-2,COLUMNS(${span(0)})-1)`, helpers: [short] }
  if (id === 'nextSiteStartYear')
    return {
      template: `IFERROR(IF((${one(3)}+0)>0,INT(INDEX(${span(2)},${first})-${one(3)}),""),"")`,
      helpers: [short],
    }
  return undefined
}

function lastOf({ layout, sheet }: Asking, entry: Entry): string {
  const { years } = layout.of.run.slots.get(entry) as Slot
  const place = layout.places.get(entry) as never as { sheet: string; row: number }
  return `${seenFrom(sheet, place.sheet)}$${columnName(columns.firstYear + years - 1)}$${place.row + 1}`
}

const helperSpan = ({ sheet, helperAt }: Asking, n: number, length: number): string =>
  spanCells(sheet, { sheet, row: helperAt(n) }, { from: 0, to: length - 1 })

function shortRow({ layout, method, locale }: Asking, shortfall: string, volume: string): MethodRow {
  const [s, v] = method.of() as readonly Entry[]
  const volumes = valuesOf(layout.of, v as Entry, 0)
  const values = valuesOf(layout.of, s as Entry, 0).map((x, t) => (x > 1e-9 * (volumes[t] as number) ? 1 : 0))
  return {
    name: methodWords.short[locale],
    template: `IF(${shortfall}>${tiny}*${volume},1,0)`,
    values,
    once: false,
  }
}

function paybackFormula(
  asking: Asking,
  { flow, flows, rate, mid, base }: { flow: string; flows: string; rate: string; mid: string; base: string },
): MethodFormula {
  const { layout, method, sheet, helperAt, locale } = asking
  const [f, r, m] = method.of() as readonly [Entry, Entry, Entry]
  const amounts = valuesOf(layout.of, f, 0)
  const [discount = 0] = valuesOf(layout.of, r, 0)
  const [isMid = 0] = valuesOf(layout.of, m, 0)
  let sum = 0
  const values = amounts.map((x, t) => {
    sum += x / (1 + discount) ** (isMid && t > 0 ? t - 0.5 : t)
    return sum
  })
  const index = nowCell(sheet, layout.indexRow)
  const t = spanCells(sheet, layout.indexRow, { from: 0, to: values.length - 1 })
  const row = helperAt(0)
  const cumulative = spanCells(sheet, { sheet, row }, { from: 0, to: values.length - 1 })
  const zero = `(1E-13*SUMPRODUCT(ABS(${flows}),(1+${rate})^(-${t})))`
  const last = `SUMPRODUCT(MAX((${cumulative}<-${zero})*(${t}+1)))`
  return {
    template: `IF(${last}>=COLUMNS(${cumulative}),"",${base}+${last})`,
    helpers: [
      {
        name: methodWords.discounted[locale],
        template: `\u0002${row + 1}+${flow}/(1+${rate})^(${index}-IF(AND(${mid}<>0,${index}>0),0.5,0))`,
        values,
        once: false,
      },
    ],
  }
}
