import type { Sentence } from './viability.ts'

/** Sentences about the formulas that a tariff study writes. */
export const formulaWords = Object.freeze({
  shape: (detail: string): Sentence => ({
    es: `La fórmula lee una línea que no cabe allí: ${detail}. Sume sobre las dimensiones que sobran con sum(…).`,
    en: `The formula reads a line that does not fit there: ${detail}. Add up the extra dimensions with sum(…).`,
  }),
  noValue: (year: number): Sentence => ({
    es: `La fórmula no da un número en ${year}: revise que no divida por cero.`,
    en: `The formula gives no number in ${year}: check that it does not divide by zero.`,
  }),
  negative: (year: number): Sentence => ({
    es: `La fórmula da un costo negativo en ${year}; debe ser cero o más.`,
    en: `The formula gives a negative cost in ${year}; it must be zero or more.`,
  }),
})
