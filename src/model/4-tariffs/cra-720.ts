import type { Line } from '../../formula/entry.ts'
import { given, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { productionPerUser } from '../1-projections/production.ts'
import { users } from '../1-projections/users.ts'
import { monthsPerYear, planYear } from '../constants.ts'
import { entity, municipality, userClass, zone } from '../dimensions.ts'
import { eraCbls, eraCcs, eraCdf, eraClus, eraCrt, eraCtl, eraVba, eraViat } from './cra-720-costs.ts'
import { eraInForce, usesCra720 } from './cra-720-inputs.ts'
import { eraTra, eraTrbl, eraTrlu, eraTrna, eraTrra, largeProducer, productionFactor720 } from './cra-720-quantities.ts'
import { tariffIndexLevel } from './method.ts'

const zoned = { over: [municipality, zone] } as const

/** A part of the tariff in force, carried by the tariff's index; it has no value in years of another method. */
const money = (id: string, ofEra: Line, words: { es: string; en: string }): Line =>
  line({
    id,
    ...zoned,
    unit: ofEra.unit,
    numeral: ofEra.numeral ?? '',
    ...words,
    formula: () => eq`if(${usesCra720}, sum(if(${eraInForce}, ${ofEra}, 0)) * ${tariffIndexLevel}, missing())`,
  })
const tonnes = (id: string, ofEra: Line, words: { es: string; en: string }): Line =>
  line({
    id,
    ...zoned,
    unit: ofEra.unit,
    numeral: ofEra.numeral ?? '',
    ...words,
    formula: () => eq`if(${usesCra720}, sum(if(${eraInForce}, ${ofEra}, 0)), missing())`,
  })

export const ccs = money('ccs', eraCcs, {
  es: 'Costo de comercialización (CCS)',
  en: 'Commercial management cost (CCS)',
})
export const clus = money('clus', eraClus, { es: 'Costo de limpieza urbana (CLUS)', en: 'Urban cleaning cost (CLUS)' })
export const cbls = money('cbls', eraCbls, { es: 'Costo de barrido (CBLS)', en: 'Sweeping cost (CBLS)' })
export const crt = money('crt', eraCrt, {
  es: 'Costo de recolección y transporte (CRT)',
  en: 'Collection and haul cost (CRT)',
})
export const cdf = money('cdf', eraCdf, { es: 'Costo de disposición final (CDF)', en: 'Final disposal cost (CDF)' })
export const ctl = money('ctl', eraCtl, {
  es: 'Costo de tratamiento de lixiviados (CTL)',
  en: 'Leachate treatment cost (CTL)',
})
export const viat = money('viat', eraViat, {
  es: 'Incentivo al aprovechamiento (VIAT)',
  en: 'Recovery incentive (VIAT)',
})
export const vba = money('vba', eraVba, {
  es: 'Valor base de aprovechamiento (VBA)',
  en: 'Base value of recovery (VBA)',
})
export const trbl = tonnes('trbl', eraTrbl, {
  es: 'Toneladas de barrido por suscriptor (TRBL)',
  en: 'Sweeping tonnes a subscriber (TRBL)',
})
export const trlu = tonnes('trlu', eraTrlu, {
  es: 'Toneladas de limpieza urbana por suscriptor (TRLU)',
  en: 'Urban cleaning tonnes a subscriber (TRLU)',
})
export const trra = tonnes('trra', eraTrra, {
  es: 'Toneladas de rechazo por suscriptor (TRRA)',
  en: 'Rejected tonnes a subscriber (TRRA)',
})
export const tra = tonnes('tra', eraTra, {
  es: 'Toneladas aprovechadas por suscriptor (TRA)',
  en: 'Recovered tonnes a subscriber (TRA)',
})
const trnaUnit = tonnes('trnaUnit', eraTrna, { es: 'TRNA de un usuario de factor 1', en: 'TRNA of a user of factor 1' })

export const cft = line({
  id: 'cft',
  ...zoned,
  unit: 'COP/user·month',
  numeral: 'CRA 720 art. 11',
  es: 'Costo fijo total (CFT)',
  en: 'Total fixed cost (CFT)',
  formula: () => eq`${ccs} + ${clus} + ${cbls}`,
})
export const cvna = line({
  id: 'cvna',
  ...zoned,
  unit: 'COP/t',
  numeral: 'CRA 720 art. 12',
  es: 'Costo variable de no aprovechables (CVNA)',
  en: 'Variable cost of residual waste (CVNA)',
  formula: () => eq`${crt} + ${cdf} + ${ctl} + ${viat}`,
})
/** Large producers pay their own measured tonnes. */
export const trna = line({
  id: 'trna',
  over: [municipality, userClass, zone],
  unit: 't/user·month',
  numeral: 'CRA 720 art. 41',
  es: 'Toneladas no aprovechables por suscriptor (TRNA)',
  en: 'Residual tonnes a subscriber (TRNA)',
  formula: () => eq`if(${largeProducer}, ${productionPerUser}, ${trnaUnit} * ${productionFactor720})`,
})
/** VBA · TRA a user: large producers pay on their own recovered tonnes, none unless given. */
export const recoveryCharge = line({
  id: 'recoveryCharge',
  over: [municipality, userClass, zone],
  unit: 'COP/user·month',
  numeral: 'CRA 720 art. 34',
  detail: true,
  es: 'Cargo de aprovechamiento por suscriptor',
  en: 'Recovery charge a subscriber',
  formula: () => eq`if(${usesCra720}, (1 - ${largeProducer}) * ${vba} * ${tra}, 0)`,
})
export const cra720Tariff = line({
  id: 'cra720Tariff',
  over: [municipality, userClass, zone],
  unit: 'COP/user·month',
  numeral: 'CRA 720 art. 39',
  detail: true,
  es: 'Tarifa plena por la Resolución CRA 720',
  en: 'Full tariff under Resolución CRA 720',
  formula: () => eq`${cft} + ${cvna} * (${trbl} + ${trlu} + ${trna} + ${trra}) + ${recoveryCharge}`,
})
export const vacantTariff = line({
  id: 'vacantTariff',
  over: [municipality, zone],
  unit: 'COP/user·month',
  numeral: 'CRA 720 art. 39',
  es: 'Tarifa plena de predios desocupados',
  en: 'Full tariff of vacant premises',
  formula: () => eq`${cft} + ${cvna} * (${trbl} + ${trlu})`,
})

const goesToEntity = given({
  id: 'recoveryEntityGets',
  over: [municipality, entity],
  unit: '1',
  numeral: 'CRA 720 art. 34',
  from: ['{tariff}/recoveryEntity'],
  es: 'Entidad que recibe el cargo de aprovechamiento (1 = sí)',
  en: 'Entity that gets the recovery charge (1 = yes)',
})
/** What the provider passes on of the recovery charge of small users; nothing where it keeps it. */
export const recoveryTransfer = line({
  id: 'recoveryTransfer',
  over: [entity],
  unit: 'COP/year',
  numeral: 'CRA 720 art. 34',
  es: 'Cargo de aprovechamiento girado a la entidad',
  en: 'Recovery charge passed on to the entity',
  formula: () => eq`${planYear} * sum(${users} * ${recoveryCharge} * ${goesToEntity}) * ${monthsPerYear}`,
})

/** Lines that only a plan under Resolución CRA 720 has. */
export const cra720Lines: ReadonlySet<Line> = new Set([
  ...[ccs, clus, cbls, crt, cdf, ctl, viat, vba, cft, cvna],
  ...[trbl, trlu, trra, tra, trnaUnit, trna, vacantTariff],
])
