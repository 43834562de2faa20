import minimal from '../../../../scenarios/minimal.json' with { type: 'json' }
import { mergePatch } from '../../../../src/scenario/patch.ts'
import type { Scenario } from '../../../../src/scenario/scenario.ts'
import { readPlan } from '../../../../src/study/read-plan.ts'

const composting = {
  id: 'compostar',
  name: 'Compostar',
  targets: { coverage: { urban: { points: { '2024': 0.97, '2030': 0.99 } } } },
  tariff: { method: 'reference', reference: { fixed: 10500, variable: 260000 } },
  projects: [
    {
      id: 'recoleccion',
      program: 'collection',
      costs: [
        {
          id: 'operacion',
          category: 'operationMaintenance',
          component: 'collectionToDisposal',
          unit: 255000,
          driver: 'tonnesCollected',
        },
      ],
    },
    {
      id: 'planta',
      program: 'recovery',
      costs: [
        { id: 'obra', category: 'investment', class: 'works', amount: { year: 2025, amount: 300000000 }, life: 15 },
        {
          id: 'operar',
          category: 'operationMaintenance',
          component: 'organicRecovery',
          unit: 70000,
          driver: 'tonnesRecoveredOrganic',
          jobs: 4,
        },
      ],
    },
  ],
  recovery: {
    capture: { foodAndGarden: { start: 0.15, growth: 0.05 } },
    compostYield: 0.3,
    prices: { compost: { values: [80000, 82000], from: 2025 } },
  },
  grants: [{ id: 'aporte', source: 'nation', use: 'capital', project: 'planta', amounts: { '2025': 300000000 } }],
  measures: { prevention: true, minimization: true },
  sites: [{ id: 'relleno', capacity: 120000 }],
}

/** The smallest plan with its alternative of today and one that composts; `change` is a merge patch over the document. */
export function twoPlans(change: object = {}): Scenario {
  const [place] = minimal.territory.municipalities
  const town = mergePatch(place, {
    waste: { composition: { foodAndGarden: 0.6, plastic: 0.2, paper: 0.1, other: 0.1 } },
    collectionEfficiency: 0.95,
  })
  const document = mergePatch(
    { ...minimal, territory: { municipalities: [town] }, alternatives: [...minimal.alternatives, composting] },
    change,
  )
  const read = readPlan(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.scenario
}
