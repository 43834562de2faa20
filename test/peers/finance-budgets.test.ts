import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { investment, runningCost } from '../../src/model/3-costs/items.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import type { AlternativeRun } from '../../src/study/run.ts'
import { rowsOf, runAlternative } from '../../src/study/run.ts'
import { readVectors } from './vectors.ts'

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

interface CountyBudget {
  inputs: {
    years: number[]
    reduction_programme: Record<string, number[]>
    recycling_programme: Record<string, number[]>
    regional_mrf: number[]
    curbside: number[]
    monitoring: Record<string, number[]>
    group1: number[][]
    group2: number[]
    group3: number[]
  }
  expected: Record<string, number[]>
}

const pueblo = {
  schemaVersion: '1',
  name: 'Presupuesto de un condado',
  baseYear: 1992,
  economy: { inflation: 0, discountRate: 0.05 },
  territory: {
    municipalities: [
      {
        id: 'condado',
        name: 'Condado',
        censuses: [
          { year: 1980, urban: 1000, rural: 0 },
          { year: 1990, urban: 1000, rural: 0 },
        ],
        users: [{ class: 'stratum1', zone: 'urban', dwellings: 100, served: 100, billed: 100, persons: 10 }],
        waste: { perCapita: { urban: 1 }, composition: { other: 1 } },
        tariff: { method: 'reference', reference: { fixed: 1, variable: 1 } },
      },
    ],
  },
}

