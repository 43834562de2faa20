import { landfillShortfall } from '../../../model/1-projections/landfill.ts'
import { affordability, unfundedSubsidy } from '../../../model/4-tariffs/billing.ts'
import { providerCash } from '../../../model/6-statements/cash.ts'
import { debtServiceCover } from '../../../model/6-statements/ratios.ts'
import { totalUses } from '../../../model/6-statements/sources-uses.ts'
import { planNpv, pvCosts, pvFunding, pvUses } from '../../../model/7-evaluation/figures.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import { totalOf } from '../../../study/run.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import type { Sheet, Value } from '../cells.ts'
import { columnName, put } from '../cells.ts'
import { verdictFormat } from '../formats.ts'
import type { Place } from '../layout.ts'
import { columns, nowCell } from '../layout.ts'
import { formulas, label, section } from '../pages/rows.ts'
import type { PlanSheets } from '../workbook.ts'
import type { Ground } from './ground.ts'
import { block, datum, placeOf, single, slotOf, span, word, written } from './ground.ts'
import { licenceRows } from './licence.ts'
import { limitRows } from './limits.ts'

/**
 * Viabilidad [11.3] on the sheet of checks: every test as a formula over the plan's own lines, so that a plan can be made
 * viable in the spreadsheet; gives the cell of the verdict.
 */
export function viabilityRows(plan: PlanSheets, result: AlternativeResult, locale: Locale): Place {
  const sheet = plan.sheets.get('checks') as Sheet
  const of: Ground = { ...plan, sheet, locale }
  const start = sheet.cells.length + 1
  section(sheet, start, word(of, 'head'), columns.firstYear)
  const master = start + result.viability.length + 1
  // The tests stand first; what they are read from follows them.
  sheet.cells[master] = []
  section(sheet, master + 2, word(of, 'support'), columns.firstYear)
  const tests = testsOf(of)
  const look = { role: 'verdict', format: verdictFormat(word(of, 'passed'), word(of, 'failed')) } as const
  result.viability.forEach(({ id, passed }, i) => {
    const row = start + 1 + i
    label(sheet, row, {
      ...{ name: termOf('viability', id, locale), unit: word(of, 'holds'), numeral: '11.3', code: `viability:${id}` },
    })
    const value: Value = passed === null ? word(of, 'notJudged') : passed ? 1 : 0
    const formula = tests[id]
    put(sheet, row, columns.value, formula === undefined ? { value, look } : { value, formula, look })
  })
  const own = columnName(columns.value)
  label(sheet, master, { name: word(of, 'master'), code: 'viable', numeral: '11.3' }, 'subtotal')
  put(sheet, master, columns.value, {
    value: result.viable ? 1 : 0,
    formula: `MIN(${own}${start + 2}:${own}${master})`,
    look,
  })
  return { sheet: sheet.name, row: master }
}

/** The formula of each test: 1 where it holds, 0 where it does not; none where the plan has nothing to judge. */
function testsOf(of: Ground): Readonly<Record<string, string | undefined>> {
  const whether = (holds: string): string => `IF(${holds},1,0)`
  const judged = (cells: string, holds: string): string => `IF(COUNT(${cells})=0,"${word(of, 'notJudged')}",${holds})`
  const scale = (from: number): string => {
    const uses = span(of, placeOf(of, totalUses), from)
    return `((${uses}>1)*${uses}+(${uses}<=1))`
  }
  const cash = span(of, placeOf(of, providerCash), 0)
  const cover = span(of, placeOf(of, debtServiceCover), 1)
  const leastCover = datum(of, '/economy/minimumDebtServiceCover')
  const effort = block(of, affordability, 1)
  const mostEffort = datum(of, '/economy/affordabilityLimit')
  const shortfall = span(of, placeOf(of, landfillShortfall), 1)
  const hasSites = of.layout.of.places.alternative.sites.length > 0
  // What is without funds in the base year is the diagnosis, not the plan.
  const unfunded = span(of, subsidyRow(of), 1)
  const limits = limitRows(of)
  const unlicensed = hasSites ? licenceRows(of) : []
  const tonnes = unlicensed.map((row) => span(of, row, 1)).join('+')
  const enough = (value: string, least: string): string => `${value}>=${least}-${written}*MAX(1,${least})`
  return {
    cash: whether(`SUMPRODUCT((${cash}<-${written}*${scale(0)})*1)=0`),
    planNpv: whether(`${single(of, planNpv)}>=-${written}*MAX(1,${single(of, pvUses)})`),
    debtServiceCover: judged(cover, whether(enough(`MIN(${cover})`, leastCover ?? '0'))),
    subsidyFunding: whether(`SUMPRODUCT((${unfunded}>${written}*${scale(1)})*1)=0`),
    legalLimits: limits.cells.length === 0 ? undefined : whether(`SUM(${joined(limits.cells)})=0`),
    affordability: judged(effort, whether(`MAX(${effort})<=${mostEffort ?? '0'}+${written}`)),
    landfill: hasSites ? whether(`MAX(${shortfall})<=${written}*MAX(1,MAX(${shortfall}))`) : undefined,
    licensedDisposal: hasSites ? whether(`SUMPRODUCT(((${tonnes})>${written})*1)=0`) : undefined,
    costsFunded: whether(enough(single(of, pvFunding), single(of, pvCosts))),
  }
}

/** Rows that follow one another are one block of cells. */
const joined = (cells: readonly string[]): string => `${cells[0]}:${cells.at(-1)}`

/** Subsidies that nobody funds, of all municipalities and classes together, by year. */
function subsidyRow(of: Ground): Place {
  const { sheet, layout } = of
  const row = sheet.cells.length
  label(sheet, row, {
    name: word(of, 'subsidy'),
    unit: 'COP',
    numeral: '5.5.2',
    code: 'viability:subsidyFunding:total',
  })
  const place = placeOf(of, unfundedSubsidy)
  const last = { sheet: place.sheet, row: place.row + slotOf(of, unfundedSubsidy).domain.rows.length - 1 }
  const template = `SUM(${nowCell(sheet.name, place)}:${nowCell(place.sheet, last)})`
  formulas(sheet, row, { template, values: totalOf(layout.of, unfundedSubsidy), unit: 'COP', once: false })
  return { sheet: sheet.name, row }
}
