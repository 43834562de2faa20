import { describe, expect, it } from 'vitest'
import plan from '../../../scenarios/san-pedro-valle.json' with { type: 'json' }
import { readScenario } from '../../../src/scenario/read.ts'
import { runAlternative } from '../../../src/study/run.ts'
import ops from '../vectors/real-B1-ops-app-d.json' with { type: 'json' }
import chiapas from '../vectors/real-B2-chiapas.json' with { type: 'json' }
import texas from '../vectors/real-B3-east-texas.json' with { type: 'json' }
import unad from '../vectors/real-B7-unad-geometric.json' with { type: 'json' }
import gate from '../vectors/real-B8-landfill-200k.json' with { type: 'json' }
import sanPedro from '../vectors/real-B14-sanpedro-valle-2024.json' with { type: 'json' }
import { byYear, runOf } from './town.ts'

const urban = (path: unknown) => ({ population: { method: 'given', given: { urban: path } } })
const years = (list: object) => Object.keys(list).map(Number)

describe('published generation of waste', () => {
  it('the guide of PAHO: 20 t a day, and its town of 30,000 that grows 2.6 % a year', () => {
    const { ex1, ex2 } = ops.inputs
    const first = runOf({
      baseYear: 2020,
      town: { ...urban(ex1.population), waste: { perCapita: { urban: ex1.ppc } } },
    })
    const perDay = byYear(first, 'generation')(2020) / 365
    expect(perDay).toBeCloseTo(ops.expected.ex1.t_day, 9)
    expect((perDay * 7) / ex1.collection_days).toBeCloseTo(ops.recomputed.ex1.t_per_collection_day, 9)

    const users = [
      { class: 'stratum1', zone: 'urban', dwellings: 100, served: 100 * ex2.coverage, billed: 1, persons: 5 },
    ]
    const second = runOf({
      baseYear: 2020,
      town: {
        ...urban({ start: ex2.population, growth: ex2.growth }),
        users,
        waste: { perCapita: { urban: ops.expected.ex2.ppc } },
      },
    })
    const people = byYear(second, 'population')
    // the guide's year 1 is our t = 0; it prints 30.800 for 30.780
    expect(people(2021)).toBeCloseTo(ops.recomputed.ex2.P2, 6)
    expect(people(2022)).toBeCloseTo(ops.recomputed.ex2.P3, 6)
    expect(people(2029)).toBeCloseTo(ops.recomputed.ex2.P10, 6)
    // 252 m³ a week at 300 kg/m³ are what 90 % of the people make in seven days
    expect((byYear(second, 'collected')(2020) / 365) * 7).toBeCloseTo(
      (ex2.volume_m3_week * ex2.vehicle_density) / 1000,
      9,
    )
  })

  it('two towns of Chiapas 2000-2020: twenty tonnages with a waste per person that grows in steps', () => {
    for (const name of ['San Fernando', 'Osumacinta'] as const) {
      const table = chiapas.inputs.table_pop_ppc[name]
      const points = Object.entries(table).map(([year, [people, ppc]]) => ({ year: Number(year), people, ppc }))
      const growth = points.slice(1).map((p, i) => [points[i]!.year + 1, (p.ppc! / points[i]!.ppc!) ** (1 / 5) - 1])
      const of = runOf({
        baseYear: 2000,
        town: {
          ...urban({ points: Object.fromEntries(points.map(({ year, people }) => [year, people])) }),
          waste: {
            perCapita: { urban: points[0]?.ppc },
            perCapitaGrowth: { points: Object.fromEntries(growth), between: 'step' },
          },
        },
      })
      for (const year of years(table)) {
        const tonnes = byYear(of, 'generation')(year)
        const at = String(year) as '2000'
        expect(tonnes).toBeCloseTo(chiapas.recomputed.t_year[name][at], 6)
        // the table prints the waste per person with three decimals
        expect(Math.abs(tonnes / chiapas.expected.t_year[name][at] - 1)).toBeLessThan(0.0015)
        expect(Math.abs(tonnes / 365 / chiapas.expected.t_day[name][at] - 1)).toBeLessThan(0.0015)
      }
    }
  })

  it('East Texas 1991-2012: yearly tons, additions and the cumulative demand with and without the goal', () => {
    const { population, rate_lb_person_day: pounds, short_ton_lb, start_cum_current, start_cum_reduced } = texas.inputs
    // in short tons: pounds over 2000 take the place of kilograms over 1000
    const town = { ...urban({ points: population }), waste: { perCapita: { urban: (pounds * 1000) / short_ton_lb } } }
    const tons = byYear(runOf({ baseYear: 1991, town }), 'generation')
    for (const [year, printed] of Object.entries(texas.expected.tons))
      expect(Math.abs(tons(Number(year)) - printed), year).toBeLessThanOrEqual(0.5)
    for (const [year, printed] of Object.entries(texas.expected.yearly_addition))
      expect(Math.abs(tons(Number(year)) - tons(Number(year) - 1) - printed), year).toBeLessThanOrEqual(1)

    const goal = texas.expected.goal_tons as Readonly<Record<string, number>>
    const reduction = Object.fromEntries(
      years(goal)
        .filter((y) => y > 1998)
        .map((y) => [y, 1 - (goal[y] as number) / tons(y)]),
    )
    const reduced = byYear(
      runOf({ baseYear: 1991, town, alternative: { targets: { reduction: { points: { 1998: 0, ...reduction } } } } }),
      'disposed',
    )
    let [current, less] = [start_cum_current, start_cum_reduced]
    for (const year of years(texas.expected.cumulative_current).filter((y) => y > 1998)) {
      const at = String(year) as '1999'
      current += tons(year)
      less += reduced(year)
      expect(Math.abs(current - texas.expected.cumulative_current[at]), at).toBeLessThanOrEqual(10)
      expect(Math.abs(less - texas.expected.cumulative_reduced[at]), at).toBeLessThanOrEqual(10)
    }
  })

  it('three geometric columns of landfill exercises; their waste per person is printed cut, 0.13 for 0.136', () => {
    for (const column of ['a', 'b', 'c'] as const) {
      const { P1, r } = unad.inputs[column]
      const censuses = [
        { year: 2010, urban: P1, rural: 0 },
        { year: 2011, urban: P1 * (1 + r), rural: 0 },
      ]
      const people = byYear(
        runOf({ baseYear: 2010, town: { censuses, population: { method: 'geometric' } } }),
        'population',
      )
      unad.recomputed[column].forEach((found, i) => {
        expect(people(2011 + i)).toBeCloseTo(found, 6)
        expect(Math.abs(people(2011 + i) / (unad.expected[column][i] as number) - 1)).toBeLessThan(2e-5)
      })
    }
    const { volume_m3_week, density, coverage, population } = unad.inputs.ppc
    const users = [{ class: 'stratum1', zone: 'urban', dwellings: 100, served: 100 * coverage, billed: 1, persons: 5 }]
    const exact = unad.recomputed.ppc1_exact
    const of = runOf({ baseYear: 2010, town: { ...urban(population), users, waste: { perCapita: { urban: exact } } } })
    expect((byYear(of, 'collected')(2010) * 7) / 365).toBeCloseTo((volume_m3_week * density) / 1000, 9)
  })

  it('a landfill for 200,000 people over 25 years: 13.69 million m³, and not the 21.9 of its mirror', () => {
    const {
      population,
      kg_person_day,
      years: count,
      density_kg_m3,
      compaction_ratio,
      fill_ratio_total_over_waste,
    } = gate.inputs
    const of = runOf({
      baseYear: 2000,
      town: { ...urban(population), waste: { perCapita: { urban: kg_person_day } } },
      alternative: {
        sites: [
          {
            id: 'relleno',
            capacity: 1e9,
            density: (density_kg_m3 * compaction_ratio) / 1000,
            coverFactor: fill_ratio_total_over_waste - 1,
            height: 10,
          },
        ],
      },
    })
    const volume = byYear(of, 'landfillVolume')
    const total = Array.from({ length: count }, (_, t) => volume(2001 + t)).reduce((a, b) => a + b, 0)
    expect(total / 1e6).toBeCloseTo(gate.expected.total_volume_million_m3, 9)
  })

  it('San Pedro 2024: eleven months are not a year, and 3.18 t a day are not the municipality', () => {
    const { months, urban: town, rural, sweeping } = sanPedro.inputs
    const rows = months.map((_, i) => (town[i] as number) + (rural[i] as number) + (sweeping[i] as number))
    rows.forEach((row, i) => void expect(row).toBeCloseTo(sanPedro.expected.total[i] as number, 6))
    const eleven = rows.reduce((a, b) => a + b, 0)
    expect(eleven).toBeCloseTo(sanPedro.expected.sum_total, 6)

    const read = readScenario(plan)
    if (!read.ok) throw new Error('the plan of San Pedro does not read')
    const collected = byYear(runAlternative(read.scenario, 0), 'collected')(2024)
    expect(Math.abs(collected / ((eleven / 11) * 12) - 1)).toBeLessThan(0.001)

    // at the printed 0.413 kg a person and day the inhabitants would make 7.5 t a day; 3.18 t are those of 7,700
    const { population_2024_document: people, ppc_document: ppc, generation_t_day_document: printed } = sanPedro.inputs
    const of = runOf({ baseYear: 2024, town: { ...urban(people), waste: { perCapita: { urban: ppc } } } })
    const perDay = byYear(of, 'generation')(2024) / 365
    expect(perDay).toBeCloseTo(7.49, 2)
    expect((people * printed) / perDay).toBeCloseTo(7700, -1)
    const composition = { foodAndGarden: 0.66, plastic: 0.2, other: 0.14 }
    const whole = { capture: { foodAndGarden: 1, plastic: 1, other: 1 } }
    const sample = runOf({
      baseYear: 2024,
      town: { ...urban((printed * 1000) / ppc), waste: { perCapita: { urban: ppc }, composition } },
      alternative: { recovery: whole },
    })
    expect(byYear(sample, 'recovered')(2024) / 365).toBeCloseTo(printed, 9)
    expect(0.66 * printed).toBeCloseTo(sanPedro.recomputed.composition_t_day.organic, 9)
  })
})
