import { describe, expect, test } from 'vitest'
import { diagnosisLines, indicators, indicatorTable } from '../../../src/model/2-diagnosis/catalogue.ts'
import { book } from '../../../src/model/book.ts'
import type { PatchOperation } from '../../../src/scenario/document/plan.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import type { IndicatorResult } from '../../../src/study/diagnosis/indicators.ts'
import { indicatorsOf, projectionYears } from '../../../src/study/diagnosis/indicators.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { explainCell } from '../../../src/study/explain.ts'
import type { AlternativeRun } from '../../../src/study/run.ts'
import { runAlternative } from '../../../src/study/run.ts'
import { add, minimalWith, town } from '../scenario/minimal.ts'

function runOf(...operations: PatchOperation[]): AlternativeRun {
  const document = minimalWith(...operations)
  const read = readScenario(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return runAlternative(read.scenario, 0, document)
}

const diagnosis = (value: unknown) => add(`${town}/diagnosis`, value)
const find = (rows: readonly IndicatorResult[], id: string, where: Partial<IndicatorResult> = {}) =>
  rows.filter(
    (row) => row.id === id && Object.entries(where).every(([key, value]) => Object.is(row[key as never], value)),
  )

describe('the catalogue of indicators', () => {
  test('lists every formula of 5.2–5.5 under its symbol, and those that do not hold with their literal line', () => {
    const symbols = indicatorTable().map(({ symbol }) => symbol)
    for (const printed of [
      'Recicladores con empleo formal (%)',
      ...['CRU (%)', 'CRA (%)', 'Eficiencia laboral ($/t)', 'Rendimiento personal (t/operario·mes)', 'Continuidad'],
      ...['Concentración RSBYL (t/km)', 'Cobertura barrido vías (%)', 'Cobertura barrido áreas (%)'],
      ...['RSO aprovechados (%)', 'RSI aprovechados (%)', 'RSA aprovechados (%)', 'Producto generado (%)', 'FRSD (%)'],
      ...['Razón corriente', 'Coeficiente operación (%)', 'Margen operacional (%)', 'Razón de endeudamiento (%)'],
      ...['Cuentas por cobrar (días)', 'CRTDF', 'CRTA', 'CBL', 'CAO', 'CAI', 'CDF', 'CURTDF ($/t)', 'CURTA ($/t)'],
      ...[
        'CURTDF ($/km)',
        'CUAO ($/t)',
        'CUAI ($/t)',
        'CUDF ($/t)',
        'Comercialización (orgánicos)',
        'ER (%)',
        'EF (%)',
      ],
    ])
      expect(symbols).toContain(printed)
    const unsound = indicatorTable().flatMap(({ id, unsound }) => (unsound ? [id] : []))
    expect(unsound).toEqual([
      ...['roadSweepingCoverage', 'mechanicalSweepingYield'],
      ...['organicRecoveredShare', 'inorganicRecoveredShare', 'materialRecoveredShare', 'FRSD'],
      ...['CURTDF', 'CUBL', 'CUAO', 'CUAI', 'CUAIByMaterial'],
    ])
  })

  test('names each line once, and every line of the chapter is in the book', () => {
    const ids = indicatorTable().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const line of diagnosisLines) expect(book.byId.get(line.id)).toBe(line)
    expect(indicators.length).toBeGreaterThan(50)
  })

  test('shows the formula as printed beside the consistent one', () => {
    const row = indicatorTable().find(({ id }) => id === 'CURTDF')
    expect(row).toMatchObject({
      printed: 'CRTDF / (RSR × 365)',
      consistent: 'ratio(CRTDF, RSR * monthsPerYear)',
      unit: 'COP por tonelada',
      numeral: '5.5.2',
    })
    expect(indicatorTable().find(({ id }) => id === 'ORT')).toMatchObject({ printed: '', consistent: '' })
  })
})

describe('what was not measured', () => {
  test('is null and says what to measure and where, in the language asked for', () => {
    const of = runOf(diagnosis({ collection: { tonnes: 30 } }))
    const [es] = find(indicatorsOf(of), 'crewYield')
    expect(es).toMatchObject({ value: null, literal: null, zone: null, unit: 't/worker·month' })
    expect(es?.note).toBe(
      `Falta medir «Operarios de recolección y transporte (ORT)» (trabajadores), ${town}/diagnosis/collection/workers.`,
    )
    const [en] = find(indicatorsOf(of, 'en'), 'crewYield')
    expect(en?.note).toBe(
      `To be measured: «Collection and transport workers (ORT)» (workers), ${town}/diagnosis/collection/workers.`,
    )
  })

  test('by zone is asked for in the zone that lacks it', () => {
    const of = runOf(diagnosis({ collection: { urban: { tonnes: 30 } } }))
    const [row] = find(indicatorsOf(of), 'labourEfficiency', { zone: 'urban' })
    expect(row?.note).toContain(`${town}/diagnosis/collection/urban/personnelCost`)
    expect(row?.note).not.toContain('/collection/personnelCost')
  })

  test('as a divisor of zero is said to be so', () => {
    const of = runOf(diagnosis({ recyclers: { total: 0, formallyEmployed: 0 } }))
    expect(find(indicatorsOf(of), 'formalRecyclers')[0]).toMatchObject({
      value: null,
      note: 'No tiene valor porque el divisor es cero.',
    })
  })

  test('without any diagnosis leaves every measure null and nothing guessed', () => {
    const rows = indicatorsOf(runOf())
    for (const id of ['REF', 'RSR', 'ORT', 'RSO', 'RSD', 'CRTDF', 'CURTDF', 'FRSD']) {
      const [row] = find(rows, id)
      expect(row?.value, id).toBeNull()
      expect(row?.note, id).toContain('Falta medir')
    }
  })
})

