export type Kind = 'millions' | 'percent' | 'times' | 'year' | 'perUserMonth' | 'perTonne' | 'whole' | 'one'

/** The figures of the plan in the order of a council paper; each is read with its own unit. */
export const planFigures: readonly (readonly [id: string, kind: Kind, unit?: string])[] = [
  ['planNpv', 'millions'],
  ['projectNpv', 'millions'],
  ['equityNpv', 'millions'],
  ['irr', 'percent'],
  ['mirr', 'percent'],
  ['paybackYear', 'year'],
  ['benefitCostRatio', 'times'],
  ['pvCosts', 'millions'],
  ['pvIncome', 'millions'],
  ['pvFunding', 'millions'],
  ['costCoverage', 'percent'],
  ['equivalentAnnualCost', 'millions'],
  ['averageTariff', 'perUserMonth'],
  ['levelizedCost', 'perTonne'],
  ['territorialContribution', 'millions'],
  ['usersAtHorizon', 'whole', 'user'],
  ['jobYears', 'one', 'job·year'],
  ['reincorporatedTonnes', 'whole', 't'],
  ['requiredCapacity', 'whole', 'm3'],
  ['landfillEndYear', 'year'],
  ['landfillLifeYears', 'whole', 'year'],
]
