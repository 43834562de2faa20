import { type Cost, isInvestment } from '../document/project.ts'
import { hasField } from '../fields.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, financialYears } from './rule.ts'

interface Place {
  at: string
  add: Add
}

const driversWithoutZone: readonly string[] = [
  'tonnesDisposed',
  'tonnesRecovered',
  'tonnesRecoveredOrganic',
  'tonnesRecoveredInorganic',
  'kmSwept',
]

/** Costs of projects [9, 11.2]: what an investment and a running cost need. */
export function costs(scenario: Scenario, add: Add): void {
  for (const { alternative, at } of alternatives(scenario)) {
    for (const [place, project] of alternative.projects.entries()) {
      const pointer = `${at}/projects/${place}`
      yearOrder(project.startYear, project.endYear, { at: `${pointer}/endYear`, add })
      for (const [item, cost] of project.costs.entries()) {
        const here = { at: `${pointer}/costs/${item}`, add }
        if (isInvestment(cost)) investment(scenario, cost, here)
        else running(cost, here)
      }
    }
  }
}

/** Adds a problem where a last year stands before its first. */
export function yearOrder(first: number | undefined, last: number | undefined, { at, add }: Place): void {
  if (first !== undefined && last !== undefined && last < first) {
    add(problem('year-order', { pointer: at, received: last }, first))
  }
}

function investment(scenario: Scenario, cost: Cost, { at, add }: Place): void {
  const needed = cost.class === 'land' ? (['class', 'amount'] as const) : (['class', 'amount', 'life'] as const)
  for (const field of needed) {
    if (cost[field] === undefined) add(problem('investment-field-missing', { pointer: `${at}/${field}` }, field))
  }
  for (const field of ['unit', 'driver'] as const) {
    if (cost[field] === undefined) continue
    add(problem('investment-with-driver', { pointer: `${at}/${field}`, received: cost[field] }, field))
  }
  if (cost.amount === undefined) return
  const purchases = purchaseYears(cost.amount, `${at}/amount`)
  if (purchases === undefined) {
    add(problem('investment-amount-form', { pointer: `${at}/amount`, received: cost.amount }))
    return
  }
  const { first, last } = financialYears(scenario)
  for (const { year, pointer } of purchases) {
    if (year >= first && year <= last) continue
    add(problem('investment-outside-horizon', { pointer, received: year }, first, last))
  }
}

/** The years in which an investment buys something, with their pointers; undefined where its amount is not given by year. */
function purchaseYears(amount: NonNullable<Cost['amount']>, at: string) {
  if (Array.isArray(amount)) return amount.map(({ year }, place) => ({ year, pointer: `${at}/${place}/year` }))
  if (typeof amount === 'number') return undefined
  if ('year' in amount) return [{ year: amount.year, pointer: `${at}/year` }]
  if (!('values' in amount)) return undefined
  const all = amount.values.map((value, place) => ({
    value,
    year: amount.from + place,
    pointer: `${at}/values/${place}`,
  }))
  return all.filter(({ value }) => value !== 0)
}

function running(cost: Cost, { at, add }: Place): void {
  yearOrder(cost.from, cost.to, { at: `${at}/to`, add })
  const { amount, unit, driver } = cost
  const byUnit = unit !== undefined || driver !== undefined
  if (amount === undefined && !byUnit) add(problem('running-amount-missing', { pointer: `${at}/amount` }))
  if (amount !== undefined && byUnit) add(problem('running-amount-and-unit', { pointer: at, received: cost.id }))
  else if ((unit === undefined) !== (driver === undefined)) {
    const missing = unit === undefined ? 'unit' : 'driver'
    add(problem('unit-and-driver', { pointer: `${at}/${missing}` }, missing))
  }
  if (Array.isArray(amount) || hasField(amount, 'year')) {
    add(problem('running-amount-form', { pointer: `${at}/amount`, received: amount }))
  }
  if (cost.zone !== undefined && driver !== undefined && driversWithoutZone.includes(driver)) {
    add(problem('zone-without-meaning', { pointer: `${at}/zone`, received: cost.zone }, driver))
  }
}
