import type { Locale } from '../numbers.ts'

const es = {
  criteria: 'Criterios de cada alternativa',
  weight: 'Peso',
  order: 'Orden en el plan',
  viable: 'Viable (1 = sí)',
  group: 'Grupo (0 va antes que 1)',
  filled: 'Con el peor valor donde no hay dato',
  scaled: 'Priorizado: de 0 (la peor) a 1 (la mejor)',
  score: 'Puntaje priorizado',
  place: 'Puesto',
  weighed: 'TOPSIS: proporción de cada valor por su peso',
  toBest: 'Distancia a la mejor imaginable',
  toWorst: 'Distancia a la peor imaginable',
  closeness: 'Cercanía a la mejor (TOPSIS)',
  lexicographic: 'Orden legal, un criterio tras otro',
  left: 'Quedan para el puesto',
  start: 'Pueden ocuparlo (las viables primero)',
  after: 'Siguen después de:',
  chosen: 'Ocupa el puesto',
  final: 'Resultado',
  byMethod: 'PUESTO por el método del plan',
  own: 'Esta alternativa (1 = sí)',
  method: 'Método',
  viableFirst: 'Viables primero',
  threshold: 'Umbral de empate',
}
type Words = Readonly<Record<keyof typeof es, string>>

const en: Words = {
  criteria: 'Criteria of each alternative',
  weight: 'Weight',
  order: 'Order in the plan',
  viable: 'Viable (1 = yes)',
  group: 'Group (0 goes before 1)',
  filled: 'With the worst value where there is no datum',
  scaled: 'Prioritised: from 0 (the worst) to 1 (the best)',
  score: 'Prioritised score',
  place: 'Place',
  weighed: 'TOPSIS: each value as a proportion, by its weight',
  toBest: 'Distance to the best imaginable',
  toWorst: 'Distance to the worst imaginable',
  closeness: 'Nearness to the best (TOPSIS)',
  lexicographic: 'Legal order, one criterion after another',
  left: 'Left for place',
  start: 'May have it (viable ones first)',
  after: 'Still there after:',
  chosen: 'Has place',
  final: 'Result',
  byMethod: "PLACE by the plan's method",
  own: 'This alternative (1 = yes)',
  method: 'Method',
  viableFirst: 'Viable ones first',
  threshold: 'Threshold of a tie',
}

/** Words of the sheet of the ranking. */
export const rankingWords: Readonly<Record<Locale, Words>> = { es, en }
