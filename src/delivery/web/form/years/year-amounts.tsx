import { chapterWords } from '../../../../text/web/chapter.ts'
import { useLocale } from '../../state/words.ts'
import { NumberInput } from '../number-input.tsx'

export interface YearAmount {
  readonly year: number
  readonly amount: number
}

/** What stands in single years: one `{year, amount}` or a list of them; undefined for any other value. */
export function yearAmountsOf(value: unknown): readonly YearAmount[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  const fits = list.every((one) => typeof one === 'object' && one !== null && 'year' in one && 'amount' in one)
  return fits && list.length > 0 ? (list as YearAmount[]) : undefined
}

/** A year that is typed to its end. */
export const isYear = (value: number): boolean => value >= 1900 && value < 2200

interface YearAmountsProps {
  readonly name: string
  readonly years: readonly YearAmount[]
  readonly take: (value: unknown) => void
}

/** Amounts of single years, such as an investment; what else a year has (a note) stays. */
export function YearAmounts({ name, years, take }: YearAmountsProps) {
  const words = chapterWords[useLocale()]
  const put = (next: readonly YearAmount[]): void => take(next.length === 1 ? next[0] : next)
  const last = years.at(-1)
  return (
    <span class="years">
      {years.map((one, at) => (
        <span key={at} class="year">
          <NumberInput
            name={`${name}: ${words.year} ${at + 1}`}
            year
            whole
            value={one.year}
            accepts={isYear}
            take={(year) => year !== undefined && put(years.with(at, { ...one, year }))}
          />
          <NumberInput
            name={`${name} ${one.year}`}
            value={one.amount}
            take={(amount) => {
              if (amount !== undefined) put(years.with(at, { ...one, amount }))
              else if (years.length > 1) put(years.filter((_, other) => other !== at))
              else take(undefined)
            }}
          />
        </span>
      ))}
      <button
        type="button"
        class="small"
        onClick={() => put([...years, { year: (last?.year ?? 2024) + 1, amount: last?.amount ?? 0 }])}
      >
        {words.add}
      </button>
    </span>
  )
}
