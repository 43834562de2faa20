import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getPointer } from '../../src/scenario/pointer.ts'
import { readScenario } from '../../src/scenario/read.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { evaluate } from '../../src/study/evaluate.ts'
import type { Snapshot } from '../../src/study/explore.ts'
import { prepareExplorer } from '../../src/study/explore.ts'
import { publicLines } from '../../src/study/reading/catalogue.ts'
import { usualDrivers } from '../../src/study/sensitivity/drivers.ts'
import { moved } from '../../src/study/sensitivity/inputs.ts'

const raw: unknown = JSON.parse(readFileSync(new URL('../../scenarios/san-pedro-valle.json', import.meta.url), 'utf8'))
const read = readScenario(raw)
if (!read.ok) throw new Error('the example does not read')
const { scenario } = read
const shown = publicLines.map(({ id }) => id)
const explorer = prepareExplorer(scenario, { lines: shown })
const drivers = usualDrivers(
  scenario,
  scenario.alternatives.map((_, i) => i),
)

/** What an evaluation says of the same things. */
function wanted(of: Scenario): Snapshot {
  const [base] = evaluate({ ...of, variants: [] }).variants
  if (!base) throw new Error('no base')
  const alternatives = base.alternatives.map(({ id, name, viable, criteria, viability, ...a }, i) => {
    const [figures, lines] = [snapshotKeys(i, 'figures'), snapshotKeys(i, 'lines')]
    return {
      ...{ id, name, viable, criteria, viability },
      figures: Object.fromEntries(figures.map((f) => [f, a.figures[f] as number | null])),
      lines: Object.fromEntries(lines.flatMap((l) => (a.lines[l] ? [[l, a.lines[l]]] : []))),
    }
  })
  return { problems: [], alternatives, ranking: base.ranking }
}

const start = explorer.move([])
const snapshotKeys = (i: number, of: 'figures' | 'lines') => Object.keys(start.alternatives[i]?.[of] ?? {})

/** Lines of a method that the plan does not follow are no part of a result. */
const comparable = (found: Snapshot, like: Snapshot): Snapshot => ({
  ...found,
  alternatives: found.alternatives.map((a, i) => ({
    ...a,
    lines: Object.fromEntries(Object.entries(a.lines).filter(([id]) => like.alternatives[i]?.lines[id])),
  })),
})

test('an explorer says to the bit what an evaluation says, whichever inputs moved before', () => {
  const moves = fc.array(
    fc.record({ driver: fc.constantFrom(...drivers), share: fc.double({ min: -0.3, max: 0.4, noNaN: true }) }),
    { minLength: 1, maxLength: 4 },
  )
  const property = fc.property(moves, (list) => {
    const changed = list.reduce((s, { driver, share }) => moved(s, driver, { share }).scenario, scenario)
    const changes = list.flatMap(({ driver }) =>
      driver.pointers.map((pointer) => ({ pointer, value: getPointer(changed, pointer) })),
    )
    const found = explorer.move(changes)
    if (found.problems.length > 0) {
      expect(readScenario({ ...changed, variants: [] }).ok).toBe(false)
      return
    }
    const like = wanted(changed)
    expect(like.alternatives.every((a) => Object.keys(a.lines).length > 100)).toBe(true)
    expect(comparable(found, like)).toEqual(like)
  })
  fc.assert(property, { seed: 1045, numRuns: Number(process.env.PROPERTY_RUNS ?? 40) })
})

test('a value that its place does not admit is told, and the figures stay as they were', () => {
  const before = explorer.move([{ pointer: '/economy/discountRate', value: 0.09 }])
  const refused = explorer.move([{ pointer: '/economy/discountRate', value: 'mucho' }])
  expect(refused.problems.map((p) => p.pointer)).toEqual(['/economy/discountRate'])
  expect({ ...refused, problems: [] }).toEqual(before)
  const nowhere = explorer.move([{ pointer: '/economy/none/such', value: 1 }])
  expect(nowhere.problems.map((p) => p.code)).toEqual(['pointer-missing'])
})

test('a change of the shape of a plan is followed', () => {
  const horizon = { ...scenario.horizon, waste: scenario.horizon.waste + 1 }
  const found = explorer.move([{ pointer: '/horizon', value: horizon }])
  expect(found.problems).toEqual([])
  const like = wanted({ ...scenario, horizon })
  expect(comparable(found, like)).toEqual(like)
  expect(explorer.move([])).toEqual(start)
})
