import { book } from '../../../model/book.ts'
import type { Origin } from '../../../study/explain.ts'
import { explanationWords } from '../../../text/cli/explanation.ts'
import { termOf } from '../../../text/cli/terms.ts'
import type { Locale } from '../../../text/numbers.ts'
import { percent } from '../../../text/numbers.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Naming } from '../../report/base/sheet.ts'
import { placeWords } from '../../report/base/sheet.ts'
import { readable, ruledFormula } from './formula-words.ts'
import { hanging } from './grid.ts'
import type { TraceNode } from './trace.ts'

export type TraceWish = Naming

const width = 118
const mostCells = 16
const fewFlags = 2

/** A trace as lines: label, value, formula with words and with numbers, and its operands as branches. */
export function traceLines(node: TraceNode, wish: TraceWish): string[] {
  return [`${headOf(node, wish, { full: true })}`, ...bodyOf(node, wish, { indent: '  ', asked: node })]
}

interface Standing {
  readonly indent: string
  /** The cell that reads this one: what they share of place and year is not said again. */
  readonly asked: TraceNode
}

function headOf(node: TraceNode, wish: TraceWish, { full, asked }: { full: boolean; asked?: TraceNode }): string {
  const { locale } = wish
  const numeral = node.numeral === '' ? '' : ` [${node.numeral}]`
  const place = placeOf(node, wish, full ? undefined : asked)
  const text = `${node[locale]}${numeral}${place === '' ? '' : ` · ${place}`}`
  return `${text} = ${readable(node.value, locale, node.id)}${unitOf(node, locale)}`
}

/** The unit in words; a share has none, so its percentage stands beside it. */
function unitOf({ unit, value }: TraceNode, locale: Locale): string {
  if (value === null || unit === '1') return ''
  if (unit !== 'share') return ` ${unitInWords(unit, locale)}`
  return value !== 0 && Math.abs(value) < 1 ? ` (${percent(value, locale)})` : ''
}

/** The members and year in which a cell differs from the one that reads it. */
function placeOf(node: TraceNode, wish: TraceWish, asked: TraceNode | undefined): string {
  const differing = Object.fromEntries(Object.entries(node.at).filter(([d, m]) => asked?.at[d] !== m))
  const year = node.year !== null && node.year !== asked?.year ? [String(node.year)] : []
  return [placeWords(wish, differing), ...year].filter((part) => part !== '').join(', ')
}

function bodyOf(node: TraceNode, wish: TraceWish, { indent }: Standing): string[] {
  const { locale } = wish
  const words = explanationWords[locale]
  if (node.seen) return [`${indent}(${words.seen})`]
  if (node.operands === undefined) return originLines(node, wish).flatMap((text) => hanging(indent, text, width))
  const ruled = ruledFormula(node.id, node.operands, locale)
  const because = node.because?.[locale]
  const pad = Math.max(...[words.formula, words.ruling, words.numbers, words.because].map((w) => w.length))
  const said = (word: string, text: string) => hanging(`${indent}${word.padEnd(pad)}  `, text, width)
  const conditions = ruled?.conditions ?? []
  // A tariff study's own formula is in the plan, not in the book: it stands as it was written.
  const own = ruled ? undefined : node.formula
  const shown = node.operands.filter((o) => !conditions.includes(o) && o.id !== 'oneYear')
  return [
    ...(ruled
      ? [...said(ruled.partial ? words.ruling : words.formula, ruled.words), ...said(words.numbers, ruled.numbers)]
      : []),
    ...(own ? [...said(words.formula, own.text), ...said(words.numbers, own.withNumbers)] : []),
    ...(conditions.length > 0
      ? said(
          words.because,
          conditions.map((c) => headOf(c as TraceNode, wish, { full: false, asked: node })).join('; '),
        )
      : []),
    ...(because ? said(words.because, because) : []),
    ...branches(node, shown, { wish, indent }),
  ]
}

function branches(
  asked: TraceNode,
  operands: readonly TraceNode[],
  { wish, indent }: { wish: TraceWish; indent: string },
): string[] {
  const groups = new Map<string, TraceNode[]>()
  for (const o of operands) groups.set(o.id, [...(groups.get(o.id) ?? []), o])
  const all = [...groups.values()].flatMap((cells) => shownCells(cells, wish))
  return all.flatMap((cell, i) => {
    const isLast = i === all.length - 1
    const below = `${indent}${isLast ? '   ' : '│  '}`
    if (typeof cell === 'string') return [`${indent}${isLast ? '└─' : '├─'} ${cell}`]
    const head = hanging(`${indent}${isLast ? '└─' : '├─'} `, headOf(cell, wish, { full: false, asked }), width)
    return [...head, ...bodyOf(cell, wish, { indent: `${below}  `, asked: cell })]
  })
}

/** The cells of one entry that are printed, the opened one among them, and how many stay out. */
function shownCells(cells: readonly TraceNode[], { locale }: TraceWish): (TraceNode | string)[] {
  const words = explanationWords[locale]
  const chosen = cells.filter((c) => c.value !== 0)
  // Of flags that choose one among many, the one that is on says it all.
  if (cells.length > fewFlags && cells[0]?.kind === 'input' && chosen.length < cells.length)
    return [...chosen, `${cells[0][locale]}: ${words.moreZero(cells.length - chosen.length)}`]
  if (cells.length <= mostCells) return [...cells]
  const first = cells.slice(0, mostCells)
  const opened = cells.find((c) => c.operands !== undefined)
  const shown = opened === undefined || first.includes(opened) ? first : [opened, ...first.slice(1)]
  const sum = cells.reduce((total, c) => total + (c.value ?? 0), 0)
  const left = cells.length - shown.length
  const label = cells[0]?.[locale] ?? ''
  return [
    ...shown,
    `${label}: ${addsUp(cells[0]?.unit ?? '') ? words.moreSum(left, readable(sum, locale)) : words.more(left)}`,
  ]
}

const extensive = /^(?:COP|t|m3|m³|km|users?|dwellings?|inhabitants?|jobs?)(?:\/(?:year|month))?$/u

/** Whether values of a unit may be added over rows: money, tonnes, users; not tariffs or shares. */
export const addsUp = (unit: string): boolean => extensive.test(unit)

/** Where the value of an input, a law or a constant comes from. */
function originLines(node: TraceNode, { locale }: TraceWish): string[] {
  const words = explanationWords[locale]
  if (node.kind === 'constant') return [words.constant]
  if (node.kind === 'line') return []
  if (node.origin === undefined || (node.origin.isDefault && book.byId.get(node.id)?.type === 'given'))
    return [words.derived]
  const { law, because } = node.origin
  return [
    ...(law
      ? [`${law.norm}, ${law.article}: ${law.title} (${termOf('confirmed', law.confirmed, locale)}) ${law.url}`]
      : []),
    ...placeLines(node.origin, locale),
    ...(because
      ? [because[locale].replace(/(?<=^\S+ )(\w+)/u, (method) => termOf('populationMethod', method, locale))]
      : []),
  ]
}

function placeLines({ pointer, isDefault, source, law }: Origin, locale: Locale): string[] {
  const words = explanationWords[locale]
  if (isDefault) return [pointer === undefined ? words.byDefault : words.byDefaultAt(pointer)]
  if (pointer === undefined) return law ? [] : [words.derived]
  const { status = '', source: text = '', url } = source ?? {}
  const cited = source ? [`${termOf('sourceStatus', status, locale)}: ${text}${url ? ` ${url}` : ''}`] : []
  return [words.given(pointer), ...cited]
}
