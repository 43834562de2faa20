import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileBundle, compileLine } from '../../../src/formula/compile.ts'
import type { Entry, Line } from '../../../src/formula/entry.ts'
import { open } from '../../../src/formula/entry.ts'
import { parseFormula } from '../../../src/formula/eq.ts'
import type { Run } from '../../../src/formula/interpret.ts'
import { Fault } from '../../../src/formula/interpret.ts'
import { bundlesOf } from '../../../src/formula/kernel/bundles.ts'
import type { Change } from '../../../src/formula/kernel/plan.ts'
import { planBook } from '../../../src/formula/kernel/plan.ts'
import { assembleBook, BookError } from '../../../src/formula/order.ts'
import { interpretBook, runBook } from '../../../src/formula/run.ts'
import { bind } from '../../../src/model/bind.ts'
import { book } from '../../../src/model/book.ts'
import { placesOf } from '../../../src/model/places.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import type { RandomBook } from './random-books.ts'
import { randomBook, randomValues } from './random-books.ts'
import { a, axes, made, valuesOf } from './toy.ts'

/** Cells that are not the same to the bit, as `line=kernel/interpreter`. */
function unlike(found: Run, wanted: Run, entries: Iterable<Entry> = wanted.slots.keys()): string[] {
  return [...entries].flatMap((entry) => {
    const [x, y] = [valuesOf(found, entry).flat(), valuesOf(wanted, entry).flat()]
    return y.flatMap((value, i) => (Object.is(value, x[i]) ? [] : [`${entry.id}[${i}]=${x[i]}/${value}`]))
  })
}

const outcome = (run: () => Run): Run | string => {
  try {
    return run()
  } catch (error) {
    if (error instanceof Fault) return error.message
    throw error
  }
}

/** The book that was drawn; a circle or a wrong shape is drawn again. */
function drawn(g: fc.GeneratorValue): RandomBook {
  try {
    return randomBook(g)
  } catch (error) {
    fc.pre(!(error instanceof BookError))
    throw error
  }
}

/** The same numbers at every reading, since a book is read more than once. */
function settled({ binding, ...rest }: RandomBook): RandomBook {
  const known = new Map<string, number | readonly number[]>()
  const read: typeof binding.read = (entry, key) => {
    const place = [entry.id, ...Object.values(key)].join()
    const values = known.get(place) ?? binding.read(entry, key)
    known.set(place, values)
    return values
  }
  return { ...rest, binding: { ...binding, read } }
}

const b = made('b', 'a * 2', { read: () => [a] })
const c = made('c', 'b + 1', { read: () => [b] })
const bySide = made('bySide', 'a + 1', { read: () => [a] })
const toy = assembleBook([c, bySide], axes)
const binding = { space: { members: {}, relations: [] }, lengths: { long: 2, short: 1 }, read: () => 1 }

describe('generated functions are the interpreter’s twin', () => {
  test('on random books: every cell to the bit, or the same fault', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { book: some, binding } = settled(drawn(g))
        const wanted = outcome(() => interpretBook(some, binding))
        const found = outcome(() => runBook(some, binding))
        if (typeof wanted === 'string' || typeof found === 'string') expect(found).toBe(wanted)
        else {
          compared += wanted.buffer.length
          expect(unlike(found, wanted)).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(1_000)
  })

  const folder = fileURLToPath(new URL('../../../scenarios/', import.meta.url))
  const plans = readdirSync(folder).filter((name) => name.endsWith('.json'))

  test.each(plans)('on every alternative of %s, every cell of the buffer', (name) => {
    const read = readScenario(JSON.parse(readFileSync(`${folder}${name}`, 'utf8')))
    if (!read.ok) throw new Error(`${name} is not a plan`)
    read.scenario.alternatives.forEach((_, i) => {
      const { binding } = bind(placesOf(read.scenario, i))
      const wanted = interpretBook(book, binding)
      expect(unlike(runBook(book, binding), wanted)).toEqual([])
      expect(unlike(planBook(book, binding).repeat([])([]), wanted)).toEqual([])
    })
  })
})

