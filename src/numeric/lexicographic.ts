import type { Better } from './scale.ts'
import { fillWorstRows } from './scale.ts'

export interface LexicographicQuestion {
  rows: readonly (readonly (number | null)[])[]
  better: readonly Better[]
  /** Relative difference within which two values tie, one a criterion. */
  thresholds: readonly number[]
}

export interface LexicographicPlace {
  /** Index into the rows asked about. */
  row: number
  /** Index of the criterion that left one row; `tie` where none did; null for the last place. */
  decidedBy: number | 'tie' | null
}

/**
 * Orden lexicográfico: los criterios se consultan uno tras otro, en su orden de prioridad [10.3].
 *
 * `rows` are alternatives × criteria in order of priority, null taken as the worst of its column. For each place, among
 * the rows left, those within threshold · max(|a|, |best|) of the best stay, criterion after criterion, until one is
 * left, or else the first in the order given; it is taken out and the next place begins.
 * Errors: RangeError where lengths differ or a value is not finite.
 *
 * @example lexicographic({ rows: [[5], [9]], better: ['higher'], thresholds: [0] }).map((place) => place.row) // [1, 0]
 */
export function lexicographic({ rows, better, thresholds }: LexicographicQuestion): LexicographicPlace[] {
  if (thresholds.length !== better.length) throw new RangeError('one threshold a criterion')
  const filled = fillWorstRows(rows, better)
  const left: Contender[] = filled.map((values, row) => ({ row, values }))
  const order: LexicographicPlace[] = []
  while (left.length > 0) {
    let contenders = left.slice()
    let decidedBy: LexicographicPlace['decidedBy'] = left.length === 1 ? null : 'tie'
    for (let j = 0; j < better.length && contenders.length > 1; j++) {
      contenders = withinReach(contenders, { column: j, better: better[j]!, threshold: thresholds[j]! })
      if (contenders.length === 1) decidedBy = j
    }
    const taken = contenders[0]!
    order.push({ row: taken.row, decidedBy })
    left.splice(left.indexOf(taken), 1)
  }
  return order
}

interface Contender {
  row: number
  values: readonly number[]
}

function withinReach(
  contenders: readonly Contender[],
  { column, better, threshold }: { column: number; better: Better; threshold: number },
): Contender[] {
  const values = contenders.map((contender) => contender.values[column]!)
  const best = better === 'higher' ? Math.max(...values) : Math.min(...values)
  return contenders.filter((contender) => {
    const value = contender.values[column]!
    return Math.abs(value - best) <= threshold * Math.max(Math.abs(value), Math.abs(best))
  })
}
