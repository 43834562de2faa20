import type { Sentence } from '../viability.ts'

/** Words of the viability that a workbook works out by itself. */
export const viabilityRowWords: Readonly<Record<string, Sentence>> = {
  head: { es: 'Viabilidad del plan [11.3]', en: 'Viability of the plan [11.3]' },
  support: { es: 'De qué sale la viabilidad', en: 'What viability comes from' },
  master: { es: 'PLAN VIABLE (1 = sí)', en: 'PLAN VIABLE (1 = yes)' },
  holds: { es: 'se cumple (1 = sí)', en: 'holds (1 = yes)' },
  passed: { es: '1 · se cumple', en: '1 · holds' },
  failed: { es: '0 · no se cumple', en: '0 · does not hold' },
  notJudged: { es: 'no se evalúa', en: 'not judged' },
  subsidy: { es: 'Subsidios sin fuente, todos los municipios', en: 'Subsidies without funding, all municipalities' },
  unlicensed: { es: 'Toneladas sin licencia', en: 'Tonnes without a licence' },
  outside: { es: 'Años con el factor fuera de la ley', en: 'Years with the factor outside the law' },
  years: { es: 'años', en: 'years' },
  bounds: { es: 'Límites legales de los factores', en: 'Legal limits of the factors' },
  lower: { es: 'Factor más bajo permitido', en: 'Lowest factor allowed' },
  upper: { es: 'Factor más alto permitido', en: 'Highest factor allowed' },
}
