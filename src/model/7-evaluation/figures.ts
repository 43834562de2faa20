import type { Method } from '../../formula/entry.ts'
import { figure, given, method } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { irr } from '../../numeric/irr.ts'
import { mirr as mirrOf } from '../../numeric/mirr.ts'
import { paybackIndex } from '../../numeric/payback.ts'
import { discountFactor, midYear } from '../3-costs/discount.ts'
import { netCashFlow } from '../6-statements/cash.ts'
import { totalUses } from '../6-statements/sources-uses.ts'
import { discountRate, oneYear } from '../constants.ts'
import {
  baseUserMonths,
  costs,
  fundingOfCosts,
  incomeWithoutGrants,
  inflatedTonnes,
  planBilling,
  planFlow,
  projectFlow,
  projectInflow,
  projectOutflow,
  territorialFlow,
} from './flows.ts'

const money = { unit: 'COP', numeral: '11.3' } as const

export const projectNpv = figure({
  id: 'projectNpv',
  ...money,
  es: 'Valor presente neto del proyecto',
  en: 'Project NPV',
  formula: () => eq`pv(${projectFlow}, ${discountFactor})`,
})
export const planNpv = figure({
  id: 'planNpv',
  ...money,
  es: 'Valor presente neto del plan con sus aportes',
  en: 'Plan NPV with its contributions',
  formula: () => eq`pv(${planFlow}, ${discountFactor})`,
})
export const equityNpv = figure({
  id: 'equityNpv',
  ...money,
  es: 'Valor presente neto del flujo de caja',
  en: 'NPV of the net cash flow',
  formula: () => eq`pv(${netCashFlow}, ${discountFactor})`,
})
export const benefitCostRatio = figure({
  id: 'benefitCostRatio',
  unit: 'share',
  numeral: '10.3',
  es: 'Relación beneficio-costo',
  en: 'Benefit-cost ratio',
  formula: () => eq`ratio(pv(${projectInflow}, ${discountFactor}), pv(${projectOutflow}, ${discountFactor}))`,
})
export const pvCosts = figure({
  id: 'pvCosts',
  ...money,
  numeral: '10.3',
  es: 'Valor presente de los costos',
  en: 'Present value of costs',
  formula: () => eq`pv(${costs}, ${discountFactor})`,
})
export const pvIncome = figure({
  id: 'pvIncome',
  ...money,
  numeral: '10.3',
  es: 'Valor presente de los ingresos sin aportes',
  en: 'Present value of income without grants',
  formula: () => eq`pv(${incomeWithoutGrants}, ${discountFactor})`,
})
export const pvFunding = figure({
  id: 'pvFunding',
  ...money,
  numeral: '10.3',
  es: 'Valor presente de ingresos y aportes',
  en: 'Present value of income and contributions',
  formula: () => eq`pv(${fundingOfCosts}, ${discountFactor})`,
})
export const pvUses = figure({
  id: 'pvUses',
  ...money,
  detail: true,
  es: 'Valor presente de los usos',
  en: 'Present value of uses',
  formula: () => eq`pv(${totalUses}, ${discountFactor})`,
})
export const costCoverage = figure({
  id: 'costCoverage',
  unit: 'share',
  numeral: '10.3',
  es: 'Cubrimiento de los costos con los ingresos',
  en: 'Costs covered by income',
  formula: () => eq`ratio(${pvIncome}, ${pvCosts})`,
})
export const averageTariff = figure({
  id: 'averageTariff',
  unit: 'COP/user·month',
  numeral: '10.3',
  es: 'Tarifa media al usuario, pesos del año base',
  en: 'Average tariff, base-year pesos',
  formula: () => eq`ratio(pv(${planBilling}, ${discountFactor}), pv(${baseUserMonths}, ${discountFactor}))`,
})
export const territorialContribution = figure({
  id: 'territorialContribution',
  ...money,
  numeral: '10.3',
  es: 'Aporte de los entes territoriales',
  en: "Territorial entities' contribution",
  formula: () => eq`pv(${territorialFlow}, ${discountFactor})`,
})
export const levelizedCost = figure({
  id: 'levelizedCost',
  unit: 'COP/t',
  numeral: '10.3',
  es: 'Costo nivelado por tonelada, pesos del año base',
  en: 'Levelized cost per tonne, base-year pesos',
  formula: () => eq`ratio(${pvCosts}, pv(${inflatedTonnes}, ${discountFactor}))`,
})
export const horizonYears = given({
  id: 'horizonYears',
  unit: 'years',
  numeral: '11',
  es: 'Años del horizonte financiero',
  en: 'Years of the financial horizon',
})
/** End of year in either timing. */
export const equivalentAnnualCost = figure({
  id: 'equivalentAnnualCost',
  unit: 'COP/year',
  numeral: '10.3',
  es: 'Costo anual equivalente',
  en: 'Equivalent annual cost',
  formula: () => eq`${pvCosts} * levelPayment(${discountRate}, ${horizonYears} / ${oneYear})`,
})
const firstYear = given({ id: 'baseCalendarYear', unit: '1', es: 'Año base', en: 'Base year' })

