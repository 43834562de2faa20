import type { ProviderExtract } from '../../study/statements/provider-extract.ts'
import type { Cell, Sheet, Workbook } from './cells.ts'
import { put } from './cells.ts'

const formats = { text: undefined, year: '0', money: '[$-240A]#,##0', number: '[$-240A]#,##0.##' } as const

/** Extracto de una entidad para su plan de gestión y resultados [arts. 3, 14]: a sheet a section. */
export function extractWorkbook({ name, scenario, alternative, sections }: ProviderExtract): Workbook {
  const sheets = sections.map(({ title, tables, empty }, i): Sheet => {
    const width = Math.max(2, ...tables.map((t) => t.columns.length))
    const sheet: Sheet = {
      name: `${i + 1}. ${title}`.slice(0, 31),
      widths: Array.from({ length: width }, (_, c) => (c === 0 ? 34 : c < 4 ? 30 : 17)),
      cells: [],
    }
    put(sheet, 0, 0, { value: `${title}: ${name}`, look: { role: 'title' } })
    put(sheet, 1, 0, { value: `${scenario} · ${alternative}`, look: { role: 'note' } })
    let row = 3
    if (empty !== undefined) put(sheet, row, 0, { value: empty, look: { role: 'note' } })
    for (const table of tables) {
      put(sheet, row, 0, { value: table.title, look: { role: 'section' } })
      row += 1
      table.columns.forEach((c, at) => void put(sheet, row, at, { value: c.title, look: { role: 'head' } }))
      row += 1
      const write = (values: readonly Cell['value'][], role: 'plain' | 'subtotal') => {
        values.forEach((value, at) => {
          const kind = table.columns[at]?.kind ?? 'text'
          put(sheet, row, at, { value, look: { role, format: formats[kind], wrap: kind === 'text' } })
        })
        row += 1
      }
      for (const values of table.rows) write(values, 'plain')
      if (table.total) write(table.total, 'subtotal')
      row += 1
    }
    return sheet
  })
  return { title: `${name} · ${scenario}`, sheets, names: [] }
}
