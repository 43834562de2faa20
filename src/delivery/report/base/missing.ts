import type { NumeralFilling } from '../../../study/diagnosis/completeness.ts'
import { numerals } from '../../../study/diagnosis/numerals.ts'
import type { Block } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'
import type { Context } from './context.ts'

const written: ReadonlySet<string> = new Set(numerals.filter((n) => n.text).map((n) => n.numeral))

/** What a component of the plan lacks and where it is written, by the numerals that it answers for. */
export function missingBlocks(context: Context, belongs: (numeral: string) => boolean): Block[] {
  const { filling, words, locale } = context
  const own = filling.filter(({ numeral }) => belongs(numeral))
  const lacking = own.filter(({ status }) => status === 'missing')
  const texts = own.filter(({ numeral }) => written.has(numeral))
  if (lacking.length === 0 && texts.length === 0) return []
  return [
    heading(2, words.missing.title),
    ...(lacking.length === 0 ? [] : [paragraph(words.missing.intro), missingTable(context, lacking)]),
    ...(texts.length === 0
      ? []
      : [paragraph(words.missing.text(texts.map((n) => `${n.numeral} ${n[locale]}`).join('; ')), 'missing')]),
  ]
}

function missingTable({ words, locale }: Context, lacking: readonly NumeralFilling[]): Block {
  const { column } = words
  const place = ([first = '', ...more]: readonly string[]) =>
    more.length === 0 ? first : words.missing.several(first, more.length)
  return table({
    caption: words.missing.title,
    columns: [
      { head: column.numeral, width: 8 },
      { head: column.missing, width: 34 },
      { head: column.where, width: 58 },
    ],
    rows: lacking.map((n) => ({ cells: [n.numeral, n[locale], place(n.missing)] })),
  })
}

/** Numerals by their first part: `under('5')` takes 5.1.1 and 5.6. */
export const under =
  (...chapters: readonly string[]) =>
  (numeral: string): boolean =>
    chapters.some((chapter) => numeral === chapter || numeral.startsWith(`${chapter}.`))
