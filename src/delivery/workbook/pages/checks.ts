import { checks, costRecoveryCheck } from '../../../model/checks.ts'
import type { AlternativeResult } from '../../../study/result.ts'
import type { Locale } from '../../../text/numbers.ts'
import { coverWords } from '../../../text/workbook/cover.ts'
import { columnName, put } from '../cells.ts'
import { verdictFormat } from '../formats.ts'
import type { Place } from '../layout.ts'
import { columns, spanCells, valueCell } from '../layout.ts'
import type { PlanSheets } from '../workbook.ts'
import { label, section } from './rows.ts'

/** Controles: each identity's greatest breach as a share of its scale, whether it holds, and the master flag; gives the master's cell. */
export function checkRows({ layout, inputs, sheets }: PlanSheets, result: AlternativeResult, locale: Locale): Place {
  const sheet = sheets.get('checks')
  if (sheet === undefined) throw new Error('the workbook has no sheet of checks')
  const w = coverWords[locale]
  const constants = inputs.book.sheet
  section(constants, constants.cells.length, w.tolerance, columns.firstYear)
  const asked = [...checks, costRecoveryCheck].filter(({ id }) => result.checks.items.some((i) => i.id === id))
  section(sheet, sheet.cells.length + 1, w.checkHead, columns.firstYear)
  const holding: string[] = []
  const look = { role: 'verdict', format: verdictFormat(w.agrees, w.breaks) } as const
  for (const { id, line, scale, tolerance } of asked) {
    const kept = constants.cells.length
    label(constants, kept, { name: `${w.tolerance}: ${line[locale]}`, code: `${id}:tolerance`, kind: 'control' })
    put(constants, kept, columns.value, { value: tolerance, look: { role: 'kept', format: '0E+00' } })
    const row = sheet.cells.length
    const slot = layout.of.run.slots.get(line)
    const place = layout.places.get(line)
    const size = layout.places.get(scale)
    if (slot === undefined || place === undefined || size === undefined) continue
    const shares = slot.domain.rows.map((_, i) => {
      const own = { sheet: place.sheet, row: place.row + i }
      if (slot.years === 1) return `ABS(${valueCell(sheet.name, own)})/MAX(1,ABS(${valueCell(sheet.name, size)}))`
      const years = { from: 0, to: slot.years - 1 }
      const scales = spanCells(sheet.name, size, years)
      return `SUMPRODUCT(MAX(ABS(${spanCells(sheet.name, own, years)})/((ABS(${scales})>1)*ABS(${scales})+(ABS(${scales})<=1))))`
    })
    const ok = result.checks.items.find((i) => i.id === id)?.ok === true
    const limit = valueCell(sheet.name, { sheet: constants.name, row: kept })
    label(sheet, row, { name: line[locale], unit: w.holds, numeral: line.numeral ?? '', code: `${id}:holds` })
    const greatest = shares.length === 0 ? '0' : `MAX(${shares.join(',')})`
    put(sheet, row, columns.value, {
      value: ok ? 1 : 0,
      formula: `IF(${greatest}<=${limit},1,0)`,
      look,
    })
    holding.push(`${columnName(columns.value)}${row + 1}`)
  }
  const master = sheet.cells.length
  label(sheet, master, { name: w.master, code: 'master' }, 'subtotal')
  put(sheet, master, columns.value, {
    value: result.checks.ok ? 1 : 0,
    formula: holding.length === 0 ? '1' : `MIN(${holding.join(',')})`,
    look,
  })
  return { sheet: sheet.name, row: master }
}