const reasons = {
  ok: { es: 'Única tasa a la que el valor presente se anula.', en: 'The only rate at which the present value is nil.' },
  'no-root': { es: 'Ninguna tasa anula el valor presente.', en: 'No rate makes the present value nil.' },
  'several-roots': {
    es: 'Varias tasas anulan el valor presente; ninguna vale por sí sola.',
    en: 'Several rates make the present value nil; none stands alone.',
  },
  rises: {
    es: 'El valor presente sube con la tasa: la raíz no es un rendimiento.',
    en: 'The present value rises with the rate: the root is no return.',
  },
  'contradicts-npv': {
    es: 'La tasa contradice el signo del valor presente del proyecto.',
    en: "The rate contradicts the sign of the project's present value.",
  },
} as const

/** A flow without a value in some year, as under a tariff formula that has none, has no rate either. */
const ofKnownFlow =
  (run: Method['run']): Method['run'] =>
  (series) =>
    series[0]?.some(Number.isNaN)
      ? {
          value: null,
          because: { es: 'El flujo no tiene valor en algún año.', en: 'The flow has no value in some year.' },
        }
      : run(series)

export const internalRate = method({
  id: 'irr',
  unit: 'share',
  numeral: '11.3',
  es: 'Tasa interna de retorno',
  en: 'Internal rate of return',
  of: () => [projectFlow, discountRate, midYear],
  run: ofKnownFlow(([flows = [], [rate = 0] = [], [mid = 0] = []]) => {
    const found = irr({ flows, discountRate: rate, timing: mid ? 'mid' : 'end' })
    return { value: found.value, because: reasons[found.because] }
  }),
})
export const modifiedRate = method({
  id: 'mirr',
  unit: 'share',
  numeral: '11.3',
  es: 'Tasa interna de retorno modificada',
  en: 'Modified internal rate of return',
  of: () => [projectFlow, discountRate],
  run: ofKnownFlow(([flows = [], [rate = 0] = []]) => ({
    value: mirrOf({ flows, financeRate: rate, reinvestRate: rate }),
    because: {
      es: 'Financia y reinvierte a la tasa de descuento; pide flujos de ambos signos.',
      en: 'Finances and reinvests at the discount rate; needs flows of both signs.',
    },
  })),
})
export const paybackYear = method({
  id: 'paybackYear',
  unit: '1',
  numeral: '11.3',
  es: 'Año de recuperación',
  en: 'Payback year',
  of: () => [projectFlow, discountRate, midYear, firstYear],
  run: ofKnownFlow(([flows = [], [rate = 0] = [], [mid = 0] = [], [first = 0] = []]) => {
    const index = paybackIndex(flows, rate, mid ? 'mid' : 'end')
    return index === null
      ? {
          value: null,
          because: {
            es: 'El flujo descontado acumulado no se recupera dentro del horizonte.',
            en: 'The cumulative discounted flow does not recover within the horizon.',
          },
        }
      : {
          value: first + index,
          because: {
            es: 'Primer año desde el que el flujo descontado acumulado no vuelve a ser negativo.',
            en: 'First year from which the cumulative discounted flow stays positive.',
          },
        }
  }),
})
