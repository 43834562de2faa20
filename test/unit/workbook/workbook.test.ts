import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Sheet, Workbook } from '../../../src/delivery/workbook/cells.ts'
import { importWorkbook } from '../../../src/delivery/workbook/import.ts'
import { columns } from '../../../src/delivery/workbook/layout.ts'
import { planWorkbook } from '../../../src/delivery/workbook/plan-workbook.ts'
import { templateWorkbook } from '../../../src/delivery/workbook/template.ts'
import { xlsxOf } from '../../../src/delivery/workbook/write.ts'
import { scenarioHash } from '../../../src/scenario/canonical.ts'
import { readPlan } from '../../../src/study/read-plan.ts'

const read = (document: unknown) => {
  const found = readPlan(document)
  if (!found.ok) throw new Error(found.problems[0]?.es)
  return { scenario: found.scenario, document }
}
const minimal = () =>
  JSON.parse(readFileSync('scenarios/minimal.json', 'utf8')) as Record<string, unknown> & { name: string }

function bookOf(document: unknown): Workbook {
  const built = planWorkbook(read(document))
  if (!built.ok) throw new Error(built.field)
  return built.book
}

const sheetOf = (book: Workbook, name: string): Sheet => book.sheets.find((s) => s.name === name) as Sheet

/** The workbook with the value of one place of the document changed, as a person would in the sheet. */
function edited(book: Workbook, pointer: string, value: number | string): Workbook {
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row) =>
      row[columns.code]?.value === pointer
        ? row.map((cell, c) => (c === columns.value && cell ? { ...cell, value } : cell))
        : row,
    ),
  }))
  return { ...book, sheets }
}

afterEach(() => void vi.useRealTimers())

describe('the workbook of a plan', () => {
  it('has the same bytes on another day, as its strong ETag says', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const book = bookOf(minimal())
    const on = async (day: string) => {
      vi.setSystemTime(new Date(day))
      return Buffer.from(await xlsxOf(book))
    }
    expect((await on('2026-01-01')).equals(await on('2031-07-15'))).toBe(true)
  })

  it('comes back as the very document that it was made from', async () => {
    const document = minimal()
    const back = await importWorkbook(await xlsxOf(bookOf(document)))
    expect(back.ok && scenarioHash(back.document)).toBe(scenarioHash(document))
  })

  it('brings back what was changed in a cell, also where a default stood', async () => {
    const book = edited(bookOf(minimal()), '/economy/discountRate', 0.0937)
    const back = await importWorkbook(await xlsxOf(book))
    expect(back.ok && back.scenario.economy.discountRate).toBe(0.0937)
  })

  it('never turns a name into a formula, and keeps every letter of it', async () => {
    const names = ['=1+1', '+SUM(A1)', '-2', '@cmd', ' con blancos ', 'línea\n\totra']
    const places = ['/name', '/description', '/territory/municipalities/0/name', '/alternatives/0/name']
    const sources = names.slice(4).map((source, i) => ({
      pointer: `/economy/${i ? 'inflation' : 'discountRate'}`,
      status: 'estimated',
      source,
    }))
    const document: Record<string, unknown> = structuredClone(minimal())
    places.forEach((pointer, i) => {
      const tokens = pointer.slice(1).split('/')
      const holder = tokens.slice(0, -1).reduce((at, token) => at[token] as Record<string, unknown>, document)
      holder[tokens.at(-1) as string] = names[i]
    })
    const bytes = await xlsxOf(bookOf({ ...document, sources }))
    const back = await importWorkbook(bytes)
    expect(back.ok && scenarioHash(back.document)).toBe(scenarioHash({ ...document, sources }))
    const parts = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('xl/worksheets/'))
    const formulas = parts.flatMap(([, part]) =>
      [...new TextDecoder().decode(part).matchAll(/<f>([^<]*)/g)].map((m) => m[1]),
    )
    expect(formulas.length).toBeGreaterThan(100)
    expect(formulas.filter((f) => f === '1+1' || f?.includes('SUM(A1)') || f?.includes('cmd'))).toEqual([])
  })

  it('holds the same formula along each row', () => {
    const relative = (formula: string, column: number) =>
      formula.replace(/(\$?)([A-Z]{1,2})(\$?)(\d+)/g, (all, fixed, name: string, _mark, row) => {
        if (fixed === '$') return all
        const index = [...name].reduce((sum, l) => sum * 26 + l.charCodeAt(0) - 64, 0) - 1
        return `C[${index - column}]R${row}`
      })
    for (const sheet of bookOf(minimal()).sheets) {
      for (const row of sheet.cells) {
        const formulas = (row ?? []).flatMap((cell, c) =>
          cell?.formula !== undefined && c >= columns.firstYear ? [relative(cell.formula, c)] : [],
        )
        if (sheet.frozen?.columns === columns.unit + 1) expect(new Set(formulas).size).toBeLessThanOrEqual(1)
      }
    }
  })

  it('has all the sheets, and its constants on the sheet of assumptions alone', () => {
    const book = bookOf(minimal())
    const names = book.sheets.map((s) => s.name)
    for (const name of [
      'Portada',
      'Supuestos',
      'Proyecciones',
      'Deuda',
      'Flujo de caja',
      'Jerarquización',
      'Controles',
      'Glosario',
    ])
      expect(names).toContain(name)
    for (const sheet of book.sheets.filter((s) => !['Supuestos', 'Portada'].includes(s.name))) {
      const loose = sheet.cells.flatMap((row) =>
        (row ?? []).filter((c) => typeof c?.value === 'number' && c.formula === undefined),
      )
      expect(loose).toEqual([])
    }
    expect(sheetOf(book, 'Gráficas').charts?.length).toBeGreaterThanOrEqual(3)
  })
})

