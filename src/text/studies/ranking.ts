import { termOf } from '../cli/terms.ts'
import type { Locale } from '../numbers.ts'
import { millions, percent, plain } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })
const written = (write: (locale: Locale) => string): Sentence => both(write('es'), write('en'))

const shares: readonly string[] = ['coverage', 'continuity', 'environment', 'costCoverage']
const sums: readonly string[] = ['pvCosts', 'territorialContribution']
const units: Readonly<Record<string, Sentence>> = {
  reincorporation: both('t', 't'),
  landfillCapacity: both('años', 'years'),
  employment: both('empleos-año', 'job-years'),
  averageTariff: both('pesos por usuario y mes', 'pesos per user and month'),
}
const decimals: Readonly<Record<string, number>> = { landfillCapacity: 1, reincorporation: 0, employment: 0 }

/** The value of a criterion as a planner reads it, with its unit. */
export function criterionText(criterion: string, value: number | null, locale: Locale): string {
  if (value === null) return locale === 'es' ? 'sin dato' : 'no value'
  if (shares.includes(criterion)) return percent(value, locale)
  if (sums.includes(criterion)) return `${millions(value, locale)} ${locale === 'es' ? 'millones' : 'million'}`
  return `${plain(value, decimals[criterion] ?? 0, locale)} ${units[criterion]?.[locale] ?? ''}`.trim()
}

/** Name of a criterion inside a sentence. */
export const criterionName = (criterion: string, locale: Locale): string =>
  termOf('criterion', criterion, locale).toLowerCase()

interface PlacedFacts {
  readonly name: string
  readonly score: number | null
  readonly decidedBy: string | null
  readonly criteria: Readonly<Record<string, number | null>>
}

interface PlaceFacts {
  readonly method: string
  readonly place: number
  readonly mine: PlacedFacts
  readonly next: PlacedFacts | undefined
}

/** The sentence that says which criterion decided a place and by how much. */
export function becauseOf({ method, place, mine, next }: PlaceFacts): Sentence {
  if (!next) {
    return place === 1
      ? both(`«${mine.name}» es la única que se ordena.`, `"${mine.name}" is the only one that is ranked.`)
      : both(`«${mine.name}» queda de última.`, `"${mine.name}" comes last.`)
  }
  const first = both(`«${mine.name}» queda antes que «${next.name}»`, `"${mine.name}" comes before "${next.name}"`)
  const { decidedBy } = mine
  if (decidedBy === 'viability') {
    return both(`${first.es} porque es viable y la otra no.`, `${first.en} because it is viable and the other is not.`)
  }
  if (decidedBy === 'tie' || decidedBy === null) {
    return both(
      `«${mine.name}» y «${next.name}» empatan; quedan en el orden del documento.`,
      `"${mine.name}" and "${next.name}" tie; they keep the document's order.`,
    )
  }
  return written((locale) => {
    const value = (p: PlacedFacts) => criterionText(decidedBy, p.criteria[decidedBy] ?? null, locale)
    const facts = { criterion: criterionName(decidedBy, locale), mine: value(mine), next: value(next) }
    const points = pointsOf(mine, next, locale)
    return method === 'lexicographic' || points === undefined
      ? lexicographicWords(first, facts, locale)
      : scoredWords({ first, points }, facts, locale)
  })
}

/** Score and lead out of a hundred; undefined where there is no score. */
function pointsOf(mine: PlacedFacts, next: PlacedFacts, locale: Locale): { score: string; lead: string } | undefined {
  if (mine.score === null || next.score === null) return undefined
  const lead = Math.abs(mine.score - next.score) * 100
  return { score: plain(mine.score * 100, 1, locale), lead: plain(lead, lead < 1 ? 2 : 1, locale) }
}

interface Facts {
  readonly criterion: string
  readonly mine: string
  readonly next: string
}

function scoredWords(
  { first, points }: { first: Sentence; points: { score: string; lead: string } },
  { criterion, mine, next }: Facts,
  locale: Locale,
): string {
  return locale === 'es'
    ? `${first.es} por ${points.lead} puntos (${points.score} de 100); lo que más pesa a su favor es ${criterion}: ${mine} frente a ${next}.`
    : `${first.en} by ${points.lead} points (${points.score} of 100); what counts most for it is ${criterion}: ${mine} against ${next}.`
}

function lexicographicWords(first: Sentence, { criterion, mine, next }: Facts, locale: Locale): string {
  return locale === 'es'
    ? `${first.es}; lo decide ${criterion}: ${mine}, y ${next} la siguiente.`
    : `${first.en}; ${criterion} decides: ${mine}, and ${next} the next one.`
}

/** Whether the three methods agree on the winner. */
export function agreementSentence(winners: readonly { method: string; name: string }[]): Sentence {
  const names = [...new Set(winners.map((w) => w.name))]
  if (names.length === 1) {
    return both(
      `Los tres métodos dan el mismo primer puesto: «${names[0]}».`,
      `The three methods put the same one first: "${names[0]}".`,
    )
  }
  const list = (locale: Locale) =>
    winners.map((w) => `${termOf('rankingMethod', w.method, locale)}: ${quoted(w.name, locale)}`).join('; ')
  return both(`Los métodos no coinciden (${list('es')}).`, `The methods do not agree (${list('en')}).`)
}

const quoted = (name: string, locale: Locale): string => (locale === 'es' ? `«${name}»` : `"${name}"`)

/** Best alternative of a programme and why. */
export function programmeSentence(program: string, facts: { winner: string | null; only: boolean }): Sentence {
  const name = (locale: Locale) => termOf('program', program, locale)
  if (facts.winner === null)
    return both(`${name('es')}: ninguna alternativa lo tiene.`, `${name('en')}: no alternative has it.`)
  return facts.only
    ? both(
        `${name('es')}: solo «${facts.winner}» tiene este programa.`,
        `${name('en')}: only "${facts.winner}" has this programme.`,
      )
    : both(`${name('es')}: la mejor es «${facts.winner}».`, `${name('en')}: "${facts.winner}" is the best.`)
}

/** Why no composite is offered, or what it is made of. */
export const compositeWords = Object.freeze({
  same: (name: string): Sentence =>
    both(
      `«${name}» es la mejor en todos sus programas: no hay combinación que ofrecer.`,
      `"${name}" is the best in all its programmes: there is no composite to offer.`,
    ),
  none: both('No hay alternativas que combinar.', 'There are no alternatives to combine.'),
  full: (most: number): Sentence =>
    both(
      `El plan ya tiene ${most} alternativas, el máximo; quite una para agregar la combinación.`,
      `The plan already has ${most} alternatives, the most there may be; remove one to add the composite.`,
    ),
  name: both('Combinación de lo mejor de cada programa', 'Best of each programme'),
  broken: (count: number): Sentence =>
    both(
      `La combinación rompe ${count} regla(s) del documento; ajústela a mano a partir del cambio propuesto.`,
      `The composite breaks ${count} rule(s) of the document; adjust it by hand from the proposed patch.`,
    ),
  made: (facts: { viable: boolean; place: number | null; of: number }): Sentence =>
    both(
      `Evaluada, la combinación ${facts.viable ? 'es viable' : 'no es viable'} y ${facts.place === null ? 'no entra al orden' : `queda de ${facts.place} entre ${facts.of}`}.`,
      `Evaluated, the composite ${facts.viable ? 'is viable' : 'is not viable'} and ${facts.place === null ? 'is not ranked' : `comes ${facts.place} of ${facts.of}`}.`,
    ),
})
