/** A row whose factor may move: pesos a year for each whole unit of factor, users that feel it, and how far it may go. */
export interface Movable {
  readonly worth: number
  readonly users: number
  readonly room: number
}

/**
 * The moves of each row that bring `needed` pesos a year with the least Σ users · move², none beyond its room.
 *
 * Where all the room brings less, every row moves to its end. Of the condition of a least sum, move = λ · worth / users up
 * to the room; the multiplier λ is exact because rows come to their end in the order of room · users / worth.
 */
export function leastChange(rows: readonly Movable[], needed: number): number[] {
  const moves = rows.map(() => 0)
  if (!(needed > 0)) return moves
  const open = rows
    .map(({ worth, users, room }, place) => ({ worth, users, room, place, end: (room * users) / worth }))
    .filter(({ worth, users, room }) => worth > 0 && users > 0 && room > 0)
    .sort((a, b) => a.end - b.end)
  // summed from the end, because taking large terms away again would leave only their rounding
  const slopes = open.map(() => 0)
  for (let i = open.length - 1; i >= 0; i -= 1) {
    const { worth, users } = open[i] as (typeof open)[number]
    slopes[i] = (worth * worth) / users + (slopes[i + 1] ?? 0)
  }
  let left = needed
  for (const [first, row] of open.entries()) {
    const multiplier = left / (slopes[first] as number)
    if (multiplier <= row.end) {
      for (const { worth, users, place } of open.slice(first)) moves[place] = (multiplier * worth) / users
      return moves
    }
    moves[row.place] = row.room
    left -= row.worth * row.room
  }
  return moves
}
