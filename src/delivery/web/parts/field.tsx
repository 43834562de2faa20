import { useId, useState } from 'preact/hooks'
import { getPointer } from '../../../scenario/pointer.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { choiceOf } from '../../../text/web/chapter-choices.ts'
import { fieldUnit } from '../../../text/web/field-units.ts'
import { NumberInput } from '../form/number-input.tsx'
import { defaultOf, keyOf, nameOf, numeralsOf, sourceOf } from '../form/place.ts'
import type { Node } from '../form/schema.ts'
import { kindOf, resolved, termsOf } from '../form/schema.ts'
import { PathEditor } from '../form/years/path-editor.tsx'
import { edit } from '../state/edit.ts'
import { problemsAt, usePlan, useStudy } from '../state/plan.ts'
import { useLocale } from '../state/words.ts'

export interface FieldProps {
  readonly pointer: string
  readonly node: Node
  readonly required?: boolean | undefined
}

/** One entry of the plan: its term, unit, numeral, what holds where it is empty, its source, and what is wrong with it. */
export function Field({ pointer, node, required = false }: FieldProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const id = useId()
  const plan = usePlan()
  const { problems, numerals } = useStudy()
  if (plan === undefined) return null
  const own = problemsAt(problems, pointer)
  const { unit, term } = termsOf(node)
  const asked = numeralsOf(node, pointer, numerals)
  const source = sourceOf(plan.document, pointer)
  const value = getPointer(plan.document, pointer)
  const notes = [
    locale === 'en' && term !== '' ? term : '',
    asked === '' ? '' : `${words.numeral} ${asked}`,
    value === undefined ? (required ? words.required : defaultOf(node, pointer, locale)) : '',
    value === undefined || source === undefined
      ? ''
      : `${words.source}: ${termOf('sourceStatus', source.status, locale)}, ${source.source}`,
  ].filter((note) => note !== '')
  const name = nameOf(node, pointer, locale)
  return (
    <div class={own.length > 0 ? 'field wrong' : 'field'} data-field={pointer}>
      <label for={id}>{name}</label>
      <Control id={id} name={name} pointer={pointer} node={node} wrong={own.length > 0} />
      <span class="unit">{fieldUnit(unit, locale)}</span>
      <span id={`${id}-notes`} class="notes" title={notes.join(' · ')}>
        {notes.join(' · ')}
      </span>
      {own.map(({ code, message, pointer: at }) => (
        <span key={`${at}${code}`} class="fault" role="status">
          {message}
        </span>
      ))}
    </div>
  )
}

interface ControlProps extends FieldProps {
  readonly id?: string | undefined
  readonly name: string
  readonly wrong: boolean
}

/** What a value is typed into, by its kind. */
function Control({ id, name, pointer, node, wrong }: ControlProps) {
  const value = getPointer(usePlan()?.document, pointer)
  // Asked once: a field that changes under the hands loses them.
  const [long] = useState(typeof value === 'string' && value.length > 34)
  const put = (next: unknown): void => edit(pointer, next === '' ? undefined : next)
  const { share } = termsOf(node)
  const kind = kindOf(node)
  const describedBy = id === undefined ? undefined : `${id}-notes`
  if (kind === 'path') return <PathControl id={id} name={name} value={value} put={put} share={share} wrong={wrong} />
  if (kind === 'number' || kind === 'integer') {
    return (
      <NumberInput
        id={id}
        name={name}
        value={typeof value === 'number' ? value : undefined}
        take={put}
        share={share}
        whole={kind === 'integer'}
        year={kind === 'integer' && /year|closes|opens|from|^to$/i.test(keyOf(pointer))}
        wrong={wrong}
        describedBy={describedBy}
      />
    )
  }
  if (kind === 'choice' || kind === 'boolean') return <Choice {...{ id, pointer, node, name, wrong, value, put }} />
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
  const typed = {
    id,
    value: text,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': describedBy,
  }
  return long ? (
    <textarea {...typed} rows={1} onInput={({ currentTarget }) => put(currentTarget.value)} />
  ) : (
    <input {...typed} type="text" autoComplete="off" onInput={({ currentTarget }) => put(currentTarget.value)} />
  )
}

interface PathControlProps {
  readonly id?: string | undefined
  readonly name: string
  readonly value: unknown
  readonly put: (value: unknown) => void
  readonly share: boolean
  readonly wrong: boolean
}

/** A constant is a plain number until it is asked to change over the years. */
function PathControl({ id, name, value, put, share, wrong }: PathControlProps) {
  const words = chapterWords[useLocale()]
  const plain = value === undefined || typeof value === 'number'
  if (!plain) return <PathEditor name={name} value={value} take={put} share={share} wrong={wrong} />
  return (
    <span class="plain-path">
      <NumberInput id={id} name={name} value={value} take={put} share={share} wrong={wrong} />
      <button
        type="button"
        class="small"
        aria-label={`${name}: ${words.overYears}`}
        title={words.overYears}
        tabIndex={value === undefined ? -1 : 0}
        onClick={() => put({ start: value ?? 0, growth: 0 })}
      >
        ↗
      </button>
    </span>
  )
}

interface ChoiceProps extends ControlProps {
  readonly value: unknown
  readonly put: (value: unknown) => void
}

export function Choice({ id, name, pointer, node, wrong, value, put }: ChoiceProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const bool = kindOf(node) === 'boolean'
  const key = keyOf(pointer)
  const values = bool ? ['true', 'false'] : (resolved(node).enum ?? [])
  const word = (one: string): string => (bool ? (one === 'true' ? words.yes : words.no) : choiceOf(key, one, locale))
  const given = resolved(node).default
  return (
    <select
      id={id}
      aria-label={id === undefined ? name : undefined}
      aria-invalid={wrong ? 'true' : undefined}
      value={value === undefined ? '' : String(value)}
      onChange={({ currentTarget: { value: next } }) => put(next === '' ? undefined : bool ? next === 'true' : next)}
    >
      <option value="">
        {given === undefined ? words.choose : `${word(String(given))} (${words.default('').replace(/: $/, '')})`}
      </option>
      {values.map((one) => (
        <option key={one} value={one}>
          {word(one)}
        </option>
      ))}
    </select>
  )
}
