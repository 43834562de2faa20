import { getPointer, pointerTokens } from '../../../scenario/pointer.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { sectionTitles } from '../../../text/web/chapter-sections.ts'
import { fieldUnit } from '../../../text/web/field-units.ts'
import { Field } from '../parts/field.tsx'
import type { InputColumn, InputRow } from '../parts/input-table.tsx'
import { InputTable } from '../parts/input-table.tsx'
import { edit } from '../state/edit.ts'
import { usePlan } from '../state/plan.ts'
import { useLocale } from '../state/words.ts'
import { columnsOf, freshRow, rowsOfList } from './lists.ts'
import { nameOf } from './place.ts'
import type { Node } from './schema.ts'
import { nodeAt, resolved, termsOf } from './schema.ts'
import type { Section } from './section.ts'
import { Tree } from './tree.tsx'

export interface Scope {
  readonly town: number
  readonly alternative: number
}
interface PartProps<S extends Section = Section> {
  readonly schema: Node
  readonly section: S
  readonly at: string
  readonly wanted?: string | undefined
}
type Of<Shape extends Section['shape']> = PartProps<Extract<Section, { shape: Shape }>>

const placed = (at: string, { town, alternative }: Scope): string =>
  at.replace('{town}', String(town)).replace('{alternative}', String(alternative))

const nodeOf = (schema: Node, pointer: string): Node | undefined => nodeAt(schema, pointerTokens(pointer) ?? [])

interface SectionsProps {
  readonly schema: Node
  readonly sections: readonly Section[]
  readonly scope: Scope
  readonly wanted?: string | undefined
}

/** The parts of a form under their headings. */
export function Sections({ schema, sections, scope, wanted }: SectionsProps) {
  const locale = useLocale()
  return (
    <>
      {sections.map((section) => {
        const at = placed(section.at, scope)
        return (
          <section key={`${section.title}${at}`} class="part" aria-label={sectionTitles[section.title][locale]}>
            <h2>{sectionTitles[section.title][locale]}</h2>
            <Part schema={schema} section={section} at={at} wanted={wanted} />
          </section>
        )
      })}
    </>
  )
}

function Part({ schema, section, at, wanted }: PartProps) {
  if (section.shape === 'fields') return <Fields {...{ schema, section, at }} />
  if (section.shape === 'list') return <List {...{ schema, section, at }} />
  if (section.shape === 'names') return <Names {...{ schema, section, at }} />
  if (section.shape === 'each') return <Each {...{ schema, section, at }} />
  const node = nodeOf(schema, at)
  return node === undefined ? null : (
    <div class="tree">
      <Tree pointer={at} node={node} wanted={wanted} />
    </div>
  )
}

function Fields({ schema, section: { keys }, at }: Of<'fields'>) {
  return (
    <div class="fields">
      {keys.map((key) => {
        const pointer = `${at}/${key}`
        const node = nodeOf(schema, pointer)
        if (node === undefined) return null
        const tokens = pointerTokens(pointer) ?? []
        const holder = nodeAt(schema, tokens.slice(0, -1))
        const required = holder !== undefined && (resolved(holder).required ?? []).includes(tokens.at(-1) ?? '')
        return <Field key={pointer} pointer={pointer} node={node} required={required} />
      })}
    </div>
  )
}

function List({ schema, section, at }: Of<'list'>) {
  const locale = useLocale()
  const document = usePlan()?.document
  const items = resolved(nodeOf(schema, at) ?? {}).items
  if (items === undefined) return null
  const table = { document, pointer: at, start: section.start ?? (() => ({})), ready: section.ready ?? 1 }
  return (
    <div data-field={at}>
      <InputTable
        name={sectionTitles[section.title][locale]}
        columns={columnsOf(items, section.columns, { locale, totals: section.totals ?? [] })}
        rows={rowsOfList(table)}
        more={(row) => freshRow(table, row)}
      />
    </div>
  )
}

/** One row for each name, one column for each place. */
function Names({ schema, section, at }: Of<'names'>) {
  const locale = useLocale()
  const places = section.columns.map((column) => `${at}/${column}`)
  const nodes = places.map((place) => nodeOf(schema, place))
  const known = Object.keys(resolved(nodes[0] ?? {}).properties ?? {})
  const names = section.rows ?? known
  const columns = places.flatMap((place, c): InputColumn[] => {
    const holder = nodes[c]
    const one = nodeOf(schema, `${place}/${known[0] ?? ''}`)
    if (holder === undefined || one === undefined) return []
    const unit = termsOf(one).unit === '' ? termsOf(holder).unit : termsOf(one).unit
    const node =
      termsOf(holder).share && !termsOf(one).share
        ? { ...one, description: `; ${resolved(holder).description?.split(';').at(-1) ?? ''}` }
        : one
    return [
      { id: place, node, head: nameOf(holder, place, locale), unit: fieldUnit(unit, locale), total: section.totals },
    ]
  })
  const rows = names.map(
    (name): InputRow => ({
      id: name,
      head: nameOf(nodeOf(schema, `${places[0] ?? ''}/${name}`) ?? {}, `/${name}`, locale),
      pointer: (column) => `${column}/${name}`,
    }),
  )
  return (
    <div data-field={places[0]}>
      <InputTable name={sectionTitles[section.title][locale]} columns={columns} rows={rows} />
    </div>
  )
}

/** Projects and the like: each with its entries and its own table. */
function Each({ schema, section, at }: Of<'each'>) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const value = getPointer(usePlan()?.document, at)
  const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
  const { keys, table } = section
  return (
    <div class="each" data-field={at}>
      {list.map((member, n) => {
        const name = String(member.name ?? member.id ?? words.row(n + 1))
        return (
          <div key={n} class="member">
            <div class="row">
              <h3>{name}</h3>
              {keys.length > 0 && (
                <button
                  type="button"
                  class="small"
                  aria-label={`${words.remove}: ${name}`}
                  onClick={() =>
                    edit(
                      at,
                      list.filter((_, one) => one !== n),
                    )
                  }
                >
                  ×
                </button>
              )}
            </div>
            {keys.length > 0 && (
              <Fields
                schema={schema}
                section={{ shape: 'fields', title: section.title, at: '', keys }}
                at={`${at}/${n}`}
              />
            )}
            <MemberTable {...{ schema, at: `${at}/${n}/${table.key}`, table, name, member }} />
          </div>
        )
      })}
      {keys.length > 0 && (
        <button type="button" onClick={() => edit(at, [...list, section.start(list)])}>
          {words.add}: {sectionTitles[section.title][locale]}
        </button>
      )}
    </div>
  )
}

interface MemberTableProps {
  readonly schema: Node
  readonly at: string
  readonly table: Extract<Section, { shape: 'each' }>['table']
  readonly name: string
  readonly member: Readonly<Record<string, unknown>>
}

function MemberTable({ schema, at, table, name, member }: MemberTableProps) {
  const locale = useLocale()
  const document = usePlan()?.document
  const items = resolved(nodeOf(schema, at) ?? {}).items
  if (items === undefined) return null
  // Identifiers of costs are unique in the whole alternative; the project's own makes them so.
  const source = {
    document,
    pointer: at,
    start: (rows: readonly Record<string, unknown>[]) => table.start(member, rows),
    ready: 1,
  }
  return (
    <InputTable
      name={`${name}: ${sectionTitles[table.title][locale]}`}
      columns={columnsOf(items, table.columns, { locale, totals: table.totals ?? [] })}
      rows={rowsOfList(source)}
      more={(row) => freshRow(source, row)}
    />
  )
}
