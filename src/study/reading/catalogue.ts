import type { Line } from '../../formula/entry.ts'
import type { Computed } from '../../formula/order.ts'
import { book, bookCatalogue } from '../../model/book.ts'

const computed = bookCatalogue().map((e) => book.byId.get(e.id) as Computed)

/** Lines that have years, in the order of the book; `detail` ones are of intermediate steps and single items. */
export const yearlyLines: readonly Line[] = computed.filter((e): e is Line => e.type === 'line' && e.axis !== 'once')
export const publicLines: readonly Line[] = yearlyLines.filter((line) => !line.detail)

/** Figures of the whole plan: one number each. */
export const singleFigures: readonly Exclude<Computed, { type: 'open' }>[] = computed.filter(
  (e): e is Exclude<Computed, { type: 'open' }> =>
    e.type !== 'open' && e.axis === 'once' && e.over.length === 0 && !(e.type === 'line' && e.detail),
)
