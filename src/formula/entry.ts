/** A dimension that lines run over; its members are given when a book is bound. `ordered` members may be read with `before`. */
export interface Dimension {
  readonly id: string
  readonly es: string
  readonly en: string
  readonly ordered?: boolean
}

/** What every entry of a book says of itself; the words are printed to people. */
interface Label {
  readonly id: string
  readonly es: string
  readonly en: string
  /** The numeral of the norm it follows. */
  readonly numeral?: string
  readonly unit: string
}

interface Shape {
  readonly over: readonly Dimension[]
  /** The years it runs over: the name of one of the book's axes, or `once` for a single figure. */
  readonly axis: string
}

/** A line of the book: one formula, the same in every row and year. */
export interface Line extends Label, Shape {
  readonly type: 'line'
  readonly formula: () => Expr
  /** The formula as the norm prints it, where that one does not hold dimensionally. */
  readonly unsound?: string
  /** Not part of a result by default (item-level rows, intermediate steps). */
  readonly detail?: boolean
  /** Rows without the first dimension are added to results of plans with several of its members. */
  readonly additive?: boolean
}

/** How a scenario's value is read: a path over time (`hold` or `zero` outside given values), a yearly map, a number, a flag. */
export type Form = 'path' | 'flow' | 'years' | 'number' | 'flag'

/** A value that the scenario gives, read through the first of the pointer templates `at` that exists. */
export interface Input extends Label, Shape {
  readonly type: 'input'
  readonly at: readonly string[]
  readonly form: Form
  readonly otherwise: number
}

/** A value that a plain function derives from the scenario before any formula runs. */
export interface Given extends Label, Shape {
  readonly type: 'given'
  readonly key: string
  /** Pointer templates of what it is derived from, for the trace. */
  readonly from: readonly string[]
}

/** A value that a norm fixes, by its date. */
export interface Parameter extends Label, Shape {
  readonly type: 'parameter'
  readonly law: string
}

/** A named constant of units (12 months a year). */
export interface Constant extends Label, Shape {
  readonly type: 'constant'
  readonly value: number
}

/** What a plain function found, and why. */
export interface Finding {
  readonly value: number | null
  readonly because: { readonly es: string; readonly en: string }
}

/** A figure that is not a formula: a plain function over whole series. */
export interface Method extends Label, Shape {
  readonly type: 'method'
  readonly of: () => readonly (Line | Input | Given)[]
  readonly run: (series: readonly (readonly number[])[]) => Finding
}

/** A line whose formula comes in the scenario, row by row; it may read the lines `of`. */
export interface Open extends Label, Shape {
  readonly type: 'open'
  readonly of: () => readonly Line[]
  readonly from: readonly string[]
}

/**
 * A line that a later file writes, named where files would otherwise import each other in a circle.
 * The book puts the line in its place, and refuses one that is missing or of another shape.
 */
export interface Forward extends Label, Shape {
  readonly type: 'forward'
}

export type Entry = Line | Input | Given | Parameter | Constant | Method | Open | Forward

type Written<T extends Entry> = Omit<T, 'type' | 'over' | 'axis'> & { over?: readonly Dimension[]; axis?: string }

const shaped = <T extends Entry>(type: T['type'], axis: string, spec: Written<T>): T =>
  Object.freeze({ over: [], axis, ...spec, type }) as unknown as T

/** A line; its axis is `financial` unless said. */
export const line = (spec: Written<Line>): Line => shaped<Line>('line', 'financial', spec)

/** A single figure of the plan: a line without years. */
export const figure = (spec: Written<Line>): Line => shaped<Line>('line', 'once', spec)

export const input = (
  spec: Omit<Written<Input>, 'at' | 'otherwise'> & { at: string | readonly string[]; otherwise?: number },
): Input => {
  const axis = spec.form === 'number' || spec.form === 'flag' ? 'once' : 'waste'
  return shaped<Input>('input', axis, { otherwise: 0, ...spec, at: typeof spec.at === 'string' ? [spec.at] : spec.at })
}

export const given = (spec: Omit<Written<Given>, 'key' | 'from'> & { key?: string; from?: readonly string[] }): Given =>
  shaped<Given>('given', 'once', { key: spec.id, from: [], ...spec })

export const parameter = (spec: Written<Parameter>): Parameter => shaped<Parameter>('parameter', 'waste', spec)

export const constant = (spec: Written<Constant>): Constant => shaped<Constant>('constant', 'once', spec)

/** A reference to a line that a later file writes. */
export const forward = (spec: Written<Forward>): Forward => shaped<Forward>('forward', 'financial', spec)

/** A line open to the scenario's own formula. */
export const open = (spec: Written<Open>): Open => shaped<Open>('open', 'financial', spec)

export const method = (spec: Written<Method>): Method => shaped<Method>('method', 'once', spec)

/** The tree of a formula: plain frozen data that every renderer, the interpreter and the unit check read. */
export type Expr =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ref'; readonly entry: Entry }
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Expr[] }

/** Functions that read their argument at other years; their argument is a reference. */
export const timeFunctions = new Set(['prev', 'lag', 'at', 'first', 'last', 'trailing', 'cumulative', 'total', 'pv'])

/** Functions that add up or compare over the dimensions that the asking place lacks. */
export const spaceFunctions = new Set(['sum', 'maxOver'])

/** Every reference of a tree, in reading order, with repetitions. */
export function references(expr: Expr): Entry[] {
  if (expr.kind === 'ref') return [expr.entry]
  return expr.kind === 'call' ? expr.args.flatMap(references) : []
}

/** Ids of the dimensions that a tree brings to the place that reads it (those summed inside are spent there). */
export function freeDimensions(expr: Expr): Set<string> {
  if (expr.kind === 'ref') return new Set(expr.entry.over.map((d) => d.id))
  if (expr.kind === 'number' || spaceFunctions.has(expr.fn)) return new Set()
  return new Set(expr.args.flatMap((a) => [...freeDimensions(a)]))
}
