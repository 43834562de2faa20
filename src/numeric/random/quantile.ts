/**
 * Cuantil de una muestra: linear between order statistics, of values already sorted; NaN where there are none.
 *
 * Source: Hyndman and Fan, 1996, definition 7.
 */
export function sampleQuantile(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN
  const place = (sorted.length - 1) * probability
  const low = Math.floor(place)
  const [a, b] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number]
  return a + (place - low) * (b - a)
}

/** Error estándar de una proporción. Source: binomial. */
export const shareError = (share: number, draws: number): number =>
  draws === 0 ? 0 : Math.sqrt((share * (1 - share)) / draws)
