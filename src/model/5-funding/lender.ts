import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { isProvider } from '../4-tariffs/cost-recovery.ts'
import { entityInterest } from '../6-statements/entities.ts'
import { loan } from '../dimensions.ts'
import { loanClosing, loanInterest, loanPrincipal, loanPrincipalNext } from './loans.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const
const byLoan = { over: [loan], unit: 'COP', numeral: '11.3' } as const

export const providerDebt = line({
  id: 'providerDebt',
  unit: 'COP',
  numeral: '11.3',
  es: 'Deuda del prestador al cierre',
  en: "Provider's closing debt",
  formula: () => eq`sum(${loanClosing} * ${isProvider})`,
})
/** Paid or capitalised: what the debt costs in the year. */
export const providerInterest = line({
  id: 'providerInterest',
  ...yearly,
  es: 'Intereses causados del prestador',
  en: "Provider's interest accrued",
  formula: () => eq`sum(${entityInterest} * ${isProvider})`,
})
export const providerPrincipalNext = line({
  id: 'providerPrincipalNext',
  ...yearly,
  detail: true,
  es: 'Abono a capital del prestador en el año siguiente',
  en: "Provider's principal of the year after",
  formula: () => eq`sum(${loanPrincipalNext} * ${isProvider})`,
})
export const loanInterestToDate = line({
  id: 'loanInterestToDate',
  ...byLoan,
  es: 'Intereses acumulados del crédito',
  en: "Loan's interest to date",
  formula: () => eq`cumulative(${loanInterest})`,
})
export const loanPrincipalToDate = line({
  id: 'loanPrincipalToDate',
  ...byLoan,
  es: 'Abonos a capital acumulados del crédito',
  en: "Loan's principal to date",
  formula: () => eq`cumulative(${loanPrincipal})`,
})
