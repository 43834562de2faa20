import { figure, given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { productionPerUser } from '../1-projections/production.ts'
import { billedUsers } from '../1-projections/users.ts'
import { discountFactor } from '../3-costs/discount.ts'
import { investment, runningCost } from '../3-costs/items.ts'
import { grantCapitalByEntity } from '../5-funding/grants.ts'
import { closureChargeByMunicipality } from '../6-statements/closure.ts'
import { productSalesByMaterial } from '../6-statements/sales.ts'
import { monthsPerYear, planYear } from '../constants.ts'
import { entity, item, municipality } from '../dimensions.ts'
import { levelizes, tariffIndexLevel } from './method.ts'

const isVariable = given({
  id: 'itemIsVariable',
  from: ['{item}/component'],
  over: [item],
  unit: '1',
  numeral: '5.5.2',
  es: 'Componente que se cobra por tonelada (1 = sí)',
  en: 'Component charged by the tonne (1 = yes)',
})
export const isOrdinaryItem = input({
  id: 'itemIsOrdinary',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Es del servicio ordinario (1 = sí)',
  en: 'Is of the ordinary service (1 = yes)',
  at: '{item}/service=ordinary',
})
export const isProviderItem = input({
  id: 'itemIsProvider',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Lo asume el prestador (1 = sí)',
  en: 'Borne by the provider (1 = yes)',
  at: '{item}/entity=provider',
})
export const isProvider = given({
  id: 'entityIsProvider',
  over: [entity],
  unit: '1',
  numeral: '11.3',
  es: 'Es el prestador (1 = sí)',
  en: 'Is the provider (1 = yes)',
})
const netOfGrants = given({
  id: 'tariffNetOfGrants',
  from: ['{alternative}/tariff/netOfGrants'],
  unit: '1',
  numeral: '11.3',
  es: 'La tarifa descuenta los aportes de capital (1 = sí)',
  en: 'The tariff nets capital grants (1 = yes)',
})

export const municipalBilledUsers = line({
  id: 'municipalBilledUsers',
  over: [municipality],
  unit: 'users',
  numeral: '5.5.3',
  es: 'Usuarios facturados del municipio',
  en: "Municipality's users billed",
  formula: () => eq`sum(${billedUsers})`,
})
const recoveringShare = line({
  id: 'itemRecoveringShare',
  over: [item],
  unit: 'share',
  numeral: '11.3',
  detail: true,
  es: 'Parte del renglón que pagan los usuarios de los municipios con este método',
  en: "Item's share paid by users of the municipalities with this method",
  formula: () =>
    eq`if(sum(${municipalBilledUsers}) == 0, 0, sum(${municipalBilledUsers} * ${levelizes}) / sum(${municipalBilledUsers}))`,
})
const ordinaryInvestment = line({
  id: 'providerOrdinaryInvestment',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Inversión del prestador en el servicio ordinario',
  en: "Provider's investment in the ordinary service",
  formula: () => eq`sum(${investment} * ${isOrdinaryItem} * ${isProviderItem})`,
})
const providerGrants = line({
  id: 'providerCapitalGrants',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Aportes de capital al prestador',
  en: 'Capital grants to the provider',
  formula: () => eq`sum(${grantCapitalByEntity} * ${isProvider})`,
})
/** Ley 142 de 1994, art. 87.9: what others gave is not recovered from users. */
const investmentRecovered = figure({
  id: 'investmentRecovered',
  unit: 'share',
  numeral: '11.3',
  es: 'Parte de la inversión que recupera la tarifa',
  en: 'Share of investment that the tariff recovers',
  formula: () =>
    eq`if(${netOfGrants} == 0 or pv(${ordinaryInvestment}, ${discountFactor}) == 0, 1, 1 - min(1, pv(${providerGrants}, ${discountFactor}) / pv(${ordinaryInvestment}, ${discountFactor})))`,
})
const costToRecover = line({
  id: 'itemCostToRecover',
  over: [item],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Costo del renglón que recupera la tarifa',
  en: "Item's cost that the tariff recovers",
  formula: () =>
    eq`(${runningCost} + ${investment} * ${investmentRecovered}) * ${recoveringShare} * ${isOrdinaryItem} * ${isProviderItem}`,
})
export const variableCostToRecover = line({
  id: 'variableCostToRecover',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Costos variables por recuperar, con clausura y menos ventas',
  en: 'Variable costs to recover, with closure and less sales',
  formula: () =>
    eq`sum(${costToRecover} * ${isVariable}) + sum(${closureChargeByMunicipality} * ${levelizes}) - sum(${productSalesByMaterial} * ${levelizes})`,
})
export const fixedCostToRecover = line({
  id: 'fixedCostToRecover',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Costos fijos por recuperar',
  en: 'Fixed costs to recover',
  formula: () => eq`sum(${costToRecover} * (1 - ${isVariable}))`,
})
const indexedTonnes = line({
  id: 'indexedBilledTonnes',
  unit: 't/year',
  numeral: '11.3',
  detail: true,
  es: 'Toneladas facturadas por el índice de la tarifa',
  en: "Tonnes billed times the tariff's index",
  formula: () =>
    eq`${planYear} * sum(${billedUsers} * ${productionPerUser} * ${tariffIndexLevel} * ${levelizes}) * ${monthsPerYear}`,
})
const indexedUserMonths = line({
  id: 'indexedUserMonths',
  unit: 'user·month/year',
  numeral: '11.3',
  detail: true,
  es: 'Usuarios-mes por el índice de la tarifa',
  en: "User-months times the tariff's index",
  formula: () => eq`${planYear} * sum(${billedUsers} * ${tariffIndexLevel} * ${levelizes}) * ${monthsPerYear}`,
})
export const levelizedVariable = figure({
  id: 'levelizedVariable',
  unit: 'COP/t',
  numeral: '11.3',
  es: 'Costo variable nivelado',
  en: 'Levelized variable cost',
  formula: () =>
    eq`if(pv(${indexedTonnes}, ${discountFactor}) == 0, 0, pv(${variableCostToRecover}, ${discountFactor}) / pv(${indexedTonnes}, ${discountFactor}))`,
})
export const levelizedFixed = figure({
  id: 'levelizedFixed',
  unit: 'COP/user·month',
  numeral: '11.3',
  es: 'Costo fijo nivelado',
  en: 'Levelized fixed cost',
  formula: () =>
    eq`if(pv(${indexedUserMonths}, ${discountFactor}) == 0, 0, pv(${fixedCostToRecover}, ${discountFactor}) / pv(${indexedUserMonths}, ${discountFactor}))`,
})