describe('a plan', () => {
  test('after changes equals a plan that is bound anew, whatever was asked in between', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { book: some, binding, inputs, lines } = settled(drawn(g))
        const plan = planBook(some, binding)
        const changed = new Map<string, number | readonly number[]>()
        const bound = inputs.filter((input) => plan.run.slots.has(input))
        const changes: Change[] = bound.filter(() => g(fc.boolean)).map((entry) => ({ entry, values: randomValues(g) }))
        for (const { entry, values } of changes) changed.set(entry.id, values)
        const read: typeof binding.read = (entry, key) => changed.get(entry.id) ?? binding.read(entry, key)
        const asked = lines.filter(() => g(fc.boolean))
        const first = outcome(() => plan.evaluate())
        plan.only(asked)
        plan.update(changes)
        const partial = outcome(() => plan.evaluate())
        const wanted = outcome(() => interpretBook(some, { ...binding, read }))
        if (typeof wanted === 'string') return
        expect(typeof first === 'string' || typeof partial !== 'string').toBe(true)
        if (typeof partial !== 'string') expect(unlike(partial, wanted, asked)).toEqual([])
        plan.only()
        expect(unlike(plan.evaluate(), wanted)).toEqual([])
        const rebound = planBook(some, binding)
        outcome(() => rebound.evaluate())
        rebound.rebind({ ...binding, read })
        expect(unlike(rebound.evaluate(), wanted)).toEqual([])
      }),
      { numRuns: 75 },
    )
  })

  test('that repeats the same change puts lines together, and equals the interpreter to the bit or in its fault', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const { book: some, binding, inputs } = settled(drawn(g))
        const plan = planBook(some, binding)
        const again = plan.repeat(inputs.filter((input) => plan.run.slots.has(input)))
        for (let turn = 0; turn < 3; turn += 1) {
          const changes: Change[] = inputs
            .filter((input) => plan.run.slots.has(input))
            .map((entry) => ({ entry, values: randomValues(g) }))
          const values = new Map(changes.map((change) => [change.entry.id, change.values]))
          const read: typeof binding.read = (entry, key) => values.get(entry.id) ?? binding.read(entry, key)
          const wanted = outcome(() => interpretBook(some, { ...binding, read }))
          const found = outcome(() => again(changes))
          if (typeof wanted === 'string' || typeof found === 'string') expect(found).toBe(wanted)
          else {
            compared += wanted.buffer.length
            expect(unlike(found, wanted)).toEqual([])
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(1_000)
  })

  test('works out only what was asked, and the rest when it is asked for', () => {
    const plan = planBook(toy, binding)
    plan.evaluate()
    plan.only([c])
    plan.update([{ entry: a, values: [5, 6] }])
    const run = plan.evaluate()
    expect([c, bySide].map((line) => valuesOf(run, line)[0])).toEqual([
      [11, 13],
      [2, 2],
    ])
    plan.only()
    expect(valuesOf(plan.evaluate(), bySide)).toEqual([[6, 7]])
  })

  test('goes on after a fault', () => {
    const inverse = made('inverse', '1 / a', { read: () => [a] })
    const plan = planBook(assembleBook([inverse], axes), { ...binding, read: () => 0 })
    expect(() => plan.evaluate()).toThrow('inverse[] t=0: división por cero')
    plan.update([{ entry: a, values: 4 }])
    expect(valuesOf(plan.evaluate(), inverse)).toEqual([[0.25, 0.25]])
  })

  test('refuses an entry that is not in the book, a row that is not there, another shape', () => {
    const plan = planBook(toy, binding)
    const stranger = made('stranger', '1')
    expect(() => plan.only([stranger])).toThrow(RangeError)
    expect(() => plan.update([{ entry: a, row: 1, values: 0 }])).toThrow('a has no row 1')
    expect(() => plan.rebind({ ...binding, lengths: { long: 3, short: 1 } })).toThrow(RangeError)
  })
})

describe('what is generated', () => {
  const sources = fileURLToPath(new URL('../../../src/', import.meta.url))
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

  test('is made at one place of the house', () => {
    const calls = files.flatMap((path) =>
      [...readFileSync(`${sources}${path}`, 'utf8').matchAll(/\bFunction\(|\beval\(|\bnode:vm\b/g)].map(() => path),
    )
    expect(calls).toEqual(['formula/compile.ts'])
  })

  test('is made only of the book’s own lines, never of a formula that a scenario brings', () => {
    const asked = open({ id: 'asked', es: 'asked', en: 'asked', unit: '1', axis: 'long', of: () => [b], from: [] })
    const some = assembleBook([asked, b], axes)
    const formula = parseFormula('b * 3', new Map([['b', b]]))
    expect(valuesOf(runBook(some, { ...binding, formulaOf: () => formula }), asked)).toEqual([[6, 6]])
    const foreign = made('asked', 'b * 3', { read: () => [b] })
    expect(() => compileLine(some, foreign)).toThrow('asked has no formula in this book')
  })

  test('holds numbers and names of its own, no word of an entry', () => {
    const own = /^(?:[bfmrt]|[mv]\d+|\d[\d.e+-]*)$/
    const words = new Set(
      'const let if else for return throw true false NaN Infinity Math min max abs exp log pow round from to start end span levelPayment'.split(
        ' ',
      ),
    )
    const lines = [...book.formulas.keys()]
    const bundles = bundlesOf(book, [...book.groups.keys()]).flatMap(({ lines: together, order }) =>
      order ? [{ line: together[0] as Line, code: compileBundle(book, together, order).code }] : [],
    )
    expect(bundles.length).toBeGreaterThan(50)
    for (const { line, code } of [...lines.map((line) => ({ line, ...compileLine(book, line) })), ...bundles]) {
      const { text } = code
      const strange = (text.match(/[\w$]+(?:\.\d+)?/g) ?? []).filter((word) => !own.test(word) && !words.has(word))
      expect({ [line.id]: strange }).toEqual({ [line.id]: [] })
      expect(text).not.toMatch(/['"`\\]/)
    }
  })

  test('is made once for a line, whatever the scenario', () => {
    expect(compileLine(toy, c)).toBe(compileLine(toy, c))
  })
})
