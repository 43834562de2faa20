import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Movable } from '../../../src/study/tariffs/least-change.ts'
import { leastChange } from '../../../src/study/tariffs/least-change.ts'

const row = fc.record<Movable>({
  worth: fc.integer({ min: 1, max: 1e9 }),
  users: fc.integer({ min: 1, max: 1e6 }),
  room: fc.integer({ min: 0, max: 2000 }).map((mil) => mil / 1000),
})
const rows = fc.array(row, { minLength: 1, maxLength: 5 })

const brought = (of: readonly Movable[], moves: readonly number[]): number =>
  of.reduce((sum, { worth }, i) => sum + worth * (moves[i] as number), 0)
const cost = (of: readonly Movable[], moves: readonly number[]): number =>
  of.reduce((sum, { users }, i) => sum + users * (moves[i] as number) ** 2, 0)
const all = (of: readonly Movable[]): number[] => of.map(({ room }) => room)

test('what is needed is brought, and no row leaves its room', () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 0, max: 150 }).map((percent) => percent / 100),
      (of, share) => {
        const most = brought(of, all(of))
        const moves = leastChange(of, most * share)
        expect(brought(of, moves) / Math.max(1, most)).toBeCloseTo((most * Math.min(1, share)) / Math.max(1, most), 9)
        moves.forEach((move, i) => {
          expect(move).toBeGreaterThanOrEqual(0)
          expect(move).toBeLessThanOrEqual((of[i] as Movable).room * (1 + 1e-12))
        })
      },
    ),
  )
})

test('no other way of bringing as much changes less', () => {
  const others = fc.array(
    fc.integer({ min: 0, max: 1000 }).map((mil) => mil / 1000),
    { minLength: 5, maxLength: 5 },
  )
  fc.assert(
    fc.property(rows, others, (of, shares) => {
      const other = of.map(({ room }, i) => room * (shares[i] as number))
      const best = leastChange(of, brought(of, other))
      expect(cost(of, best)).toBeLessThanOrEqual(cost(of, other) * (1 + 1e-9) + 1e-9)
    }),
    { numRuns: 1000 },
  )
})

test('a grid over two rows finds nothing better', () => {
  const of: Movable[] = [
    { worth: 300, users: 100, room: 0.3 },
    { worth: 100, users: 20, room: 1 },
  ]
  for (const needed of [10, 60, 120, 180]) {
    const best = cost(of, leastChange(of, needed))
    for (let step = 0; step <= 300; step += 1) {
      const first = step / 1000
      const second = (needed - 300 * first) / 100
      if (second < 0 || second > 1) continue
      expect(best).toBeLessThanOrEqual(cost(of, [first, second]) + 1e-9)
    }
  }
})

test('a row without end takes all that the others cannot', () => {
  const of = [
    { worth: 10, users: 1, room: 0.5 },
    { worth: 10, users: 1, room: Number.POSITIVE_INFINITY },
  ]
  const [first, second] = leastChange(of, 20) as [number, number]
  expect(first).toBe(0.5)
  expect(second).toBeCloseTo(1.5, 12)
})

test('nothing moves where nothing is needed, or where a row is worth nothing', () => {
  expect(leastChange([{ worth: 5, users: 5, room: 1 }], -3)).toEqual([0])
  expect(leastChange([{ worth: 0, users: 5, room: 1 }], 3)).toEqual([0])
})
