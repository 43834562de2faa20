import { describe, expect, test } from 'vitest'
import { csvOf, numberCell, textCell } from '../../../src/delivery/cli/print/csv.ts'
import type { Result } from '../../../src/study/result.ts'
import { documentOf, minimalFile, pfv } from './console.ts'

/** A reader of RFC 4180, strict about quotes and line ends. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let row: string[] = []
  for (let match = cell.exec(csv); match !== null; match = cell.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    if (cell.lastIndex === csv.length) return rows
  }
  throw new Error('not RFC 4180')
}

describe('a text cell', () => {
  test.each(['=SUM(A1:A9)', '+57 300', '-1', '@import', '\t=1', '\r=1'])('never begins like a formula: %j', (text) => {
    expect(parse(`${textCell(text)}\r\n`)).toEqual([[`'${text}`]])
  })

  test('is quoted where it has commas, quotes or line ends, and only there', () => {
    expect(textCell('Buga, Tuluá')).toBe('"Buga, Tuluá"')
    expect(textCell('el "plan"')).toBe('"el ""plan"""')
    expect(textCell('una\nlínea')).toBe('"una\nlínea"')
    expect(textCell('municipality=buga;zone=urban')).toBe('municipality=buga;zone=urban')
  })
})

test('a number stays a number, also a negative one, and an undefined one is empty', () => {
  expect([-1.5, 0, 1e21, null].map(numberCell)).toEqual(['-1.5', '0', '1e+21', ''])
})

describe('evaluate --format csv', () => {
  test('holds each cell of the result document once, in long form', async () => {
    const { out } = await pfv(['evaluate', minimalFile, '--format', 'csv'])
    const [head, ...rows] = parse(out)
    const result = JSON.parse((await pfv(['evaluate', minimalFile, '--format', 'json'])).out) as Result
    expect(head).toEqual(['alternative', 'variant', 'line', 'keys', 'year', 'value', 'unit'])
    const expected = result.variants.flatMap((v) =>
      v.alternatives.flatMap((a) =>
        Object.entries(a.lines).flatMap(([id, { unit, rows: own }]) =>
          own.flatMap(({ at, values }) =>
            values.map((value, t) => [
              a.id,
              v.id,
              id,
              Object.entries(at)
                .map(([d, m]) => `${d}=${m}`)
                .join(';'),
              String(2024 + t),
              value === null ? '' : String(value),
              unit,
            ]),
          ),
        ),
      ),
    )
    expect(rows).toEqual(expected)
  })

  test('keeps names with commas and quotes in their cell', async () => {
    const document = documentOf(minimalFile)
    const [alternative] = document.alternatives as { projects: { costs: { entity?: string }[] }[] }[]
    const [cost] = alternative?.projects[0]?.costs ?? []
    if (cost) cost.entity = 'Consorcio "Buga, Tuluá"'
    const { out } = await pfv(['evaluate', '-', '--format', 'csv'], { input: JSON.stringify(document) })
    const keys = new Set(parse(out).map((row) => row[3]))
    expect(keys).toContain('entity=Consorcio "Buga, Tuluá"')
  })

  test('narrows to the alternative and the scenario asked for', async () => {
    const lines = {
      cash: { unit: 'COP', rows: [{ at: {}, values: [1, null] }] },
    }
    const years = { base: 2024, financial: [2024, 2025], waste: [2024, 2025] }
    const csv = [...csvOf({ years, variants: [{ id: 'base', alternatives: [{ id: '=x', lines }] }] })]
    expect(parse(csv.join('')).slice(1)).toEqual([
      ["'=x", 'base', 'cash', '', '2024', '1', 'COP'],
      ["'=x", 'base', 'cash', '', '2025', '', 'COP'],
    ])
  })
})
