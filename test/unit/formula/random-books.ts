import fc from 'fast-check'
import type { Dimension, Entry, Input } from '../../../src/formula/entry.ts'
import type { Book, Computed } from '../../../src/formula/order.ts'
import { assembleBook } from '../../../src/formula/order.ts'
import type { Binding } from '../../../src/formula/run.ts'
import { axes, given, made, part, queue, town } from './toy.ts'

/** Draws what a book is made of; fast-check makes it smaller where a test fails. */
type Draw = fc.GeneratorValue

/** A book over random dimensions, relations and axes, and numbers for it. */
export interface RandomBook {
  readonly book: Book
  readonly inputs: readonly Input[]
  readonly lines: readonly Computed[]
  readonly binding: Binding
}

const dimensions = [town, part, queue]
const awkward = [0, 1, 2, -1, 0.5, 3, -0, 7.25, 1e-3, 40, Number.NaN]
const one = <T>(g: Draw, from: readonly T[]): T => from[g(fc.nat, { max: from.length - 1 })] as T
const upTo = (g: Draw, max: number): number => g(fc.nat, { max })

/** @throws BookError where the lines that were drawn make no book. */
export function randomBook(g: Draw): RandomBook {
  const named = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
  const inputs = named('in', 5).map((id) => given(id, randomShape(g)))
  // Lines of one shape read each other's past, and earlier ones in the queue, more often.
  const shared = upTo(g, 2) === 0 ? { over: one(g, [[queue], [town, queue], [town]]), axis: 'long' } : undefined
  const shapes = named('line', 2 + upTo(g, 6)).map((id) => ({ id, ...(shared ?? randomShape(g)) }))
  const lines: Computed[] = []
  const texts = shapes.map((shape, i) => {
    const peers = shapes.map((s) => given(s.id, s))
    const text = new Writer(g, [...inputs, ...peers.slice(0, i)], peers).write(shape)
    const [past, queued] = [one(g, peers), one(g, peers)].map((peer) => peer.id)
    return shared?.over.includes(queue) ? `${text} + min(prev(${past}), before(${queued})) / 2` : text
  })
  shapes.forEach(({ id, ...shape }, i) => {
    lines.push(made(id, texts[i] as string, { ...shape, read: () => [...inputs, ...(lines as Entry[])] }))
  })
  return { book: assembleBook(lines, axes), inputs, lines, binding: randomBinding(g) }
}

function randomShape(g: Draw): { over: Dimension[]; axis: string } {
  const over = dimensions.filter(() => upTo(g, 2) === 0)
  return { over: upTo(g, 1) ? over : over.reverse(), axis: one(g, ['long', 'long', 'short', 'short', 'once']) }
}

export function randomBinding(g: Draw): Binding {
  const members = {
    town: ['x', 'y', 'z'].slice(0, upTo(g, 3)),
    part: ['p', 'q'].slice(0, upTo(g, 2)),
    queue: ['first', 'second', 'third'].slice(0, 1 + upTo(g, 2)),
  }
  const pairs = members.town.flatMap((t) => members.part.map((p) => [t, p])).filter(() => upTo(g, 3) > 0)
  const lengths = { long: 5, short: 1 + upTo(g, 3) }
  return {
    space: { members, relations: upTo(g, 1) ? [{ dimensions: ['town', 'part'], rows: pairs }] : [] },
    lengths,
    read: () => randomValues(g),
  }
}

export const randomValues = (g: Draw): number | number[] =>
  upTo(g, 2) === 0 ? one(g, awkward) : Array.from({ length: 5 }, () => one(g, awkward))

interface Spot {
  readonly over: readonly Dimension[]
  readonly axis: string
}

/** Writes formulas that keep the rules of shape more often than not. */
class Writer {
  private readonly g: Draw
  private readonly before: readonly Entry[]
  private readonly peers: readonly Entry[]

  constructor(g: Draw, before: readonly Entry[], peers: readonly Entry[]) {
    this.g = g
    this.before = before
    this.peers = peers
  }

  write(at: Spot, depth = 0): string {
    const kind = depth > 3 ? upTo(this.g, 1) : upTo(this.g, 11)
    if (kind === 0) return one(this.g, ['0', '1', '2', '0.5', '3'])
    if (kind < 4) return this.named(at, this.before) ?? '1'
    if (kind < 6) return this.inTime(at, depth)
    if (kind < 8) return this.inSpace(at, depth)
    return this.combined(at, depth)
  }

  private combined(at: Spot, depth: number): string {
    const [a, b] = [this.write(at, depth + 1), this.write(at, depth + 1)]
    const shape = one(this.g, [
      ...['(# + @)', '(# - @)', '(# * @)', '(# * @)', '(# / @)', '(-#)', 'ratio(#, @)', 'min(#, @)', 'max(#, @, 1)'],
      ...['(# < @)', '(# > @)', '(# <= @)', '(# >= @)', '(# == @)', '(# != @)', 'known(#)', 'abs(#)', 'abs(#)^2'],
      ...['((# > 0) and (@ > 1))', '(# or @)', 'not(#)', 'exp(min(#, 3))', 'ln(#)', 'levelPayment(abs(#), 1 + abs(@))'],
      ...['if(#, @, 1)', 'if(# < @, #, @)', 'if(# != 0, @ / #, missing())', 'if(# == @, 1, @)', 'if(known(#), #, @)'],
    ])
    return shape.replaceAll('#', () => a).replaceAll('@', () => b)
  }

  private inTime(at: Spot, depth: number): string {
    const past = this.named({ ...at, axis: at.axis === 'once' ? 'none' : at.axis }, [...this.before, ...this.peers])
    const whole = this.named({ ...at, axis: 'any' }, this.before)
    const years = this.write({ ...at }, depth + 2)
    const queued = this.named(
      at,
      this.peers.filter((e) => e.over.includes(queue)),
    )
    const before = queued === undefined ? [] : [`before(${queued})`]
    if (past !== undefined && upTo(this.g, 2) > 0)
      return one(this.g, [
        ...[`prev(${past})`, `prev(${past})`, `cumulative(${this.named(at, this.before) ?? past})`, `lag(${past}, 2)`],
        ...[`trailing(${past}, ${years})`, `lag(${past}, 1 + abs(${years}))`, `prev(${past})`, ...before, ...before],
      ])
    if (whole === undefined) return '2'
    const { axis } = this.before.find((e) => e.id === whole) as Entry
    const factor = this.named({ ...at, axis }, this.before) ?? '0.5'
    return one(this.g, [
      ...[`total(${whole})`, `first(${whole})`, `last(${whole})`, `at(${whole}, ${years})`],
      ...[`pv(${whole}, ${factor})`, `pv(${whole}, if(${factor} > 0, ${factor}, 2))`],
    ])
  }

  private inSpace(at: Spot, depth: number): string {
    const over = dimensions.filter((d) => at.over.includes(d) || upTo(this.g, 1) === 0)
    return `${one(this.g, ['sum', 'sum', 'maxOver'])}(${this.write({ ...at, over }, depth + 1)})`
  }

  /** An entry that may be read here, if there is one. */
  private named({ over, axis }: Spot, among: readonly Entry[]): string | undefined {
    const seen = (e: Entry): boolean =>
      axis === 'any' ||
      e.axis === 'once' ||
      (axis !== 'once' && axes.indexOf(e.axis as 'long') <= axes.indexOf(axis as 'long'))
    const fit = among.filter((e) => axis !== 'none' && seen(e) && e.over.every((d) => over.includes(d)))
    return fit.length ? one(this.g, fit).id : undefined
  }
}
