import { plain } from '../../text/numbers.ts'
import type { Alternative } from '../document/alternative.ts'
import type { Existing, Grant, Loan, LoanRate } from '../document/funding.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, financialYears } from './rule.ts'

interface Place {
  at: string
  add: Add
  scenario: Scenario
}

/** Loans, grants, opening position, financing and closure [11.3]. */
export function funding(scenario: Scenario, add: Add): void {
  existing(scenario.existing, { at: '/existing', add, scenario })
  for (const { alternative, at } of alternatives(scenario)) {
    if (alternative.existing !== undefined) existing(alternative.existing, { at: `${at}/existing`, add, scenario })
    for (const [place, item] of alternative.loans.entries()) loan(item, { at: `${at}/loans/${place}`, add, scenario })
    for (const [place, item] of alternative.grants.entries())
      grant(item, { at: `${at}/grants/${place}`, add, scenario })
    financing(alternative, { at: `${at}/financing`, add, scenario })
    closure(alternative, { at: `${at}/closure/works`, add, scenario })
  }
}

function existing(opening: Existing, { at, add, scenario }: Place): void {
  if (opening.taxLosses > 0 && !scenario.economy.lossCarryForward) {
    add(problem('tax-losses', { pointer: `${at}/taxLosses`, received: opening.taxLosses }))
  }
  for (const [place, asset] of opening.assets.entries()) {
    const pointer = `${at}/assets/${place}`
    if (asset.accumulated > asset.gross) {
      const received = asset.accumulated
      add(problem('asset-accumulated', { pointer: `${pointer}/accumulated`, received }, plain(asset.gross, 0)))
    }
    if (!asset.land && asset.gross > asset.accumulated && asset.remainingLife === undefined) {
      add(problem('asset-life-missing', { pointer: `${pointer}/remainingLife` }))
    }
  }
}

function loan(item: Loan, { at, add, scenario }: Place): void {
  rate(item.rate, { at: `${at}/rate/base`, add, scenario })
  if (item.grace >= item.term)
    add(problem('grace-too-long', { pointer: `${at}/grace`, received: item.grace }, item.term))
  const years = Object.keys(item.draws).map(Number)
  if (years.length === 0) {
    add(problem('loan-no-draws', { pointer: `${at}/draws`, received: item.draws }))
    return
  }
  const { first, last } = financialYears(scenario)
  const latest = Math.min(...years) + item.grace
  for (const year of years) {
    const place = { pointer: `${at}/draws/${year}`, received: year }
    if (year < first || year > last) add(problem('draw-outside-horizon', place, first, last))
    else if (year > latest) add(problem('draw-after-grace', place, latest))
  }
}

function rate(given: LoanRate, { at, add, scenario }: Place): void {
  if (typeof given !== 'object' || !('base' in given) || given.base === 'inflation') return
  if (scenario.economy.referenceRates[given.base] === undefined) {
    add(problem('reference-rate-missing', { pointer: at, received: given.base }, given.base))
  }
}

function grant(item: Grant, { at, add, scenario }: Place): void {
  const years = Object.keys(item.amounts).map(Number)
  const { first, last } = financialYears(scenario)
  if (years.length === 0) add(problem('grant-no-amounts', { pointer: `${at}/amounts`, received: item.amounts }))
  for (const year of years) {
    const place = { pointer: `${at}/amounts/${year}`, received: year }
    if (year < first || year > last) add(problem('grant-outside-horizon', place, first, last))
    else if (item.use === 'operation' && year === first) add(problem('operation-grant-base-year', place, first + 1))
  }
  if (item.use === 'conditional' && item.life === undefined) {
    add(problem('grant-life-missing', { pointer: `${at}/life` }))
  }
}

const loanFields = ['rate', 'term', 'grace'] as const

function financing(alternative: Alternative, { at, add, scenario }: Place): void {
  if (alternative.financing === undefined) return
  const { waterfall } = alternative.financing
  if (waterfall.length === 0) add(problem('waterfall-empty', { pointer: `${at}/waterfall`, received: waterfall }))
  const firstLoan = waterfall.findIndex(({ source }) => source === 'loan')
  for (const [place, step] of waterfall.entries()) {
    if (step.source === 'loan' && place !== firstLoan) {
      add(problem('waterfall-second-loan', { pointer: `${at}/waterfall/${place}/source`, received: step.source }))
    }
    const pointer = `${at}/waterfall/${place}`
    if (step.source !== 'loan') {
      for (const field of loanFields.filter((name) => step[name] !== undefined)) {
        add(problem('waterfall-not-loan', { pointer: `${pointer}/${field}`, received: step[field] }, step.source))
      }
      continue
    }
    for (const field of (['rate', 'term'] as const).filter((name) => step[name] === undefined)) {
      add(problem('waterfall-loan', { pointer: `${pointer}/${field}` }, field))
    }
    if (step.rate !== undefined) rate(step.rate, { at: `${pointer}/rate/base`, add, scenario })
    if (step.term !== undefined && step.grace !== undefined && step.grace >= step.term) {
      add(problem('grace-too-long', { pointer: `${pointer}/grace`, received: step.grace }, step.term))
    }
  }
}

function closure(alternative: Alternative, { at, add, scenario }: Place): void {
  const { first, last } = financialYears(scenario)
  for (const year of Object.keys(alternative.closure?.works ?? {}).map(Number)) {
    if (year > first && year <= last) continue
    add(problem('closure-year', { pointer: `${at}/${year}`, received: year }, first + 1, last))
  }
}
