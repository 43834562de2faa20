import type { SectionTitle } from '../../../text/web/chapter-sections.ts'
import type { Start } from './lists.ts'

/** A part of a form: which places of the plan it shows, in which order, in what shape. `{town}` and `{alternative}` are numbers. */
export type Section =
  | { readonly shape: 'fields'; readonly title: SectionTitle; readonly at: string; readonly keys: readonly string[] }
  | {
      readonly shape: 'list'
      readonly title: SectionTitle
      readonly at: string
      readonly columns: readonly string[]
      readonly totals?: readonly string[]
      readonly start?: Start
      readonly ready?: number
    }
  | {
      /** One row for each name, one column for each place that holds those names. */
      readonly shape: 'names'
      readonly title: SectionTitle
      readonly at: string
      readonly columns: readonly string[]
      readonly rows?: readonly string[]
      readonly totals?: true
    }
  | {
      /** Members that have entries of their own and one table each: projects and their costs. */
      readonly shape: 'each'
      readonly title: SectionTitle
      readonly at: string
      readonly keys: readonly string[]
      readonly start: Start
      readonly table: {
        readonly key: string
        readonly title: SectionTitle
        readonly columns: readonly string[]
        readonly totals?: readonly string[]
        readonly start: (
          member: Readonly<Record<string, unknown>>,
          rows: readonly Readonly<Record<string, unknown>>[],
        ) => Record<string, unknown>
      }
    }
  | { readonly shape: 'tree'; readonly title: SectionTitle; readonly at: string }

export const fields = (title: SectionTitle, at: string, keys: readonly string[]): Section => ({
  shape: 'fields',
  title,
  at,
  keys,
})
export const tree = (title: SectionTitle, at: string): Section => ({ shape: 'tree', title, at })
