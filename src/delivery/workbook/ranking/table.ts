import type { Criterion } from '../../../scenario/document/ranking.ts'
import { criteria } from '../../../scenario/document/ranking.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import { better, weightsOf } from '../../../study/ranking.ts'
import type { AlternativeResult, VariantResult } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { rankingWords } from '../../../text/workbook/ranking.ts'
import type { Cell, Role, Sheet } from '../cells.ts'
import { columnName, put } from '../cells.ts'
import { criterionFormat } from '../pages/criteria.ts'
import { lexicographicRows } from './lexicographic.ts'
import type { RankingValues } from './values.ts'
import { rankingValues } from './values.ts'

/** Where the ranking finds what it ranks by, as its own formulas see it. */
export interface RankingSource {
  /** A criterion of the i-th alternative that is ranked. */
  readonly cell: (criterion: Criterion, i: number) => Pick<Cell, 'value' | 'formula'>
  readonly viable: (i: number) => string
  readonly weight: (place: number) => string
  readonly threshold: (place: number) => string
  readonly viableFirst: string
  readonly method: string
}

export interface RankingTable {
  readonly sheet: Sheet
  readonly row: number
  /** Columns of the labels, of what each criterion weighs, and of the first alternative. */
  readonly columns: { readonly label: number; readonly value: number; readonly first: number }
  readonly variant: VariantResult
  readonly wish: Scenario['ranking']
  readonly locale: Locale
  readonly source: RankingSource
}

/** Alternatives that passed the screening, in the order of the document: those that are ranked. */
export const ranked = ({ ranking, alternatives }: VariantResult): AlternativeResult[] =>
  alternatives.filter(({ id }) => ranking.order.some((o) => o.alternative === id))

/** Writes rows of the ranking: one formula along the alternatives. */
export class RankingRows {
  readonly at: RankingTable
  readonly size: number
  next: number

  constructor(at: RankingTable, size: number) {
    this.at = at
    this.size = size
    this.next = at.row
  }

  name(i: number): string {
    return columnName(this.at.columns.first + i)
  }

  /** A row's cells over every alternative, always the same ones. */
  span(row: number): string {
    return `$${this.name(0)}$${row + 1}:$${this.name(this.size - 1)}$${row + 1}`
  }

  /** One alternative's cell in a row. */
  own(i: number, row: number): string {
    return `${this.name(i)}${row + 1}`
  }

  head(text: string, value = ''): void {
    const { sheet, columns, variant } = this.at
    this.next += 1
    for (let c = columns.label; c < columns.first; c += 1)
      put(sheet, this.next, c, {
        value: c === columns.label ? text : c === columns.value ? value : null,
        look: { role: 'head' },
      })
    ranked(variant).forEach(
      ({ name }, i) => void put(sheet, this.next, columns.first + i, { value: name, look: { role: 'head' } }),
    )
    this.next += 1
  }

  /** Gives the row that it wrote. */
  write(
    text: string,
    cell: (i: number) => Pick<Cell, 'value' | 'formula'>,
    { format = '0', role = 'figure', value }: { format?: string; role?: Role; value?: Cell } = {},
  ): number {
    const { sheet, columns } = this.at
    const row = this.next
    put(sheet, row, columns.label, { value: text, look: { role: role === 'figure' ? 'label' : role } })
    if (role !== 'figure')
      for (let c = columns.label + 1; c < columns.first; c += 1) put(sheet, row, c, { value: null, look: { role } })
    if (value) put(sheet, row, columns.value, value)
    for (let i = 0; i < this.size; i += 1) put(sheet, row, columns.first + i, { ...cell(i), look: { role, format } })
    this.next += 1
    return row
  }
}

const ranks = '0.0000'

/** Jerarquización [10.3] by formula: the ten criteria, the three methods, and the place by the one that the plan asks for. */
export function rankingTable(at: RankingTable): void {
  const { variant, wish, locale, source } = at
  const w = rankingWords[locale]
  const listed = ranked(variant)
  if (listed.length === 0) return
  const rows = new RankingRows(at, listed.length)
  const weights = weightsOf(wish)
  const groups = listed.map(({ viable }) => (wish.requireViable && !viable ? 1 : 0))
  const raw = criteria.map((c) => listed.map((a) => a.criteria[c] ?? null))
  const thresholds = criteria.map((c) => Math.max(1e-9, wish.thresholds[c]))
  const values = rankingValues({ raw, better, weights, thresholds, groups })
  rows.head(w.criteria, w.weight)
  const first = rows.next
  criteria.forEach((c, j) => {
    const value: Cell = { value: weights[j] ?? 0, formula: source.weight(j), look: { role: 'figure', format: '0.000' } }
    rows.write(termOf('criterion', c, locale), (i) => source.cell(c, i), { format: criterionFormat(c), value })
  })
  const order = rows.write(w.order, (i) => ({
    value: i + 1,
    formula: `COLUMN()-COLUMN($${rows.name(0)}$1)+1`,
  }))
  const viable = rows.write(w.viable, (i) => ({ value: listed[i]?.viable ? 1 : 0, formula: source.viable(i) }))
  const group = rows.write(w.group, (i) => ({
    value: groups[i] ?? 0,
    formula: `IF(${source.viableFirst}=FALSE,0,1-${rows.own(i, viable)})`,
  }))
  const filled = filledRows(rows, { first, values })
  const found = (method: 'prioritized' | 'lexicographic' | 'topsis') =>
    listed.map(({ id }) => variant.ranking.methods[method]?.find((o) => o.alternative === id)?.place ?? 0)
  const score = prioritizedRow(rows, { filled, first, values })
  const placed = (score: number, method: 'prioritized' | 'topsis') =>
    rows.write(
      w.place,
      (i) => {
        const [s, own] = [rows.span(score), rows.own(i, score)]
        const before = `(${s}-${own}>1E-12)+(ABS(${s}-${own})<=1E-12)*(${rows.span(order)}<${rows.own(i, order)})`
        const g = rows.span(group)
        const formula = `SUMPRODUCT((${g}<${rows.own(i, group)})+(${g}=${rows.own(i, group)})*(${before}))+1`
        return { value: found(method)[i] ?? 0, formula }
      },
      { role: 'subtotal' },
    )
  const prioritized = placed(score, 'prioritized')
  const closeness = topsisRows(rows, { filled, first, values })
  const topsis = placed(closeness, 'topsis')
  const lexicographic = lexicographicRows(rows, { filled, order, group, values, found: found('lexicographic') })
  rows.head(w.final)
  rows.write(
    w.byMethod,
    (i) => ({
      value: variant.ranking.order.find((o) => o.alternative === listed[i]?.id)?.place ?? 0,
      formula: `IF(EXACT(${source.method},"lexicographic"),${rows.own(i, lexicographic)},IF(EXACT(${source.method},"topsis"),${rows.own(i, topsis)},${rows.own(i, prioritized)}))`,
    }),
    { role: 'subtotal' },
  )
}

