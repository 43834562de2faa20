import fc from 'fast-check'

/** How long the plan runs and when it starts: what every other part needs to stay inside the rules. */
export interface Frame {
  readonly baseYear: number
  readonly horizon: number
  readonly towns: readonly string[]
}

/** A number of few digits, so that a counterexample can be read; it shrinks to `min`. */
export const num = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 }).map((n) => Number((min + ((max - min) * n) / 1000).toPrecision(6)))

export const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })

type Model<T> = { [K in keyof T]: fc.Arbitrary<T[K]> }

/** An object in which only the `required` fields always stand. */
export const some = <T extends object, K extends keyof T & string = never>(
  shape: Model<T>,
  required: readonly K[] = [],
): fc.Arbitrary<Partial<T> & Pick<T, K>> =>
  fc.record<T, K>(shape, { requiredKeys: [...required], noNullPrototype: true }) as fc.Arbitrary<
    Partial<T> & Pick<T, K>
  >

export const all = <T extends object>(shape: Model<T>): fc.Arbitrary<T> =>
  fc.record<T>(shape, { noNullPrototype: true }) as fc.Arbitrary<T>

/** A few things with ids of their own. */
export const named = <T extends object>(prefix: string, most: number, thing: fc.Arbitrary<T>) =>
  fc.array(thing, { maxLength: most }).map((list) => list.map((x, i) => ({ id: `${prefix}${i + 1}`, ...x })))

export const money = num(0, 3e9)

const pathOf =
  (growth: fc.Arbitrary<number>) =>
  (frame: Frame, value: fc.Arbitrary<number>): fc.Arbitrary<unknown> => {
    const year = whole(frame.baseYear - 2, frame.baseYear + 35)
    return fc.oneof(
      { weight: 4, arbitrary: value },
      {
        weight: 1,
        arbitrary: all({
          points: fc
            .array(fc.tuple(year, value), { minLength: 1, maxLength: 3 })
            .map((list) => Object.fromEntries(list.map(([y, v]) => [String(y), v]))),
          between: fc.constantFrom('linear', 'step'),
        }),
      },
      { weight: 1, arbitrary: all({ start: value, growth }) },
      { weight: 1, arbitrary: all({ values: fc.array(value, { minLength: 1, maxLength: 20 }), from: year }) },
    )
  }

/** A value over time in one of its four forms. */
export const path = pathOf(num(-0.03, 0.03))
/** A share over time: it must stay under 1 to the horizon. */
export const sharePath = (frame: Frame, low = 0, high = 1): fc.Arbitrary<unknown> =>
  pathOf(num(-0.03, 0))(frame, num(low, high))
export const ratePath = (frame: Frame, low: number, high: number): fc.Arbitrary<unknown> => path(frame, num(low, high))

export const index = fc.constantFrom('inflation', 'wage', 'fuel', 'construction', 'none')

/** Sums of money by calendar year, from plan year `first` on. */
export const byYear = (frame: Frame, first = 0, amount = money): fc.Arbitrary<Record<string, number>> =>
  fc
    .array(fc.tuple(whole(first, frame.horizon), amount), { minLength: 1, maxLength: 3 })
    .map((list) => Object.fromEntries(list.map(([t, v]) => [String(frame.baseYear + t), v])))
