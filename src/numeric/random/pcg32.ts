/** A stream of uniform numbers that is the same on every machine. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  nextUint32(): number
  /** A number in [0, 1) with 53 random bits. */
  nextDouble(): number
}

/** 6364136223846793005, the published multiplier, in halves of 32 bits. */
const multiplierHigh = 0x5851f42d
const multiplierLow = 0x4c957f2d
const two32 = 4294967296

/** The upper 32 bits of the product of two unsigned 32-bit numbers. */
function highProduct(a: number, b: number): number {
  const a1 = a >>> 16
  const a0 = a & 0xffff
  const b1 = b >>> 16
  const b0 = b & 0xffff
  const middle = a1 * b0 + ((a0 * b0) >>> 16)
  const carry = (middle & 0xffff) + a0 * b1
  return (a1 * b1 + Math.floor(middle / 65536) + Math.floor(carry / 65536)) >>> 0
}

const halves = (x: bigint | number): [number, number] => {
  const bits = BigInt.asUintN(64, BigInt(x))
  return [Number(bits >> 32n), Number(bits & 0xffffffffn)]
}

/**
 * PCG32 (XSH RR 64/32): `seed` is its initstate and `stream` its initseq; streams do not overlap.
 * Source: O'Neill, «PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms», 2014, pcg_basic.c.
 */
export function pcg32(seed: bigint | number, stream: bigint | number): Random {
  const [streamHigh, streamLow] = halves((BigInt.asUintN(64, BigInt(stream)) << 1n) | 1n)
  let high = 0
  let low = 0
  const step = (): void => {
    const product = Math.imul(low, multiplierLow) >>> 0
    const upper = highProduct(low, multiplierLow) + Math.imul(low, multiplierHigh) + Math.imul(high, multiplierLow)
    const sum = product + streamLow
    low = sum >>> 0
    high = (upper + streamHigh + (sum >= two32 ? 1 : 0)) >>> 0
  }
  const nextUint32 = (): number => {
    const oldHigh = high
    const oldLow = low
    step()
    const mixedHigh = (oldHigh ^ (oldHigh >>> 18)) >>> 0
    const mixedLow = (oldLow ^ ((oldLow >>> 18) | (oldHigh << 14))) >>> 0
    const word = ((mixedHigh << 5) | (mixedLow >>> 27)) >>> 0
    const turn = oldHigh >>> 27
    return ((word >>> turn) | (word << (-turn & 31))) >>> 0
  }
  step()
  const [seedHigh, seedLow] = halves(seed)
  const sum = low + seedLow
  low = sum >>> 0
  high = (high + seedHigh + (sum >= two32 ? 1 : 0)) >>> 0
  step()
  return { nextUint32, nextDouble: () => ((nextUint32() >>> 5) * 67108864 + (nextUint32() >>> 6)) / 9007199254740992 }
}
