import type { Input } from '../../../formula/entry.ts'
import { book } from '../../../model/book.ts'
import { getPointer } from '../../../scenario/pointer.ts'
import type { Source } from '../../../scenario/scenario.ts'
import { sourceOf } from '../../../study/explain.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { choiceWords } from '../../../text/report/choices.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { inPercent, readable } from '../base/numbers.ts'
import { capital, nameOf, placeWords } from '../base/sheet.ts'
import type { Block, Part, Row } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

interface Datum {
  readonly entry: Input
  readonly at: Readonly<Record<string, string>>
  readonly raw: unknown
  readonly pointer: string
  readonly source: Source | undefined
  readonly values: readonly number[]
}

/** Anexo A: every datum that the formulas read and the plan gives, with its source and status. */
export function assumptions(context: Context): Part[] {
  const { words, scenario } = context
  const { assumptions: w } = words
  const { given, defaults } = dataOf(context)
  const cited = [...new Set(given.flatMap((d) => d.source ?? []))]
  return [
    {
      blocks: [
        heading(1, words.chapter.assumptions),
        paragraph(w.intro),
        heading(2, w.sources),
        scenario.sources.length === 0
          ? paragraph(words.missing.empty('/sources'), 'missing')
          : sources(context, distinct(cited)),
        heading(2, w.values),
        table({
          caption: w.values,
          columns: w.heads.map((head, i) => ({
            head,
            width: [42, 21, 18, 8, 11][i] ?? 10,
            ...(i === 1 || i === 3 ? { align: 'right' as const } : {}),
          })),
          rows: rowsOf(context, given, distinct(cited)),
        }),
        paragraph(w.defaults(defaults), 'note'),
      ],
    },
  ]
}

const keyOf = ({ status, source, url = '' }: Source): string => `${status} ${source} ${url}`

/** Many places rest on the same document: it is listed once. */
function distinct(all: readonly Source[]): Source[] {
  const seen = new Map(all.map((s) => [keyOf(s), s]))
  return [...seen.values()]
}

function sources({ words, locale }: Context, all: readonly Source[]): Block {
  const { assumptions: w } = words
  return table({
    caption: w.sources,
    columns: w.sourceHeads.slice(0, 3).map((head, i) => ({ head, width: [6, 14, 80][i] ?? 10 })),
    rows: all.map((s, i) => ({
      cells: [
        String(i + 1),
        termOf('sourceStatus', s.status, locale),
        [s.source, s.url ?? ''].filter((t) => t !== '').join(' · '),
      ],
    })),
  })
}

/** Inputs as the run reads them; one that the document does not give stands at its default. */
function dataOf({ of, scenario }: Context): { given: Datum[]; defaults: number } {
  let defaults = 0
  // one choice of the document is read by as many inputs as it has options
  const chosen = new Set<string>()
  const given = book.entries
    .filter((entry): entry is Input => entry.type === 'input')
    .flatMap((entry) => {
      const slot = of.run.slots.get(entry)
      if (slot === undefined) return []
      return slot.domain.rows.flatMap((_, row): Datum[] => {
        const at = of.run.domains.keyOf(slot.domain, row)
        const { pointer, raw } = of.bound.readingOf(entry, at)
        if (pointer === undefined || getPointer(of.document, pointer) === undefined) {
          defaults += 1
          return []
        }
        if (isChoice(entry, raw)) {
          if (chosen.has(pointer)) return []
          chosen.add(pointer)
        }
        const from = slot.offset + row * slot.years
        const values = Array.from(of.run.buffer.subarray(from, from + slot.years))
        return [{ entry, at, raw, pointer, source: sourceOf(scenario.sources, pointer), values }]
      })
    })
  return { given, defaults }
}

const isChoice = (entry: Input, raw: unknown): raw is string => entry.form === 'flag' && typeof raw === 'string'

/** Rows of one entry whose values and sources are the same stand together. */
function rowsOf(context: Context, given: readonly Datum[], cited: readonly Source[]): Row[] {
  const { words, locale } = context
  const { assumptions: w } = words
  const numberOf = (s: Source | undefined) =>
    s === undefined ? '–' : String(cited.findIndex((one) => keyOf(one) === keyOf(s)) + 1)
  const groups = new Map<string, Datum[]>()
  for (const datum of given) {
    const key = `${labelText(context, datum)} ${valueText(context, datum)} ${datum.source ? keyOf(datum.source) : ''}`
    groups.set(key, [...(groups.get(key) ?? []), datum])
  }
  return [...groups.values()].map((data) => {
    const [first] = data as [Datum, ...Datum[]]
    const places = [...new Set(data.map((d) => placeText(context, d)))].filter((t) => t !== '')
    const shown = places.length > 3 ? [...places.slice(0, 2), `+${places.length - 2}`] : places
    const label = labelText(context, first)
    const isShare = first.entry.unit === 'share'
    return {
      cells: [
        shown.length === 0 ? label : `${label}: ${shown.join('; ')}`,
        valueText(context, first),
        first.entry.form === 'flag' ? '' : isShare ? '%' : unitInWords(first.entry.unit, locale),
        numberOf(first.source),
        first.source === undefined ? w.noSource : termOf('sourceStatus', first.source.status, locale),
      ],
    }
  })
}

function labelText({ locale }: Context, { entry, raw, pointer }: Datum): string {
  if (isChoice(entry, raw)) return choiceWords(pointer, raw, locale).about
  const label = capital(entry[locale])
  return entry.form === 'flag' ? label.replace(/ \(1 = \S+\)$/u, '') : label
}

/** Of a choice, whose it is, and not the options. */
function placeText(context: Context, { entry, at, raw }: Datum): string {
  if (!isChoice(entry, raw)) return placeWords(context, at)
  return placeWords(context, Object.fromEntries(Object.entries(at).filter(([d]) => !options.has(d))))
}

const options: ReadonlySet<string> = new Set(['priceIndex', 'index', 'source', 'userClass', 'component', 'category'])

function valueText(context: Context, { entry, values, raw, pointer }: Datum): string {
  const { words, locale } = context
  const { assumptions: w } = words
  const [first = 0, last = first] = [values[0], values.at(-1)]
  if (isChoice(entry, raw)) {
    const { choice } = choiceWords(pointer, raw, locale)
    return choice === raw ? nameOf(context, 'entity', raw) : choice
  }
  if (entry.form === 'flag') return first === 1 ? w.yes : w.no
  const write = (x: number): string => {
    if (Number.isNaN(x)) return '–'
    if (entry.unit === 'share') return inPercent(locale)(x)
    return /year$/iu.test(entry.id) && x > 1900 && x < 2300 ? String(x) : readable(x, locale)
  }
  return values.every((v) => v === first) ? write(first) : w.years(write(first), write(last))
}
