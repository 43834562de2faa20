import type { Sentence } from '../viability.ts'

interface LineFacts {
  readonly line: Sentence
  readonly most: number
  readonly given: number
  readonly year: number
}

/** A loan that asks for more than its line gives. */
export function loanLineWords(part: 'term' | 'grace', { line, most, given, year }: LineFacts): Sentence {
  const [es, en] = part === 'term' ? ['El plazo', 'The term'] : ['La gracia', 'The grace']
  return {
    es: `${es} es de ${given} años y la línea «${line.es}» admite a lo sumo ${most} en ${year}. Ajústelo o confirme la línea con Findeter.`,
    en: `${en} is ${given} years and the line "${line.en}" takes at most ${most} in ${year}. Adjust it or confirm the line with Findeter.`,
  }
}

/** Names of the covenants for people. */
export const covenantNames: Readonly<Record<string, Sentence>> = Object.freeze({
  minimumCover: { es: 'Cobertura mínima del servicio de la deuda', en: 'Minimum debt service cover' },
  reserve: { es: 'Caja por encima de la reserva del servicio de la deuda', en: 'Cash above the debt service reserve' },
  minimumCash: { es: 'Caja mínima, pesos del año base', en: 'Minimum cash, base-year pesos' },
  maximumIndebtedness: { es: 'Endeudamiento máximo', en: 'Maximum indebtedness' },
})
