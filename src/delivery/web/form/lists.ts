import { getPointer } from '../../../scenario/pointer.ts'
import type { Locale } from '../../../text/numbers.ts'
import { fieldUnit } from '../../../text/web/field-units.ts'
import type { InputColumn, InputRow } from '../parts/input-table.tsx'
import type { Document } from '../state/api.ts'
import { edit } from '../state/edit.ts'
import { nameOf } from './place.ts'
import type { Node } from './schema.ts'
import { nodeAt, termsOf } from './schema.ts'

export type Start = (rows: readonly Readonly<Record<string, unknown>>[]) => Record<string, unknown>

const listOf = (document: Document | undefined, pointer: string): readonly Record<string, unknown>[] => {
  const list = getPointer(document, pointer)
  return Array.isArray(list) ? (list as Record<string, unknown>[]) : []
}

interface ListTable {
  readonly document: Document | undefined
  readonly pointer: string
  /** What a new row starts with. */
  readonly start: Start
  /** Rows that stand ready to be typed in, at least one. */
  readonly ready: number
}

/** The rows of a list of the plan, then rows that stand ready. */
export function rowsOfList({ document, pointer, start, ready }: ListTable): InputRow[] {
  const list = listOf(document, pointer)
  const there = list.map(
    (_, at): InputRow => ({
      id: String(at),
      base: `${pointer}/${at}`,
      pointer: (column) => `${pointer}/${at}/${column}`,
      remove: () => edit(pointer, list.length === 1 ? [] : list.filter((_, one) => one !== at)),
    }),
  )
  const fresh = Array.from({ length: Math.max(1, ready - list.length) }, (_, at) =>
    freshRow({ document, pointer, start, ready }, list.length + at),
  )
  return [...there, ...fresh]
}

export function freshRow({ document, pointer, start }: ListTable, at: number): InputRow {
  const before = [...listOf(document, pointer)]
  while (before.length < at) before.push(start(before))
  return {
    id: String(at),
    base: `${pointer}/${at}`,
    pointer: (column) => `${pointer}/${at}/${column}`,
    start: start(before),
  }
}

/** Columns of a table whose rows are all shaped by one node. */
export function columnsOf(
  node: Node,
  keys: readonly string[],
  { locale, totals = [] }: { locale: Locale; totals?: readonly string[] },
): InputColumn[] {
  return keys.flatMap((id) => {
    const inner = nodeAt(node, [id])
    if (inner === undefined) return []
    const { unit } = termsOf(inner)
    return [
      {
        id,
        node: inner,
        head: nameOf(inner, `/${id}`, locale).split(':')[0] ?? id,
        unit: fieldUnit(unit, locale),
        total: totals.includes(id),
      },
    ]
  })
}

/** An identifier out of a name that no other row has. */
export function idFrom(name: string, taken: readonly unknown[]): string {
  const plain =
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'dato'
  let id = plain
  for (let n = 2; taken.includes(id); n += 1) id = `${plain}-${n}`
  return id
}
