import { beforeAll, describe, expect, test } from 'vitest'
import { paperOf } from '../../../src/delivery/cli/paper/paper.ts'
import { statementValues } from '../../../src/delivery/cli/paper/statements.ts'
import type { StatementRow } from '../../../src/delivery/report/base/statement-lines.ts'
import { balanceSheet, cashFlowStatement, incomeStatement } from '../../../src/delivery/report/base/statement-lines.ts'
import { bookCatalogue } from '../../../src/model/book.ts'
import { readScenario, scenarioVariants } from '../../../src/scenario/read.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { documentOf, minimalFile, pfv, sanPedroFile, shortSanPedro } from './console.ts'

const number = /(?<![\d.,])−?\d{1,3}(?:\.\d{3})*(?:,\d+)?(?![\d.,])/gu
const numberOf = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-'))

/** The table under a head: its rows by label, and the rules that say where something adds up. */
function tableOf(page: string, head: string): { label: string; values: number[]; ruled: boolean }[] {
  const lines = page.split('\n')
  const top = lines.findIndex((l) => l.startsWith(head) && /^─+ +─/.test(lines[lines.indexOf(l) + 1] ?? ''))
  expect(top, head).toBeGreaterThan(0)
  const rows: { label: string; values: number[]; ruled: boolean }[] = []
  let ruled = false
  for (const line of lines.slice(top + 2)) {
    if (/^ +[─═]/.test(line)) ruled = true
    else if (line === '' || !/[\d–]$/.test(line)) return rows
    else {
      const label = line.slice(0, 46).trim()
      rows.push({ label, values: [...line.slice(46).matchAll(number)].map(([n]) => numberOf(n)), ruled })
      ruled = false
    }
  }
  return rows
}

const spanish = new Map(bookCatalogue().map((entry) => [entry.id, entry.es]))

describe.each([
  ['the smallest plan', JSON.stringify(documentOf(minimalFile))],
  ['San Pedro', shortSanPedro()],
])('the printed statements of %s', (_, input) => {
  let page = ''
  beforeAll(async () => {
    page = (await pfv(['evaluate', '-'], { input })).out.split('\n\n\n')[1] ?? ''
  }, 60_000)

  test.each([
    ['Estado de resultados', incomeStatement],
    ['Flujo de caja', cashFlowStatement],
    ['Balance general', balanceSheet],
  ])('%s: a reader can tick every subtotal', (head, statement) => {
    const printed = new Map(tableOf(page, head).map((row) => [row.label, row]))
    for (const { line, adds } of statement) {
      if (!adds) continue
      const total = printed.get(spanish.get(line) ?? '')
      expect(total?.ruled, line).toBe(true)
      expect(total?.values, line).toHaveLength(6)
      total?.values.forEach((value, t) => {
        const sum = adds.reduce((s, id) => s + (printed.get(spanish.get(id) ?? '')?.values[t] ?? 0), 0)
        expect(Math.abs(sum - value), `${line} ${t}`).toBeLessThanOrEqual(0.05 * (adds.length + 1) + 1e-9)
      })
    }
  })

  test.each([['Programa '], ['Componente ']])('the budget by %sadds up downwards and across', (head) => {
    const rows = tableOf(page, head)
    const total = rows.at(-1)
    const parts = rows.slice(0, -1)
    expect(total?.label).toBe('Total')
    total?.values.forEach((value, j) => {
      const sum = parts.reduce((s, r) => s + (r.values[j] ?? 0), 0)
      expect(Math.abs(sum - value)).toBeLessThanOrEqual(0.05 * (parts.length + 1) + 1e-9)
    })
    for (const { values } of rows) {
      const across = values.slice(0, -1).reduce((s, v) => s + v, 0)
      expect(Math.abs(across - (values.at(-1) ?? 0))).toBeLessThanOrEqual(0.05 * values.length + 1e-9)
    }
  })

  test.each([
    ['Población (habitantes)', 'Población'],
    ['Usuarios (usuarios servidos)', 'Usuarios servidos'],
    ['Subsidios y contribuciones (millones)', 'Superávit (+) o déficit (−)'],
  ])('%s adds up', (head, label) => {
    const all = tableOf(page, head)
    const at = all.findIndex((r) => r.label === label)
    const parts = all.slice(0, at)
    all[at]?.values.forEach((value, j) => {
      const sum = parts.reduce((s, r) => s + (r.values[j] ?? 0), 0)
      expect(Math.abs(sum - value)).toBeLessThanOrEqual(0.5 * (parts.length + 1))
    })
    expect(parts.length).toBeGreaterThan(0)
    expect(all[at]?.values.length).toBeGreaterThan(5)
  })

  test('no row is wider than the paper', () => {
    expect(page.split('\n').filter((l) => [...l].length > 140)).toEqual([])
  })
})

