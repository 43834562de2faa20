import type { Computed } from '../../formula/order.ts'
import { isComputed } from '../../formula/order.ts'
import { book } from '../../model/book.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { evaluate as evaluatePlan } from '../../study/evaluate.ts'
import type { AlternativeRun } from '../../study/run.ts'
import { orNull, rowsOf, runAlternative } from '../../study/run.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, noSuch, Stop, writeLines } from './base/io.ts'
import type { OpenedPlan } from './base/scenario-file.ts'
import { alternativeIndex, openPlan, variantOf, withFaultsNamed } from './base/scenario-file.ts'
import { addsUp } from './print/explanation.ts'
import type { AskedRow, Explanation } from './print/explanation-page.ts'
import { explanationPage } from './print/explanation-page.ts'
import { traceOf } from './print/trace.ts'

export const explainOptions = {
  line: 'text',
  year: 'text',
  alternative: 'text',
  variant: 'text',
  municipality: 'text',
  class: 'text',
  zone: 'text',
  at: 'list',
  depth: 'text',
  format: ['table', 'json'],
  lang: languages,
} as const

/** `pfv explain`: where a figure comes from, down to entries of the plan and articles. */
export async function explain(given: Given, io: Io): Promise<number> {
  const { texts, locale } = given
  const entry = entryOf(texts.line)
  const depth = wholeOf(texts.depth ?? '2', { option: '--depth', least: 1, most: 12 })
  const plan = await openPlan(given.file, io, locale)
  const variant = texts.variant ?? 'base'
  const scenario = variantOf(plan.scenario, variant)
  const of = withFaultsNamed(scenario, () => runOf(plan, { scenario, variant, alternative: texts.alternative }))
  const year = yearOf(of, entry, texts.year)
  const rows = rowsAsked(of, entry, { where: whereOf(entry, given), year })
  const shown = rows.find((r) => r.value !== null && r.value !== 0) ?? (rows[0] as AskedRow)
  const opened = traceOf(of, { line: entry.id, at: shown.at, year: year ?? scenario.baseYear }, depth)
  const known = rows.every((r) => r.value !== null)
  const total = addsUp(entry.unit) && known ? rows.reduce((sum, r) => sum + (r.value ?? 0), 0) : null
  const found: Explanation = { entry, year, variant, of, rows, total, opened, depth }
  if (texts.format === 'json') io.stdout.write(`${JSON.stringify(asJson(found))}\n`)
  else writeLines(io.stdout, explanationPage(found, { locale, first: texts.alternative === undefined }))
  return exitCodes.good
}

function entryOf(id: string | undefined): Computed {
  const ids = book.entries.filter(isComputed).map((e) => e.id)
  if (id === undefined)
    throw new Stop('Falta el renglón. Escriba, por ejemplo: --line billing («pfv model» los lista).')
  const entry = book.byId.get(id)
  if (entry !== undefined && isComputed(entry)) return entry
  if (entry !== undefined)
    throw new Stop(`«${id}» es un dato, no un renglón calculado: «${entry.es}». Pregunte por un renglón que lo use.`)
  const refused = noSuch('El renglón', id, ids)
  throw new Stop(`${refused.message} «pfv model» lista todos.`)
}

/** The run of the alternative asked for, or of the first of the ranking. */
function runOf(
  plan: OpenedPlan,
  { scenario, variant, alternative }: { scenario: Scenario; variant: string; alternative: string | undefined },
): AlternativeRun {
  const id = alternative ?? firstOf(scenario)
  return runAlternative(scenario, alternativeIndex(scenario, id), variant === 'base' ? plan.document : scenario)
}

function firstOf(scenario: Scenario): string {
  const [only] = scenario.alternatives
  if (only && scenario.alternatives.length === 1) return only.id
  const [base] = evaluatePlan({ ...scenario, variants: [] }).variants
  return base?.ranking.order[0]?.alternative ?? (only as Scenario['alternatives'][number]).id
}

function yearOf(of: AlternativeRun, entry: Computed, text: string | undefined): number | null {
  if (entry.axis === 'once') return null
  const { baseYear, horizon } = of.scenario
  const last = baseYear + (entry.axis === 'waste' ? horizon.waste : horizon.financial)
  if (text === undefined)
    throw new Stop(`Falta el año. Escriba uno de ${baseYear} a ${last}, por ejemplo: --year ${baseYear + 1}.`)
  return wholeOf(text, { option: '--year', least: baseYear, most: last })
}

function wholeOf(text: string, { option, least, most }: { option: string; least: number; most: number }): number {
  const value = Number(text)
  if (/^\d{1,6}$/u.test(text) && value >= least && value <= most) return value
  throw new Stop(`El valor «${text}» no sirve para ${option}. Escriba un número entero de ${least} a ${most}.`)
}

/** The members chosen with --municipality, --class, --zone and --at. */
function whereOf(entry: Computed, { texts, lists }: Given): Record<string, string> {
  const named = [
    ['municipality', texts.municipality],
    ['userClass', texts.class],
    ['zone', texts.zone],
  ] as const
  const where: Record<string, string> = {}
  for (const [dimension, member] of named) if (member !== undefined) where[dimension] = member
  for (const pair of lists.at ?? []) {
    const cut = pair.indexOf('=')
    if (cut < 1)
      throw new Stop(`El valor «${pair}» no sirve para --at. Escriba dimensión=miembro, por ejemplo zone=urban.`)
    where[pair.slice(0, cut)] = pair.slice(cut + 1)
  }
  const own = entry.over.map((d) => d.id)
  for (const dimension of Object.keys(where)) {
    if (own.includes(dimension)) continue
    const has = own.length === 0 ? 'no tiene dimensiones: es una sola cifra' : `va por ${own.join(', ')}`
    throw new Stop(`El renglón «${entry.id}» no va por «${dimension}»; ${has}. Quite esa opción.`)
  }
  return where
}

function rowsAsked(
  of: AlternativeRun,
  entry: Computed,
  { where, year }: { where: Record<string, string>; year: number | null },
): AskedRow[] {
  const t = year === null ? 0 : year - of.scenario.baseYear
  const all = rowsOf(of, entry).map(({ at, values }) => ({ at, value: orNull(values[t] as number) }))
  for (const [dimension, member] of Object.entries(where)) {
    const members = [...new Set(all.map((r) => r.at[dimension] ?? ''))]
    if (!members.includes(member)) throw noSuch(`En «${entry.id}», ${dimension}`, member, members)
  }
  const rows = all.filter((r) => Object.entries(where).every(([d, m]) => r.at[d] === m))
  if (rows.length > 0) return rows
  if (all.length === 0) throw new Stop(`El renglón «${entry.id}» no tiene ninguna fila en esta alternativa.`)
  throw new Stop(`El renglón «${entry.id}» no tiene esa combinación; quite una de las opciones que la eligen.`)
}

function asJson({ entry, year, variant, of, rows, total, opened }: Explanation) {
  const { id, es, en, unit, numeral = '' } = entry
  return {
    plan: of.scenario.name,
    variant,
    alternative: of.id,
    line: id,
    es,
    en,
    numeral,
    unit,
    year,
    total,
    rows,
    explanation: opened,
  }
}
