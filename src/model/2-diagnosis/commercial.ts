import { eq } from '../../formula/eq.ts'
import { billedUsers, dwellings, users } from '../1-projections/users.ts'
import { jobs } from '../3-costs/items.ts'
import { collectionEfficiency } from '../6-statements/income.ts'
import { municipality, userClass } from '../dimensions.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, measured, place, projectedOf } from './measures.ts'
import { U } from './presentation.ts'

const byClass = [...place, userClass] as const
const share = { unit: 'share', numeral: '5.5.3' } as const
const money = { unit: 'COP/year', numeral: '5.5.2' } as const

/** Tabla de usuarios [5.5.3]: V, U y Ufac de cada clase. */
export const dwellingsByClass = indicatorLine({
  id: 'VByClass',
  over: byClass,
  unit: 'dwellings',
  numeral: '5.5.3',
  es: 'Domicilios de la clase (V)',
  en: "Class's dwellings (V)",
  formula: () => eq`sum(first(${dwellings}))`,
})
export const usersByClass = indicatorLine({
  id: 'UByClass',
  over: byClass,
  unit: 'users',
  numeral: '5.5.3',
  es: 'Usuarios servidos de la clase (U)',
  en: "Class's users served (U)",
  formula: () => eq`sum(first(${users}))`,
})
export const billedByClass = indicatorLine({
  id: 'UfacByClass',
  over: byClass,
  unit: 'users',
  numeral: '5.5.3',
  es: 'Usuarios facturados de la clase (Ufac)',
  en: "Class's users billed (Ufac)",
  formula: () => eq`sum(first(${billedUsers}))`,
})
const Ufac = indicatorLine({
  id: 'Ufac',
  unit: 'users',
  numeral: '5.5.3',
  es: 'Usuarios facturados (Ufac)',
  en: 'Users billed (Ufac)',
  formula: () => eq`sum(first(${billedUsers}))`,
})
const EF = indicatorLine({
  id: 'EF',
  ...share,
  es: 'Eficiencia de facturación (EF)',
  en: 'Billing efficiency (EF)',
  formula: () => eq`ratio(${Ufac}, ${U})`,
})
const EFByClass = indicatorLine({
  id: 'EFByClass',
  over: byClass,
  ...share,
  es: 'Eficiencia de facturación de la clase (EF)',
  en: "Class's billing efficiency (EF)",
  formula: () => eq`ratio(${billedByClass}, ${usersByClass})`,
})
const ERofPlan = indicatorLine({
  id: 'collectionEfficiencyTown',
  over: [municipality],
  ...share,
  es: 'Eficiencia de recaudo del municipio',
  en: "Municipality's collection efficiency",
  formula: () => eq`first(${collectionEfficiency})`,
})

/** Subsidios y contribuciones [5.5.2 b.3]: a class that the list does not name got and gave nothing. */
const granted = measured({
  id: 'subsidyGrantedByClass',
  ...money,
  each: [userClass],
  es: 'Subsidio otorgado a la clase',
  en: 'Subsidy granted to the class',
  at: 'subsidies/{userClass}/granted',
})
const contributed = measured({
  id: 'contributionByClass',
  ...money,
  each: [userClass],
  es: 'Contribución de la clase',
  en: "Class's contribution",
  at: 'subsidies/{userClass}/contributed',
})
export const subsidyGranted = indicatorLine({
  id: 'subsidyGranted',
  ...money,
  es: 'Subsidios otorgados',
  en: 'Subsidies granted',
  formula: () => eq`if(sum(known(${granted})) == 0, maxOver(${granted}), sum(if(known(${granted}), ${granted}, 0)))`,
})
export const contributionReceived = indicatorLine({
  id: 'contributionReceived',
  ...money,
  es: 'Contribuciones percibidas',
  en: 'Contributions received',
  formula: () =>
    eq`if(sum(known(${contributed})) == 0, maxOver(${contributed}), sum(if(known(${contributed}), ${contributed}, 0)))`,
})
const measuredBalance = indicatorLine({
  id: 'measuredSubsidyBalance',
  ...money,
  es: 'Balance de contribuciones y subsidios, medido',
  en: 'Balance of contributions and subsidies, measured',
  formula: () => eq`${contributionReceived} - ${subsidyGranted}`,
})
const fund = [
  ['fundAssigned', 'Asignado por el ente territorial al FSRI', 'Assigned to the solidarity fund'],
  ['fundReceived', 'Recibido del FSRI', 'Received from the solidarity fund'],
  ['paidToFund', 'Girado al FSRI', 'Paid to the solidarity fund'],
] as const

const employment = indicatorLine({
  id: 'employment',
  detail: true,
  over: [],
  unit: 'jobs',
  numeral: '10.3',
  es: 'Empleos',
  en: 'Jobs',
  formula: () => eq`first(${jobs})`,
})

export const commercialIndicators: readonly Indicator[] = [
  { line: dwellingsByClass, symbol: 'V por clase', printed: '' },
  { line: usersByClass, symbol: 'U por clase', printed: '' },
  { line: billedByClass, symbol: 'Ufac por clase', printed: '' },
  { line: Ufac, symbol: 'Ufac', printed: '' },
  {
    line: EF,
    symbol: 'EF (%)',
    printed: 'Ufac / U × 100',
    projected: projectedOf(EF, { over: place, formula: () => eq`ratio(sum(${billedUsers}), sum(${users}))` }),
  },
  {
    line: EFByClass,
    symbol: 'EF por clase (%)',
    printed: 'Ufaci / Ui × 100',
    projected: projectedOf(EFByClass, { over: byClass, formula: () => eq`ratio(sum(${billedUsers}), sum(${users}))` }),
  },
  { line: ERofPlan, symbol: 'ER del plan (%)', printed: '' },
  { line: granted, symbol: 'Subsidios por clase ($/año)', printed: '', told: 'given' },
  { line: contributed, symbol: 'Contribuciones por clase ($/año)', printed: '', told: 'given' },
  { line: subsidyGranted, symbol: 'Subsidios ($/año)', printed: '' },
  { line: contributionReceived, symbol: 'Contribuciones ($/año)', printed: '' },
  { line: measuredBalance, symbol: 'Balance subsidios y contribuciones ($/año)', printed: '' },
  ...fund.map(([field, es, en]) => ({
    line: measured({ id: `${field}Measured`, ...money, es, en, at: `subsidies/${field}` }),
    symbol: `${es} ($/año)`,
    printed: '',
  })),
  {
    line: employment,
    symbol: 'Empleos',
    printed: '',
    projected: projectedOf(employment, { over: [], formula: () => eq`${jobs}` }),
  },
]