const runOf = (document: unknown, index = 0): AlternativeRun => {
  const read = readPlan(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return runAlternative(read.scenario, index)
}

describe('the programme budget of San Joaquin County (tables 9-1 to 9-5)', () => {
  const { inputs, expected } = readVectors<CountyBudget>('real-D12-san-joaquin-budget')
  const first = 1993
  /** The four printed years, zero between them. */
  const path = (printed: readonly number[]) => {
    const last = inputs.years.at(-1) as number
    const values = Array.from({ length: last - first + 1 }, (_, k) => printed[inputs.years.indexOf(first + k)] ?? 0)
    return { values, from: first }
  }
  const project = (id: string, program: string, items: Record<string, number[]>) => ({
    id,
    program,
    costs: Object.entries(items).map(([name, printed]) => ({
      id: `${id}-${name}`,
      category: 'operationMaintenance',
      amount: path(printed),
    })),
  })
  const { recycling_programme, regional_mrf: regional, curbside, group1, group2, group3 } = inputs
  const parts = {
    reduction: project('reduction', 'awareness', inputs.reduction_programme),
    subtotal: project('subtotal', 'recovery', recycling_programme),
    regional: project('regional', 'recovery', { regional, curbside }),
    monitoring: project('monitoring', 'institutional', inputs.monitoring),
    group1: project('group1', 'collection', Object.fromEntries(group1.map((x, i) => [String(i), x]))),
    groups: project('groups', 'disposal', { group2, group3 }),
  }
  const of = runOf({ ...pueblo, alternatives: [{ id: 'plan', projects: Object.values(parts) }] })
  const printedYears = (...projects: string[]) =>
    inputs.years.map((year) =>
      total(
        rowsOf(of, runningCost)
          .filter(({ at }) => projects.some((p) => at.item?.startsWith(`${p}-`)))
          .map(({ values }) => values[year - 1992] as number),
      ),
    )

  it.each([
    ['reduction_total', ['reduction']],
    ['recycling_subtotal', ['subtotal']],
    ['recycling_total', ['subtotal', 'regional']],
    ['monitoring_total', ['monitoring']],
    ['group1_total', ['group1']],
    ['all_groups_total', ['group1', 'groups']],
  ])('adds %s to the dollar in the four printed years', (name, projects) => {
    expect(printedYears(...projects)).toEqual(expected[name])
  })
})

interface PublishedPlan {
  inputs: {
    years: number[]
    capex: number[]
    opex: number[]
    programme_by_year: Record<string, number[]>
    programme_components: Record<string, number[]>
    old_programme_totals: Record<string, number>
    financing_share_ranges: Record<string, [number, number]>
    declared_totals: { plan_adjusted: number; plan_text: number }
  }
  expected: {
    total_by_year: number[]
    total: number
    share_2025_2030_printed: number
    share_2028_2031_printed: number
    programme_totals: Record<string, number>
    old_total_printed: number
  }
  recomputed: {
    share_2025_2030: number
    share_2028_2031: number
    programme_year_sums: Record<string, number>
    old_total: number
    financing_share_sum_range: [number, number]
  }
}

describe("San Pedro's own plan of 2025 to 2036", () => {
  const { inputs, expected, recomputed } = readVectors<PublishedPlan>('real-D14-sanpedro-valle-plan')
  const document: unknown = JSON.parse(
    readFileSync(new URL('../../scenarios/san-pedro-valle.json', import.meta.url), 'utf8'),
  )
  const of = runOf(document, 1)
  const ofPlan = (line: typeof investment) =>
    inputs.years.map((_, k) =>
      total(
        rowsOf(of, line)
          .filter(({ at }) => /-(inversion|operacion)$/.test(at.item ?? ''))
          .map(({ values }) => (values[k + 1] as number) / 1e6),
      ),
    )
  const yearTotals = inputs.years.map((_, k) => (inputs.capex[k] as number) + (inputs.opex[k] as number))
  const between = (from: number, to: number) =>
    total(yearTotals.filter((_, k) => (inputs.years[k] as number) >= from && (inputs.years[k] as number) <= to))

  it('stands in the scenario with the published investment and running cost of each year', () => {
    for (const [k, found] of ofPlan(investment).entries()) expect(found).toBeCloseTo(inputs.capex[k] as number, 3)
    for (const [k, found] of ofPlan(runningCost).entries()) expect(found).toBeCloseTo(inputs.opex[k] as number, 3)
    expect(yearTotals).toEqual(expected.total_by_year)
    expect(total(yearTotals)).toBe(expected.total)
  })

  it('prints shares of phases that its own years do not bear out', () => {
    const whole = total(yearTotals)
    expect(between(2025, 2030) / whole).toBeCloseTo(recomputed.share_2025_2030, 9)
    expect(Math.abs(between(2025, 2030) / whole - expected.share_2025_2030_printed)).toBeGreaterThan(0.04)
    expect(between(2028, 2031) / whole).toBeCloseTo(recomputed.share_2028_2031, 9)
    // the 29 % printed is of the total of another version of the plan
    expect(between(2028, 2031) / inputs.declared_totals.plan_text).toBeCloseTo(expected.share_2028_2031_printed, 2)
  })

  it('gives programmes by year that add neither to the programmes nor to the years', () => {
    const sums = Object.fromEntries(Object.entries(inputs.programme_by_year).map(([p, years]) => [p, total(years)]))
    expect(sums).toEqual(recomputed.programme_year_sums)
    const components = Object.fromEntries(Object.entries(inputs.programme_components).map(([p, c]) => [p, total(c)]))
    expect(components).toEqual(expected.programme_totals)
    const off = Object.keys(sums).filter((p) => sums[p] !== components[p])
    expect(off).toEqual(['recicladores', 'cultura'])
    expect(expected.total - total(Object.values(components))).toBe(201)
  })

  it('carries an older list of programmes that adds to another total than it prints', () => {
    expect(total(Object.values(inputs.old_programme_totals))).toBe(recomputed.old_total)
    expect(recomputed.old_total).not.toBe(expected.old_total_printed)
    const ends = Object.values(inputs.financing_share_ranges)
    expect(total(ends.map(([low]) => low))).toBeCloseTo(recomputed.financing_share_sum_range[0], 9)
    expect(total(ends.map(([, high]) => high))).toBeCloseTo(recomputed.financing_share_sum_range[1], 9)
  })
})
