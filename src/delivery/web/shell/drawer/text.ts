import type { Locale } from '../../../../text/numbers.ts'
import { plain } from '../../../../text/numbers.ts'
import { unitInWords } from '../../../../text/units.ts'
import { drawerWords } from '../../../../text/web/drawer.ts'
import { pageWords } from '../../../../text/web/page.ts'
import type { Document, Explanation } from '../../state/api.ts'
import { memberName } from '../../state/names.ts'

type At = Readonly<Record<string, string>>

export const digits = (value: number | null): number =>
  value !== null && !Number.isInteger(value) && Math.abs(value) < 100 ? 4 : 0

export const memberWords = (at: At, document: Document | undefined, locale: Locale): string =>
  Object.entries(at)
    .map(([dimension, member]) => memberName(document, { dimension, member }, locale))
    .join(', ')

/** What may be added over rows; averages, tariffs and shares may not. */
const additive: ReadonlySet<string> = new Set([
  ...['COP', 'COP/year', 't', 't/year', 'users', 'inhabitants', 'dwellings', 'jobs', 'm³', 'm³/year'],
])

/** The sum over the rows that were asked for; undefined where there is one row, or where a sum means nothing. */
export function totalOf({ rows, unit }: Explanation): number | undefined {
  if (rows.length < 2 || !additive.has(unit) || rows.some(({ value }) => value === null)) return undefined
  return rows.reduce((sum, { value }) => sum + (value ?? 0), 0)
}

/** The formula with the names of what it was made from in place of their ids. */
export function formulaInWords({ formula, operands, id, es, en }: Explanation, locale: Locale): string {
  const names = new Map([{ id, es, en }, ...operands].map((one) => [one.id, one[locale]]))
  const { functions } = drawerWords[locale]
  return (formula?.text ?? '')
    .replaceAll(/[A-Za-z]\w*(\()?/gu, (word, call) =>
      call === undefined ? (names.get(word) ?? word) : `${functions[word.slice(0, -1)] ?? word.slice(0, -1)}(`,
    )
    .replaceAll(' == ', ' = ')
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ')
}

/** The formula with its numbers as they are written here: no more digits than say something. */
export const withNumbers = (text: string, locale: Locale): string =>
  text.replaceAll(/\b\d+\.\d+(?:e[-+]?\d+)?\b/g, (number) => plain(Number(number), digits(Number(number)), locale))

interface TextAsked {
  readonly document: Document | undefined
  readonly locale: Locale
  /** Plan and alternative. */
  readonly about: readonly unknown[]
}

/** The whole explanation as it is pasted in a letter. */
export function textOf(of: Explanation, { document, locale, about }: TextAsked): string {
  const words = drawerWords[locale]
  const { drawer } = pageWords[locale]
  const number = (value: number | null): string => plain(value, digits(value), locale)
  const total = totalOf(of)
  const unit = unitInWords(of.unit, locale)
  const places = memberWords(of.at, document, locale)
  const told = of.operands.map((one) => {
    const { origin } = one
    const from = [
      origin?.law === undefined ? '' : `${drawer.law}: ${origin.law.norm}, ${origin.law.article}`,
      origin?.pointer ?? '',
      origin?.isDefault === true ? drawer.isDefault : '',
      origin?.source === undefined
        ? ''
        : `${drawer.source}: ${origin.source.source} (${drawer.status[origin.source.status]})`,
    ]
    const name = [one[locale], one.year ?? '', memberWords(one.at, document, locale)].filter(Boolean).join(', ')
    return `- ${name}: ${number(one.value)} ${unitInWords(one.unit, locale)}${from
      .filter(Boolean)
      .map((text) => `; ${text}`)
      .join('')}`
  })
  return [
    about.filter((one) => typeof one === 'string').join(' · '),
    [of[locale], of.year ?? '', places].filter(Boolean).join(', '),
    ...(total === undefined ? [] : [`${number(total)} ${unit} (${words.sum(of.rows.length)})`]),
    `${number(of.value)} ${unit}`,
    of.numeral === '' ? '' : `${drawer.numeral} ${of.numeral}`,
    of.because?.[locale] ?? '',
    ...(of.formula === undefined
      ? []
      : [
          `${drawer.formula}: ${formulaInWords(of, locale)}`,
          of.formula.text,
          `${drawer.withNumbers}: ${withNumbers(of.formula.withNumbers, locale)}`,
        ]),
    `${drawer.operands}:`,
    ...told,
  ]
    .filter(Boolean)
    .join('\n')
}
