import type { Locale } from '../numbers.ts'
import { percent, plain } from '../numbers.ts'
import type { Sentence } from '../viability.ts'
import { criterionName } from './ranking.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

interface LeastChange {
  readonly label: Sentence
  readonly share: number
  /** What one whole share adds, where it does not multiply. */
  readonly step?: number | undefined
  readonly winner: string | null
}

function changeText({ share, step }: LeastChange, locale: Locale): string {
  const direction = share > 0 ? (locale === 'es' ? 'sube' : 'rises') : locale === 'es' ? 'baja' : 'falls'
  if (step === undefined) {
    const least = 0.001
    if (Math.abs(share) >= least / 2) return `${direction} ${percent(Math.abs(share), locale)}`
    return `${direction} ${locale === 'es' ? 'menos de' : 'by less than'} ${percent(least, locale)}`
  }
  const points = plain(Math.abs(share) * step * 100, 2, locale)
  return locale === 'es' ? `${direction} ${points} puntos porcentuales` : `${direction} ${points} percentage points`
}

/** The sentences of a stability certificate. */
export const stabilityWords = Object.freeze({
  nobody: both(
    'Todas las alternativas quedaron excluidas: no hay ganadora.',
    'All alternatives are set aside: there is no winner.',
  ),
  steady: (winner: string, reach: number): Sentence =>
    both(
      `«${winner}» sigue de primera con cualquiera de los datos movido hasta ${percent(reach, 'es')}.`,
      `"${winner}" stays first with any of the inputs moved up to ${percent(reach, 'en')}.`,
    ),
  least: (winner: string, change: LeastChange): Sentence =>
    both(
      `Lo que antes cambia el primer puesto: si «${change.label.es}» ${changeText(change, 'es')}, «${winner}» deja de ser la primera${change.winner === null ? '' : ` y pasa «${change.winner}»`}.`,
      `What changes the first place soonest: if "${change.label.en}" ${changeText(change, 'en')}, "${winner}" is no longer first${change.winner === null ? '' : ` and "${change.winner}" takes its place`}.`,
    ),
  region: (winner: string, { any, legal, draws }: { any: number; legal: number; draws: number }): Sentence =>
    both(
      `De ${plain(draws, 0, 'es')} juegos de pesos al azar, «${winner}» queda de primera en ${percent(any, 'es')}; en ${percent(legal, 'es')} de los que respetan el orden de la resolución.`,
      `Of ${plain(draws, 0, 'en')} random sets of weights, "${winner}" comes first in ${percent(any, 'en')}; in ${percent(legal, 'en')} of those that keep the resolution's order.`,
    ),
  noWeights: both('El método lexicográfico no usa pesos.', 'The lexicographic method uses no weights.'),
  narrowest: (criterion: string, { from, to }: { from: number; to: number }): Sentence =>
    both(
      `El peso más delicado es el de ${criterionName(criterion, 'es')}: debe quedar entre ${percent(from, 'es')} y ${percent(to, 'es')} de su grupo.`,
      `The most delicate weight is that of ${criterionName(criterion, 'en')}: it must stay between ${percent(from, 'en')} and ${percent(to, 'en')} of its group.`,
    ),
  probability: (winner: string, share: number): Sentence =>
    both(
      `En la simulación queda de primera en ${percent(share, 'es')} de los sorteos.`,
      `In the simulation it comes first in ${percent(share, 'en')} of the draws ("${winner}").`,
    ),
})

/** What the pre-feasibility asks [10.2]. */
export const screeningQuestions: Readonly<Record<string, Sentence>> = Object.freeze({
  goals: both('¿Cumple los objetivos y metas del plan?', "Does it meet the plan's goals and targets?"),
  energy: both('¿Es razonable su consumo de energía?', 'Is its use of energy reasonable?'),
  labour: both('¿Hay mano de obra para operarla?', 'Is there labour to run it?'),
  minimumTonnes: both('¿Hay residuos suficientes para la planta?', 'Is there enough waste for the plant?'),
  environmentalRules: both('¿Cumple las normas ambientales?', 'Does it keep to the environmental rules?'),
  affectedPopulation: both('¿Es aceptable para la población afectada?', 'Is it acceptable to the people affected?'),
  organicMarket: both('¿Hay mercado para lo orgánico?', 'Is there a market for organics?'),
  inorganicMarket: both('¿Hay mercado para lo inorgánico?', 'Is there a market for inorganics?'),
  separation: both('¿Es posible la separación en la fuente?', 'Is separation at the source possible?'),
  institutional: both('¿Hay capacidad institucional?', 'Is there institutional capacity?'),
  regional: both('¿Se estudió la solución regional?', 'Was the regional solution studied?'),
})

/** Why a question of the pre-feasibility is answered as it is. */
export const screeningWords = Object.freeze({
  given: (note: string | undefined): Sentence => {
    const said = note ?? ''
    return both(said === '' ? 'Respuesta del plan.' : said, said === '' ? "The plan's answer." : said)
  },
  unknown: both(
    'Sin respuesta en el plan; pasa con advertencia.',
    'Not answered in the plan; it passes with a warning.',
  ),
  goalsMet: (count: number): Sentence =>
    both(`Alcanza las ${count} metas que se pueden medir.`, `It reaches the ${count} targets that can be measured.`),
  goalMissed: (facts: { goal: string; year: number; value: number; target: number }): Sentence =>
    both(
      `La meta «${facts.goal}» de ${facts.year} es ${plain(facts.target, 2, 'es')} y llega a ${plain(facts.value, 2, 'es')}.`,
      `The target "${facts.goal}" of ${facts.year} is ${plain(facts.target, 2, 'en')} and it reaches ${plain(facts.value, 2, 'en')}.`,
    ),
  tonnes: (facts: { tonnes: number; need: number; year: number }): Sentence =>
    both(
      `La planta necesita ${plain(facts.need, 0, 'es')} t al año y recibe al menos ${plain(facts.tonnes, 0, 'es')} (${facts.year}).`,
      `The plant needs ${plain(facts.need, 0, 'en')} t a year and gets at least ${plain(facts.tonnes, 0, 'en')} (${facts.year}).`,
    ),
  noRecovery: both('No aprovecha residuos: no aplica.', 'It recovers no waste: it does not apply.'),
  noneOfThese: both('No capta estos materiales: no aplica.', 'It captures none of these materials: it does not apply.'),
  nobodyAffected: both('Declara cero habitantes afectados.', 'It states that nobody is affected.'),
  severalTowns: both('El plan reúne varios municipios.', 'The plan brings several municipalities together.'),
  joined: (and: readonly Sentence[]): Sentence => both(and.map((s) => s.es).join(' '), and.map((s) => s.en).join(' ')),
  verdict: (facts: { passed: boolean; failed: number; unknown: number }): Sentence =>
    facts.passed
      ? both(
          `Pasa la prefactibilidad${facts.unknown > 0 ? `, con ${facts.unknown} preguntas sin respuesta` : ''}.`,
          `It passes the pre-feasibility${facts.unknown > 0 ? `, with ${facts.unknown} questions unanswered` : ''}.`,
        )
      : both(
          `No pasa la prefactibilidad: falla ${facts.failed} de las once preguntas.`,
          `It does not pass the pre-feasibility: it fails ${facts.failed} of the eleven questions.`,
        ),
})