describe('the sheets as they are written', () => {
  const partsOf = async (book: Workbook) => {
    const files = Object.entries(unzipSync(await xlsxOf(book)))
    return new Map(files.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
  }

  it('show a failed check and a failed test in words and in another colour, on both sheets of verdicts', async () => {
    const book = bookOf(minimal())
    const parts = await partsOf(book)
    const styles = parts.get('xl/styles.xml') ?? ''
    expect(styles).toContain('&quot;1 · cuadra&quot;;;&quot;0 · no cuadra&quot;;@')
    expect(styles).toContain('&quot;1 · se cumple&quot;;;&quot;0 · no se cumple&quot;;@')
    for (const name of ['Portada', 'Controles']) {
      const at = book.sheets.findIndex((sheet) => sheet.name === name)
      const verdicts = book.sheets[at]?.cells.flat().filter((cell) => cell?.look.role === 'verdict') ?? []
      const sheet = parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? ''
      const [, where, rules] = /<conditionalFormatting sqref="([^"]*)">(.*)<.conditionalFormatting>/.exec(sheet) ?? []
      expect(where?.split(' ')).toHaveLength(verdicts.length)
      expect(rules?.match(/operator="equal"><formula>[01]</g)).toHaveLength(2)
    }
  })

  it('are named in quotes where a name has blanks, also in what is printed', async () => {
    const book = (await partsOf(bookOf(minimal()))).get('xl/workbook.xml') ?? ''
    const printed = [...book.matchAll(/<definedName name="_xlnm[^>]*>([^<]*)</g)].flatMap(([, range]) =>
      range?.split(','),
    )
    expect(printed).toContain("'Flujo de caja'!$1:$4")
    expect(printed.filter((range) => !/^(?:[A-Za-z]+|'[^']+')!\$/.test(range ?? ''))).toEqual([])
  })
})

describe('a workbook that cannot be read', () => {
  const codeOf = async (bytes: Uint8Array) => {
    const back = await importWorkbook(bytes)
    return back.ok ? 'ok' : back.problems[0]?.code
  }

  it('is told by what is wrong with it', async () => {
    const good = await xlsxOf(bookOf(minimal()))
    expect(await codeOf(strToU8('nombre;valor'))).toBe('workbook-not-zip')
    expect(await codeOf(zipSync({ 'otra.txt': strToU8('hola') }))).toBe('workbook-not-zip')
    expect(await codeOf(good.slice(0, good.length / 2))).toBe('workbook-damaged')
    expect(
      await codeOf(await xlsxOf({ title: '', names: [], sheets: [{ name: 'Hoja1', widths: [], cells: [] }] })),
    ).toBe('workbook-not-ours')
    expect(await codeOf(new Uint8Array(20_000_001))).toBe('workbook-too-large')
  })

  it('is refused before it is inflated where it would take too much', async () => {
    const zeros = new Uint8Array(210_000_000)
    expect(await codeOf(zipSync({ 'xl/workbook.xml': zeros }))).toBe('workbook-bomb')
  })

  it('names the cells that a template still lacks', async () => {
    const back = await importWorkbook(await xlsxOf(templateWorkbook()))
    expect(back.ok ? [] : back.problems.map((p) => p.pointer)).toContain('/name')
    expect(back.ok ? '' : back.problems[0]?.es).toMatch(/celda I\d+/)
  })
})
