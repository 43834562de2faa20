import { checkName } from '../../../model/checks.ts'
import type { Context } from '../base/context.ts'
import { readable, yearText } from '../base/numbers.ts'
import type { Part } from '../document.ts'
import { heading, list, paragraph, table } from '../document.ts'

/** Anexo D: the identities that hold, what to know before using the figures, and how much of each numeral is filled. */
export function checks(context: Context): Part[] {
  const { words, alternative, locale, filling } = context
  const { checks: w } = words
  const warnings = [...new Set(alternative.warnings.map(({ message }) => message))]
  return [
    {
      blocks: [
        heading(1, words.chapter.checks),
        heading(2, w.table),
        table({
          caption: w.table,
          columns: w.heads.map((head, i) => ({
            head,
            width: [52, 22, 12, 14][i] ?? 20,
            ...(i === 1 || i === 2 ? { align: 'right' as const } : {}),
          })),
          rows: alternative.checks.items.map((c) => ({
            cells: [
              checkName(c.id, locale),
              readable(Math.abs(c.worst ?? 0) < 1e-6 ? 0 : c.worst, locale),
              yearText(c.year),
              c.ok ? words.summary.yes : words.summary.no,
            ],
          })),
        }),
        heading(2, w.warnings),
        ...(warnings.length === 0 ? [paragraph(w.noWarnings)] : list(warnings)),
        heading(2, w.filling),
        table({
          caption: w.filling,
          columns: w.fillingHeads.map((head, i) => ({ head, width: [14, 62, 24][i] ?? 20 })),
          rows: filling.map((n) => ({ cells: [n.numeral, n[locale], w.status[n.status]] })),
        }),
      ],
    },
  ]
}
