import type { Dimension, Line } from '../../formula/entry.ts'
import { input, parameter } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collectionEfficiency, municipalBilling } from '../6-statements/income.ts'
import {
  currentRatio,
  indebtedness,
  operatingCoefficient,
  operatingMargin,
  receivableDays,
} from '../6-statements/ratios.ts'
import { billingYear, provider, providerYear, territory } from '../dimensions.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, projectedOf } from './measures.ts'

type Field = readonly [id: string, unit: string, field: string, es: string, en: string]

const read = (over: Dimension, [id, unit, field, es, en]: Field, numeral: string) =>
  input({
    id,
    over: [over],
    unit,
    form: 'number',
    numeral,
    otherwise: Number.NaN,
    es,
    en,
    at: `{${over.id}}/${field}`,
  })
const book = (...field: Field) => read(providerYear, field, '5.5.2')

/** Estados financieros del prestador por año [5.5.2 a]. */
const currentAssets = book('providerCurrentAssets', 'COP', 'currentAssets', 'Activos corrientes', 'Current assets')
const currentLiabilities = book(
  ...(['providerCurrentLiabilities', 'COP', 'currentLiabilities'] as const),
  ...(['Pasivos corrientes', 'Current liabilities'] as const),
)
const totalAssets = book('providerTotalAssets', 'COP', 'totalAssets', 'Activo total', 'Total assets')
const totalLiabilities = book(
  ...(['providerTotalLiabilities', 'COP', 'totalLiabilities'] as const),
  ...(['Pasivo total', 'Total liabilities'] as const),
)
const revenue = book(
  ...(['providerOperatingRevenue', 'COP/year', 'operatingRevenue'] as const),
  ...(['Ingresos operacionales', 'Operating revenue'] as const),
)
const profit = book(
  ...(['providerOperatingProfit', 'COP/year', 'operatingProfit'] as const),
  ...(['Utilidad operacional', 'Operating profit'] as const),
)
const expenses = book(
  ...(['providerCostsAndExpenses', 'COP/year', 'totalCostsAndExpenses'] as const),
  ...(['Gastos y costos totales', 'Total costs and expenses'] as const),
)
const receivables = book('providerReceivables', 'COP', 'receivables', 'Cuentas por cobrar', 'Receivables')
const daysOfYear = parameter({
  id: 'providerReceivableDaysYear',
  unit: 'day/year',
  numeral: '5.5.2',
  law: 'receivableDaysYear',
  es: 'Días del año para la rotación de cartera',
  en: 'Days of the year for receivable days',
})

const ratioOf = (id: string, words: { es: string; en: string; unit?: string }, formula: Line['formula']) =>
  indicatorLine({ id, over: [providerYear], unit: 'share', numeral: '5.5.2', ...words, formula })

const ratios: readonly Indicator[] = [
  {
    line: ratioOf(
      'providerCurrentRatio',
      { es: 'Razón corriente del prestador', en: "Provider's current ratio" },
      () => eq`ratio(${currentAssets}, ${currentLiabilities})`,
    ),
    symbol: 'Razón corriente',
    printed: 'Activos Corrientes / Pasivos Corrientes',
    projected: currentRatio,
  },
  {
    line: ratioOf(
      'providerOperatingCoefficient',
      { es: 'Coeficiente de operación del prestador', en: "Provider's operating coefficient" },
      () => eq`ratio(${expenses}, ${revenue})`,
    ),
    symbol: 'Coeficiente operación (%)',
    printed: 'Gastos y Costos Totales / Ingresos Operacionales × 100',
    projected: operatingCoefficient,
  },
  {
    line: ratioOf(
      'providerOperatingMargin',
      { es: 'Margen operacional del prestador', en: "Provider's operating margin" },
      () => eq`ratio(${profit}, ${revenue})`,
    ),
    symbol: 'Margen operacional (%)',
    printed: 'Utilidades Operacionales / Ingresos Operacionales × 100',
    projected: operatingMargin,
  },
  {
    line: ratioOf(
      'providerIndebtedness',
      { es: 'Razón de endeudamiento del prestador', en: "Provider's indebtedness" },
      () => eq`ratio(${totalLiabilities}, ${totalAssets})`,
    ),
    symbol: 'Razón de endeudamiento (%)',
    printed: 'Pasivo Total / Activo Total × 100',
    projected: indebtedness,
  },
  {
    line: ratioOf(
      'providerReceivableDays',
      { unit: 'day', es: 'Días promedio por cobrar del prestador', en: "Provider's receivable days" },
      () => eq`ratio(${receivables}, ${revenue}) * first(${daysOfYear})`,
    ),
    symbol: 'Cuentas por cobrar (días)',
    printed: 'Cuentas por Cobrar / Ingresos Operacionales × 360',
    projected: receivableDays,
  },
]

