import { loanDraw, loanFee, loanInterest, loanPrincipal } from '../../../model/5-funding/loans.ts'
import type { Covenant } from '../../../study/lender/covenants.ts'
import { lenderPack } from '../../../study/lender/lender.ts'
import { series } from '../../../study/run.ts'
import { householdBills } from '../../../study/tariffs/household-bill.ts'
import { covenantNames } from '../../../text/studies/lender.ts'
import type { Context } from '../base/context.ts'
import { chartOf } from '../base/context.ts'
import { decimals, inMillions, inPercent, yearText } from '../base/numbers.ts'
import {
  capital,
  isZero,
  labelOf,
  matches,
  nameOf,
  negated,
  placeWords,
  rowsOf,
  several,
  sumOf,
} from '../base/sheet.ts'
import type { YearRow } from '../base/year-table.ts'
import { yearTables } from '../base/year-table.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'
import { council } from '../parts/council.ts'

/** Financiación y créditos, and tarifas, subsidios y contribuciones [5.5.2, 10.1, 11.3]. */
export function funding(context: Context): Part[] {
  const { words } = context
  return [
    {
      landscape: true,
      blocks: [
        heading(2, words.funding.title),
        ...chartOf(context, 'funding'),
        ...loans(context),
        heading(2, words.subsidies.title),
        ...tariffs(context),
        ...balance(context),
        ...council(context),
        ...households(context),
      ],
    },
  ]
}

const loanLines = { loanDraw, loanPrincipal, loanInterest, loanFee }

function loans(context: Context): Block[] {
  const { words, of, scenario, locale, pesos } = context
  const { funding: w } = words
  const pack = lenderPack(
    scenario,
    scenario.alternatives.findIndex((a) => a.id === of.id),
  )
  if (pack.loans.length === 0) return [paragraph(w.noLoans)]
  const write = inMillions(locale)
  const paid = (line: keyof typeof loanLines, loan: string) =>
    context.real(Array.from(series(of, loanLines[line], { loan }))).reduce<number>((sum, v) => sum + (v ?? 0), 0)
  const served = !isZero(pack.debtService)
  return [
    table({
      caption: w.loans,
      unit: w.loanUnit(words.pesos.millions(pesos)),
      columns: w.loanHeads.map((head, i) => ({
        head,
        width: [26, 14, 10, 10, 10, 10, 10, 10][i] ?? 10,
        ...(i > 1 ? { align: 'right' as const } : {}),
      })),
      rows: pack.loans.map((l) => ({
        cells: [
          nameOf(context, 'loan', l.id),
          nameOf(context, 'entity', l.entity),
          ...(['loanDraw', 'loanPrincipal', 'loanInterest', 'loanFee'] as const).map((line) => write(paid(line, l.id))),
          decimals(locale, 1)(l.averageLife),
          inPercent(locale)(l.allInCost),
        ],
      })),
    }),
    ...(served ? service(context, pack) : []),
  ]
}

function service(context: Context, pack: ReturnType<typeof lenderPack>): Block[] {
  const { words, locale, pesos, real } = context
  const { funding: w } = words
  const ratio = decimals(locale, 2)
  return [
    ...chartOf(context, 'debt-service'),
    ...yearTables({
      caption: w.service,
      unit: words.pesos.millions(pesos),
      head: words.column.concept,
      rows: [
        { label: w.cashForDebt, values: real(pack.cashForDebtService) },
        { label: w.debtService, values: real(pack.debtService) },
        { label: w.debt, values: real(pack.debt) },
        { label: w.cover, values: pack.cover, write: ratio },
        { label: w.lifeCover, values: pack.loanLifeCover, write: ratio },
      ],
      years: pack.years,
      write: inMillions(locale),
    }),
    table({
      caption: w.covenants,
      columns: w.covenantHeads.map((head, i) => ({
        head,
        width: [40, 20, 20, 8, 12][i] ?? 10,
        ...(i > 0 && i < 4 ? { align: 'right' as const } : {}),
      })),
      rows: pack.covenants.map((c) => ({
        cells: [
          covenantNames[c.id]?.[locale] ?? c.id,
          covenantText(context, c.id, c.limit),
          covenantText(context, c.id, c.worst),
          yearText(c.year),
          c.passed === null ? '–' : c.passed ? words.summary.yes : words.summary.no,
        ],
      })),
    }),
  ]
}

