import { lawParameters } from '../../law/parameter.ts'
import type { Alternative } from '../document/alternative.ts'
import type { Cost } from '../document/project.ts'
import { isResidential } from '../document/users.ts'
import { zones } from '../fields.ts'
import { getPointer } from '../pointer.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, alternatives, municipalities } from './rule.ts'

/** The year in which the later norm repealed it. */
const lastYearOf1045 = Number(String(lawParameters.repealedFrom.values[0]?.value).slice(0, 4))

/** The norm, the discount rate, the status quo, the providers, and where figures come from. */
export function planWarnings(scenario: Scenario, add: Add, raw: unknown): void {
  if (scenario.norm === 'resolution-1045-2003' && scenario.baseYear > lastYearOf1045) {
    add(problem('repealed-norm', { pointer: '/norm', received: scenario.norm }))
  }
  if (scenario.economy.discountRateBasis === undefined) {
    add(problem('discount-rate-basis-missing', { pointer: '/economy/discountRateBasis' }))
  }
  if (!scenario.alternatives.some(({ statusQuo }) => statusQuo)) {
    add(problem('no-status-quo', { pointer: '/alternatives' }))
  }
  for (const [place, provider] of scenario.providers.entries()) {
    const received = provider.financial.length
    if (received < 2) add(problem('few-financial-years', { pointer: `/providers/${place}/financial`, received }))
  }
  for (const [place, source] of scenario.sources.entries()) {
    const known = [raw, scenario].some((document) => getPointer(document, source.pointer) !== undefined)
    if (!known) add(problem('source-pointer', { pointer: `/sources/${place}/pointer`, received: source.pointer }))
  }
}

/** What a municipality leaves out and the reading takes for granted. */
export function territoryWarnings(scenario: Scenario, add: Add, raw: unknown): void {
  for (const { municipality, at } of municipalities(scenario)) {
    for (const [place] of municipality.users.entries()) {
      for (const field of ['served', 'billed'] as const) {
        const pointer = `${at}/users/${place}/${field}`
        if (getPointer(raw, pointer) === undefined) add(problem('users-assumed', { pointer }, field))
      }
    }
    for (const zone of zones) {
      const pointer = `${at}/waste/perCapita/${zone}`
      const needed = municipality.users.some((row) => row.zone === zone && isResidential(row.class))
      if (needed && getPointer(raw, pointer) === undefined) add(problem('per-capita-missing', { pointer }, zone))
    }
  }
}

/** Sites without capacity, fields that nothing reads, unanswered questions, recovery without a composition. */
export function alternativeWarnings(scenario: Scenario, add: Add): void {
  for (const { alternative, at } of alternatives(scenario)) {
    for (const [place, site] of alternative.sites.entries()) {
      if (site.capacity === undefined)
        add(problem('site-unlimited', { pointer: `${at}/sites/${place}`, received: site.id }))
    }
    for (const [place, project] of alternative.projects.entries()) {
      for (const [item, cost] of project.costs.entries())
        ignoredFields(cost, `${at}/projects/${place}/costs/${item}`, add)
    }
    for (const [question, answer] of Object.entries(alternative.screening ?? {})) {
      if (answer?.met !== 'unknown') continue
      const pointer = `${at}/screening/${question}/met`
      add(problem('screening-unknown', { pointer, received: answer.met }, question))
    }
    recoveryWithoutComposition(scenario, alternative, { at, add })
  }
}

const inInvestment = { es: 'en una inversión', en: 'in an investment' }
const inRunningCost = { es: 'en un costo de funcionamiento', en: 'in a running cost' }

function ignoredFields(cost: Cost, at: string, add: Add): void {
  const unread: { field: string; used: boolean; reason: { es: string; en: string } }[] =
    cost.category === 'investment'
      ? (['from', 'to'] as const).map((field) => ({ field, used: cost[field] !== undefined, reason: inInvestment }))
      : [
          ...(['class', 'life'] as const).map((field) => ({
            field,
            used: cost[field] !== undefined,
            reason: inRunningCost,
          })),
          { field: 'residual', used: cost.residual !== 0, reason: inRunningCost },
          { field: 'replace', used: cost.replace, reason: inRunningCost },
        ]
  for (const { field, used, reason } of unread) {
    if (used) add(problem('ignored-field', { pointer: `${at}/${field}` }, field, reason))
  }
}

interface Place {
  at: string
  add: Add
}

function recoveryWithoutComposition(scenario: Scenario, { recovery }: Alternative, { at, add }: Place): void {
  const blocks = recovery === undefined ? [] : Array.isArray(recovery) ? recovery : [recovery]
  for (const [place, block] of blocks.entries()) {
    if (Object.keys(block.capture).length === 0) continue
    const pointer = `${at}/recovery${Array.isArray(recovery) ? `/${place}` : ''}/capture`
    for (const town of scenario.territory.municipalities) {
      const served = block.municipalities === undefined || block.municipalities.includes(town.id)
      if (served && town.waste.composition === undefined) add(problem('composition-missing', { pointer }, town.id))
    }
  }
}
