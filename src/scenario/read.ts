import type { Patch } from './document/plan.ts'
import { problemsOf, withoutBroken } from './issues.ts'
import { applyPatch } from './patch.ts'
import { escapeToken } from './pointer.ts'
import { type Problem, problem } from './problem.ts'
import { brokenRules, documentWarnings } from './rules.ts'
import { type Scenario, scenarioSchema } from './scenario.ts'

export type Reading = { ok: true; scenario: Scenario; warnings: Problem[] } | { ok: false; problems: Problem[] }

/** One scenario to evaluate: the document itself (`base`) or one of its variants. */
export interface ScenarioVariant {
  id: string
  name: string
  scenario: Scenario
}

const deepest = 40
const largest = 300_000
const widest = 10_000
const mostProblems = 1000
const mendings = 4

/** The scenario of a document with its defaults filled in, or every problem of it at once; it never throws. */
export function readScenario(raw: unknown): Reading {
  const read = readDocument(raw)
  if (!read.ok) return { ok: false, problems: capped(read.problems) }
  const problems: Problem[] = []
  const warnings = [...read.warnings]
  const told = new Set(warnings.map(key))
  for (const { pointer, patch } of patches(read.scenario)) {
    const patched = readPatched(read.scenario, patch)
    if (!patched.ok) problems.push(...patched.problems.map((inner) => moved(inner, pointer)))
    else
      warnings.push(...patched.warnings.filter((inner) => !told.has(key(inner))).map((inner) => moved(inner, pointer)))
  }
  return problems.length > 0 ? { ok: false, problems: capped(problems) } : { ...read, warnings }
}

/** Escenarios distintos [6]: the scenario itself as `base`, then each variant, its patch applied to the document with its defaults. */
export function scenarioVariants(scenario: Scenario): ScenarioVariant[] {
  const variants = scenario.variants.map(({ id, name, patch }) => {
    const read = readPatched(scenario, patch)
    if (!read.ok) throw new Error(`variant ${id} of a scenario that was read does not read: ${read.problems[0]?.en}`)
    return { id, name: name ?? id, scenario: read.scenario }
  })
  return [{ id: 'base', name: scenario.name, scenario }, ...variants]
}

function readDocument(raw: unknown): Reading {
  const shape = measure(raw)
  if (shape.fatal !== undefined) return { ok: false, problems: [shape.fatal] }
  const parsed = scenarioSchema.safeParse(raw)
  if (parsed.success && shape.problems.length === 0) {
    const problems = brokenRules(parsed.data)
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, scenario: parsed.data, warnings: documentWarnings(parsed.data, raw) }
  }
  const issues = parsed.success ? [] : problemsOf(parsed.error.issues, raw, mostProblems + 1)
  const problems = distinct([...shape.problems, ...issues])
  const rest = problems.length < mostProblems ? rulesOfTheRest(raw, problems) : []
  return { ok: false, problems: [...problems, ...rest] }
}

/** The rules that the readable rest of a document breaks, so that one reading tells as much as it can. */
function rulesOfTheRest(raw: unknown, problems: readonly Problem[]): Problem[] {
  let broken = [...problems]
  for (let round = 0; round < mendings; round++) {
    const { document, touches } = withoutBroken(raw, broken)
    const parsed = scenarioSchema.safeParse(document)
    if (parsed.success) return brokenRules(parsed.data).filter((found) => !touches(found))
    broken = [...broken, ...problemsOf(parsed.error.issues, document, mostProblems)]
  }
  return []
}

/** Scenarios with a patch of theirs that was read: reading a plan and evaluating it ask for the same ones. */
const patchedOnce = new WeakMap<Scenario, WeakMap<Patch, Reading>>()

function readPatched(scenario: Scenario, patch: Patch): Reading {
  const known = patchedOnce.get(scenario) ?? new WeakMap<Patch, Reading>()
  patchedOnce.set(scenario, known)
  const reading = known.get(patch) ?? readWithPatch(scenario, patch)
  known.set(patch, reading)
  return reading
}

function readWithPatch(scenario: Scenario, patch: Patch): Reading {
  const patched = applyPatch(scenario, patch)
  if (!patched.ok) return { ok: false, problems: [problem('patch-failed', { pointer: '' }, patched.at)] }
  const { document } = patched
  // a variant of a variant means nothing, and the contingencies' own changes are asked of the base
  const whole = typeof document === 'object' && document !== null ? { ...document, variants: [] } : document
  return readDocument(whole)
}

function patches(scenario: Scenario): { pointer: string; patch: Patch }[] {
  const stresses = (scenario.plan?.contingency ?? []).map(({ stress }, place) => ({
    pointer: `/plan/contingency/${place}`,
    patch: stress,
  }))
  const variants = scenario.variants.map(({ patch }, place) => ({ pointer: `/variants/${place}`, patch }))
  return [...variants, ...stresses].flatMap(({ pointer, patch }) => (patch === undefined ? [] : [{ pointer, patch }]))
}

function moved(inner: Problem, pointer: string): Problem {
  const place = inner.pointer === '' ? '' : inner.pointer
  const es = place === '' ? inner.es : `Con el cambio, en «${place}»: ${inner.es}`
  const en = place === '' ? inner.en : `With the patch, at "${place}": ${inner.en}`
  return { ...inner, pointer, es, en }
}

/** How deep and large a document is, and its members named `__proto__`, which an object would swallow. */
function measure(raw: unknown): { fatal?: Problem; problems: Problem[] } {
  const problems: Problem[] = []
  let size = 0
  let fatal: Problem | undefined
  const walk = (value: unknown, pointer: string, depth: number): void => {
    size += 1
    if (fatal !== undefined || size > largest || typeof value !== 'object' || value === null) return
    if (depth > deepest) fatal = problem('too-deep', { pointer }, deepest)
    else if (Object.keys(value).length > widest) fatal = problem('too-wide', { pointer }, widest)
    else if (Array.isArray(value)) for (const [at, item] of value.entries()) walk(item, `${pointer}/${at}`, depth + 1)
    else {
      for (const [name, member] of Object.entries(value)) {
        const place = `${pointer}/${escapeToken(name)}`
        if (name === '__proto__') problems.push(problem('unknown-field', { pointer: place }, name, undefined, []))
        walk(member, place, depth + 1)
      }
    }
  }
  walk(raw, '', 0)
  if (size > largest) fatal ??= problem('too-large', { pointer: '' }, largest)
  return fatal === undefined ? { problems } : { fatal, problems }
}

const key = ({ pointer, code }: Problem): string => `${code} ${pointer}`

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.toReversed().map((found) => [key(found), found])).values()].toReversed()
}

function capped(problems: Problem[]): Problem[] {
  if (problems.length <= mostProblems) return problems
  const rest = problem('too-many-problems', { pointer: '' }, mostProblems)
  return [...problems.slice(0, mostProblems), rest]
}
