import { useEffect, useState } from 'preact/hooks'
import { escapeToken, getPointer } from '../../../scenario/pointer.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { Field } from '../parts/field.tsx'
import { edit } from '../state/edit.ts'
import { problemsAt, usePlan, useStudy } from '../state/plan.ts'
import { useLocale } from '../state/words.ts'
import { idFrom } from './lists.ts'
import { nameOf } from './place.ts'
import type { Node } from './schema.ts'
import { kindOf, resolved, takesNumber } from './schema.ts'

export interface TreeProps {
  readonly pointer: string
  readonly node: Node
  readonly required?: boolean | undefined
  /** A place that must be seen: the way to it stands open. */
  readonly wanted?: string | undefined
}

/** Whatever the schema allows at a place, each part behind its name. */
export function Tree({ pointer, node, required, wanted }: TreeProps) {
  const kind = kindOf(node)
  if (kind === 'object') return <Members {...{ pointer, node, wanted }} />
  if (kind === 'list' && kindOf(resolved(node).items ?? {}) !== 'text') return <Items {...{ pointer, node, wanted }} />
  if (kind === 'list') return <Texts {...{ pointer, node }} />
  if (kind === 'record') return <Entries {...{ pointer, node, wanted }} />
  if (kind === 'either') return <Either {...{ pointer, node, required, wanted }} />
  return <Field pointer={pointer} node={node} required={required} />
}

function Members({ pointer, node, wanted }: TreeProps) {
  const { properties = {}, required = [] } = resolved(node)
  return (
    <>
      {Object.entries(properties)
        .filter(([key]) => !['$schema', 'schemaVersion'].includes(key))
        .map(([key, inner]) => (
          <Branch
            key={key}
            pointer={`${pointer}/${escapeToken(key)}`}
            node={inner}
            required={required.includes(key)}
            wanted={wanted}
          />
        ))}
    </>
  )
}

const isSimple = (node: Node): boolean => !['object', 'record', 'list', 'either'].includes(kindOf(node))

interface BranchProps extends TreeProps {
  readonly name?: string
}

/** A part that opens; what is inside is drawn once it is open. */
function Branch({ pointer, node, required, wanted, name }: BranchProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const { problems } = useStudy()
  const value = getPointer(usePlan()?.document, pointer)
  const leads = wanted === pointer || wanted?.startsWith(`${pointer}/`) === true
  const [open, turn] = useState(leads)
  useEffect(() => {
    if (leads) turn(true)
  }, [wanted])
  if (isSimple(node)) return <Field pointer={pointer} node={node} required={required} />
  const wrong = problemsAt(problems, pointer).length
  const size = Array.isArray(value) ? words.entries(value.length) : value === undefined ? words.empty : ''
  return (
    <details
      class="branch"
      data-field={pointer}
      open={open}
      onToggle={({ currentTarget, target }) => {
        if (target === currentTarget) turn(currentTarget.open)
      }}
    >
      <summary>
        {name ?? nameOf(node, pointer, locale)} <span class="quiet">{size}</span>
        {wrong > 0 && <span class="count"> {wrong}</span>}
      </summary>
      {open && <Tree pointer={pointer} node={node} wanted={wanted} />}
    </details>
  )
}

