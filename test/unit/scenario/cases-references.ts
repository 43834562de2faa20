import { add, type Case, costs, plan, town } from './minimal.ts'

const running = { id: 'salarios', category: 'administration', amount: 1e8 }

const loan = { id: 'credito', draws: { '2026': 1e8 }, rate: 0.1, term: 5, grace: 1 }

const grant = { id: 'aporte', source: 'nation', use: 'capital', amounts: { '2026': 1e8 } }

const existingLoan = { id: 'viejo', balance: 1e7, rate: 0.1, remainingTerm: 3 }

const secondProject = { id: 'otro', program: 'recovery', costs: [] }

export const referenceCases: Case[] = [
  [
    'two municipalities of one id',
    'duplicate-id',
    '/territory/municipalities/1/id',
    { op: 'copy', from: town, path: '/territory/municipalities/-' },
  ],
  [
    'two alternatives of one id',
    'duplicate-id',
    '/alternatives/1/id',
    { op: 'copy', from: plan, path: '/alternatives/-' },
  ],
  [
    'two streams of one id',
    'duplicate-id',
    `${town}/waste/streams/1/id`,
    { op: 'copy', from: `${town}/waste/streams/0`, path: `${town}/waste/streams/-` },
  ],
  [
    'two sites of one id',
    'duplicate-id',
    `${plan}/sites/1/id`,
    { op: 'copy', from: `${plan}/sites/0`, path: `${plan}/sites/-` },
  ],
  [
    'two projects of one id',
    'duplicate-id',
    `${plan}/projects/1/id`,
    add(`${plan}/projects/-`, { ...secondProject, id: 'recoleccion' }),
  ],
  [
    'one cost id in two projects',
    'duplicate-id',
    `${plan}/projects/1/costs/0/id`,
    add(`${plan}/projects/-`, { ...secondProject, costs: [{ ...running, id: 'operacion' }] }),
  ],
  ['two grants of one id', 'duplicate-id', `${plan}/grants/1/id`, add(`${plan}/grants`, [grant, grant])],
  [
    'two special services of one id',
    'duplicate-id',
    `${plan}/specialServices/1/id`,
    add(
      `${plan}/specialServices`,
      [1, 2].map(() => ({ id: 's', stream: 'comercio', price: 1 })),
    ),
  ],
  [
    'two variants of one id',
    'duplicate-id',
    '/variants/1/id',
    add(
      '/variants',
      [1, 2].map(() => ({ id: 'v', patch: {} })),
    ),
  ],
  ['two goals of one id', 'duplicate-id', '/plan/goals/1/id', add('/plan', { goals: [{ id: 'g' }, { id: 'g' }] })],
  [
    'a new loan with the id of an existing one',
    'duplicate-id',
    `${plan}/loans/0/id`,
    add('/existing/loans', [{ ...existingLoan, id: 'credito' }]),
    add(`${plan}/loans`, [loan]),
  ],
  [
    'a loan named like one of the waterfall',
    'reserved-id',
    `${plan}/loans/0/id`,
    add(`${plan}/loans`, [{ ...loan, id: 'waterfall-2026' }]),
    add(`${plan}/financing`, { waterfall: [{ source: 'loan', rate: 0.1, term: 5 }] }),
  ],
  [
    'a cost of a municipality that is not there',
    'unknown-reference',
    `${costs}/0/municipality`,
    add(`${costs}/0/municipality`, 'otra'),
  ],
  [
    'a site of a municipality that is not there',
    'unknown-reference',
    `${plan}/sites/0/municipalities/0`,
    add(`${plan}/sites/0/municipalities`, ['otra']),
  ],
  [
    'a site that names a municipality twice',
    'duplicate-id',
    `${plan}/sites/0/municipalities/1`,
    add(`${plan}/sites/0/municipalities`, ['villa-ejemplo', 'villa-ejemplo']),
  ],
  [
    'recovery in a municipality that is not there',
    'unknown-reference',
    `${plan}/recovery/municipalities/0`,
    add(`${plan}/recovery`, { municipalities: ['otra'] }),
  ],
  [
    'a target for a municipality that is not there',
    'unknown-reference',
    `${plan}/targets/reduction/otra`,
    add(`${plan}/targets`, { reduction: { otra: 0.1 } }),
  ],
  [
    'a coverage target for a municipality that is not there',
    'unknown-reference',
    `${plan}/targets/coverage/otra`,
    add(`${plan}/targets`, { coverage: { otra: { urban: 1 } } }),
  ],
  [
    'a target for a stream that is not there',
    'unknown-reference',
    `${plan}/targets/streams/lodos`,
    add(`${plan}/targets`, { streams: { lodos: 1 } }),
  ],
  [
    'a target for a stream of a municipality that is not there',
    'unknown-reference',
    `${plan}/targets/streams/villa-ejemplo/lodos`,
    add(`${plan}/targets`, { streams: { 'villa-ejemplo': { lodos: 1 } } }),
  ],
  [
    'a special service of a stream that is not there',
    'unknown-reference',
    `${plan}/specialServices/0/stream`,
    add(`${plan}/specialServices`, [{ id: 's', stream: 'lodos', price: 1 }]),
  ],
  [
    'a grant for a project that is not there',
    'unknown-reference',
    `${plan}/grants/0/project`,
    add(`${plan}/grants`, [{ ...grant, project: 'otro' }]),
  ],
  [
    'a loan for a project that is not there',
    'unknown-reference',
    `${plan}/loans/0/project`,
    add(`${plan}/loans`, [{ ...loan, project: 'otro' }]),
  ],
  ['a goal that is not there', 'unknown-reference', `${plan}/goals/0`, add(`${plan}/goals`, ['g'])],
  [
    'a goal of a project that is not there',
    'unknown-reference',
    `${plan}/projects/0/goal`,
    add(`${plan}/projects/0/goal`, 'g'),
  ],
  [
    'a provider of a municipality that is not there',
    'unknown-reference',
    '/providers/0/municipalities/0',
    add('/providers', [{ id: 'p', municipalities: ['otra'] }]),
  ],
  [
    'a measured cost of a stream that is not there',
    'unknown-reference',
    `${town}/diagnosis/annualCosts/special/lodos`,
    add(`${town}/diagnosis`, { annualCosts: { special: { lodos: { investment: 1 } } } }),
  ],
  [
    'a municipality in two recovery blocks',
    'recovery-overlap',
    `${plan}/recovery/1`,
    add(`${plan}/recovery`, [{ municipalities: ['villa-ejemplo'] }, {}]),
  ],
]
