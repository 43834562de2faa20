import { readFileSync } from 'node:fs'
import type { Line } from '../../src/formula/entry.ts'
import type { Plan, Source } from '../../src/formula/kernel/plan.ts'
import { planBook } from '../../src/formula/kernel/plan.ts'
import { runBook } from '../../src/formula/run.ts'
import { bind } from '../../src/model/bind.ts'
import { book } from '../../src/model/book.ts'
import { placesOf } from '../../src/model/places.ts'
import { readScenario } from '../../src/scenario/read.ts'
import { evaluate } from '../../src/study/evaluate.ts'
import { explainCell } from '../../src/study/explain.ts'
import { runAlternative } from '../../src/study/run.ts'
import { miniBook, miniFigures, miniPlan, stratum } from '../peers/miniplan-book.ts'
import { cellsByHand, handWritten } from './miniplan-floor.ts'

export interface Work {
  readonly name: string
  /** Does the work once and returns a number that depends on all of it, so that nothing can be left out. */
  readonly once: () => number
  /** What one piece of work counts for, and in what. */
  readonly counts: readonly [amount: number, of: string]
  /** The least a second that is aimed at. */
  readonly aim?: number
}

export const plan = 'scenarios/san-pedro-valle.json'
const document: unknown = JSON.parse(readFileSync(new URL(`../../${plan}`, import.meta.url), 'utf8'))
const read = readScenario(document)
if (!read.ok) throw new Error(read.problems.map((p) => `${p.pointer}: ${p.en}`).join('\n'))
const { scenario } = read

const last = (values: Float64Array) => values.at(-1) ?? 0

/** What a user of the whole house waits for. */
export function planWorks(): Work[] {
  const places = scenario.alternatives.map((_, i) => placesOf(scenario, i))
  const bindings = places.map((p) => bind(p).binding)
  const cells = bindings.reduce((sum, binding) => sum + runBook(book, binding).buffer.length, 0)
  return [
    { name: 'read', counts: [1, 'documents'], once: () => Number(readScenario(document).ok) },
    {
      name: 'bind',
      counts: [places.length, 'alternatives'],
      once: () => places.reduce((sum, p) => sum + (bind(p).binding.lengths.financial ?? 0), 0),
    },
    {
      name: 'run',
      counts: [cells, 'cells'],
      once: () => bindings.reduce((sum, binding) => sum + last(runBook(book, binding).buffer), 0),
    },
    { name: 'rerun', counts: [1, 'alternatives'], once: rerun() },
    { name: 'rerun npv', counts: [1, 'alternatives'], once: rerun('projectNpv') },
    { name: 'explain', counts: [explained, 'explanations'], aim: 1000, once: explanations() },
    {
      name: 'evaluate',
      counts: [1, 'evaluations'],
      once: () => evaluate(scenario).variants.reduce((sum, v) => sum + v.alternatives.length, 0),
    },
  ]
}

/** One draw of a simulation: inflation and waste a person move a little, and what they reach is worked out again. */
function rerun(asked?: string): () => number {
  const moved = planBook(book, bind(placesOf(scenario, 1)).binding)
  const [inflation, waste] = ['inflation', 'perCapitaBase'].map((id) => book.byId.get(id) as Source)
  if (!inflation || !waste) throw new Error('the book has other inputs now')
  const output = book.byId.get(asked ?? 'projectNpv')
  if (!output) throw new Error('the book has other figures now')
  moved.evaluate()
  if (asked !== undefined) moved.only([output])
  const cell = moved.run.slots.get(output)?.offset ?? 0
  let turn = 0
  return () => {
    turn = (turn + 1) % 16
    moved.update([
      { entry: inflation, values: 0.05 + turn / 1000 },
      { entry: waste, values: 0.6 + turn / 1000 },
    ])
    return moved.evaluate().buffer[cell] ?? 0
  }
}

const explained = 100

/** Cells of the whole plan, one after another, as a reader asks for them. */
function explanations(): () => number {
  const of = runAlternative(scenario, 1)
  const lines = [...book.formulas.keys()].filter((line: Line) => (of.run.slots.get(line)?.domain.rows.length ?? 0) > 0)
  let next = 0
  return () => {
    let operands = 0
    for (let i = 0; i < explained; i += 1) {
      next = (next + 7) % lines.length
      const line = lines[next] as Line
      const domain = of.run.slots.get(line)?.domain
      if (!domain) continue
      const at = of.run.domains.keyOf(domain, next % domain.rows.length)
      operands += explainCell(of, { line: line.id, at, year: scenario.baseYear + (next % 10) }).operands.length
    }
    return operands
  }
}

/** The plan of a stranger: generated functions against what a hand would write, both for the same cells. */
export function miniWorks(): Work[] {
  const [years, shares] = [miniPlanOf(), miniPlanOf()]
  // Minus zero is another value to a plan but not to its figures: every line that depends on the year is worked out again.
  const calendars = [0, -0].map((first) => [first, ...Array.from({ length: 30 }, (_, t) => t + 1)])
  const calendar = miniBook.byId.get('t') as Source
  years.only([...miniBook.formulas.keys()])
  const byYear = years.repeat([calendar])
  const share = miniBook.byId.get('share') as Source
  shares.only([miniFigures.npv])
  const byShare = shares.repeat([share])
  const npv = shares.run.slots.get(miniFigures.npv)?.offset ?? 0
  let turn = 0
  return [
    { name: 'by hand', counts: [cellsByHand, 'cells'], once: () => handWritten(miniPlan.inputs.share) },
    {
      name: 'kernels',
      counts: [cellsByHand, 'cells'],
      once: () => {
        turn += 1
        return byYear([{ entry: calendar, values: calendars[turn % 2] as number[] }]).buffer[npv] ?? 0
      },
    },
    {
      name: 'miniplan',
      counts: [1, 'evaluations'],
      aim: 20_000,
      once: () => {
        turn += 1
        return byShare([{ entry: share, row: 0, values: 0.22 + (turn % 8) / 1000 }]).buffer[npv] ?? 0
      },
    },
  ]
}

function miniPlanOf(): Plan {
  const { share, f } = miniPlan.inputs
  const strata = share.map((_, i) => `stratum${i + 1}`)
  const made = planBook(miniBook, {
    space: { members: { [stratum.id]: strata }, relations: [] },
    lengths: { tonnage: 31, plan: 16 },
    read: (entry, key) => {
      if (entry.id === 't') return Array.from({ length: 31 }, (_, t) => t)
      return (entry.id === 'share' ? share : f)[strata.indexOf(key.stratum ?? '')] as number
    },
  })
  made.evaluate()
  return made
}
