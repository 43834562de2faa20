import { describe, expect, test } from 'vitest'
import { traceLines } from '../../../src/delivery/cli/print/explanation.ts'
import type { TraceNode } from '../../../src/delivery/cli/print/trace.ts'
import { traceOf } from '../../../src/delivery/cli/print/trace.ts'
import { isComputed } from '../../../src/formula/order.ts'
import { book } from '../../../src/model/book.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import type { Result } from '../../../src/study/result.ts'
import { rowsOf, runAlternative } from '../../../src/study/run.ts'
import { documentOf, minimalFile, pfv, sanPedroFile, shortSanPedro } from './console.ts'

const billing = ['explain', sanPedroFile, '--line', 'billing', '--year', '2030', '--alternative', 'recovery']

interface Answer {
  readonly alternative: string
  readonly total: number | null
  readonly rows: { at: Record<string, string>; value: number }[]
  readonly explanation: TraceNode
}

/** Every cell of a trace. */
const cells = (node: TraceNode): TraceNode[] => [node, ...(node.operands ?? []).flatMap(cells)]

describe('pfv explain', () => {
  test('of a line with several rows lists them with their total, and opens the first', async () => {
    const { out } = await pfv(billing)
    expect(out).toContain('¿DE DÓNDE SALE? Facturación [11.3], 2030')
    expect(out).toMatch(/Facturación = [\d.]+ COP al año \(suma de 16 filas\)/)
    expect(out).toMatch(/Estrato 1 +urbana +[\d.]+ +\d+,\d\s%/)
    expect(out).toMatch(/Total +[\d.]+ +100,0\s%/)
    expect(out).toMatch(/fórmula +Usuarios facturados × /)
    expect(out).toContain('Para ver otra fila agregue --class')
  })

  test('gives the total of the evaluation, for the first alternative of the ranking', async () => {
    const input = shortSanPedro()
    const asked = ['explain', '-', '--line', 'billing', '--year', '2030', '--format', 'json']
    const answer = JSON.parse((await pfv(asked, { input })).out) as Answer
    const result = JSON.parse((await pfv(['evaluate', '-', '--format', 'json'], { input })).out) as Result
    const base = result.variants[0]
    expect(answer.alternative).toBe(base?.ranking.order[0]?.alternative)
    const rows = base?.alternatives.find((a) => a.id === answer.alternative)?.lines.billing?.rows ?? []
    const total = rows.reduce((sum, r) => sum + (r.values[6] ?? 0), 0)
    expect(answer.total).toBeCloseTo(total, 2)
    expect(answer.rows).toHaveLength(16)
  })

  test('of one row shows the numbers of the formula, rounded to be read', async () => {
    const row = ['--municipality', 'san-pedro', '--class', 'stratum1', '--zone', 'urban']
    const { out } = await pfv([...billing, ...row, '--depth', '1'])
    expect(out).not.toContain('suma de')
    expect(out).toMatch(/con números +[\d.,]+ × .+ × 12\n/)
    expect(out).toContain('Abra un nivel más con --depth 2')
  })

  test('chooses rows by --at as by their own options', async () => {
    const own = await pfv([...billing, '--class', 'stratum2', '--zone', 'rural'])
    const at = await pfv([...billing, '--at', 'userClass=stratum2', '--at', 'zone=rural'])
    expect(at).toEqual(own)
  })

  test('goes down to entries of the plan with their source', async () => {
    const row = ['--class', 'stratum1', '--zone', 'urban', '--depth', '8']
    const { out } = await pfv([...billing, ...row])
    expect(out).toContain('dato del plan: /territory/municipalities/0/subsidies/factors/stratum1')
    expect(out).toMatch(/ilustrativo: /)
    expect(out).toMatch(/(publicado|estimado): PGIRS de San Pedro/)
    expect(out).toContain('Método geométrico: ')
    expect(out).toContain('(ya se explicó arriba)')
  })

  test('goes down to articles of the law', async () => {
    const { out } = await pfv(['explain', minimalFile, '--line', 'receivableDays', '--year', '2030'])
    expect(out).toMatch(/Días del año para la rotación de cartera \[5\.5\.2\] = 360/)
    expect(out).toContain('num. 5.5.2')
    expect(out).toContain('https://')
  })

  test('tells the branch that ruled and the condition that chose it', async () => {
    const { out } = await pfv(['explain', minimalFile, '--line', 'cash', '--year', '2030', '--depth', '1'])
    expect(out).toMatch(/aquí rige +año anterior\(Caja\) \+ Flujo neto de caja\n/)
    expect(out).toMatch(/porque +Año de operación del plan \(1 desde t = 1\) = 1/)
  })

  test('of a figure that no formula gives says why it is so', async () => {
    const { out } = await pfv(['explain', minimalFile, '--line', 'paybackYear'])
    expect(out).toMatch(/Año de recuperación \[11\.3\] = \d{4}/)
    expect(out).toMatch(/porque +Primer año desde el que/)
  })

  test('opens as many levels as asked for', async () => {
    const depths = await Promise.all(
      [1, 2, 3].map(async (depth) => {
        const argv = ['explain', minimalFile, '--line', 'planNpv', '--depth', String(depth), '--format', 'json']
        const { explanation } = JSON.parse((await pfv(argv)).out) as Answer
        return cells(explanation).filter((c) => c.operands !== undefined).length
      }),
    )
    expect(depths[0]).toBe(1)
    expect(depths[1]).toBeGreaterThan(1)
    expect(depths[2]).toBeGreaterThan(depths[1] ?? 0)
  })

  test('does not add up what cannot be added', async () => {
    const { out } = await pfv(['explain', minimalFile, '--line', 'userTariff', '--year', '2030'])
    expect(out).toContain('3 filas, que no se suman')
    expect(out).not.toContain('Total')
  })

  test('every line of the book that has rows can be explained', { timeout: 60_000 }, () => {
    const document = documentOf(minimalFile)
    const read = readScenario(document)
    if (!read.ok) throw new Error('the smallest plan does not read')
    const of = runAlternative(read.scenario, 0, document)
    const naming = { scenario: read.scenario, locale: 'es' } as const
    for (const entry of book.entries.filter(isComputed)) {
      const [row] = rowsOf(of, entry)
      if (row === undefined) continue
      const lines = traceLines(traceOf(of, { line: entry.id, at: row.at, year: 2030 }, 2), naming)
      expect(lines[0], entry.id).toContain(entry.es)
      expect(lines.join('\n'), entry.id).not.toMatch(/undefined|NaN|⟦/)
    }
  })
})
