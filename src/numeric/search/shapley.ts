const mostPlayers = 20

/**
 * Valor de Shapley: reparto de v(todos) − v(ninguno) entre n jugadores, sin que importe el orden.
 *
 * `values` has 2ⁿ entries: entry `s` is the worth of the set whose members are the bits of s. Exact: the mean of each
 * player's contribution over all n! orders; the parts add up to the difference but for rounding.
 * Errors: RangeError where the count is not a power of two or is beyond 2²⁰.
 * Source: Shapley, 1953.
 *
 * @example shapleyValues([0, 1, 2, 5]) // [2, 3]
 */
export function shapleyValues(values: readonly number[]): number[] {
  const players = Math.log2(values.length)
  if (!Number.isInteger(players) || players > mostPlayers) throw new RangeError('one value for each set of players')
  const weights = weightsBySize(players)
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player
    let total = 0
    for (let set = 0; set < values.length; set += 1) {
      if (set & bit) continue
      total += (weights[sizeOf(set)] as number) * ((values[set | bit] as number) - (values[set] as number))
    }
    return total
  })
}

/** |S|! (n − |S| − 1)! / n!, by the size of S. */
function weightsBySize(players: number): number[] {
  const weights: number[] = []
  let binomial = 1
  for (let size = 0; size < players; size += 1) {
    weights.push(1 / (players * binomial))
    binomial = (binomial * (players - 1 - size)) / (size + 1)
  }
  return weights
}

function sizeOf(set: number): number {
  let count = 0
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1
  return count
}
