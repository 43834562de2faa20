import { millions, percent, plain } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** What a question about levers can get wrong. */
export const leverProblems = Object.freeze({
  empty: (known: string): Sentence =>
    both(`Diga qué se puede mover en «levers»: ${known}.`, `Say what may be moved in "levers": ${known}.`),
  repeated: (lever: string): Sentence =>
    both(
      `«${lever}» ya mueve lo mismo; deje una sola de las dos.`,
      `"${lever}" already moves the same thing; leave only one of the two.`,
    ),
  bounds: (lever: string, before: number): Sentence =>
    both(
      `El valor de hoy de «${lever}», ${plain(before, 4, 'es')}, debe quedar entre «min» y «max».`,
      `Today's value of "${lever}", ${plain(before, 4, 'en')}, must lie between "min" and "max".`,
    ),
  method: (method: string): Sentence =>
    both(
      `Con el método «${method}» la tarifa no se puede llevar por una senda; use «tariff».`,
      `Under the method "${method}" the tariff cannot be led along a path; use "tariff".`,
    ),
  tooMany: both(
    'Son demasiadas combinaciones de años: mueva menos plazos y aplazamientos a la vez, o acorte sus límites.',
    'There are too many combinations of years: move fewer terms and delays at once, or narrow their bounds.',
  ),
  noLoan: both(
    'La alternativa no tiene créditos; agregue uno en «loans» o mueva otra cosa.',
    'The alternative has no loans; add one in "loans" or move something else.',
  ),
  noInvestment: (item: string | undefined): Sentence =>
    item === undefined
      ? both('Diga en «item» qué inversión se aplaza.', 'Say in "item" which investment is put off.')
      : both(
          `«${item}» no es una inversión de la alternativa; escriba el id de un costo de categoría «investment».`,
          `"${item}" is no investment of the alternative; write the id of a cost of category "investment".`,
        ),
})

/** Names of the levers for people. */
export const leverNames: Readonly<Record<string, Sentence>> = Object.freeze({
  tariff: both('tarifa de referencia multiplicada por', 'reference tariff times'),
  tariffPath: both(
    'tarifa de referencia en senda, multiplicada hasta por',
    'reference tariff along a path, up to times',
  ),
  municipalContribution: both('aporte anual del municipio', "municipality's yearly contribution"),
  loan: both('valor del primer crédito', 'amount of the first loan'),
  loanTerm: both('plazo del primer crédito', 'term of the first loan'),
  subsidyFactors: both('subsidios multiplicados por', 'subsidies times'),
  delayInvestment: both('aplazamiento de la inversión', 'delay of the investment'),
  collectionEfficiency: both('eficiencia del recaudo', 'collection efficiency'),
})

interface Move {
  readonly lever: string
  readonly item: string | null
  readonly unit: string
  readonly before: number
  readonly after: number
}

/** A lever's value with its unit. */
export function leverValue(
  value: number,
  { lever, unit }: { lever: string; unit: string },
  locale: 'es' | 'en',
): string {
  const es = locale === 'es'
  if (lever === 'collectionEfficiency') return percent(value, locale)
  if (unit === 'COP') return `${millions(value, locale)} ${es ? 'millones' : 'million'}`
  if (unit === 'COP/year') return `${millions(value, locale)} ${es ? 'millones al año' : 'million a year'}`
  if (unit === 'year')
    return `${plain(value, 0, locale)} ${es ? (value === 1 ? 'año' : 'años') : value === 1 ? 'year' : 'years'}`
  return plain(value, 4, locale)
}

function movesSentence(moves: readonly Move[], locale: 'es' | 'en'): string {
  const changed = moves.filter((m) => m.after !== m.before)
  return changed
    .map((m) => {
      const name = `${leverNames[m.lever]?.[locale] ?? m.lever}${m.item === null ? '' : ` «${m.item}»`}`
      const [from, to] = [m.before, m.after].map((x) => leverValue(x, m, locale))
      return locale === 'es' ? `${name} ${to} (hoy, ${from})` : `${name} ${to} (today, ${from})`
    })
    .join('; ')
}

interface Outcome {
  readonly already: boolean
  readonly moves: readonly Move[] | null
  readonly failing: readonly { readonly id: string; readonly message: Sentence }[]
  readonly unmended: readonly string[]
  readonly conflicts: readonly (readonly [string, string])[]
}

/** What an adjustment found, in a sentence. */
export function adjustmentSentence({ already, moves, failing, unmended, conflicts }: Outcome): Sentence {
  if (already)
    return both(
      'La alternativa ya es viable: no hay que cambiar nada.',
      'The alternative is viable already: nothing needs to change.',
    )
  if (moves)
    return both(
      `La alternativa es viable con: ${movesSentence(moves, 'es')}.`,
      `The alternative is viable with: ${movesSentence(moves, 'en')}.`,
    )
  const pairs = (word: string) => conflicts.map(([a, b]) => `«${a}» ${word} «${b}»`).join(', ')
  const es = [
    'Con estos límites no se logra la viabilidad.',
    ...(unmended.length > 0 ? [`Nada de lo que se puede mover arregla: ${unmended.join(', ')}.`] : []),
    ...(conflicts.length > 0 ? [`Se cumplen por separado pero no a la vez: ${pairs('y')}.`] : []),
    ...failing.map((t) => t.message.es),
  ]
  const en = [
    'Within these bounds it cannot be made viable.',
    ...(unmended.length > 0 ? [`Nothing that may be moved mends: ${unmended.join(', ')}.`] : []),
    ...(conflicts.length > 0 ? [`They hold one at a time but not together: ${pairs('and')}.`] : []),
    ...failing.map((t) => t.message.en),
  ]
  return both(es.join(' '), en.join(' '))
}
