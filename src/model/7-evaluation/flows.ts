import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collected } from '../1-projections/generation.ts'
import { users } from '../1-projections/users.ts'
import {
  administration,
  capitalExpenditure,
  investment,
  isLand,
  itemLife,
  operationMaintenance,
  runningCost,
} from '../3-costs/items.ts'
import { inflationIndex } from '../3-costs/prices.ts'
import { fundReceived } from '../4-tariffs/billing.ts'
import { municipalBilledUsers } from '../4-tariffs/cost-recovery.ts'
import { grantAmount } from '../5-funding/grants.ts'
import { operatingCashFlow, taxesPaid } from '../6-statements/cash.ts'
import { closureWorks } from '../6-statements/closure.ts'
import { ownResources } from '../6-statements/entities.ts'
import {
  capitalGrants,
  collections,
  fundSurplusPaid,
  fundTransferReceived,
  investmentCashFlow,
  operationGrants,
  ownResourcesTotal,
  runningCostsPaid,
} from '../6-statements/flows.ts'
import { municipalBilling, operatingIncome } from '../6-statements/income.ts'
import { productSales, specialServices } from '../6-statements/sales.ts'
import { waterfallGrant } from '../6-statements/waterfall.ts'
import { discountRate, monthsPerYear, oneYear, planYear } from '../constants.ts'
import { category, entity, grant, item, municipality, source } from '../dimensions.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const

export const projectFlow = line({
  id: 'projectFlow',
  ...yearly,
  es: 'Flujo del proyecto',
  en: 'Project flow',
  formula: () => eq`${operatingCashFlow} + ${investmentCashFlow}`,
})
export const planFlow = line({
  id: 'planFlow',
  ...yearly,
  es: 'Flujo del plan con sus aportes',
  en: 'Plan flow with its contributions',
  formula: () => eq`${projectFlow} + ${capitalGrants} + ${ownResourcesTotal}`,
})
export const projectInflow = line({
  id: 'projectInflow',
  ...yearly,
  es: 'Lo que recibe el proyecto',
  en: 'What the project receives',
  formula: () =>
    eq`${collections} + ${fundTransferReceived} + ${productSales} + ${specialServices} + ${operationGrants}`,
})
export const projectOutflow = line({
  id: 'projectOutflow',
  ...yearly,
  es: 'Lo que paga el proyecto',
  en: 'What the project pays',
  formula: () => eq`${runningCostsPaid} + ${taxesPaid} + ${closureWorks} + ${fundSurplusPaid} + ${capitalExpenditure}`,
})
export const costs = line({
  id: 'costs',
  ...yearly,
  es: 'Costos sin financiación',
  en: 'Costs without financing',
  formula: () => eq`${capitalExpenditure} + ${operationMaintenance} + ${administration} + ${closureWorks}`,
})
export const incomeWithoutGrants = line({
  id: 'incomeWithoutGrants',
  ...yearly,
  es: 'Ingresos sin aportes',
  en: 'Income without grants',
  formula: () => eq`${operatingIncome} - ${operationGrants}`,
})
export const fundingOfCosts = line({
  id: 'fundingOfCosts',
  ...yearly,
  es: 'Ingresos y aportes que financian los costos',
  en: 'Income and contributions that fund the costs',
  formula: () => eq`${operatingIncome} + ${capitalGrants} + ${ownResourcesTotal}`,
})
export const planBilling = line({
  id: 'planBilling',
  ...yearly,
  es: 'Facturación del plan',
  en: "Plan's billing",
  formula: () => eq`${planYear} * sum(${municipalBilling})`,
})
export const baseUserMonths = line({
  id: 'inflatedUserMonths',
  unit: 'user·month/year',
  numeral: '10.3',
  detail: true,
  es: 'Usuarios-mes facturados por la inflación',
  en: 'Billed user-months times inflation',
  formula: () => eq`${planYear} * sum(${municipalBilledUsers}) * ${monthsPerYear} * ${inflationIndex}`,
})
export const inflatedTonnes = line({
  id: 'inflatedTonnes',
  unit: 't/year',
  numeral: '10.3',
  detail: true,
  es: 'Toneladas recolectadas por la inflación',
  en: 'Tonnes collected times inflation',
  formula: () => eq`${planYear} * sum(${collected}) * ${inflationIndex}`,
})

