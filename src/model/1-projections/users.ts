import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { planYear } from '../constants.ts'
import { municipality, userClass, zone } from '../dimensions.ts'
import { expansionDwellings, zoneGrowth } from './population.ts'

const row = [municipality, userClass, zone] as const

const dwellingsBase = input({
  id: 'dwellingsBase',
  over: row,
  unit: 'dwellings',
  form: 'number',
  numeral: '5.5.3',
  es: 'Domicilios (V) del año base',
  en: 'Dwellings (V) of the base year',
  at: '{userRow}/dwellings',
})
export const servedBase = input({
  id: 'servedBase',
  over: row,
  unit: 'users',
  form: 'number',
  numeral: '5.5.3',
  es: 'Usuarios servidos (U) del año base',
  en: 'Users served (U) in the base year',
  at: '{userRow}/served',
})
const billedBase = input({
  id: 'billedBase',
  over: row,
  unit: 'users',
  form: 'number',
  numeral: '5.5.3',
  es: 'Usuarios facturados (Ufac) del año base',
  en: 'Users billed (Ufac) in the base year',
  at: '{userRow}/billed',
})
const ownGrowth = input({
  id: 'ownGrowth',
  over: row,
  unit: 'share',
  form: 'path',
  numeral: '6.5',
  es: 'Crecimiento propio de la clase',
  en: "Class's own growth",
  at: '{ownGrowth}',
})
const followsZone = given({
  id: 'followsZone',
  from: ['{userRow}/growth'],
  over: row,
  unit: '1',
  numeral: '6.2',
  es: 'Crece con la población de su zona (1 = sí)',
  en: 'Grows with its zone (1 = yes)',
})
const areaGrowth = given({
  id: 'userAreaGrowth',
  from: ['{municipality}/landUse'],
  over: row,
  axis: 'waste',
  unit: 'share',
  numeral: '6.4',
  es: 'Área de uso del suelo respecto del año base',
  en: "Land-use area over the base year's",
})

const ownGrowthIndex = line({
  id: 'ownGrowthIndex',
  over: row,
  axis: 'waste',
  unit: 'share',
  numeral: '6.5',
  detail: true,
  es: 'Crecimiento propio acumulado',
  en: 'Own growth, cumulative',
  formula: () => eq`if(${planYear} == 0, 1, prev(${ownGrowthIndex}) * (1 + ${ownGrowth}))`,
})
export const dwellings = line({
  id: 'dwellings',
  over: row,
  axis: 'waste',
  unit: 'dwellings',
  numeral: '6.2',
  additive: true,
  es: 'Domicilios',
  en: 'Dwellings',
  formula: () =>
    eq`${dwellingsBase} * if(${followsZone}, ${zoneGrowth}, ${areaGrowth} * ${ownGrowthIndex}) + sum(${expansionDwellings})`,
})

const zoneCoverageBase = line({
  id: 'zoneCoverageBase',
  over: [municipality, zone],
  axis: 'once',
  unit: 'share',
  numeral: '5.4.1',
  detail: true,
  es: 'Cobertura de la zona en el año base (C₀)',
  en: "Zone's coverage in the base year (C₀)",
  formula: () => eq`if(sum(${dwellingsBase}) == 0, 0, sum(${servedBase}) / sum(${dwellingsBase}))`,
})
const coverageBase = line({
  id: 'coverageBase',
  over: row,
  axis: 'once',
  unit: 'share',
  numeral: '5.4.1',
  detail: true,
  es: 'Cobertura de la clase en el año base (c₀)',
  en: "Class's coverage in the base year (c₀)",
  formula: () => eq`if(${dwellingsBase} == 0, ${zoneCoverageBase}, ${servedBase} / ${dwellingsBase})`,
})
/** No target: the input has no value, and what was measured stays. */
const coverageTarget = input({
  id: 'coverageTarget',
  over: [municipality, zone],
  unit: 'share',
  form: 'path',
  numeral: '8',
  otherwise: Number.NaN,
  es: 'Meta de cobertura',
  en: 'Coverage target',
  at: ['{alternative}/targets/coverage/{municipalityId}/{zone}', '{alternative}/targets/coverage/{zone}'],
})
const coverageGap = line({
  id: 'coverageGap',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'share',
  numeral: '8',
  detail: true,
  es: 'Parte de la brecha de cobertura que se cierra (κ)',
  en: 'Share of the coverage gap that is closed (κ)',
  formula: () =>
    eq`if(${zoneCoverageBase} >= 1, 0, (${coverageTarget} - ${zoneCoverageBase}) / (1 - ${zoneCoverageBase}))`,
})
export const coverage = line({
  id: 'coverage',
  over: row,
  axis: 'waste',
  unit: 'share',
  numeral: '5.4.1',
  es: 'Cobertura',
  en: 'Coverage',
  formula: () =>
    eq`if(${planYear} == 0 or not(known(${coverageTarget})), ${coverageBase}, if(${coverageTarget} >= ${zoneCoverageBase}, ${coverageBase} + ${coverageGap} * (1 - ${coverageBase}), ${coverageBase} * ${coverageTarget} / ${zoneCoverageBase}))`,
})
export const users = line({
  id: 'users',
  over: row,
  axis: 'waste',
  unit: 'users',
  numeral: '6.2',
  additive: true,
  es: 'Usuarios servidos',
  en: 'Users served',
  formula: () => eq`${dwellings} * ${coverage}`,
})

const billingEfficiencyTarget = input({
  id: 'billingEfficiencyTarget',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '5.5.3',
  otherwise: Number.NaN,
  es: 'Meta de eficiencia de facturación',
  en: 'Billing efficiency target',
  at: ['{alternative}/targets/billingEfficiency/{municipalityId}', '{alternative}/targets/billingEfficiency'],
})
const billingEfficiency = line({
  id: 'billingEfficiency',
  over: row,
  unit: 'share',
  numeral: '5.5.3',
  es: 'Eficiencia de facturación',
  en: 'Billing efficiency',
  formula: () =>
    eq`if(${planYear} == 0 or not(known(${billingEfficiencyTarget})), if(${servedBase} == 0, 1, ${billedBase} / ${servedBase}), ${billingEfficiencyTarget})`,
})
export const billedUsers = line({
  id: 'billedUsers',
  over: row,
  unit: 'users',
  numeral: '5.5.3',
  additive: true,
  es: 'Usuarios facturados',
  en: 'Users billed',
  formula: () => eq`${users} * ${billingEfficiency}`,
})
