import type { Sentence } from '../viability.ts'

/** What each built-in stress does, for people. */
export const stressNames: Readonly<Record<string, Sentence>> = Object.freeze({
  collectionEfficiency: {
    es: 'El recaudo baja 10 puntos',
    en: 'Collection efficiency falls by 10 points',
  },
  fuel: { es: 'El combustible cuesta 30 % más', en: 'Fuel costs 30% more' },
  growth: { es: 'La población y los usuarios crecen la mitad', en: 'Population and users grow half as fast' },
  landfill: { es: 'Los rellenos cierran dos años antes', en: 'Landfills close two years early' },
  fundTransfer: {
    es: 'El Fondo de Solidaridad gira un año tarde',
    en: "The Solidarity Fund's transfer comes a year late",
  },
  loanRates: { es: 'Los créditos cuestan 5 puntos más', en: 'Loans cost 5 points more' },
})

/** A contingency is named by its own threat, in the language of the plan. */
export const contingencyName = (threat: string): Sentence => ({ es: threat, en: threat })
