import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Block, Table } from '../../../src/delivery/report/document.ts'
import { headingsOf } from '../../../src/delivery/report/document.ts'
import { extractTree } from '../../../src/delivery/report/extract.ts'
import { documentOf, UnknownInPlan } from '../../../src/delivery/report/report.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { readPlan } from '../../../src/study/read-plan.ts'
import { millions } from '../../../src/text/numbers.ts'

function plan(name: string) {
  const document: unknown = JSON.parse(
    readFileSync(new URL(`../../../scenarios/${name}.json`, import.meta.url), 'utf8'),
  )
  const read = readPlan(document)
  if (!read.ok) throw new Error(read.problems[0]?.es)
  return { scenario: read.scenario, document }
}

const minimal = plan('minimal')
const tree = documentOf(minimal, { locale: 'es' })
const blocks = tree.parts.flatMap((part) => part.blocks)
const tables = (all: readonly Block[]): Table[] => all.filter((block) => block.kind === 'table')

describe('the report of a plan', () => {
  test('has the nine components of article 6 in their order, after the summary and before the annexes', () => {
    const chapters = headingsOf(tree)
      .filter(({ level }) => level === 1)
      .map(({ text }) => text)
    expect(chapters.map((text) => text.split(' ')[0])).toEqual([
      'Resumen',
      ...['1.', '2.', '3.', '4.', '5.', '6.', '7.', '8.', '9.'],
      ...['Anexo', 'Anexo', 'Anexo', 'Anexo'],
    ])
  })

  test('says what an empty component lacks and where it is written', () => {
    const missing = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.style === 'missing' ? [block.text] : [],
    )
    for (const pointer of ['/plan/goals', '/plan/contingency', '/plan/gaps', '/plan/terms', '/providers'])
      expect(missing.some((text) => text.includes(`«${pointer}»`))).toBe(true)
    const lacking = tables(blocks).filter(({ caption }) => caption === 'Lo que falta en este componente')
    expect(lacking.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]))).toContain('12')
  })

  test('prints the totals of the result, not its own', () => {
    const { alternatives } = evaluate(minimal.scenario, { document: minimal.document }).variants[0] ?? {}
    const [own] = alternatives ?? []
    const budget = tables(blocks).find(({ caption }) => caption === 'Presupuesto por programa y fase')
    const total = own?.budget.reduce((sum, row) => sum + row.amount, 0)
    expect(budget?.rows.at(-1)?.cells.at(-1)).toBe(millions(total))
    const balance = tables(blocks).find(({ caption }) => caption.startsWith('Balance general, '))
    const assets = balance?.rows.find(({ cells }) => cells[0] === 'Activos')
    expect(assets?.cells[1]).toBe(millions(own?.lines.assets?.rows[0]?.values[0]))
  })

  test('has in every row as many cells as its table has columns, and no words left out', () => {
    for (const { caption, columns, rows } of tables(blocks))
      for (const { cells, kind } of rows)
        if (kind !== 'group') expect([caption, cells.length]).toEqual([caption, columns.length])
    expect(JSON.stringify(tree)).not.toMatch(/undefined|NaN|\[object/)
  })

  test('speaks English where it is asked to', () => {
    const english = documentOf(minimal, { locale: 'en' })
    expect(english.title).toContain('Viable Financial Plan')
    expect(headingsOf(english).map(({ text }) => text)).toContain('8. Contingency plan')
    expect(english.page(2, 9)).toBe('page 2 of 9')
  })

  test('says on its cover and in its heads that pesos are of the base year', () => {
    const real = documentOf(minimal, { locale: 'es', money: 'baseYear' })
    const words = `pesos de ${minimal.scenario.baseYear} (sin inflación)`
    expect(real.cover.facts.map(({ text }) => text.toLowerCase())).toContain(words)
    const income = tables(real.parts.flatMap((part) => part.blocks)).find((t) => t.caption.startsWith('Estado de'))
    expect(income?.unit).toBe(`millones de ${words}`)
  })

  test('refuses an alternative, a variant or an entity that the plan does not have', () => {
    expect(() => documentOf(minimal, { locale: 'es', alternative: 'nada' })).toThrow(UnknownInPlan)
    expect(() => documentOf(minimal, { locale: 'es', variant: 'nada' })).toThrow(UnknownInPlan)
    expect(() => extractTree(minimal, { locale: 'es', entity: 'nada' })).toThrow(UnknownInPlan)
  })
})

test("the provider's extract has the sections of its study", () => {
  const extract = extractTree(minimal, { locale: 'es', entity: 'provider' })
  expect(headingsOf(extract).length).toBeGreaterThanOrEqual(5)
})
