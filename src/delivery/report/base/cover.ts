import { termOf } from '../../../text/cli/terms.ts'
import type { Cover } from '../document.ts'
import type { Context } from './context.ts'
import { capital } from './sheet.ts'

/** Portada: municipality, plan, period, pesos, and the versions that made the figures. */
export function coverOf(context: Context): Cover {
  const { words, scenario, result, locale, alternative, ranking, pesos, view } = context
  const { cover } = words
  const { base, financial, waste } = result.years
  const { engine } = result
  const places = scenario.territory.municipalities.map((m) => m.name ?? m.id)
  const name = scenario.variants.find(({ id }) => id === view.variant.id)?.name ?? view.variant.id
  const plan = scenario.plan
  const isFirst = ranking.order[0]?.alternative === alternative.id
  const facts = [
    [places.length > 1 ? cover.municipalities : cover.municipality, places.join(', ')],
    [cover.alternative, isFirst ? cover.recommendedMark(alternative.name) : alternative.name],
    [cover.variant, view.variant.id === 'base' ? cover.base : name],
    [cover.period, cover.periodText(base, financial.at(-1) ?? base, waste.at(-1) ?? base)],
    [cover.norm, termOf('norm', scenario.norm, locale)],
    [cover.pesos, capital(pesos)],
    [cover.coordinator, plan?.coordinator ?? '–'],
    [cover.technicalDirector, plan?.technicalDirector ?? '–'],
    [
      cover.adoption,
      [plan?.adoptionAct, plan?.adoptedOn].filter((x) => x !== undefined).join(', ') || cover.notAdopted,
    ],
    [cover.versions, cover.versionsText(engine.version, engine.model.slice(0, 12), result.scenario.hash.slice(0, 12))],
  ] as const
  return {
    over: words.over,
    title: words.title,
    subtitle: scenario.name,
    facts: facts.map(([term, text]) => ({ term, text })),
  }
}
