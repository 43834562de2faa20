import type { Line } from '../../formula/entry.ts'
import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { oneYear } from '../constants.ts'
import { entity } from '../dimensions.ts'
import { assets, equity, liabilities } from './balance.ts'
import { cash, netCashFlow, netProfit } from './cash.ts'
import { entityStatements } from './entity-statements.ts'

const of = (id: string): Line => entityStatements[id] as Line

const gap = (id: string, of: Line, total: Line, words: { es: string; en: string }): Line =>
  line({ id, unit: of.unit, numeral: '11.3', detail: true, ...words, formula: () => eq`abs(sum(${of}) - ${total})` })
const assetsGap = gap('entityAssetsGap', of('assets'), assets, {
  es: 'Activos de las entidades menos los del plan',
  en: "Entities' assets less the plan's",
})
const liabilitiesGap = gap('entityLiabilitiesGap', of('liabilities'), liabilities, {
  es: 'Pasivos de las entidades menos los del plan',
  en: "Entities' liabilities less the plan's",
})
const equityGap = gap('entityEquityGap', of('equity'), equity, {
  es: 'Patrimonio de las entidades menos el del plan',
  en: "Entities' equity less the plan's",
})
const cashGap = gap('entityCashGap', of('cash'), cash, {
  es: 'Caja de las entidades menos la del plan',
  en: "Entities' cash less the plan's",
})
const profitGap = gap('entityProfitGap', of('netProfit'), netProfit, {
  es: 'Utilidad de las entidades menos la del plan',
  en: "Entities' profit less the plan's",
})
const flowGap = gap('entityFlowGap', of('netCashFlow'), netCashFlow, {
  es: 'Flujo de las entidades menos el del plan',
  en: "Entities' flow less the plan's",
})
/** The entities' statements less eliminations are the plan's. */
export const consolidationCheck = line({
  id: 'consolidationCheck',
  unit: 'COP',
  numeral: '11.3',
  es: 'Entidades menos eliminaciones y menos el consolidado',
  en: 'Entities less eliminations less the consolidated plan',
  formula: () =>
    eq`max(${assetsGap}, ${liabilitiesGap}, ${equityGap}, ${cashGap}, ${profitGap} * ${oneYear}, ${flowGap} * ${oneYear})`,
})
export const entityBalanceCheck = line({
  id: 'entityBalanceCheck',
  over: [entity],
  unit: 'COP',
  numeral: '11.3',
  es: 'Activos menos pasivos menos patrimonio de la entidad',
  en: "Entity's assets less liabilities less equity",
  formula: () => eq`${of('assets')} - ${of('liabilities')} - ${of('equity')}`,
})
