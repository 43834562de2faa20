import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, Workbook } from '../../src/delivery/workbook/cells.ts'
import { comparisonWorkbook } from '../../src/delivery/workbook/comparison.ts'
import { columns } from '../../src/delivery/workbook/layout.ts'
import { planWorkbook } from '../../src/delivery/workbook/plan-workbook.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import { documents } from '../properties/scenarios.ts'
import { compared, recalculated } from './recalculation.ts'

const drawn = Number(process.env.PFV_WORKBOOKS ?? 20)

function source(document: unknown) {
  const read = readPlan(document)
  if (!read.ok) throw new Error(read.problems[0]?.es)
  return { scenario: read.scenario, document }
}

function bookOf(document: unknown): Workbook {
  const built = planWorkbook(source(document), { money: 'baseYear' })
  if (!built.ok) throw new Error(built.field)
  return built.book
}

/** Every formula of the books as LibreOffice works it out against what our run says. */
async function agree(asked: readonly Workbook[], wanted: readonly Workbook[] = asked): Promise<void> {
  const found = await recalculated(asked)
  wanted.forEach((book, i) => {
    const { formulas, kept, errors, measured, differences } = compared(book, found[i] ?? new Map())
    expect(formulas).toBeGreaterThan(50)
    // Hardly any row is what great sums leave when they cancel.
    expect(measured / formulas).toBeLessThan(0.02)
    expect({ title: book.title, kept, errors, differences: differences.slice(0, 5) }).toEqual({
      title: book.title,
      kept: 0,
      errors: 0,
      differences: [],
    })
  })
}

const examples = readdirSync('scenarios').filter((f) => f.endsWith('.json'))
const example = (file: string): Record<string, unknown> => JSON.parse(readFileSync(`scenarios/${file}`, 'utf8'))

describe('LibreOffice works out the same plan', () => {
  it('for every scenario of the examples', async () => {
    await agree(examples.map((file) => bookOf(example(file))))
  }, 600_000)

  it('for random plans', async () => {
    await agree(fc.sample(documents, { numRuns: drawn, seed: 7 }).map(bookOf))
  }, 600_000)

  it('for the comparison of the alternatives', async () => {
    await agree(examples.map((file) => comparisonWorkbook(source(example(file)))))
  }, 600_000)

  it('after three assumptions were changed in their cells', async () => {
    const pairs = examples.map((file) => changedInCells(example(file)))
    await agree(
      pairs.map(({ edited }) => edited),
      pairs.map(({ after }) => after),
    )
  }, 600_000)
})

const numbers = [
  '/economy/discountRate',
  '/territory/municipalities/0/users/0/billed',
  '/territory/municipalities/0/users/1/billed',
]

/**
 * A workbook whose input cells were written over, and the one of the plan changed alike. Of one alternative alone: what
 * the others are worth is a constant of this one's workbook.
 */
function changedInCells(plan: Record<string, unknown>): { edited: Workbook; after: Workbook } {
  const { plan: _, variants: __, ...whole } = plan
  const document = { ...whole, alternatives: (whole.alternatives as unknown[]).slice(0, 1) }
  const before = bookOf(document)
  const sheet = before.sheets.find(({ name }) => name === 'Supuestos')
  const changed = structuredClone(document)
  const edits = new Map<string, number>()
  for (const pointer of numbers) {
    const cell = sheet?.cells.find((row) => row?.[columns.code]?.value === pointer)?.[columns.value] as Cell
    const value = (cell.value as number) * 0.97
    edits.set(pointer, value)
    const tokens = pointer.slice(1).split('/')
    let place = changed as Record<string, unknown>
    for (const token of tokens.slice(0, -1)) place = place[token] as Record<string, unknown>
    place[tokens.at(-1) as string] = value
  }
  const edited: Workbook = {
    ...before,
    sheets: before.sheets.map((one) => ({
      ...one,
      cells: one.cells.map((row) => {
        const value = edits.get(String(row?.[columns.code]?.value ?? ''))
        return value === undefined
          ? row
          : row.map((cell, c) => (c === columns.value && cell ? { ...cell, value } : cell))
      }),
    })),
  }
  const built = planWorkbook(source(changed), { money: 'baseYear', alternative: aliasOf(before, document) })
  if (!built.ok) throw new Error(built.field)
  return { edited, after: built.book }
}

/** The id of the alternative that a workbook holds. */
function aliasOf(book: Workbook, document: Record<string, unknown>): string {
  const list = document.alternatives as { id: string; name?: string }[]
  return list.find(({ id, name }) => book.title.endsWith(name ?? id))?.id ?? ''
}
