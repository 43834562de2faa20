import { expect, test } from 'vitest'
import { pcg32 } from '../../../src/numeric/random/pcg32.ts'

/** The first round of pcg32-demo, seed 42 and stream 54, as published with the generator. */
const published = [0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e]

test('the generator repeats the six numbers published with it', () => {
  const random = pcg32(42, 54)
  expect(published.map(() => random.nextUint32())).toEqual(published)
})

test('halves of 32 bits give what 64-bit whole numbers give, over a hundred seeds and streams', () => {
  const mask = (1n << 64n) - 1n
  const whole = (seed: bigint, stream: bigint, count: number): number[] => {
    const increment = ((stream << 1n) | 1n) & mask
    const next = (s: bigint) => (s * 6364136223846793005n + increment) & mask
    let state = next((next(0n) + seed) & mask)
    return Array.from({ length: count }, () => {
      const old = state
      state = next(old)
      const word = (((old >> 18n) ^ old) >> 27n) & 0xffffffffn
      const turn = old >> 59n
      return Number(((word >> turn) | (word << (-turn & 31n))) & 0xffffffffn)
    })
  }
  for (let k = 0n; k < 100n; k += 1n) {
    const seed = (k * 0x9e3779b97f4a7c15n) & mask
    const stream = (k * 0xbf58476d1ce4e5b9n) & mask
    const random = pcg32(seed, stream)
    expect(Array.from({ length: 50 }, () => random.nextUint32())).toEqual(whole(seed, stream, 50))
  }
})

test('doubles lie in [0, 1), fill it evenly, and two streams of one seed differ', () => {
  const random = pcg32(7, 1)
  const other = pcg32(7, 2)
  const counts = new Array<number>(10).fill(0)
  let same = 0
  for (let k = 0; k < 100_000; k += 1) {
    const x = random.nextDouble()
    if (x === other.nextDouble()) same += 1
    counts[Math.floor(x * 10)] = (counts[Math.floor(x * 10)] as number) + 1
  }
  expect(same).toBe(0)
  expect(counts.reduce((a, b) => a + b, 0)).toBe(100_000)
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})
