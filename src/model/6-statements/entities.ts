import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { investment, itemDepreciation, runningCost } from '../3-costs/items.ts'
import { isProvider } from '../4-tariffs/cost-recovery.ts'
import { recoveryTransfer } from '../4-tariffs/cra-720.ts'
import { conditionalDepreciation, grantCapitalByEntity, grantOperationByEntity } from '../5-funding/grants.ts'
import { agreedDraws, loanCapitalized, loanFee, loanInterest, loanPrincipal } from '../5-funding/loans.ts'
import { daysPerYear, oneYear, planYear } from '../constants.ts'
import { entity } from '../dimensions.ts'

const over = [entity] as const
const detail = { over, unit: 'COP/year', numeral: '11.3', detail: true } as const

const payableDays = input({
  id: 'payableDays',
  unit: 'day',
  form: 'number',
  numeral: '11.3',
  es: 'Días de pago a proveedores',
  en: 'Days payable',
  at: '{alternative}/workingCapital/payableDays',
})
const openingPayables = input({
  id: 'payablesOpening',
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Cuentas por pagar iniciales',
  en: 'Opening payables',
  at: '{existing}/payables',
})
export const entityRunningCost = line({
  id: 'entityRunningCost',
  ...detail,
  es: 'Costos de funcionamiento de la entidad',
  en: "Entity's running costs",
  formula: () => eq`sum(${runningCost})`,
})
export const entityPayables = line({
  id: 'entityPayables',
  ...detail,
  unit: 'COP',
  es: 'Cuentas por pagar de la entidad',
  en: "Entity's payables",
  formula: () =>
    eq`if(${planYear} == 0, ${openingPayables} * ${isProvider}, ${entityRunningCost} * ${payableDays} / ${daysPerYear})`,
})
export const entityCostsPaid = line({
  id: 'entityCostsPaid',
  ...detail,
  es: 'Costos pagados por la entidad',
  en: 'Costs paid by the entity',
  formula: () => eq`${planYear} * (${entityRunningCost} - (${entityPayables} - prev(${entityPayables})) / ${oneYear})`,
})
export const entityInvestment = line({
  id: 'entityInvestment',
  ...detail,
  es: 'Inversiones de la entidad',
  en: "Entity's investments",
  formula: () => eq`sum(${investment})`,
})
export const entityDepreciation = line({
  id: 'entityDepreciation',
  ...detail,
  es: 'Depreciación de los activos de la entidad',
  en: "Depreciation of the entity's assets",
  formula: () => eq`sum(${itemDepreciation}) + sum(${conditionalDepreciation})`,
})
export const entityInterest = line({
  id: 'entityInterest',
  ...detail,
  es: 'Intereses de la entidad',
  en: "Entity's interest",
  formula: () => eq`sum(${loanInterest})`,
})
export const entityInterestPaid = line({
  id: 'entityInterestPaid',
  ...detail,
  es: 'Intereses pagados por la entidad',
  en: 'Interest paid by the entity',
  formula: () => eq`sum(${loanInterest}) - sum(${loanCapitalized})`,
})
export const entityFees = line({
  id: 'entityFees',
  ...detail,
  es: 'Comisiones de la entidad',
  en: "Entity's fees",
  formula: () => eq`sum(${loanFee})`,
})
export const entityPrincipal = line({
  id: 'entityPrincipal',
  ...detail,
  es: 'Abonos a capital de la entidad',
  en: 'Principal repaid by the entity',
  formula: () => eq`sum(${loanPrincipal})`,
})
const entityDraws = line({
  id: 'entityDraws',
  ...detail,
  es: 'Desembolsos a la entidad',
  en: "Entity's draws",
  formula: () => eq`sum(${agreedDraws})`,
})
export const isOther = given({
  id: 'entityIsOther',
  over,
  unit: '1',
  numeral: '11.3',
  es: 'Es otra entidad, no el prestador (1 = sí)',
  en: 'Is another entity, not the provider (1 = yes)',
})

/** What another entity must find: its costs paid, investments and debt service beyond its own draws and grants. */
export const entityNeed = line({
  id: 'entityNeed',
  ...detail,
  es: 'Necesidad de recursos de la entidad',
  en: "Entity's need of resources",
  formula: () =>
    eq`${isOther} * (${entityCostsPaid} + ${entityInvestment} + ${entityPrincipal} + ${entityInterestPaid} + ${entityFees} - ${entityDraws} - ${grantOperationByEntity} - ${grantCapitalByEntity} - ${recoveryTransfer})`,
})
export const ownResources = line({
  id: 'ownResources',
  over,
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Recursos propios de otras entidades',
  en: 'Own resources of other entities',
  formula: () => eq`max(0, ${entityNeed} - prev(${entityCash}) / ${oneYear})`,
})
export const entityCash = line({
  id: 'entityCash',
  over,
  unit: 'COP',
  numeral: '11.3',
  es: 'Caja de otras entidades',
  en: "Other entities' cash",
  formula: () => eq`prev(${entityCash}) + (${ownResources} - ${entityNeed}) * ${oneYear}`,
})
/** Result of another entity: it pays no tax here and the provider's tax leaves it out. */
export const otherResult = line({
  id: 'otherEntityResult',
  ...detail,
  es: 'Resultado de otra entidad',
  en: "Other entity's result",
  formula: () =>
    eq`${isOther} * (${planYear} * ${grantOperationByEntity} + ${recoveryTransfer} - ${entityRunningCost} - ${entityDepreciation} - ${entityInterest} - ${entityFees})`,
})
