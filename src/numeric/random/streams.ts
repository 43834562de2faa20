import type { Random } from './pcg32.ts'
import { pcg32 } from './pcg32.ts'

const golden = 0x9e3779b97f4a7c15n
const wrap = (x: bigint): bigint => BigInt.asUintN(64, x)

/** SplitMix64: the 64-bit number number `n` (from 0) after a seed. Source: Steele, Lea and Flood, 2014. */
export function splitMix64(seed: bigint | number, n: bigint | number): bigint {
  let z = wrap(BigInt(seed) + golden * (BigInt(n) + 1n))
  z = wrap((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n)
  z = wrap((z ^ (z >> 27n)) * 0x94d049bb133111ebn)
  return z ^ (z >> 31n)
}

/**
 * The stream of uniforms of draw `index`: it depends on seed and index alone, so any draw can be made again alone.
 *
 * Neighbouring streams of one seed begin alike in PCG, so each draw also starts from a mixed seed of its own.
 */
export const drawStream = (seed: number, index: number): Random => pcg32(splitMix64(seed, index), index)
