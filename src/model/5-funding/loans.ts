import { forward, given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { oneYear, planYear, yearIndex } from '../constants.ts'
import { loan } from '../dimensions.ts'

const openingBalance = input({
  id: 'loanOpeningBalance',
  over: [loan],
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Saldo del crédito existente',
  en: "Existing loan's balance",
  at: '{existingLoan}/balance',
})
export const agreedDraws = input({
  id: 'loanDrawGiven',
  over: [loan],
  axis: 'financial',
  unit: 'COP/year',
  form: 'years',
  numeral: '11.3',
  es: 'Desembolso pactado',
  en: 'Agreed draw',
  at: '{loan}/draws',
})
const rate = given({
  id: 'loanRate',
  from: ['{loan}/rate', '{existingLoan}/rate', '{waterfallLoan}/rate'],
  over: [loan],
  axis: 'waste',
  unit: '1/year',
  numeral: '11.3',
  es: 'Tasa efectiva anual del crédito',
  en: "Loan's effective yearly rate",
})
const nextRate = given({
  id: 'loanNextRate',
  from: ['{loan}/rate', '{existingLoan}/rate', '{waterfallLoan}/rate'],
  over: [loan],
  axis: 'waste',
  unit: '1/year',
  numeral: '11.3',
  es: 'Tasa efectiva anual del año siguiente',
  en: "Next year's effective rate",
})
const term = input({
  id: 'loanTerm',
  over: [loan],
  unit: '1',
  form: 'number',
  numeral: '11.3',
  es: 'Plazo en años',
  en: 'Term in years',
  at: ['{loan}/term', '{existingLoan}/remainingTerm', '{waterfallLoan}/term'],
})
const grace = input({
  id: 'loanGrace',
  over: [loan],
  unit: '1',
  form: 'number',
  numeral: '11.3',
  es: 'Años de gracia',
  en: 'Years of grace',
  at: ['{loan}/grace', '{waterfallLoan}/grace'],
})
const firstYear = given({
  id: 'loanFirstYear',
  from: ['{loan}/draws'],
  over: [loan],
  unit: '1',
  numeral: '11.3',
  es: 'Año del plan del primer desembolso',
  en: 'Plan year of the first draw',
})
/** A loan that says nothing is a level payment: those of the funding waterfall. */
const style = (id: string, name: string, words: { es: string; en: string }) =>
  input({
    id,
    over: [loan],
    unit: '1',
    form: 'flag',
    numeral: '11.3',
    otherwise: name === 'french' ? 1 : 0,
    ...words,
    at: [`{loan}/amortization=${name}`, `{existingLoan}/amortization=${name}`],
  })
const isFrench = style('loanIsFrench', 'french', { es: 'Cuota nivelada (1 = sí)', en: 'Level payment (1 = yes)' })
const isBullet = style('loanIsBullet', 'bullet', { es: 'Pago único al final (1 = sí)', en: 'All at the end (1 = yes)' })
const capitalizes = input({
  id: 'loanCapitalizes',
  over: [loan],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Capitaliza los intereses de gracia (1 = sí)',
  en: 'Capitalises grace interest (1 = yes)',
  at: '{loan}/graceInterest=capitalized',
})
const feeShare = input({
  id: 'loanFeeShare',
  over: [loan],
  unit: 'share',
  form: 'number',
  numeral: '11.3',
  es: 'Comisión sobre el desembolso',
  en: 'Fee on the draw',
  at: '{loan}/feeShare',
})

const yearsServed = line({
  id: 'loanYearsServed',
  over: [loan],
  unit: '1',
  numeral: '11.3',
  detail: true,
  es: 'Años de servicio del crédito',
  en: "Loan's years of service",
  formula: () => eq`${yearIndex} - ${firstYear}`,
})
export const loanOpening = line({
  id: 'loanOpening',
  over: [loan],
  unit: 'COP',
  numeral: '11.3',
  es: 'Saldo inicial del crédito',
  en: "Loan's opening balance",
  formula: () => eq`if(${planYear} == 0, ${openingBalance}, prev(${loanClosing}))`,
})
/** What the funding waterfall borrows: written with the cash that it fills. */
const waterfallDraw = forward({
  id: 'waterfallDraw',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Desembolso del cierre financiero',
  en: 'Draw of the funding waterfall',
})
export const loanDraw = line({
  id: 'loanDraw',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Desembolsos',
  en: 'Draws',
  formula: () => eq`${agreedDraws} + ${waterfallDraw}`,
})
export const loanInterest = line({
  id: 'loanInterest',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Intereses',
  en: 'Interest',
  formula: () => eq`${planYear} * ${loanOpening} * ${rate}`,
})
export const loanCapitalized = line({
  id: 'loanCapitalized',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Intereses capitalizados',
  en: 'Interest capitalised',
  formula: () => eq`if(${capitalizes} and ${yearsServed} <= ${grace}, ${loanInterest}, 0)`,
})
/** The principal of the year after, seen at year end: so the schedule is known one year past the horizon. */
export const loanPrincipalNext = line({
  id: 'loanPrincipalNext',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Abono a capital del año siguiente',
  en: "Next year's principal",
  formula: () =>
    eq`if(${yearsServed} + 1 <= ${grace} or ${yearsServed} + 1 > ${term}, 0, if(${yearsServed} + 1 == ${term}, ${loanClosing} / ${oneYear}, if(${isBullet}, 0, if(${isFrench}, ${loanClosing} * (levelPayment(${nextRate}, ${term} - ${yearsServed}) - ${nextRate}), ${loanClosing} / (${term} - ${yearsServed}) / ${oneYear}))))`,
})
export const loanPrincipal = line({
  id: 'loanPrincipal',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Abonos a capital',
  en: 'Principal repaid',
  formula: () => eq`prev(${loanPrincipalNext})`,
})
export const loanFee = line({
  id: 'loanFee',
  over: [loan],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Comisiones',
  en: 'Fees',
  formula: () => eq`${agreedDraws} * ${feeShare}`,
})
export const loanClosing = line({
  id: 'loanClosing',
  over: [loan],
  unit: 'COP',
  numeral: '11.3',
  es: 'Saldo final del crédito',
  en: "Loan's closing balance",
  formula: () => eq`${loanOpening} + (${loanDraw} + ${loanCapitalized} - ${loanPrincipal}) * ${oneYear}`,
})