interface Steps {
  readonly first: number
  readonly filled: number
  readonly values: RankingValues
}

/** What has no datum counts as the worst of its row. */
function filledRows(rows: RankingRows, { first, values }: Omit<Steps, 'filled'>): number {
  const { locale } = rows.at
  rows.head(rankingWords[locale].filled)
  const filled = rows.next
  criteria.forEach((c, j) => {
    const worst = `${better[j] === 'higher' ? 'MIN' : 'MAX'}(${rows.span(first + j)})`
    rows.write(
      termOf('criterion', c, locale),
      (i) => {
        const own = rows.own(i, first + j)
        return { value: values.filled[j]?.[i] ?? 0, formula: `IF(ISNUMBER(${own}),${own},${worst})` }
      },
      { format: criterionFormat(c) },
    )
  })
  return filled
}

const weightsAt = (rows: RankingRows, first: number): string => {
  const column = columnName(rows.at.columns.value)
  return `$${column}$${first + 1}:$${column}$${first + criteria.length}`
}

function prioritizedRow(rows: RankingRows, { first, filled, values }: Steps): number {
  const { locale } = rows.at
  const w = rankingWords[locale]
  rows.head(w.scaled)
  const scaled = rows.next
  criteria.forEach((c, j) => {
    const span = rows.span(filled + j)
    const [low, high] = [`MIN(${span})`, `MAX(${span})`]
    rows.write(
      termOf('criterion', c, locale),
      (i) => {
        const own = rows.own(i, filled + j)
        const share = better[j] === 'higher' ? `(${own}-${low})` : `(${high}-${own})`
        const formula = `IF(${high}-${low}<=1E-9*MAX(ABS(${low}),ABS(${high})),1,${share}/(${high}-${low}))`
        return { value: values.scaled[j]?.[i] ?? 0, formula }
      },
      { format: '0.000' },
    )
  })
  const column = (i: number) => `${rows.own(i, scaled)}:${rows.own(i, scaled + criteria.length - 1)}`
  return rows.write(
    w.score,
    (i) => ({ value: values.scores[i] ?? 0, formula: `SUMPRODUCT(${column(i)},${weightsAt(rows, first)})` }),
    { format: ranks, role: 'subtotal' },
  )
}

function topsisRows(rows: RankingRows, { first, filled, values }: Steps): number {
  const { locale, columns } = rows.at
  const w = rankingWords[locale]
  const value = columnName(columns.value)
  rows.head(w.weighed)
  const weighed = rows.next
  criteria.forEach((c, j) => {
    const length = `SQRT(SUMSQ(${rows.span(filled + j)}))`
    rows.write(
      termOf('criterion', c, locale),
      (i) => ({
        value: values.weighed[j]?.[i] ?? 0,
        formula: `IF(${length}=0,0,${rows.own(i, filled + j)}/${length}*$${value}$${first + j + 1})`,
      }),
      { format: ranks },
    )
  })
  const distance = (text: string, side: 'higher' | 'lower', found: readonly number[]) =>
    rows.write(
      text,
      (i) => {
        const terms = criteria.map(
          (_, j) => `(${rows.own(i, weighed + j)}-${better[j] === side ? 'MAX' : 'MIN'}(${rows.span(weighed + j)}))^2`,
        )
        return { value: found[i] ?? 0, formula: `SQRT(${terms.join('+')})` }
      },
      { format: ranks },
    )
  const toBest = distance(w.toBest, 'higher', values.toBest)
  const toWorst = distance(w.toWorst, 'lower', values.toWorst)
  return rows.write(
    w.closeness,
    (i) => {
      const whole = `(${rows.own(i, toBest)}+${rows.own(i, toWorst)})`
      // Distances that are nothing beside the weighed values are none: all are alike.
      const block = `$${rows.name(0)}$${weighed + 1}:$${rows.name(rows.size - 1)}$${weighed + criteria.length}`
      const formula = `IF(${whole}<=1E-12*SQRT(SUMSQ(${block})),1,${rows.own(i, toWorst)}/${whole})`
      return { value: values.closeness[i] ?? 0, formula }
    },
    { format: ranks, role: 'subtotal' },
  )
}
