import { describe, expect, it } from 'vitest'
import minimal from '../../scenarios/minimal.json' with { type: 'json' }
import type { Line } from '../../src/formula/entry.ts'
import { book } from '../../src/model/book.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import type { AlternativeRun } from '../../src/study/run.ts'
import { runAlternative, series } from '../../src/study/run.ts'
import bello from './vectors/real-C1-bello-2025.json' with { type: 'json' }
import funza from './vectors/real-C3-funza-2022.json' with { type: 'json' }

/** The operator's own names of classes, as ours. */
const classOf: Readonly<Record<string, string>> = {
  E1: 'stratum1',
  E2: 'stratum2',
  E3: 'stratum3',
  E4: 'stratum4',
  E5: 'stratum5',
  E6: 'stratum6',
  PPI: 'smallIndustrial',
  PPC: 'smallCommercial',
  PPO: 'smallOfficial',
  Ind: 'smallIndustrial',
  Com: 'smallCommercial',
  Oficial: 'smallOfficial',
}

interface Entered {
  readonly given: Record<string, unknown>
  readonly factors: Record<string, unknown>
  readonly users: readonly Record<string, unknown>[]
}

/** A plan whose only tariff is what the operator publishes. */
function entered({ given, factors, users }: Entered): AlternativeRun {
  const municipality = {
    ...minimal.territory.municipalities[0],
    users,
    // every tonne of a bill is published, so the town's own waste has no part in it
    waste: { perCapita: { urban: 0.6, rural: 0.4 } },
    tariff: { method: 'cra-720-2015', index: 'none', inputs: { given } },
    subsidies: { factors },
  }
  const read = readPlan({ ...minimal, territory: { municipalities: [municipality] } })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return runAlternative(read.scenario, 0)
}

const lineOf = (id: string): Line => book.byId.get(id) as Line
const tariffOf = (plan: AlternativeRun, userClass: string, zone: string): number =>
  series(plan, lineOf('userTariff'), {
    municipality: minimal.territory.municipalities[0]?.id as string,
    userClass,
    zone,
  })[1] as number

const user = (userClass: string, zone: string, vacant = 0) => ({
  class: userClass,
  zone,
  dwellings: 1000,
  served: 1000,
  billed: 1000,
  vacant,
  growth: { start: 0, growth: 0 },
  ...(userClass.startsWith('stratum') ? { persons: 3 } : { productionPerUser: 0.1 }),
})

describe('Bello, January 2025: the published costs, factors and cleaning by zone give the published tariffs', () => {
  const zones = ['urban', 'rural'] as const
  const byZone = (of: (zone: (typeof zones)[number]) => number) => ({ urban: of('urban'), rural: of('rural') })
  const costs = (zone: (typeof zones)[number]) => bello.inputs[zone].reference_costs
  const classes = Object.keys(bello.expected.urban.tariffs) as (keyof typeof bello.expected.urban.tariffs)[]
  /** The tables fix the money parts of a bill; the tonnes follow from the CVNA with VIAT that the operator charges. */
  const cvnaWithViat = bello.inputs.urban.CVNA + bello.inputs.urban.reference_costs.VIAT
  const plan = entered({
    given: {
      ccs: byZone((z) => costs(z).CCS),
      clus: byZone((z) => costs(z).CLUS),
      cbls: byZone((z) => costs(z).CBLS),
      crt: byZone((z) => costs(z).CRT),
      cdf: byZone((z) => costs(z).CDF),
      ctl: byZone((z) => costs(z).CTL),
      viat: byZone((z) => costs(z).VIAT),
      vba: byZone((z) => costs(z).VBA),
      trbl: byZone((z) => bello.recomputed[z].common_variable_part / cvnaWithViat),
      trlu: 0,
      trra: 0,
      tra: 0,
      trna: byZone((z) => bello.recomputed[z].trna_unit_part / cvnaWithViat),
    },
    factors: Object.fromEntries(
      classes.map((c) => [classOf[c], byZone((z) => bello.inputs[z].subsidy_or_contribution[c])]),
    ),
    users: zones.flatMap((z) => classes.map((c) => user(classOf[c] as string, z))),
  })
  it.each(zones.flatMap((zone) => classes.map((c) => ({ zone, c }))))('$zone $c to the centavo', ({ zone, c }) => {
    expect(Math.abs(tariffOf(plan, classOf[c] as string, zone) - bello.expected[zone].tariffs[c])).toBeLessThan(0.0151)
  })
  it('shows CFT and CVNA as published', () => {
    const at = { municipality: minimal.territory.municipalities[0]?.id as string, zone: 'urban' }
    expect(series(plan, lineOf('cft'), at)[1]).toBeCloseTo(bello.inputs.urban.CFT, 2)
    expect((series(plan, lineOf('cvna'), at)[1] as number) - 11388).toBeCloseTo(bello.inputs.urban.CVNA, 1)
  })
})

describe('Funza, first half of 2022: occupied and vacant premises within the stated rounding', () => {
  const { inputs, expected } = funza
  const classes = Object.keys(inputs.subsidy_or_contribution) as (keyof typeof inputs.subsidy_or_contribution)[]
  /** The operator rounds TRNA to three decimals a class, so each class is entered as it stands. */
  const factorOf: Readonly<Record<string, number>> = {
    E1: 0.79,
    E2: 0.86,
    E3: 0.9,
    E4: 1,
    Ind: 2.44,
    Com: 2.44,
    Oficial: 2.44,
  }
  const planOf = (c: (typeof classes)[number], vacant: number) =>
    entered({
      given: {
        ccs: inputs.reference_costs.CCS,
        clus: inputs.reference_costs.CLUS,
        cbls: inputs.reference_costs.CBLS,
        crt: inputs.reference_costs.CRT,
        cdf: inputs.reference_costs.CDF,
        ctl: 0,
        trbl: inputs.vacant_common_tonnes,
        trlu: 0,
        trra: inputs.common_tonnes_equivalent - inputs.vacant_common_tonnes,
        tra: 0,
        vba: 0,
        trna: inputs.trna_tonnes_rounded3[c] / (factorOf[c] as number),
      },
      factors: { [classOf[c] as string]: inputs.subsidy_or_contribution[c] },
      users: [user(classOf[c] as string, 'urban', vacant)],
    })
  it.each(classes)('%s occupied', (c) => {
    expect(Math.abs(tariffOf(planOf(c, 0), classOf[c] as string, 'urban') - expected.occupied[c])).toBeLessThan(0.021)
  })
  it.each(classes)('%s vacant', (c) => {
    const plan = planOf(c, 1000)
    const at = { municipality: minimal.territory.municipalities[0]?.id as string, zone: 'urban' }
    const full = series(plan, lineOf('vacantTariff'), at)[1] as number
    expect(Math.abs(full * (1 + inputs.subsidy_or_contribution[c]) - expected.vacant[c])).toBeLessThan(0.021)
    const billed = series(plan, lineOf('billing'), { ...at, userClass: classOf[c] as string })[1] as number
    expect(Math.abs(billed / 12 / 1000 - expected.vacant[c])).toBeLessThan(0.021)
  })
})
