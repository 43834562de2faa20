import { add, type Case, plan } from './minimal.ts'

const loan = { id: 'credito', draws: { '2026': 1e8 }, rate: 0.1, term: 5, grace: 1 }

const grant = { id: 'aporte', source: 'nation', use: 'capital', amounts: { '2026': 1e8 } }

export const fundingCases: Case[] = [
  ['a loan without draws', 'loan-no-draws', `${plan}/loans/0/draws`, add(`${plan}/loans`, [{ ...loan, draws: {} }])],
  [
    'a draw beyond the horizon',
    'draw-outside-horizon',
    `${plan}/loans/0/draws/2040`,
    add(`${plan}/loans`, [{ ...loan, draws: { '2040': 1 } }]),
  ],
  [
    'a draw after the grace',
    'draw-after-grace',
    `${plan}/loans/0/draws/2028`,
    add(`${plan}/loans`, [{ ...loan, draws: { '2026': 1, '2027': 1, '2028': 1 } }]),
  ],
  [
    'a grace as long as the term',
    'grace-too-long',
    `${plan}/loans/0/grace`,
    add(`${plan}/loans`, [{ ...loan, grace: 5 }]),
  ],
  ['a term of no years', 'too-small', `${plan}/loans/0/term`, add(`${plan}/loans`, [{ ...loan, term: 0, grace: 0 }])],
  [
    'a rate on a DTF that is not given',
    'reference-rate-missing',
    `${plan}/loans/0/rate/base`,
    add(`${plan}/loans`, [{ ...loan, rate: { base: 'dtf', spread: 0.03 } }]),
  ],
  [
    'a grant without amounts',
    'grant-no-amounts',
    `${plan}/grants/0/amounts`,
    add(`${plan}/grants`, [{ ...grant, amounts: {} }]),
  ],
  [
    'a grant beyond the horizon',
    'grant-outside-horizon',
    `${plan}/grants/0/amounts/2040`,
    add(`${plan}/grants`, [{ ...grant, amounts: { '2040': 1 } }]),
  ],
  [
    'an operation grant in the base year',
    'operation-grant-base-year',
    `${plan}/grants/0/amounts/2024`,
    add(`${plan}/grants`, [{ ...grant, use: 'operation', amounts: { '2024': 1 } }]),
  ],
  [
    'a conditional grant without life',
    'grant-life-missing',
    `${plan}/grants/0/life`,
    add(`${plan}/grants`, [{ ...grant, use: 'conditional' }]),
  ],
  [
    'tax losses that cannot be carried',
    'tax-losses',
    '/existing/taxLosses',
    add('/existing/taxLosses', 1),
    add('/economy/lossCarryForward', false),
  ],
  [
    'an asset depreciated beyond its value',
    'asset-accumulated',
    '/existing/assets/0/accumulated',
    add('/existing/assets', [{ name: 'x', gross: 1, accumulated: 2 }]),
  ],
  [
    'an asset without the life it has left',
    'asset-life-missing',
    '/existing/assets/0/remainingLife',
    add('/existing/assets', [{ name: 'x', gross: 1 }]),
  ],
  [
    'a financing without sources',
    'waterfall-empty',
    `${plan}/financing/waterfall`,
    add(`${plan}/financing`, { waterfall: [] }),
  ],
  [
    'a financing by loan without its term',
    'waterfall-loan',
    `${plan}/financing/waterfall/0/term`,
    add(`${plan}/financing`, { waterfall: [{ source: 'loan', rate: 0.1 }] }),
  ],
  [
    'a financing by two loans',
    'waterfall-second-loan',
    `${plan}/financing/waterfall/1/source`,
    add(`${plan}/financing`, { waterfall: [1, 2].map(() => ({ source: 'loan', rate: 0.1, term: 5 })) }),
  ],
  [
    'a financing by the municipality with a rate',
    'waterfall-not-loan',
    `${plan}/financing/waterfall/0/rate`,
    add(`${plan}/financing`, { waterfall: [{ source: 'municipal', rate: 0.1 }] }),
  ],
  [
    'closure works in the base year',
    'closure-year',
    `${plan}/closure/works/2024`,
    add(`${plan}/closure`, { works: { '2024': 1 } }),
  ],
  [
    'a variant whose patch names nothing',
    'patch-failed',
    '/variants/0',
    add('/variants', [{ id: 'v', patch: [{ op: 'remove', path: '/nothing' }] }]),
  ],
]
