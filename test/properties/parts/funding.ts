import fc from 'fast-check'
import type { Frame } from './basic.ts'
import { all, byYear, index, money, named, num, path, ratePath, some, whole } from './basic.ts'

/** The provider, the municipality, a town of the plan, and an entity that nobody else names. */
export const entity = (frame: Frame) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('provider') },
    { weight: 2, arbitrary: fc.constantFrom('municipality', 'asociacion', ...frame.towns) },
  )

const amortization = fc.constantFrom('french', 'constant', 'bullet')
const rate = (frame: Frame) =>
  fc.oneof(
    ratePath(frame, 0, 0.18),
    some({ base: fc.constantFrom('dtf', 'ibr', 'inflation'), spread: num(0, 0.08) }, ['base']),
  )

/** Draws only inside the grace years and the horizon, as the rules ask. */
const loan = (frame: Frame) =>
  all({
    first: whole(0, frame.horizon),
    term: whole(1, 20),
    grace: whole(0, 5),
    amounts: fc.array(money, { minLength: 1, maxLength: 3 }),
    rate: rate(frame),
    entity: entity(frame),
    more: some({ amortization, feeShare: num(0, 0.04), graceInterest: fc.constantFrom('paid', 'capitalized') }),
  }).map(({ first, amounts, more, ...given }) => {
    const grace = Math.min(given.grace, given.term - 1)
    const last = Math.min(first + grace, frame.horizon)
    const draws = amounts
      .map((amount, i) => [first + i, amount] as const)
      .filter(([t]) => t <= last)
      .map(([t, amount]) => [String(frame.baseYear + t), amount])
    return { ...given, grace, draws: Object.fromEntries(draws), ...more }
  })

export const loans = (frame: Frame) => named('credito', 3, loan(frame))

/** Grants of each use to each kind of entity, perhaps for one of the projects. */
export const grants = (frame: Frame, projects: readonly string[]) => {
  const common = {
    source: fc.constantFrom('municipal', 'sgp', 'department', 'nation', 'royalties', 'cooperation', 'private'),
    entity: entity(frame),
    index,
    ...(projects.length ? { project: fc.constantFrom(...projects) } : {}),
  }
  return named(
    'aporte',
    3,
    fc.oneof(
      some({ ...common, use: fc.constant('operation'), amounts: byYear(frame, 1) }, ['source', 'use', 'amounts']),
      some({ ...common, use: fc.constant('capital'), amounts: byYear(frame) }, ['source', 'use', 'amounts']),
      some({ ...common, use: fc.constant('conditional'), amounts: byYear(frame), life: whole(1, 30) }, [
        ...(['source', 'use', 'amounts', 'life'] as const),
      ]),
    ),
  )
}

const asset = all({ gross: money, share: num(0, 1), remainingLife: whole(1, 30), land: fc.boolean() }).map(
  ({ share, ...rest }) => ({ ...rest, accumulated: rest.gross * share }),
)

/** An opening position; tax losses only where they may be carried forward. */
export const existing = (frame: Frame, carries: boolean) =>
  some({
    cash: num(-1e9, 5e9),
    receivables: money,
    payables: money,
    taxPayable: num(0, 3e8),
    pensions: num(0, 3e8),
    otherLiabilities: num(0, 3e8),
    closureProvision: num(0, 9e8),
    ...(carries ? { taxLosses: num(0, 2e9) } : {}),
    assets: fc.array(asset, { maxLength: 3 }),
    loans: named(
      'viejo',
      2,
      some({ balance: money, rate: ratePath(frame, 0, 0.18), remainingTerm: whole(1, 18), amortization }, [
        ...(['balance', 'rate', 'remainingTerm'] as const),
      ]),
    ),
  })

/** Sources that fill the gap of cash in order, at most one of them a loan. */
export const financing = (frame: Frame) => {
  const caps = some({ yearlyCap: path(frame, money), total: num(0, 2e10) })
  const source = fc.constantFrom('municipal', 'sgp', 'royalties', 'department', 'nation')
  const gift = fc.tuple(source, caps).map(([name, limits]) => ({ source: name, ...limits }))
  const borrowed = all({ caps, rate: rate(frame), term: whole(1, 15), grace: whole(0, 4) }).map(
    ({ caps: limits, ...loaned }) => ({
      source: 'loan',
      ...limits,
      ...loaned,
      grace: Math.min(loaned.grace, loaned.term - 1),
    }),
  )
  const steps = all({
    before: fc.array(gift, { minLength: 1, maxLength: 2 }),
    loan: fc.option(borrowed),
    after: fc.array(gift, { maxLength: 1 }),
  }).map(({ before, loan: step, after }) => [...before, ...(step === null ? [] : [step]), ...after])
  return some({ waterfall: steps, cashFloor: num(0, 1e9) }, ['waterfall'])
}