test('every subtotal is its rows to the peso, in every alternative, scenario and year', { timeout: 60_000 }, () => {
  const document = documentOf(sanPedroFile)
  const read = readScenario(document)
  if (!read.ok) throw new Error('San Pedro does not read')
  const result = evaluate(read.scenario, { document })
  const scenarios = new Map(scenarioVariants(read.scenario).map((v) => [v.id, v.scenario]))
  for (const { id, alternatives } of result.variants) {
    const scenario = scenarios.get(id) ?? read.scenario
    const paper = paperOf(result, scenario, { variant: id, locale: 'es' })
    for (const alternative of alternatives) {
      const values = (row: StatementRow) => statementValues({ ...paper, alternative }, row)
      for (const statement of [incomeStatement, cashFlowStatement, balanceSheet]) {
        for (const row of statement.filter((r) => r.adds)) {
          const parts = statement.filter((r) => row.adds?.includes(r.line)).map(values)
          expect(parts).toHaveLength(row.adds?.length ?? 0)
          values(row).forEach((total, t) => {
            const sum = parts.reduce((s, p) => s + (p[t] ?? Number.NaN), 0)
            expect(Math.abs(sum - (total ?? Number.NaN)), `${alternative.id} ${row.line} ${t}`).toBeLessThan(0.01)
          })
        }
      }
    }
  }
})

describe('the paper of San Pedro', () => {
  test('says first which alternative is recommended and what decided it', async () => {
    const { out } = await pfv(['evaluate', '-'], { input: shortSanPedro() })
    expect(out).toMatch(/RESUMEN\n─+\nRecomendada: .+\n {2}Viable · primera en \d de 3 métodos\. Queda delante de «/)
    expect(out).toContain('Ninguna otra las supera en todo')
    expect(out).toMatch(/lexicográfico +1\. /)
    expect(out).toContain('ADVERTENCIAS')
  })

  test('prints one alternative where one is asked for, and every year where all are', async () => {
    const { out } = await pfv(['evaluate', '-', '--alternative', 'recovery', '--all-years'], { input: shortSanPedro() })
    expect(out.match(/^ALTERNATIVA · /gmu)).toHaveLength(1)
    const heads = out.split('\n').filter((l) => l.startsWith('Flujo de caja    '))
    const years = heads.flatMap((l) => [...l.matchAll(/\d{4}/gu)].map(([year]) => Number(year)))
    expect(years).toEqual(Array.from({ length: 16 }, (_, t) => 2024 + t))
  })

  test('speaks English where asked', async () => {
    const { out } = await pfv(['evaluate', '-', '--alternative', 'recovery', '--lang', 'en'], {
      input: shortSanPedro(),
    })
    expect(out).toContain('VIABLE FINANCIAL PLAN')
    expect(out).toContain('Income statement')
    expect(out).not.toMatch(/Estado de resultados|Viabilidad|Beneficios/)
    expect(out).toMatch(/Operating income +0\.0 +\d+\.\d/)
  })
})
