import type { Line } from '../formula/entry.ts'
import { figure, line } from '../formula/entry.ts'
import { eq } from '../formula/eq.ts'
import { collected, generation, handledSpecially, uncollected } from './1-projections/generation.ts'
import { landfillShortfall, siteDisposal } from './1-projections/landfill.ts'
import { disposed, reincorporated } from './1-projections/recovery.ts'
import { discountFactor } from './3-costs/discount.ts'
import { billing, contribution, subsidy, tariffEntitlement } from './4-tariffs/billing.ts'
import { fixedCostToRecover, variableCostToRecover } from './4-tariffs/cost-recovery.ts'
import { recoversCosts } from './4-tariffs/method.ts'
import { assets, balanceCheck } from './6-statements/balance.ts'
import { cash, netCashFlow, openingCash } from './6-statements/cash.ts'
import { consolidationCheck, entityBalanceCheck } from './6-statements/consolidation.ts'
import { totalSources, totalUses } from './6-statements/sources-uses.ts'
import { oneYear, planYear } from './constants.ts'
import { municipality } from './dimensions.ts'

/** An identity of the plan: the line must be 0 within `tolerance` of the scale line of the same year. */
export interface Check {
  readonly id: string
  readonly line: Line
  readonly scale: Line
  readonly tolerance: number
}

const generated = line({
  id: 'generatedTotal',
  over: [municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  es: 'Residuos generados, total',
  en: 'Waste generated, total',
  formula: () => eq`sum(${generation})`,
})
const generationCheck = line({
  id: 'generationCheck',
  over: [municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  es: 'Generado menos recolectado y sin recolectar',
  en: 'Generated less collected and not collected',
  formula: () => eq`sum(${generation}) - sum(${collected}) - sum(${uncollected})`,
})
const collectedCheck = line({
  id: 'collectedCheck',
  over: [municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  es: 'Recolectado menos reincorporado, dispuesto y especial',
  en: 'Collected less returned, disposed of and special',
  formula: () => eq`sum(${collected}) - sum(${reincorporated}) - ${disposed} - ${handledSpecially}`,
})
const generatedPlan = line({
  id: 'generatedByPlan',
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  detail: true,
  es: 'Residuos generados en el territorio',
  en: 'Waste generated in the territory',
  formula: () => eq`sum(${generated})`,
})
/** Where there is room for all, the sites take what is disposed of. */
const landfillCheck = line({
  id: 'landfillCheck',
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.5',
  es: 'Dispuesto menos lo que reciben los sitios, sin faltante',
  en: 'Disposed of less what sites take, without shortfall',
  formula: () => eq`if(${planYear} == 0 or ${landfillShortfall} > 0, 0, sum(${disposed}) - sum(${siteDisposal}))`,
})
const entitled = line({
  id: 'entitledTotal',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Derecho tarifario, total',
  en: 'Tariff entitlement, total',
  formula: () => eq`sum(${tariffEntitlement})`,
})
const entitlementCheck = line({
  id: 'entitlementCheck',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Derecho menos facturación y subsidios, más contribuciones',
  en: 'Entitlement less billing and subsidies, plus contributions',
  formula: () => eq`sum(${tariffEntitlement}) - sum(${billing}) - sum(${subsidy}) + sum(${contribution})`,
})
const cashCheck = line({
  id: 'cashCheck',
  unit: 'COP',
  numeral: '11.3',
  es: 'Caja menos caja anterior y flujo',
  en: 'Cash less cash before and flow',
  formula: () => eq`${cash} - if(${planYear} == 0, ${openingCash}, prev(${cash})) - ${netCashFlow} * ${oneYear}`,
})
/** Rounding grows with what moves and what is held, not with what happens to be left of it. */
const moneyMoved = line({
  id: 'moneyMoved',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Dinero que se mueve o se tiene en el año',
  en: 'Money moved or held in the year',
  formula: () => eq`abs(${totalUses}) + abs(${totalSources}) + (abs(${cash}) + abs(${assets})) / ${oneYear}`,
})
const sourcesCheck = line({
  id: 'sourcesUsesCheck',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Fuentes menos usos',
  en: 'Sources less uses',
  formula: () => eq`${totalSources} - ${totalUses}`,
})
const recovering = line({
  id: 'recoveringEntitlement',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Derecho tarifario de los municipios con recuperación de costos',
  en: 'Entitlement of municipalities with cost recovery',
  formula: () => eq`${planYear} * sum(${tariffEntitlement} * ${recoversCosts})`,
})
const costToRecover = line({
  id: 'costToRecover',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Costos que recupera la tarifa',
  en: 'Costs that the tariff recovers',
  formula: () => eq`${variableCostToRecover} + ${fixedCostToRecover}`,
})
export const recoveryPv = figure({
  id: 'costRecoveryPv',
  unit: 'COP',
  numeral: '11.3',
  es: 'Valor presente de los costos por recuperar',
  en: 'Present value of costs to recover',
  formula: () => eq`pv(${costToRecover}, ${discountFactor})`,
})
export const recoveryCheck = figure({
  id: 'costRecoveryCheck',
  unit: 'COP',
  numeral: '11.3',
  es: 'Valor presente de los derechos menos el de los costos por recuperar',
  en: 'PV of entitlement less PV of costs to recover',
  formula: () => eq`pv(${recovering}, ${discountFactor}) - ${recoveryPv}`,
})

/** Every identity that a result proves, in the order of the computation. */
export const checks: readonly Check[] = Object.freeze([
  { id: 'generation', line: generationCheck, scale: generatedPlan, tolerance: 1e-9 },
  { id: 'collected', line: collectedCheck, scale: generatedPlan, tolerance: 1e-9 },
  { id: 'landfill', line: landfillCheck, scale: generatedPlan, tolerance: 1e-9 },
  { id: 'entitlement', line: entitlementCheck, scale: entitled, tolerance: 1e-9 },
  { id: 'balance', line: balanceCheck, scale: assets, tolerance: 1e-6 },
  { id: 'cash', line: cashCheck, scale: moneyMoved, tolerance: 1e-9 },
  { id: 'entityBalance', line: entityBalanceCheck, scale: assets, tolerance: 1e-6 },
  { id: 'consolidation', line: consolidationCheck, scale: assets, tolerance: 1e-6 },
  { id: 'sourcesUses', line: sourcesCheck, scale: moneyMoved, tolerance: 1e-9 },
])
/** The levelized tariff recovers its costs; it holds where every municipality that uses the method has no transition. */
export const costRecoveryCheck: Check = Object.freeze({
  id: 'costRecovery',
  line: recoveryCheck,
  scale: recoveryPv,
  tolerance: 1e-9,
})

const named = new Map([...checks, costRecoveryCheck].map(({ id, line }) => [id, line]))

/** The name of an identity, as its line of the book says it. */
export const checkName = (id: string, locale: 'es' | 'en'): string => named.get(id)?.[locale] ?? id
