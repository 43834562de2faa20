import { siteDisposal } from '../../model/1-projections/landfill.ts'
import { investment, runningCost } from '../../model/3-costs/items.ts'
import { termOf } from '../../text/cli/terms.ts'
import type { Locale } from '../../text/numbers.ts'
import { extractWords } from '../../text/workbook/provider-extract.ts'
import { goalsOf } from '../diagnosis/goals.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf, series } from '../run.ts'
import { phaseOf } from './budget.ts'
import { scheduleOf } from './schedule.ts'

export interface ExtractColumn {
  readonly id: string
  readonly title: string
  readonly kind: 'text' | 'year' | 'money' | 'number'
}

export interface ExtractTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly ExtractColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** The sum of the money columns, where the table has one. */
  readonly total?: readonly (string | number | null)[]
}

export interface ExtractSection {
  readonly id: keyof typeof extractWords.sections
  readonly title: string
  /** Said where the plan gives the entity nothing of this. */
  readonly empty?: string
  readonly tables: readonly ExtractTable[]
}

export interface ProviderExtract {
  readonly entity: string
  readonly name: string
  readonly scenario: string
  readonly alternative: string
  readonly sections: readonly ExtractSection[]
}

type Project = AlternativeRun['places']['alternative']['projects'][number]
type Row = readonly (string | number | null)[]

/** Entities that bear something of the plan, the provider first. */
export const extractEntities = (of: AlternativeRun): readonly string[] => of.run.domains.members('entity')

/**
 * Extracto de una entidad para su plan de gestión y resultados [arts. 3, 14]: its projects, activities, costs, funding,
 * indicators and where its waste goes, as titled tables. Pesos of each year, tonnes a year. `entity` is one of extractEntities.
 */
export function providerExtract(of: AlternativeRun, entity: string, locale: Locale = 'es'): ProviderExtract {
  const own = of.places.alternative.projects.filter(
    (p) => p.costs.some((c) => c.entity === entity) || p.responsible === entity,
  )
  const name = termOf('entity', entity, locale)
  const at: Asking = { of, entity, own, locale }
  const tables: Record<keyof typeof extractWords.sections, ExtractTable[]> = {
    identification: [identification(at, name)],
    projects: [schedule(at)],
    costs: [costsByPhase(at), costsByYear(at)],
    funding: [loans(at), grants(at)],
    indicators: [goals(at)],
    disposal: entity === 'provider' ? [sites(at)] : [],
  }
  const ids = Object.keys(tables) as (keyof typeof tables)[]
  const sections = ids.map((id) => {
    const filled = tables[id].filter((t) => t.rows.length > 0)
    const title = extractWords.sections[id][locale]
    return { id, title, tables: filled, ...(filled.length === 0 ? { empty: extractWords.empty[locale] } : {}) }
  })
  return { entity, name, scenario: of.scenario.name, alternative: of.name, sections }
}

interface Asking {
  readonly of: AlternativeRun
  readonly entity: string
  readonly own: readonly Project[]
  readonly locale: Locale
}

type ColumnId = keyof typeof extractWords.columns
type TableId = keyof typeof extractWords.tables
const numeric: Partial<Record<ColumnId, ExtractColumn['kind']>> = {
  years: 'number',
  baseline: 'number',
  target: 'number',
  targetYear: 'year',
  projected: 'number',
  total: 'money',
}

const columnsOf = (ids: readonly ColumnId[], locale: Locale): ExtractColumn[] =>
  ids.map((id) => ({ id, title: extractWords.columns[id][locale], kind: numeric[id] ?? 'text' }))
const titleOf = (id: TableId, locale: Locale): string => extractWords.tables[id][locale]
const yearsOf = ({ scenario }: AlternativeRun): number[] =>
  Array.from({ length: scenario.horizon.financial + 1 }, (_, t) => scenario.baseYear + t)
const yearColumns = (of: AlternativeRun, kind: ExtractColumn['kind']): ExtractColumn[] =>
  yearsOf(of).map((y) => ({ id: String(y), title: String(y), kind }))

function identification({ of, locale }: Asking, name: string): ExtractTable {
  const { scenario } = of
  const facts: [keyof typeof extractWords.facts, string | number][] = [
    ['plan', scenario.name],
    ['alternative', of.name],
    ['entity', name],
    ['norm', termOf('norm', scenario.norm, locale)],
    ['municipalities', scenario.territory.municipalities.map((m) => m.name ?? m.id).join(', ')],
    ['baseYear', scenario.baseYear],
    ['lastYear', scenario.baseYear + scenario.horizon.financial],
    ['why', extractWords.why[locale]],
  ]
  return {
    id: 'identification',
    title: titleOf('identification', locale),
    columns: columnsOf(['what', 'value'], locale),
    rows: facts.map(([id, value]) => [extractWords.facts[id][locale], value]),
  }
}

function schedule({ of, own, locale }: Asking): ExtractTable {
  const ids = new Set(own.map((p) => p.id))
  const names = new Map(own.map((p) => [p.id, p.name ?? p.id]))
  const columns = columnsOf(
    ['program', 'project', 'activity', 'start', 'end', 'years', 'responsible', 'expectedResult', 'indicator'],
    locale,
  )
  const rows = scheduleOf(of)
    .filter((e) => ids.has(e.project))
    .map((e) => [
      termOf('program', e.program, locale),
      names.get(e.project) ?? e.project,
      e.kind === 'activity' ? e.name : null,
      ...[e.start, e.end, e.years, e.responsible, e.expectedResult, e.indicator],
    ])
  return { id: 'schedule', title: titleOf('schedule', locale), columns, rows }
}