function Items({ pointer, node, wanted }: TreeProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const value = getPointer(usePlan()?.document, pointer)
  const list = Array.isArray(value) ? (value as unknown[]) : []
  const items = resolved(node).items ?? {}
  const move = (at: number, to: number): void => edit(pointer, list.with(at, list[to]).with(to, list[at]))
  const add = (): void => edit(pointer, [...list, blankOf(items, list)])
  return (
    <div class="items">
      {list.map((item, at) => {
        const name = titleOf(item) ?? words.row(at + 1)
        return (
          <div key={at} class="item">
            <Branch pointer={`${pointer}/${at}`} node={items} name={name} wanted={wanted} />
            <span class="row">
              <button
                type="button"
                class="small"
                disabled={at === 0}
                aria-label={`${words.up}: ${name}`}
                onClick={() => move(at, at - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="small"
                disabled={at === list.length - 1}
                aria-label={`${words.down}: ${name}`}
                onClick={() => move(at, at + 1)}
              >
                ↓
              </button>
              <button
                type="button"
                class="small"
                aria-label={`${words.remove}: ${name}`}
                onClick={() =>
                  edit(
                    pointer,
                    list.filter((_, one) => one !== at),
                  )
                }
              >
                ×
              </button>
            </span>
          </div>
        )
      })}
      <button type="button" onClick={add} aria-label={`${words.add}: ${nameOf(node, pointer, locale)}`}>
        {words.add}
      </button>
    </div>
  )
}

function titleOf(item: unknown): string | undefined {
  const { name, id, year, source } = (item ?? {}) as Readonly<Record<string, unknown>>
  const found = [name, id, year, source].find((one) => one !== undefined && one !== '')
  return found === undefined ? undefined : String(found)
}

/** A new member with an identifier of its own, where members have one. */
function blankOf(items: Node, list: readonly unknown[]): unknown {
  const { properties = {}, required = [] } = resolved(items)
  const kind = kindOf(items)
  if (kind !== 'object') return kind === 'number' || kind === 'integer' ? 0 : {}
  const taken = list.map((one) => (one as { id?: unknown } | null)?.id)
  const lists = required.filter((key) => kindOf(properties[key] ?? {}) === 'list').map((key) => [key, []] as const)
  return {
    ...(required.includes('id') && properties.id !== undefined ? { id: idFrom(`n-${list.length + 1}`, taken) } : {}),
    ...Object.fromEntries(lists),
  }
}

/** A list of words, one a line. */
function Texts({ pointer, node }: TreeProps) {
  const locale = useLocale()
  const value = getPointer(usePlan()?.document, pointer)
  const lines = Array.isArray(value) ? (value as string[]) : []
  const take = (text: string): void =>
    edit(pointer, text.trim() === '' ? undefined : text.split('\n').filter((line) => line.trim() !== ''))
  return (
    <div class="field" data-field={pointer}>
      <span>{nameOf(node, pointer, locale)}</span>
      <textarea
        rows={3}
        aria-label={nameOf(node, pointer, locale)}
        value={lines.join('\n')}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
    </div>
  )
}

/** Members by a name or a year that the planner gives. */
function Entries({ pointer, node, wanted }: TreeProps) {
  const words = chapterWords[useLocale()]
  const value = getPointer(usePlan()?.document, pointer)
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const [key, type] = useState('')
  const inner = resolved(node).additionalProperties
  const of: Node = typeof inner === 'object' ? inner : {}
  const add = (): void => {
    if (key.trim() === '' || keys.includes(key)) return
    edit(`${pointer}/${escapeToken(key.trim())}`, takesNumber(of) ? 0 : {})
    type('')
  }
  return (
    <div class="items">
      {keys.map((one) => (
        <div key={one} class="item">
          <Branch pointer={`${pointer}/${escapeToken(one)}`} node={of} name={one} wanted={wanted} />
          <button
            type="button"
            class="small"
            aria-label={`${words.remove}: ${one}`}
            onClick={() => edit(`${pointer}/${escapeToken(one)}`, undefined)}
          >
            ×
          </button>
        </div>
      ))}
      <span class="row">
        <input
          type="text"
          aria-label={words.key}
          placeholder={words.key}
          value={key}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <button type="button" onClick={add}>
          {words.add}
        </button>
      </span>
    </div>
  )
}

/** One of several shapes: the one that the value has, or that the planner chooses. */
function Either({ pointer, node, required, wanted }: TreeProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const value = getPointer(usePlan()?.document, pointer)
  const branches = (resolved(node).anyOf ?? []).map((one) => ({
    ...resolved(one),
    description: one.description ?? resolved(node).description ?? '',
  }))
  const found = branches.findIndex((branch) => fits(branch, value))
  const [chosen, choose] = useState(0)
  const at = value === undefined ? chosen : Math.max(0, found)
  const branch = branches[at]
  if (branch === undefined) return null
  return (
    <div class="either" data-field={pointer}>
      <select
        aria-label={`${nameOf(node, pointer, locale)}: ${words.shape}`}
        value={String(at)}
        onChange={({ currentTarget }) => {
          edit(pointer, undefined)
          choose(Number(currentTarget.value))
        }}
      >
        {branches.map((one, index) => (
          <option key={index} value={String(index)}>
            {words.branches[branchOf(one)]}
          </option>
        ))}
      </select>
      <Tree pointer={pointer} node={branch} required={required} wanted={wanted} />
    </div>
  )
}

function branchOf(node: Node): keyof (typeof chapterWords)['es']['branches'] {
  const kind = kindOf(node)
  if (takesNumber(node)) return 'number'
  return kind === 'choice' || kind === 'object' || kind === 'record' || kind === 'list' ? kind : 'text'
}

function fits(node: Node, value: unknown): boolean {
  const kind = kindOf(node)
  if (typeof value === 'number') return takesNumber(node)
  if (typeof value === 'string')
    return kind === 'text' || (kind === 'choice' && (resolved(node).enum ?? []).includes(value))
  if (typeof value === 'boolean') return kind === 'boolean' || kind === 'any'
  if (Array.isArray(value)) return kind === 'list'
  if (typeof value !== 'object' || value === null) return false
  const keys = Object.keys(value)
  if (kind === 'path') return keys.some((key) => ['points', 'start', 'values'].includes(key))
  if (kind === 'object') return keys.every((key) => resolved(node).properties?.[key] !== undefined)
  return kind === 'record'
}