const fromMunicipality = input({
  id: 'grantIsMunicipal',
  over: [grant],
  unit: '1',
  form: 'flag',
  numeral: '10.3',
  es: 'Aporte del municipio (1 = sí)',
  en: "Municipality's grant (1 = yes)",
  at: '{grant}/source=municipal',
})
const isTerritorial = given({
  id: 'entityIsTerritorial',
  over: [entity],
  unit: '1',
  numeral: '10.3',
  es: 'La entidad es un municipio (1 = sí)',
  en: 'The entity is a municipality (1 = yes)',
})
const isMunicipalSource = given({
  id: 'sourceIsMunicipal',
  over: [source],
  unit: '1',
  numeral: '10.3',
  es: 'Fuente municipal (1 = sí)',
  en: 'Municipal source (1 = yes)',
})
export const territorialFlow = line({
  id: 'territorialFlow',
  ...yearly,
  numeral: '10.3',
  es: 'Aportes de los municipios',
  en: "Municipalities' contributions",
  formula: () =>
    eq`sum(${grantAmount} * ${fromMunicipality}) + sum(${waterfallGrant} * ${isMunicipalSource}) + ${fundTransferReceived} + sum(${ownResources} * ${isTerritorial})`,
})
/** A municipal grant counts for its own municipality, a shared one by billed users. */
const grantShare = line({
  id: 'grantShare',
  over: [grant, municipality],
  unit: 'share',
  numeral: '5.1.6',
  detail: true,
  es: 'Parte del aporte que asume el municipio',
  en: "Municipality's share of the grant",
  formula: () =>
    eq`if(${totalBilledUsers} == 0, 0, ${municipalBilledUsers} / if(${grantBilledUsers} == 0, ${totalBilledUsers}, ${grantBilledUsers}))`,
})
const totalBilledUsers = line({
  id: 'totalBilledUsers',
  unit: 'users',
  numeral: '5.5.3',
  es: 'Usuarios facturados, total',
  en: 'Users billed, total',
  formula: () => eq`sum(${municipalBilledUsers})`,
})
const grantBilledUsers = line({
  id: 'grantBilledUsers',
  over: [grant],
  unit: 'users',
  numeral: '5.1.6',
  detail: true,
  es: 'Usuarios de los municipios del aporte',
  en: "Users of the grant's municipalities",
  formula: () => eq`sum(${municipalBilledUsers})`,
})
const isOwnEntity = given({
  id: 'entityOwnMunicipality',
  over: [entity, municipality],
  unit: '1',
  numeral: '5.1.6',
  es: 'La entidad es ese municipio (1 = sí)',
  en: 'The entity is that municipality (1 = yes)',
})
const waterfallShare = line({
  id: 'waterfallShare',
  over: [municipality],
  unit: 'share',
  numeral: '5.1.6',
  detail: true,
  es: 'Parte del cierre financiero que asume el municipio',
  en: "Municipality's share of the funding waterfall",
  formula: () => eq`if(${totalBilledUsers} == 0, 0, ${municipalBilledUsers} / ${totalBilledUsers})`,
})
const ownByMunicipality = line({
  id: 'ownResourcesByMunicipality',
  over: [municipality],
  ...yearly,
  detail: true,
  es: 'Recursos propios del municipio',
  en: "Municipality's own resources",
  formula: () => eq`sum(${ownResources} * ${isOwnEntity})`,
})
const currentRevenue = input({
  id: 'currentRevenue',
  over: [municipality],
  unit: 'COP/year',
  form: 'flow',
  numeral: '5.1.6',
  otherwise: Number.NaN,
  es: 'Ingresos corrientes del municipio',
  en: "Municipality's current revenue",
  at: '{municipality}/publicFinance/currentRevenue',
})
export const fiscalEffort = line({
  id: 'fiscalEffort',
  over: [municipality],
  unit: 'share',
  numeral: '5.1.6',
  es: 'Esfuerzo fiscal del municipio',
  en: "Municipality's fiscal effort",
  formula: () =>
    eq`ratio(sum(${grantAmount} * ${fromMunicipality} * ${grantShare}) + sum(${waterfallGrant} * ${isMunicipalSource}) * ${waterfallShare} + ${fundReceived} + ${ownByMunicipality}, ${currentRevenue})`,
})

/** Running costs of the year, and the annuity of each investment while it lasts. */
const itemYearCost = line({
  id: 'itemYearCost',
  over: [item],
  ...yearly,
  numeral: '10.1',
  detail: true,
  es: 'Costo anual equivalente del renglón',
  en: "Item's equivalent cost of the year",
  formula: () =>
    eq`${runningCost} + if(${isLand}, prev(${landHeld}) * ${discountRate} / ${oneYear}, trailing(${investment}, ${itemLife}) * levelPayment(${discountRate}, ${itemLife} / ${oneYear}))`,
})
const landHeld = line({
  id: 'itemHeld',
  over: [item],
  unit: 'COP',
  numeral: '10.1',
  detail: true,
  es: 'Inversión acumulada del renglón',
  en: "Item's investment to date",
  formula: () => eq`cumulative(${investment})`,
})
export const monthlyCostPerUser = line({
  id: 'monthlyCostPerUser',
  over: [category],
  unit: 'COP/user·month',
  numeral: '10.1',
  es: 'Costo mensual por usuario a precios del año base',
  en: 'Monthly cost per user at base-year prices',
  formula: () => eq`ratio(sum(${itemYearCost}), ${totalUsers} * ${monthsPerYear} * ${inflationIndex})`,
})
const totalUsers = line({
  id: 'totalUsers',
  axis: 'waste',
  unit: 'users',
  numeral: '6.2',
  es: 'Usuarios, total',
  en: 'Users, total',
  formula: () => eq`sum(${users})`,
})
