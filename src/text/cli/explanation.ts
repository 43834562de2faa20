import type { Locale } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** How the functions of the formula language read in a sentence. */
const functionWords: Readonly<Record<string, Sentence>> = {
  sum: both('suma', 'sum'),
  total: both('suma de los años', 'sum over the years'),
  cumulative: both('acumulado', 'cumulative'),
  trailing: both('suma de los años anteriores', 'sum of the years before'),
  prev: both('año anterior', 'year before'),
  lag: both('años atrás', 'years before'),
  at: both('en el año', 'in the year'),
  first: both('año base', 'base year'),
  last: both('último año', 'last year'),
  pv: both('valor presente', 'present value'),
  if: both('si', 'if'),
  max: both('el mayor de', 'the greatest of'),
  min: both('el menor de', 'the least of'),
  maxOver: both('el mayor de', 'the greatest of'),
  ratio: both('cociente', 'ratio'),
  known: both('se conoce', 'is known'),
  missing: both('sin valor', 'no value'),
  not: both('no', 'not'),
  abs: both('valor absoluto', 'absolute value'),
  exp: both('exponencial', 'exponential'),
  ln: both('logaritmo', 'logarithm'),
  levelPayment: both('cuota nivelada', 'level payment'),
  before: both('los anteriores en orden', 'the earlier ones in order'),
  and: both('y', 'and'),
  or: both('o', 'or'),
}

/** A function of the formula language in words; its own name where it has none. */
export const functionWord = (name: string, locale: Locale = 'es'): string =>
  (Object.hasOwn(functionWords, name) ? functionWords[name]?.[locale] : undefined) ?? name

const spanishExplanation = {
  title: '¿DE DÓNDE SALE?',
  alternative: (name: string, first: boolean) =>
    `Alternativa: ${name}${first ? ' (la primera en el orden; elija otra con --alternative)' : ''}`,
  variant: (id: string) => `escenario: ${id}`,
  rows: (count: number) => `suma de ${count} filas`,
  severalRows: (count: number) => `${count} filas, que no se suman`,
  value: 'Valor',
  share: 'Parte',
  total: 'Total',
  more: (count: number) => `… y ${count} más`,
  moreZero: (count: number) => (count === 1 ? 'otro vale 0' : `los otros ${count} valen 0`),
  moreSum: (count: number, sum: string) => `… y ${count} más; todos suman ${sum}`,
  oneRow: 'Así se calcula la primera fila con valor:',
  choose: (options: string) => `Para ver otra fila agregue ${options}.`,
  formula: 'fórmula',
  ruling: 'aquí rige',
  numbers: 'con números',
  because: 'porque',
  values: (count: number) => `${count} valores`,
  noValue: 'sin valor',
  constant: 'constante',
  byDefault: 'nadie lo dio: vale el valor por defecto',
  byDefaultAt: (pointer: string) => `nadie lo dio: vale el valor por defecto; puede darlo en ${pointer}`,
  derived: 'lo deduce el programa del plan',
  given: (pointer: string) => `dato del plan: ${pointer}`,
  seen: 'ya se explicó arriba',
  deeper: (depth: number, line: string) =>
    `Abra un nivel más con --depth ${depth}, o un renglón con --line, por ejemplo --line ${line}.`,
}
const englishExplanation: typeof spanishExplanation = {
  title: 'WHERE DOES IT COME FROM?',
  alternative: (name, first) =>
    `Alternative: ${name}${first ? ' (the first of the ranking; choose another with --alternative)' : ''}`,
  variant: (id) => `scenario: ${id}`,
  rows: (count) => `sum of ${count} rows`,
  severalRows: (count) => `${count} rows, which do not add up`,
  value: 'Value',
  share: 'Share',
  total: 'Total',
  more: (count) => `… and ${count} more`,
  moreZero: (count) => (count === 1 ? 'another one is 0' : `the other ${count} are 0`),
  moreSum: (count, sum) => `… and ${count} more; all add up to ${sum}`,
  oneRow: 'This is how the first row with a value is computed:',
  choose: (options) => `To see another row add ${options}.`,
  formula: 'formula',
  ruling: 'here rules',
  numbers: 'in numbers',
  because: 'because',
  values: (count) => `${count} values`,
  noValue: 'no value',
  constant: 'constant',
  byDefault: 'nobody gave it: the default stands',
  byDefaultAt: (pointer) => `nobody gave it: the default stands; you may give it at ${pointer}`,
  derived: 'the program derives it from the plan',
  given: (pointer) => `entry of the plan: ${pointer}`,
  seen: 'explained above',
  deeper: (depth, line) =>
    `Open one more level with --depth ${depth}, or a line with --line, for example --line ${line}.`,
}

/** Words of an explanation. */
export const explanationWords = { es: spanishExplanation, en: englishExplanation } as const
