import { criteria } from '../../../scenario/document/ranking.ts'
import { better } from '../../../study/ranking.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { rankingWords } from '../../../text/workbook/ranking.ts'
import type { RankingRows } from './table.ts'
import type { RankingValues } from './values.ts'

interface Asked {
  readonly filled: number
  readonly order: number
  readonly group: number
  readonly values: RankingValues
  readonly found: readonly number[]
}

/** Orden legal [10.3] in cells: for every place, who is left, who stays near the best after each criterion, who has it. Gives the row of the places. */
export function lexicographicRows(rows: RankingRows, { filled, order, group, values, found }: Asked): number {
  const { locale, sheet, source } = rows.at
  const w = rankingWords[locale]
  rows.head(w.lexicographic)
  const place = rows.next
  rows.next += 1
  const chosenRows: number[] = []
  let before: { left: number; chosen: number } | undefined
  values.rounds.forEach((round, p) => {
    const earlier = before
    const left = rows.write(`${w.left} ${p + 1}`, (i) => ({
      value: round.left[i] ?? 0,
      formula: earlier === undefined ? '1' : `${rows.own(i, earlier.left)}-${rows.own(i, earlier.chosen)}`,
    }))
    const [l, g] = [rows.span(left), rows.span(group)]
    let alive = rows.write(w.start, (i) => ({
      value: round.start[i] ?? 0,
      formula: `${rows.own(i, left)}*(${rows.own(i, group)}=SUMPRODUCT(MIN(${g}+(1-${l})*2)))`,
    }))
    criteria.forEach((c, j) => {
      const [a, f] = [rows.span(alive), rows.span(filled + j)]
      const best =
        better[j] === 'higher'
          ? `SUMPRODUCT(MAX(${a}*${f}-(1-${a})*1E+300))`
          : `SUMPRODUCT(MIN(${a}*${f}+(1-${a})*1E+300))`
      const was = alive
      alive = rows.write(`${w.after} ${termOf('criterion', c, locale)}`, (i) => {
        const own = rows.own(i, filled + j)
        const near = `ABS(${own}-${best})<=MAX(1E-9,${source.threshold(j)})*MAX(ABS(${own}),ABS(${best}))`
        return { value: round.after[j]?.[i] ?? 0, formula: `${rows.own(i, was)}*(${near})` }
      })
    })
    const [last, o] = [alive, rows.span(order)]
    const chosen = rows.write(`${w.chosen} ${p + 1}`, (i) => ({
      value: round.chosen[i] ?? 0,
      formula: `${rows.own(i, last)}*(SUMPRODUCT(${rows.span(last)}*(${o}<${rows.own(i, order)}))=0)`,
    }))
    chosenRows.push(chosen)
    for (let r = left; r <= chosen; r += 1) (sheet.grouped as Set<number> | undefined)?.add(r)
    before = { left, chosen }
  })
  const after = rows.next
  rows.next = place
  rows.write(
    w.place,
    (i) => ({
      value: found[i] ?? 0,
      formula: chosenRows.map((row, p) => `${p + 1}*${rows.own(i, row)}`).join('+'),
    }),
    { role: 'subtotal' },
  )
  rows.next = after
  return place
}
