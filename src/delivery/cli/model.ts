import type { Entry } from '../../formula/entry.ts'
import { unitProblems } from '../../formula/units/check.ts'
import { book, bookCatalogue, chapters, modelHash } from '../../model/book.ts'
import type { Locale } from '../../text/numbers.ts'
import { unitInWords } from '../../text/units.ts'
import type { Given } from './base/arguments.ts'
import { languages } from './base/arguments.ts'
import type { Io } from './base/io.ts'
import { exitCodes, writeLines } from './base/io.ts'
import { formulaInWords } from './print/formula-words.ts'
import { grid, hanging, heading } from './print/grid.ts'

export const modelOptions = { check: 'flag', format: ['table', 'json'], lang: languages } as const

/** `pfv model`: the book of formulas by chapter; with --check, the proof of its units. */
export async function model({ flags, texts, locale }: Given, io: Io): Promise<number> {
  if (flags.has('check')) return checkUnits(book.entries, io)
  if (texts.format === 'json') io.stdout.write(`${JSON.stringify({ model: modelHash, lines: bookCatalogue() })}\n`)
  else writeLines(io.stdout, catalogue(locale))
  return exitCodes.good
}

/** Proves that every line's formula comes out in its unit; says how many do, and each that does not. */
export function checkUnits(entries: readonly Entry[], io: Pick<Io, 'stdout' | 'stderr'>): number {
  const lines = entries.filter((e) => e.type === 'line')
  const problems = unitProblems(entries)
  if (problems.length === 0) {
    writeLines(io.stdout, [
      `✓ Las unidades de los ${lines.length} renglones con fórmula cuadran (de ${entries.length} entradas).`,
    ])
    return exitCodes.good
  }
  const count = problems.length === 1 ? 'Una entrada no cuadra' : `${problems.length} entradas no cuadran`
  writeLines(io.stderr, [`✗ ${count}, de ${entries.length}:`, ...problems.map((p) => `  ${p}`)])
  return exitCodes.fault
}

function catalogue(locale: Locale): string[] {
  const byId = new Map(bookCatalogue().map((entry) => [entry.id, entry]))
  const title = locale === 'es' ? 'LIBRO DE FÓRMULAS' : 'BOOK OF FORMULAS'
  const heads = locale === 'es' ? ['Renglón', 'Nombre', 'Unidad', 'Numeral'] : ['Line', 'Name', 'Unit', 'Numeral']
  const told = new Set<string>()
  return [
    ...heading(`${title} · ${byId.size} · ${modelHash.slice(0, 12)}`, '═'),
    ...chapters.flatMap((chapter) => {
      const own = chapter.lines.flatMap(({ id }) => {
        const entry = byId.get(id)
        if (entry === undefined || told.has(id)) return []
        told.add(id)
        return [entry]
      })
      const rows = own.map((e) => ({ cells: [e.id, e[locale], unitInWords(e.unit, locale), e.numeral] }))
      const table = grid(
        heads.map((head, j) => ({ head, most: [32, 60, 30, 12][j] as number })),
        rows,
      )
      const formulas = own.flatMap((e) => formulaLines(e.id, locale))
      return ['', ...heading(chapter[locale]), ...table, '', ...formulas]
    }),
  ]
}

function formulaLines(id: string, locale: Locale): string[] {
  const formula = formulaInWords(id, locale)
  return formula === '' ? [] : hanging(`  ${id} = `, formula, 136)
}
