import { renderText } from '../../../formula/render.ts'
import type { LawId } from '../../../law/parameter.ts'
import { findLaw, lawParameters } from '../../../law/parameter.ts'
import { book, chapters } from '../../../model/book.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { inPercent, readable } from '../base/numbers.ts'
import type { Part, Row } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

/** Anexo B: what the norms fix, with article and how it was read; Anexo C: every formula of the book by chapter. */
export function formulas(context: Context): Part[] {
  const { words, locale } = context
  const { formulas: w } = words
  const told = new Set<string>()
  return [
    { blocks: [heading(1, words.chapter.law), lawTable(context)] },
    {
      landscape: true,
      blocks: [
        heading(1, words.chapter.formulas),
        paragraph(w.intro),
        ...chapters.flatMap((chapter) => {
          const own = chapter.lines.filter(({ id }) => !told.has(id))
          for (const { id } of own) told.add(id)
          if (own.length === 0) return []
          return [
            heading(2, chapter[locale]),
            table({
              caption: chapter[locale],
              columns: w.heads.map((head, i) => ({ head, width: [28, 48, 16, 8][i] ?? 10 })),
              rows: own.map(
                (entry): Row => ({
                  cells: [
                    `${entry[locale]} (${entry.id})`,
                    formulaOf(entry.id, context),
                    unitInWords(entry.unit, locale),
                    entry.numeral ?? '',
                  ],
                }),
              ),
            }),
          ]
        }),
      ],
    },
  ]
}

/** The formula with the ids of the book, so that each name is a line of this annex. */
function formulaOf(id: string, { words }: Context): string {
  const entry = book.byId.get(id)
  if (entry?.type === 'open') return words.formulas.own
  const expr = entry?.type === 'line' ? book.formulas.get(entry) : undefined
  return expr === undefined ? words.formulas.method : renderText(expr)
}

function lawTable({ words, locale, scenario }: Context) {
  const { law: w } = words
  const read = new Set(book.entries.flatMap((e) => (e.type === 'parameter' ? [e.law] : [])))
  const ids = (Object.keys(lawParameters) as LawId[]).filter((id) => read.has(id))
  return table({
    caption: words.chapter.law.replace(/^.*?\. /u, ''),
    columns: w.heads.map((head, i) => ({
      head,
      width: [36, 17, 32, 15][i] ?? 20,
      ...(i === 1 ? { align: 'right' as const } : {}),
    })),
    rows: ids.map((id) => {
      const { es, en, unit, values } = lawParameters[id]
      const found = findLaw(id, scenario.baseYear, scenario.norm) ?? values[0]
      const value = typeof found?.value === 'number' ? found.value : null
      const isShare = unit === 'share'
      const number = isShare ? `${inPercent(locale)(value)} %` : readable(value, locale)
      const unitText = isShare ? '' : unitInWords(unit, locale)
      return {
        cells: [
          locale === 'es' ? es : en,
          `${number} ${unitText}`.trim(),
          found === undefined ? '–' : `${found.norm}, ${found.article}`,
          found === undefined ? '–' : termOf('confirmed', found.confirmed, locale),
        ],
      }
    }),
  })
}
