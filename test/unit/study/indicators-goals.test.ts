import { describe, expect, test } from 'vitest'
import type { PatchOperation } from '../../../src/scenario/document/plan.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import { diagnosisStudy } from '../../../src/study/diagnosis/diagnosis.ts'
import { dofaOf, goalsOf } from '../../../src/study/diagnosis/goals.ts'
import { componentCostsOf, userTableOf } from '../../../src/study/diagnosis/tables.ts'
import { tieOutOf, tieOutWarnings } from '../../../src/study/diagnosis/tie-out.ts'
import type { AlternativeRun } from '../../../src/study/run.ts'
import { runAlternative } from '../../../src/study/run.ts'
import { add, minimalWith, plan, replace, town } from '../scenario/minimal.ts'

function runOf(...operations: PatchOperation[]): AlternativeRun {
  const document = minimalWith(...operations)
  const read = readScenario(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return runAlternative(read.scenario, 0, document)
}

const user = (kind: string, zone: string, [dwellings, served, billed]: readonly number[]) => ({
  ...{ class: kind, zone, dwellings, served, billed, productionPerUser: 0.1, persons: 4 },
})
/** Users in place of those of the smallest plan, and nothing that hangs on the others. */
const users = (...rows: ReturnType<typeof user>[]): PatchOperation[] => [
  replace(`${town}/users`, rows),
  replace(`${town}/waste/streams`, []),
  replace(`${town}/subsidies/factors`, {}),
]
const goals = (...list: object[]) => add('/plan', { goals: list })

describe('goals [5.6, 7, 8]', () => {
  const rows = users(user('stratum1', 'urban', [100, 90, 90]), user('stratum1', 'rural', [100, 40, 20]))
  const { baseYear } = runOf().scenario
  const year = (t: number) => String(baseYear + t)
  const coverage = add(`${plan}/targets`, { coverage: { rural: { points: { [year(0)]: 0.4, [year(6)]: 0.7 } } } })

  test('hold the baseline, the goal and the gap, and are met or missed at years 3, 6 and 15', () => {
    const of = runOf(
      ...rows,
      coverage,
      goals({
        id: 'campo',
        program: 'rural',
        indicator: 'CRU',
        targets: { [year(3)]: 0.55, [year(6)]: 0.7, [year(15)]: 0.9 },
      }),
    )
    const [goal] = goalsOf(of)
    expect(goal).toMatchObject({ baseline: 0.4, baselineFrom: 'diagnosis', goal: 0.9, goalYear: baseYear + 15 })
    expect(goal?.gap).toBeCloseTo(0.5, 9)
    expect(goal?.years.map(({ year, met }) => [year - baseYear, met])).toEqual([
      [3, true],
      [6, true],
      [15, false],
    ])
    expect(goal?.years[2]?.missing).toBeCloseTo(0.2, 9)
  })

  test('that ask for less are met from below', () => {
    const of = runOf(goals({ id: 'menos', indicator: 'disposed', baseline: 1e6, targets: { [year(6)]: 1 } }))
    const [goal] = goalsOf(of)
    expect(goal?.gap).toBe(1 - 1e6)
    expect(goal?.years.find((y) => y.year === baseYear + 3)).toMatchObject({ target: null, met: null })
    const six = goal?.years.find((y) => y.year === baseYear + 6)
    expect(six?.met).toBe(false)
    expect(six?.missing).toBe((six?.value ?? 0) - 1)
  })

  test('ask for a row by its members, and add up lines that add up', () => {
    const of = runOf(
      ...rows,
      goals(
        { id: 'a', indicator: 'users', targets: { [year(3)]: 1 } },
        { id: 'b', indicator: 'users:rural', targets: { [year(3)]: 1 } },
        { id: 'c', indicator: 'CRU:urban', targets: { [year(3)]: 1 } },
      ),
    )
    expect(goalsOf(of).map(({ baseline }) => baseline)).toEqual([130, 40, 0.9])
  })

  test('that cannot be measured say why', () => {
    const of = runOf(
      ...rows,
      goals(
        { id: 'a', targets: { [year(3)]: 1 } },
        { id: 'b', indicator: 'felicidad', targets: { [year(3)]: 1 } },
        { id: 'c', indicator: 'userTariff', targets: { [year(3)]: 1 } },
      ),
    )
    expect(goalsOf(of).map(({ years }) => years[0]?.note)).toEqual([
      'El objetivo no dice qué indicador lo mide.',
      'No hay indicador ni renglón «felicidad».',
      '«userTariff» tiene varias filas que no se suman; diga cuál, por ejemplo «userTariff:rural».',
    ])
    for (const { years } of goalsOf(of)) expect(years.every(({ met }) => met === null)).toBe(true)
  })
})

test('the gaps of the plan fall into the four fields of the matrix [5.6]', () => {
  const of = runOf(
    add('/plan', {
      gaps: [
        { kind: 'weakness', component: 'barrido', problem: 'Se barre poco', causes: 'Falta personal' },
        { kind: 'threat', problem: 'El relleno cierra', consequences: ['Más flete', 'Botadero'] },
        { kind: 'strength', problem: 'Hay catastro' },
        { kind: 'opportunity', problem: 'Hay compradores', measure: 'Vender' },
      ],
    }),
  )
  const { weaknesses, threats, strengths, opportunities } = dofaOf(of.scenario)
  expect(weaknesses).toMatchObject([{ component: 'barrido', causes: ['Falta personal'], consequences: [] }])
  expect(threats).toMatchObject([{ component: null, consequences: ['Más flete', 'Botadero'] }])
  expect(strengths).toMatchObject([{ problem: 'Hay catastro' }])
  expect(opportunities).toMatchObject([{ measure: 'Vender' }])
})

test('the table of users joins industry and commerce as printed, with its total [5.5.3]', () => {
  const of = runOf(
    ...users(
      user('stratum1', 'urban', [100, 90, 80]),
      user('stratum1', 'rural', [50, 20, 10]),
      user('smallCommercial', 'urban', [10, 10, 9]),
      user('smallIndustrial', 'urban', [5, 4, 3]),
    ),
  )
  const table = userTableOf(of)
  const row = (group: string, zone: string | null) => table.find((r) => r.group === group && r.zone === zone)
  expect(row('stratum1', null)).toMatchObject({ dwellings: 150, served: 110, billed: 90 })
  expect(row('small', null)).toMatchObject({ dwellings: 15, served: 14, billed: 12 })
  expect(row('total', null)).toMatchObject({ dwellings: 165, served: 124, billed: 102 })
  expect(row('total', 'rural')).toMatchObject({ dwellings: 50, served: 20, billed: 10, billingEfficiency: 0.5 })
  expect(row('largeOfficial', null)).toMatchObject({ dwellings: 0, billingEfficiency: null })
})

test('the table of costs has the totals of the resolution, and no total where a part is missing [5.5.2 b.4]', () => {
  const of = runOf(
    add(`${town}/diagnosis`, {
      annualCosts: {
        sweeping: { investment: 1, operationMaintenance: 2, administration: 3 },
        disposal: { investment: 1, operationMaintenance: 2 },
      },
    }),
  )
  const rows = componentCostsOf(of)
  expect(rows.map(({ symbol }) => symbol).slice(0, 6)).toEqual(['CRTDF', 'CRTA', 'CBL', 'CAO', 'CAI', 'CDF'])
  expect(rows.find(({ symbol }) => symbol === 'CBL')).toMatchObject({ investment: 1, administration: 3, total: 6 })
  expect(rows.find(({ symbol }) => symbol === 'CDF')).toMatchObject({
    operationMaintenance: 2,
    administration: null,
    total: null,
  })
})

describe('the base year against what was measured', () => {
  const { baseYear } = runOf().scenario

  test('warns with both numbers where they are more than 5 % apart, and not below', () => {
    const modelled = tieOutOf(runOf(add(`${town}/diagnosis`, { collection: { tonnes: 1 } })))[0]?.modelled ?? 0
    const at = (factor: number) =>
      tieOutWarnings(runOf(add(`${town}/diagnosis`, { collection: { tonnes: modelled / factor } })))
    expect(at(1.04)).toEqual([])
    const [warning] = at(1.25)
    expect(warning).toMatchObject({ code: 'tie-out', pointer: `${town}/diagnosis/collection` })
    expect(warning?.message.es).toContain('25,0')
    expect(warning?.message.en).toContain('25.0%')
  })

  test('holds billing and collection against the books of the providers', () => {
    const provider = { id: 'esp', billing: [{ year: baseYear, billed: 1, collected: 1 }] }
    const of = runOf(add('/providers', [provider]))
    expect(tieOutWarnings(of).map(({ message }) => message.es.split(':')[0])).toEqual(['Facturación', 'Recaudo'])
    const [billed, paid] = tieOutOf(of)
    const honest = { id: 'esp', billing: [{ year: baseYear, billed: billed?.modelled, collected: paid?.modelled }] }
    expect(tieOutWarnings(runOf(add('/providers', [honest])))).toEqual([])
  })

  test('compares nothing that was not measured', () => {
    expect(tieOutOf(runOf())).toEqual([])
  })
})

test('the study tells the base line once and the projections and goals of every alternative', () => {
  const { scenario } = runOf(goals({ id: 'g', indicator: 'CRU', targets: { 2040: 1 } }))
  const study = diagnosisStudy(scenario)
  const ids = scenario.alternatives.map(({ id }) => id)
  expect(new Set(study.indicators.map(({ alternative }) => alternative))).toEqual(new Set([null, ...ids]))
  expect(study.goals.map(({ alternative }) => alternative)).toEqual(ids)
  const one = diagnosisStudy(scenario, { alternative: ids[0] })
  expect(one.goals.map(({ alternative }) => alternative)).toEqual([ids[0]])
})
