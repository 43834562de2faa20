import { add, type Case, costs, plan, remove, replace } from './minimal.ts'

const investment = {
  id: 'camion',
  category: 'investment',
  class: 'equipment',
  amount: { year: 2026, amount: 4e8 },
  life: 8,
}

const running = { id: 'salarios', category: 'administration', amount: 1e8 }

export const costCases: Case[] = [
  [
    'an investment without class',
    'investment-field-missing',
    `${costs}/1/class`,
    add(`${costs}/-`, investment),
    remove(`${costs}/1/class`),
  ],
  [
    'an investment without life',
    'investment-field-missing',
    `${costs}/1/life`,
    add(`${costs}/-`, investment),
    remove(`${costs}/1/life`),
  ],
  [
    'an investment without amount',
    'investment-field-missing',
    `${costs}/1/amount`,
    add(`${costs}/-`, investment),
    remove(`${costs}/1/amount`),
  ],
  [
    'an investment with a driver',
    'investment-with-driver',
    `${costs}/1/driver`,
    add(`${costs}/-`, { ...investment, driver: 'users' }),
  ],
  [
    'an investment of the same sum every year',
    'investment-amount-form',
    `${costs}/1/amount`,
    add(`${costs}/-`, { ...investment, amount: 1e8 }),
  ],
  [
    'an investment beyond the horizon',
    'investment-outside-horizon',
    `${costs}/1/amount/year`,
    add(`${costs}/-`, { ...investment, amount: { year: 2040, amount: 1 } }),
  ],
  [
    'an investment of a list beyond the horizon',
    'investment-outside-horizon',
    `${costs}/1/amount/1/year`,
    add(`${costs}/-`, {
      ...investment,
      amount: [
        { year: 2024, amount: 1 },
        { year: 2023, amount: 1 },
      ],
    }),
  ],
  [
    'investments by year beyond the horizon',
    'investment-outside-horizon',
    `${costs}/1/amount/values/2`,
    add(`${costs}/-`, { ...investment, amount: { values: [1, 1, 1, 0], from: 2038 } }),
  ],
  [
    'a running cost without amount',
    'running-amount-missing',
    `${costs}/1/amount`,
    add(`${costs}/-`, { id: 'x', category: 'administration' }),
  ],
  ['a running cost by amount and by driver', 'running-amount-and-unit', `${costs}/0`, add(`${costs}/0/amount`, 1)],
  ['a driver without unit', 'unit-and-driver', `${costs}/0/unit`, remove(`${costs}/0/unit`)],
  ['a unit without driver', 'unit-and-driver', `${costs}/0/driver`, remove(`${costs}/0/driver`)],
  [
    'a running cost given as a purchase',
    'running-amount-form',
    `${costs}/1/amount`,
    add(`${costs}/-`, { ...running, amount: { year: 2026, amount: 1 } }),
  ],
  [
    'a zone with a driver that has none',
    'zone-without-meaning',
    `${costs}/0/zone`,
    replace(`${costs}/0/driver`, 'tonnesDisposed'),
    add(`${costs}/0/zone`, 'rural'),
  ],
  [
    'a cost that ends before it starts',
    'year-order',
    `${costs}/1/to`,
    add(`${costs}/-`, { ...running, from: 2030, to: 2029 }),
  ],
  [
    'a project that ends before it starts',
    'year-order',
    `${plan}/projects/0/endYear`,
    add(`${plan}/projects/0/startYear`, 2030),
    add(`${plan}/projects/0/endYear`, 2029),
  ],
  ['a site that closes before it opens', 'year-order', `${plan}/sites/0/closes`, add(`${plan}/sites/0/closes`, 2020)],
  [
    'a term that ends before it starts',
    'year-order',
    '/plan/terms/0/to',
    add('/plan', { terms: [{ name: 'x', from: 2028, to: 2027 }] }),
  ],
]
