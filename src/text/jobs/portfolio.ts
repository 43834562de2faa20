import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** What is said of a portfolio of plans. */
export const portfolioWords = Object.freeze({
  beyond: (line: string): Sentence =>
    both(`El renglón «${line}» se sale de todo número.`, `The line "${line}" goes beyond any number.`),
  fault: both(
    'Una falla nuestra impidió evaluar este plan; evalúelo aparte y avise.',
    'A fault of ours kept this plan from being evaluated; evaluate it alone and tell us.',
  ),
  crashed: both(
    'El programa se detuvo varias veces al evaluar este grupo de planes; evalúe este plan aparte.',
    'The program stopped several times while evaluating this group of plans; evaluate this plan alone.',
  ),
  allSetAside: both(
    'Todas las alternativas quedaron descartadas en la prefactibilidad.',
    'Every alternative was set aside by the pre-feasibility.',
  ),
  first: both('año base', 'base year'),
  last: both('último año', 'last year'),
  answer: (viable: boolean): Sentence => (viable ? both('sí', 'yes') : both('no', 'no')),
  heads: Object.freeze({
    es: {
      before: ['id', 'DIVIPOLA', 'Municipios', 'Plan', 'Viable', 'Primera alternativa'],
      after: ['Pruebas que no cumple', 'Problemas'],
    },
    en: {
      before: ['id', 'DIVIPOLA', 'Municipalities', 'Plan', 'Viable', 'First alternative'],
      after: ['Tests not met', 'Problems'],
    },
  }),
})