/** Facturación y recaudo [5.5.3]. */
const Fac = read(billingYear, ['Fac', 'COP/year', 'billed', 'Facturación (Fac)', 'Billing (Fac)'], '5.5.3')
const Rec = read(billingYear, ['Rec', 'COP/year', 'collected', 'Recaudo (Rec)', 'Collection (Rec)'], '5.5.3')
const ER = indicatorLine({
  id: 'ER',
  over: [billingYear],
  unit: 'share',
  numeral: '5.5.3',
  es: 'Eficiencia de recaudo (ER)',
  en: 'Collection efficiency (ER)',
  formula: () => eq`ratio(${Rec}, ${Fac})`,
})

/** What a provider says of itself, without a formula [5.5.1, 5.5.3]. */
const facts: readonly (readonly [...Field, numeral: string])[] = [
  [
    'administrativeStaff',
    'worker',
    'staff/administrative',
    'Empleados administrativos',
    'Administrative staff',
    '5.5.1',
  ],
  ['operativeStaff', 'worker', 'staff/operative', 'Empleados operativos', 'Operative staff', '5.5.1'],
  ['monthlyPayroll', 'COP/month', 'staff/monthlyPayroll', 'Nómina mensual', 'Monthly payroll', '5.5.1'],
  ['billingComplaints', 'time/year', 'complaints/billing', 'Quejas por facturación', 'Billing complaints', '5.5.3'],
  ['qualityComplaints', 'time/year', 'complaints/quality', 'Quejas por calidad', 'Quality complaints', '5.5.3'],
  [
    ...(['billingResponseDays', 'day', 'complaints/responseDays/billing'] as const),
    ...(['Respuesta a quejas por facturación', 'Response to billing complaints', '5.5.3'] as const),
  ],
  [
    ...(['qualityResponseDays', 'day', 'complaints/responseDays/quality'] as const),
    ...(['Respuesta a quejas por calidad', 'Response to quality complaints', '5.5.3'] as const),
  ],
  [
    ...(['collectionResponseDays', 'day', 'complaints/responseDays/collection'] as const),
    ...(['Respuesta a solicitudes de recolección', 'Response to collection requests', '5.5.3'] as const),
  ],
]
const arrears = (age: string, es: string, en: string) =>
  read(provider, [`arrears${age}`, 'COP', `arrears/${age}`, es, en], '5.5.3')
const to30 = arrears('to30', 'Cartera hasta 30 días', 'Arrears up to 30 days')
const to90 = arrears('to90', 'Cartera de 31 a 90 días', 'Arrears of 31 to 90 days')
const to180 = arrears('to180', 'Cartera de 91 a 180 días', 'Arrears of 91 to 180 days')
const to360 = arrears('to360', 'Cartera de 181 a 360 días', 'Arrears of 181 to 360 days')
const over360 = arrears('over360', 'Cartera de más de 360 días', 'Arrears over 360 days')
const arrearsTotal = indicatorLine({
  id: 'arrearsTotal',
  over: [provider],
  unit: 'COP',
  numeral: '5.5.3',
  es: 'Cartera morosa',
  en: 'Arrears',
  formula: () => eq`${to30} + ${to90} + ${to180} + ${to360} + ${over360}`,
})

export const providerIndicators: readonly Indicator[] = [
  ...ratios,
  {
    line: ER,
    symbol: 'ER (%)',
    printed: 'Rec / Fac × 100',
    projected: projectedOf(ER, {
      over: [territory],
      formula: () => eq`ratio(sum(${collectionEfficiency} * ${municipalBilling}), sum(${municipalBilling}))`,
    }),
  },
  ...facts.map(([id, unit, field, es, en, numeral]) => {
    const fact = read(provider, [`${id}Read`, unit, field, es, en], numeral)
    return {
      line: indicatorLine({ id, over: [provider], unit, numeral, es, en, formula: () => eq`${fact}` }),
      symbol: es,
      printed: '',
    }
  }),
  { line: arrearsTotal, symbol: 'Cartera morosa ($)', printed: '' },
]