/** A limit is judged in pesos of each year. */
function covenantText({ words, paper, locale }: Context, id: Covenant['id'], value: number | null): string {
  if (value === null) return '–'
  if (id === 'minimumCover') return `${decimals(locale, 2)(value)} ${paper.times}`
  if (id === 'maximumIndebtedness') return `${inPercent(locale)(value)} %`
  return `${inMillions(locale)(value)} ${words.pesos.millions(words.pesos.current)}`
}

function tariffs(context: Context): Block[] {
  const { words, paper, pesos, result, locale } = context
  const { subsidies: w, column } = words
  const reference = (['referenceFixed', 'referenceVariable'] as const).flatMap((line) =>
    rowsOf(context, line).map(({ at, values }): YearRow => {
      const label = line === 'referenceFixed' ? paper.fixed : paper.variable
      return { label: several(context) ? `${placeWords(context, at)}: ${label}` : label, values }
    }),
  )
  const factors = rowsOf(context, 'factor')
  const rows = rowsOf(context, 'userTariff').map(({ at, values }): YearRow => {
    const factor = factors.find((f) => matches(f.at, at))?.values[1] ?? null
    return {
      label: capital(placeWords(context, at)),
      extra: `${(factor ?? 0) > 0 ? '+' : ''}${inPercent(locale)(factor)}`,
      values,
    }
  })
  const common = { years: result.years.financial, write: decimals(locale, 0) }
  return [
    ...yearTables({
      ...common,
      caption: w.reference,
      unit: w.referenceUnit(pesos),
      head: column.concept,
      rows: reference,
    }),
    ...chartOf(context, 'tariffs'),
    ...yearTables({
      ...common,
      caption: w.tariffs,
      unit: w.tariffUnit(pesos),
      head: column.class,
      extra: `${paper.factor}, %`,
      rows,
    }),
    paragraph(paper.factorNote, 'note'),
  ]
}

function balance(context: Context): Block[] {
  const { words, paper, pesos, locale, result, scenario } = context
  const towns = several(context) ? scenario.territory.municipalities.map((m) => m.id) : [undefined]
  const rows = towns.flatMap((town): YearRow[] => {
    const at = town === undefined ? {} : { municipality: town }
    const row = (line: string, sign: 1 | -1 = 1): YearRow => {
      const values = sumOf(context, line, at)
      return { label: labelOf(line, locale), values: sign === 1 ? values : negated(values) }
    }
    const paid = [row('fundTransfer'), row('unfundedSubsidy'), row('fundSurplus')]
    return [
      ...(town === undefined ? [] : [{ label: nameOf(context, 'municipality', town) }]),
      row('contribution'),
      row('subsidy', -1),
      { ...row('subsidyBalance'), label: paper.balanceRow, kind: 'subtotal' },
      ...paid.filter((r) => !isZero(r.values ?? [])),
    ]
  })
  return [
    ...chartOf(context, 'subsidy-balance'),
    ...yearTables({
      caption: words.subsidies.balance,
      unit: words.pesos.millions(pesos),
      head: words.column.concept,
      rows,
      years: result.years.financial,
      write: inMillions(locale),
    }),
  ]
}

/** Lo que paga un hogar, with what share of its income that is. */
function households(context: Context): Block[] {
  const { words, of, result, locale, scenario } = context
  const { subsidies: w } = words
  const bills = householdBills(scenario).find((b) => b.id === of.id)?.households ?? []
  const name = (b: (typeof bills)[number]) =>
    capital(placeWords(context, { municipality: b.municipality, userClass: b.userClass, zone: b.zone }))
  if (bills.length === 0) return []
  const known = bills.filter((b) => b.years.some((y) => y.incomeShare !== null))
  return [
    heading(3, w.household),
    ...chartOf(context, 'affordability'),
    ...yearTables({
      caption: w.household,
      unit: w.householdUnit(words.pesos.baseYear(result.years.base)),
      head: words.column.class,
      rows: [
        ...bills.map((b): YearRow => ({ label: name(b), values: b.years.map((y) => y.tariffBaseYear) })),
        ...known.map(
          (b): YearRow => ({
            label: w.incomeShare(name(b)),
            values: b.years.map((y) => y.incomeShare),
            write: decimals(locale, 2, 100),
          }),
        ),
      ],
      years: result.years.financial,
      write: decimals(locale, 0),
    }),
  ]
}
