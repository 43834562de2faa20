import { book } from '../../../model/book.ts'
import type { Criterion } from '../../../scenario/document/ranking.ts'
import { criteria } from '../../../scenario/document/ranking.ts'
import { weightsOf } from '../../../study/ranking.ts'
import type { AlternativeResult, VariantResult } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { rankingWords } from '../../../text/workbook/ranking.ts'
import { said } from '../../../text/workbook/words.ts'
import type { Look, Sheet, Value } from '../cells.ts'
import { columnName, put, quoted } from '../cells.ts'
import type { Place } from '../layout.ts'
import { columns, valueCell } from '../layout.ts'
import { criterionFormat, criterionLines } from '../pages/criteria.ts'
import { label, section, shown, valuesOf } from '../pages/rows.ts'
import type { PlanSheets } from '../workbook.ts'
import type { RankingSource } from './table.ts'
import { ranked, rankingTable } from './table.ts'

/** The ranking in an alternative's own workbook: its criteria are its cells, those of the others constants among the assumptions. */
export function rankingRows(
  plan: PlanSheets,
  { variant, viable, locale }: { variant: VariantResult; viable: Place; locale: Locale },
): void {
  const sheet = plan.sheets.get('ranking') as Sheet
  const listed = ranked(variant)
  if (listed.length === 0) return
  const { scenario } = plan.layout.of
  rankingTable({
    sheet,
    row: sheet.cells.length,
    columns: { label: columns.name, value: columns.value, first: columns.firstYear },
    variant,
    wish: scenario.ranking,
    locale,
    source: sourceIn(plan, { sheet: sheet.name, listed, viable: valueCell(sheet.name, viable), locale }),
  })
}

interface At {
  readonly sheet: string
  readonly listed: readonly AlternativeResult[]
  /** The cell of this alternative's own verdict. */
  readonly viable: string
  readonly locale: Locale
}

/** Writes the constants that the ranking of a plan's own workbook needs, and says where they stand. */
function constantsIn({ inputs, layout }: PlanSheets, { sheet, listed, locale }: At) {
  const constants = inputs.book.sheet
  const last = columns.firstYear + layout.of.scenario.horizon.waste + 1
  section(constants, constants.cells.length, said('othersSection', locale), last)
  const names = constants.cells.length
  listed.forEach(
    ({ name }, i) =>
      void put(constants, names, columns.firstYear + i, { value: name, look: { role: 'head', wrap: true } }),
  )
  const row = (name: string, code: string, values: readonly Value[], look: Look): number => {
    const at = constants.cells.length
    label(constants, at, { name, numeral: '10.3', code, kind: 'criterio' })
    values.forEach((value, i) => void put(constants, at, columns.firstYear + i, { value, look }))
    return at
  }
  const once = (name: string, code: string, value: Value): string => {
    const at = row(name, code, [], { role: 'kept' })
    put(constants, at, columns.value, { value, look: { role: 'kept', format: '0.000####' } })
    return valueCell(sheet, { sheet: constants.name, row: at })
  }
  const given = (pointer: string, name: string, value: Value): string => {
    const found = inputs.book.rows.get(pointer)
    return found ? valueCell(sheet, { sheet: constants.name, row: found.row }) : once(name, pointer.slice(1), value)
  }
  const cellOf = (at: number, i: number) => `${quoted(constants.name)}!${columnName(columns.firstYear + i)}${at + 1}`
  return { row, once, given, cellOf }
}

function sourceIn(plan: PlanSheets, at: At): RankingSource {
  const { sheet, listed, locale } = at
  const { layout } = plan
  const { of } = layout
  const w = rankingWords[locale]
  const { row, once, given, cellOf } = constantsIn(plan, at)
  const isOwn = row(
    w.own,
    'own',
    listed.map(({ id }) => (id === of.id ? 1 : 0)),
    { role: 'kept', format: '0' },
  )
  const viable = row(
    w.viable,
    'viable',
    listed.map((a) => (a.viable ? 1 : 0)),
    { role: 'method', format: '0' },
  )
  const raw = new Map<Criterion, number>(
    criteria.map((c) => {
      const values = listed.map((a) => a.criteria[c] ?? said('noDatum', locale))
      return [
        c,
        row(termOf('criterion', c, locale), `criterion:${c}`, values, { role: 'method', format: criterionFormat(c) }),
      ]
    }),
  )
  const weights = weightsOf(of.scenario.ranking).map((value, j) =>
    once(`${w.weight}: ${termOf('criterion', criteria[j] ?? '', locale)}`, `weight:${criteria[j]}`, value),
  )
  const { method, requireViable, thresholds } = of.scenario.ranking
  return {
    cell: (criterion, i) => {
      const entry = book.byId.get(criterionLines[criterion])
      const place = entry && layout.places.get(entry)
      const kept = cellOf(raw.get(criterion) ?? 0, i)
      const value = listed[i]?.criteria[criterion] ?? null
      if (entry === undefined || place === undefined) return { value: value ?? said('noDatum', locale), formula: kept }
      const own = listed[i]?.id === of.id
      const live = valueCell(sheet, place)
      return {
        value: own ? shown(valuesOf(of, entry, 0)[0]) : (value ?? said('noDatum', locale)),
        formula: `IF(${cellOf(isOwn, i)}=1,${live},${kept})`,
      }
    },
    viable: (i) => `IF(${cellOf(isOwn, i)}=1,${at.viable},${cellOf(viable, i)})`,
    weight: (j) => weights[j] as string,
    threshold: (j) =>
      given(
        `/ranking/thresholds/${criteria[j]}`,
        `${w.threshold}: ${criteria[j]}`,
        thresholds[criteria[j] as Criterion],
      ),
    viableFirst: given('/ranking/requireViable', w.viableFirst, requireViable),
    method: given('/ranking/method', w.method, method),
  }
}