describe('what was measured', () => {
  const costs = { investment: 0, operationMaintenance: 36000, administration: 0 }

  test('has the literal value beside the consistent one, and the note says why they differ', () => {
    const of = runOf(diagnosis({ collection: { tonnes: 30 }, annualCosts: { collectionToDisposal: costs } }))
    const [row] = find(indicatorsOf(of), 'CURTDF', { year: of.scenario.baseYear })
    expect(row?.value).toBeCloseTo(100, 9)
    expect(row?.literal).toBeCloseTo(36000 / (30 * 365), 9)
    expect(row?.note).toContain('CRTDF / (RSR × 365)')
  })

  test('names the source of the field', () => {
    const of = runOf(
      diagnosis({ collection: { tonnes: 30 } }),
      add('/sources', [{ pointer: `${town}/diagnosis/collection`, status: 'measured', source: 'Pesaje de marzo' }]),
    )
    expect(find(indicatorsOf(of), 'RSR')[0]?.source).toBe('Pesaje de marzo')
    expect(find(indicatorsOf(of), 'RSD')[0]?.source).toBeNull()
  })

  test('is explained down to the field that holds it', () => {
    const of = runOf(diagnosis({ collection: { tonnes: 30 }, annualCosts: { collectionToDisposal: costs } }))
    const at = { territory: of.scenario.territory.municipalities[0]?.id ?? '', scope: 'total' }
    const ask = (line: string, more = {}) =>
      explainCell(of, { line, at: { ...at, ...more }, year: of.scenario.baseYear })
    const pointers = (line: string, more = {}) => ask(line, more).operands.map(({ origin }) => origin?.pointer)
    expect(ask('CURTDF').operands.map(({ id }) => id)).toEqual(['CRTDF', 'RSR', 'monthsPerYear'])
    expect(pointers('RSR')).toContain(`${town}/diagnosis/collection/tonnes`)
    expect(ask('CRTDF').operands.map(({ id }) => id)).toContain('CRTDFByCategory')
    expect(pointers('CRTDFByCategory', { category: 'operationMaintenance' })).toContain(
      `${town}/diagnosis/annualCosts/collectionToDisposal/operationMaintenance`,
    )
  })

  test('of a provider stands in the year of its books, and of a list only what it names', () => {
    const of = runOf(
      add('/providers', [{ id: 'esp', financial: [{ year: 2019, currentAssets: 3, currentLiabilities: 2 }] }]),
      diagnosis({ recovery: { inorganicTonnes: { glass: 2 } } }),
    )
    const rows = indicatorsOf(of)
    expect(find(rows, 'providerCurrentRatio:esp')).toMatchObject([{ year: 2019, value: 1.5, zone: null }])
    expect(rows.filter(({ id }) => id.startsWith('RSIByMaterial')).map(({ id }) => id)).toEqual(['RSIByMaterial:glass'])
  })
})

describe('the projection of the indicators [10.2]', () => {
  test('stands at years 3, 6, 15 and the horizon, beside the base year that was measured', () => {
    const of = runOf()
    const { baseYear } = of.scenario
    expect(projectionYears(of.scenario)).toEqual([0, 3, 6, 15].map((t) => baseYear + t))
    for (const id of ['CRU', 'EF', 'employment'])
      expect(
        find(indicatorsOf(of), id, { zone: null }).map(({ year }) => year),
        id,
      ).toEqual(projectionYears(of.scenario))
    expect(find(indicatorsOf(of), 'CRU', { zone: null, year: baseYear + 3 })[0]?.note).toBe('Proyección del plan.')
  })

  test('is part of the result of every alternative', () => {
    const of = runOf()
    const [variant] = evaluate(of.scenario).variants
    for (const alternative of variant?.alternatives ?? []) {
      expect(alternative.indicators.length).toBeGreaterThan(100)
      for (const { value, literal } of alternative.indicators)
        for (const x of [value, literal]) expect(x === null || Number.isFinite(x)).toBe(true)
    }
  })
})
