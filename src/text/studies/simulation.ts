import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** What a simulation's question can get wrong. */
export const simulationProblems = Object.freeze({
  distribution: Object.freeze({
    'not-finite': both(
      'Los parámetros de la distribución deben ser números.',
      'The parameters of the distribution must be numbers.',
    ),
    order: both(
      'Los parámetros deben ir de menor a mayor: min, mode, max, con min menor que max.',
      'The parameters must go from lowest to highest: min, mode, max, with min below max.',
    ),
    spread: both('La desviación «sd» debe ser mayor que 0.', 'The deviation "sd" must be above 0.'),
    mean: both(
      'La media de una distribución lognormal debe ser mayor que 0.',
      'The mean of a lognormal distribution must be above 0.',
    ),
    weights: both(
      'Dé al menos un valor y, si da pesos, uno por valor, de 0 en adelante y no todos 0.',
      'Give at least one value and, where there are weights, one for each value, 0 or more and not all 0.',
    ),
  }),
  correlationShape: (count: number): Sentence =>
    both(
      `La matriz de correlación debe ser simétrica, de ${count} × ${count} (un renglón por dato, en su orden), con unos en la diagonal y valores de −1 a 1.`,
      `The correlation matrix must be symmetric, ${count} × ${count} (one row for each input, in their order), with ones in its diagonal and values from −1 to 1.`,
    ),
  correlationImpossible: both(
    'Esas correlaciones se contradicen (la matriz no es semidefinida positiva): acerque a 0 alguna de ellas.',
    'Those correlations contradict one another (the matrix is not positive semidefinite): bring some of them nearer to 0.',
  ),
  draws: (most: string): Sentence =>
    both(
      `El número de simulaciones debe ser un entero de 1 a ${most}.`,
      `The number of draws must be whole, from 1 to ${most}.`,
    ),
  seed: both(
    'La semilla debe ser un entero de 0 a 9007199254740991.',
    'The seed must be a whole number from 0 to 9007199254740991.',
  ),
  tooManyNumbers: (asked: string, most: string): Sentence =>
    both(
      `Lo pedido guardaría ${asked} números; el límite es ${most}. Pida menos simulaciones, renglones o alternativas.`,
      `What is asked would keep ${asked} numbers; the limit is ${most}. Ask for fewer draws, lines or alternatives.`,
    ),
  notUncertain: (pointer: string): Sentence =>
    both(
      `«${pointer}» fija los años del plan y no se puede simular.`,
      `"${pointer}" sets the years of the plan and cannot be simulated.`,
    ),
  changesRows: both(
    'Uno de estos datos cambia qué renglones tiene el plan y no se puede simular.',
    'One of these inputs changes which rows the plan has and cannot be simulated.',
  ),
  breaksRule: (rule: { pointer: string; es: string; en: string }): Sentence =>
    both(
      `Con los datos en un extremo de sus distribuciones, en «${rule.pointer}»: ${rule.es}`,
      `With the inputs at an end of their distributions, at "${rule.pointer}": ${rule.en}`,
    ),
  noInputs: both('Diga al menos un dato incierto.', 'Name at least one uncertain input.'),
})

/** Said where the uncertain inputs are not the plan's own. */
export const illustrativeWords = both(
  'Nadie dio datos inciertos: se usaron rangos ilustrativos, que no salen de datos del municipio.',
  'No uncertain inputs were given: illustrative ranges were used, which do not come from data of the municipality.',
)
