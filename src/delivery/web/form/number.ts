import type { Locale } from '../../../text/numbers.ts'

export type Mark = ',' | '.'

/** What a typed text says: a number, nothing, no number, or one of two numbers that only the planner can tell apart. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'twofold'; readonly value: number; readonly other: number }

const wrong: Reading = { kind: 'wrong' }
const localMark = { es: ',', en: '.' } as const

/** Numbers as Colombians and as spreadsheets write them; `mark` is the decimal mark where it is known. */
export function readNumber(typed: string, { locale, mark }: { locale: Locale; mark?: Mark | undefined }): Reading {
  const text = typed.replaceAll(/[\s\u00a0$%]|COP/g, '').replace('−', '-')
  if (text === '') return { kind: 'empty' }
  const inBrackets = /^\((.+)\)$/.exec(text)?.[1]
  const parts = /^([+-]?)([\d.,]+)$/.exec(inBrackets === undefined ? text : `-${inBrackets}`)
  if (parts === null) return wrong
  const [, sign, digits = ''] = parts
  const read = unsigned(digits, { locale, mark })
  if (sign !== '-') return read
  if (read.kind === 'number') return { ...read, value: -read.value }
  return read.kind === 'twofold' ? { ...read, value: -read.value, other: -read.other } : read
}

function unsigned(digits: string, { locale, mark }: { locale: Locale; mark?: Mark | undefined }): Reading {
  const marks = [...digits.replaceAll(/\d/g, '')] as Mark[]
  const last = marks.at(-1)
  if (last === undefined) return number(digits, '.')
  if (new Set(marks).size === 2) return number(digits, last)
  if (marks.length > 1) return number(digits, last === ',' ? '.' : ',')
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return number(digits, last)
  if (mark !== undefined) return number(digits, mark)
  const decimal = Number(digits.replace(last, '.'))
  const thousands = Number(digits.replace(last, ''))
  return localMark[locale] === last
    ? { kind: 'twofold', value: decimal, other: thousands }
    : { kind: 'twofold', value: thousands, other: decimal }
}

function number(digits: string, mark: Mark): Reading {
  const group = mark === ',' ? '\\.' : ','
  const shape = new RegExp(`^(\\d{1,3}(${group}\\d{3})+|\\d*)(\\${mark}\\d*)?$`)
  if (!shape.test(digits) || !/\d/.test(digits)) return wrong
  return { kind: 'number', value: Number(digits.replaceAll(mark === ',' ? '.' : ',', '').replace(mark, '.')) }
}

/** The decimal mark that a block of pasted cells shows without doubt, if any does. */
export function markOf(texts: readonly string[]): Mark | undefined {
  for (const text of texts) {
    const found = /^-?\d{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(text.trim())
    if (found !== null && found[1] !== found[2]) return found[2] as Mark
    const many = /^-?\d{1,3}([.,])\d{3}\1\d{3}/.exec(text.trim())
    if (many !== null) return many[1] === ',' ? '.' : ','
    const plain = /^-?\d*([.,])(\d+)$/.exec(text.trim())
    if (plain?.[2] !== undefined && (plain[2].length !== 3 || /^-?0?[.,]/.test(text.trim()))) return plain[1] as Mark
  }
  return undefined
}

/** As it is read: grouped while it rests, plain while it is typed. */
export function writeNumber(value: number, locale: Locale, grouped: boolean | 'always'): string {
  const rounded = Number(value.toPrecision(13))
  return rounded.toLocaleString(locale === 'es' ? 'es-CO' : 'en-US', {
    useGrouping: grouped,
    maximumFractionDigits: 12,
  })
}

/** Shares are typed in percent and kept as fractions. */
export const fromPercent = (value: number): number => Number((value / 100).toPrecision(15))
export const toPercent = (value: number): number => Number((value * 100).toPrecision(13))