interface Cost {
  readonly project: Project
  readonly cost: Project['costs'][number]
  readonly values: readonly number[]
}

const costsOf = ({ of, own, entity }: Asking): Cost[] =>
  own.flatMap((project) =>
    project.costs
      .filter((c) => c.entity === entity)
      .map((cost) => {
        const line = cost.category === 'investment' ? investment : runningCost
        return { project, cost, values: Array.from(series(of, line, { item: cost.id })) }
      }),
  )

function withTotal(rows: readonly Row[], columns: readonly ExtractColumn[], locale: Locale): { total?: Row } {
  if (rows.length === 0) return {}
  const sum = (i: number) => rows.reduce((s, row) => s + Number(row[i] ?? 0), 0)
  return {
    total: columns.map((c, i) => (c.kind === 'money' ? sum(i) : i === 0 ? extractWords.columns.total[locale] : null)),
  }
}

function costsByPhase(at: Asking): ExtractTable {
  const { of, locale } = at
  const { baseYear, norm } = of.scenario
  const phases = ['short', 'medium', 'long', 'after'] as const
  const columns: ExtractColumn[] = [
    ...columnsOf(['program', 'project', 'category'], locale),
    ...phases.map((id) => ({ id, title: termOf('phase', id, locale), kind: 'money' as const })),
    ...columnsOf(['total'], locale),
  ]
  const sums = new Map<string, number[]>()
  for (const { project, cost, values } of costsOf(at)) {
    const key = JSON.stringify([
      termOf('program', project.program, locale),
      project.name ?? project.id,
      termOf('category', cost.category, locale),
    ])
    const row = sums.get(key) ?? phases.map(() => 0)
    values.forEach((v, t) => {
      const place = phases.indexOf(phaseOf(t, { year: Math.max(baseYear + t, 2004), norm }))
      row[place] = (row[place] as number) + v
    })
    sums.set(key, row)
  }
  const rows = [...sums].map(([key, amounts]): Row => {
    const names: string[] = JSON.parse(key)
    return [...names, ...amounts, amounts.reduce((s, v) => s + v, 0)]
  })
  return { id: 'phases', title: titleOf('phases', locale), columns, rows, ...withTotal(rows, columns, locale) }
}

function costsByYear(at: Asking): ExtractTable {
  const { of, locale } = at
  const columns = [
    ...columnsOf(['project', 'item', 'category', 'component'], locale),
    ...yearColumns(of, 'money'),
    ...columnsOf(['total'], locale),
  ]
  const rows = costsOf(at).map(({ project, cost, values }): Row => {
    const words = [termOf('category', cost.category, locale), termOf('component', cost.component, locale)]
    const amounts = yearsOf(of).map((_, t) => values[t] ?? 0)
    return [project.name ?? project.id, cost.name ?? cost.id, ...words, ...amounts, amounts.reduce((s, v) => s + v, 0)]
  })
  return { id: 'years', title: titleOf('years', locale), columns, rows, ...withTotal(rows, columns, locale) }
}

/** Sums by calendar year as the plan gives them: pesos of the base year. */
function amountsTable(
  { of, locale }: Asking,
  id: 'loans' | 'grants',
  given: readonly { name: string; source: string | null; amounts: Readonly<Record<string, number>> }[],
): ExtractTable {
  const columns = [...columnsOf(id === 'loans' ? ['id'] : ['id', 'source'], locale), ...yearColumns(of, 'money')]
  const rows = given.map(
    ({ name, source, amounts }): Row => [
      name,
      ...(source === null ? [] : [source]),
      ...yearsOf(of).map((y) => amounts[y] ?? 0),
    ],
  )
  return { id, title: titleOf(id, locale), columns, rows, ...withTotal(rows, columns, locale) }
}

const loans = (at: Asking): ExtractTable =>
  amountsTable(
    at,
    'loans',
    at.of.places.alternative.loans
      .filter((l) => l.entity === at.entity)
      .map((l) => ({ name: l.id, source: null, amounts: l.draws })),
  )

const grants = (at: Asking): ExtractTable =>
  amountsTable(
    at,
    'grants',
    at.of.places.alternative.grants
      .filter((g) => g.entity === at.entity)
      .map((g) => ({ name: g.id, source: termOf('source', g.source, at.locale), amounts: g.amounts })),
  )

function goals({ of, own, locale }: Asking): ExtractTable {
  const programs = new Set<string>(own.map((p) => p.program))
  const named = new Set(own.map((p) => p.goal))
  const columns = columnsOf(
    ['program', 'goal', 'indicator', 'unit', 'baseline', 'target', 'targetYear', 'projected'],
    locale,
  )
  const rows = goalsOf(of, locale)
    .filter((g) => named.has(g.id) || (g.program !== null && programs.has(g.program)))
    .map((g): Row => {
      const last = g.years.find((y) => y.year === g.goalYear)
      const program = g.program === null ? null : termOf('program', g.program, locale)
      return [program, g.objective ?? g.id, g.indicator, g.unit, g.baseline, g.goal, g.goalYear, last?.value ?? null]
    })
  return { id: 'goals', title: titleOf('goals', locale), columns, rows }
}

function sites({ of, locale }: Asking): ExtractTable {
  const columns = [...columnsOf(['site'], locale), ...yearColumns(of, 'number')]
  const names = new Map(of.places.alternative.sites.map((s) => [s.id, s.name ?? s.id]))
  const rows = rowsOf(of, siteDisposal).map(({ at, values }): Row => {
    const site = at.site ?? ''
    return [names.get(site) ?? site, ...yearsOf(of).map((_, t) => values[t] ?? 0)]
  })
  return { id: 'sites', title: titleOf('sites', locale), columns, rows }
}
