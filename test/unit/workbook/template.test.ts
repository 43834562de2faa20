import { describe, expect, it } from 'vitest'
import type { Cell, Workbook } from '../../../src/delivery/workbook/cells.ts'
import { importWorkbook } from '../../../src/delivery/workbook/import.ts'
import { columns } from '../../../src/delivery/workbook/layout.ts'
import { templateWorkbook } from '../../../src/delivery/workbook/template.ts'
import { xlsxOf } from '../../../src/delivery/workbook/write.ts'
import { evaluate } from '../../../src/study/evaluate.ts'

/** What somebody who begins would know of a town; each under the end of its pointer. */
const answers: readonly (readonly [RegExp, string | number])[] = [
  [/\/municipalities\/0\/name$/, 'Villa Nueva'],
  [/\/alternatives\/0\/name$/, 'Seguir como hoy'],
  [/\/projects\/0\/name$/, 'Servicio de aseo'],
  [/\/sites\/0\/name$/, 'Relleno La Loma'],
  [/\/name$/, 'Mi plan'],
  [/\/baseYear$/, 2025],
  [/\/horizon\/financial$/, 15],
  [/\/horizon\/waste$/, 30],
  [/\/inflation$/, 0.04],
  [/\/discountRate$/, 0.1],
  [/\/censuses\/0\/year$/, 2005],
  [/\/censuses\/1\/year$/, 2018],
  [/\/censuses\/0\/urban$/, 5000],
  [/\/censuses\/1\/urban$/, 6000],
  [/\/censuses\/\d\/rural$/, 2000],
  [/\/(dwellings|served)$/, 700],
  [/\/persons$/, 4],
  [/\/perCapita\/(urban|rural)$/, 0.55],
  [/\/life$/, 10],
  [/\/amount\/year$/, 2026],
  [/\/capacity$/, 200_000],
  [/\/amount$/, 300_000_000],
  [/\/amount\/amount$/, 500_000_000],
]

function filled(book: Workbook, leave?: RegExp): Workbook {
  const fill = (row: (Cell | undefined)[]): (Cell | undefined)[] => {
    const pointer = String(row?.[columns.code]?.value ?? '')
    const cell = row?.[columns.value]
    if (!pointer.startsWith('/') || cell === undefined || cell.value !== null || leave?.test(pointer)) return row
    const found = answers.find(([end]) => end.test(pointer))
    if (found === undefined) throw new Error(`nobody knows what ${pointer} asks for`)
    const copy = [...row]
    copy[columns.value] = { ...cell, value: found[1] }
    return copy
  }
  return { ...book, sheets: book.sheets.map((s) => ({ ...s, cells: s.cells.map(fill) })) }
}

describe('the blank template', () => {
  it('filled in by somebody who begins is a plan that evaluates', async () => {
    const back = await importWorkbook(await xlsxOf(filled(templateWorkbook())))
    expect(back.ok ? [] : back.problems).toEqual([])
    if (!back.ok) return
    const { variants } = evaluate(back.scenario, { document: back.document })
    expect(variants[0]?.alternatives.map((a) => a.name)).toEqual(['Seguir como hoy'])
    expect(variants[0]?.alternatives[0]?.checks.ok).toBe(true)
    expect(variants[0]?.alternatives[0]?.figures.pvCosts).toBeGreaterThan(0)
  })

  it('names each cell that was left empty and says what to do', async () => {
    const back = await importWorkbook(await xlsxOf(filled(templateWorkbook(), /\/(discountRate|dwellings)$/)))
    const problems = back.ok ? [] : back.problems
    expect(problems.map((p) => p.pointer)).toContain('/economy/discountRate')
    expect(problems).toHaveLength(4)
    for (const { es, code } of problems) {
      expect(code).toBe('workbook-empty')
      expect(es).toMatch(/^La celda I\d+ está vacía: escriba/)
    }
  })

  it('names the cell of a figure that the plan may not have', async () => {
    const book = filled(templateWorkbook())
    const wrong = {
      ...book,
      sheets: book.sheets.map((s) => ({
        ...s,
        cells: s.cells.map((row) =>
          row?.[columns.code]?.value === '/economy/discountRate'
            ? row.map((cell, c) => (c === columns.value && cell ? { ...cell, value: -3 } : cell))
            : row,
        ),
      })),
    }
    const back = await importWorkbook(await xlsxOf(wrong))
    expect(back.ok ? '' : back.problems[0]?.es).toMatch(/^Celda I\d+: /)
  })
})
