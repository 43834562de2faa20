import { useId, useState } from 'preact/hooks'
import type { Locale } from '../../../text/numbers.ts'
import { chapterWords } from '../../../text/web/chapter.ts'
import { useLocale } from '../state/words.ts'
import { fromPercent, readNumber, toPercent, writeNumber } from './number.ts'

export interface NumberProps {
  readonly name: string
  readonly value: number | undefined
  readonly take: (value: number | undefined) => void
  readonly share?: boolean | undefined
  readonly whole?: boolean | undefined
  /** Years are written without marks. */
  readonly year?: boolean | undefined
  /** What is not accepted yet, such as the first digits of a year, stands as typed and changes nothing. */
  readonly accepts?: ((value: number) => boolean) | undefined
  readonly wrong?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly placeholder?: string | undefined
  readonly id?: string | undefined
  readonly place?: string | undefined
}

interface Typed {
  readonly text: string
  readonly value: number | undefined
  readonly fault?: string | undefined
  readonly other?: number | undefined
}

/** A number as it is typed: taken at every key, and asked about where it reads two ways. */
export function NumberInput(props: NumberProps) {
  const { name, value, take, share = false, whole = false, year = false } = props
  const locale = useLocale()
  const id = useId()
  const [typed, type] = useState<Typed | undefined>()
  const [inside, enter] = useState(false)
  const shown = (one: number): string => writeNumber(share ? toPercent(one) : one, locale, year ? false : 'always')
  const rest =
    value === undefined
      ? ''
      : inside || year
        ? writeNumber(share ? toPercent(value) : value, locale, false)
        : shown(value)
  // What stands in the document wins once it is no longer what was typed here: undo, another tab.
  const now = typed !== undefined && Object.is(typed.value, value) ? typed : undefined
  const hear = (text: string): void => {
    const heard = hearNumber(text, { locale, share, whole })
    const early = props.accepts !== undefined && (heard.value === undefined || !props.accepts(heard.value))
    const taken = heard.fault === undefined && !early
    type(taken ? heard : { ...heard, value })
    if (taken) take(heard.value)
  }
  const other = inside ? undefined : now?.other
  const answer = (given: number | undefined): void => {
    type(undefined)
    if (given !== undefined) take(given)
  }
  const told = now?.fault !== undefined || other !== undefined
  return (
    <span class="number-input">
      <input
        id={props.id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={props.id === undefined ? name : undefined}
        aria-invalid={props.wrong === true || now?.fault !== undefined ? 'true' : undefined}
        aria-describedby={told ? `${id}-told` : props.describedBy}
        data-place={props.place}
        placeholder={props.placeholder}
        value={now?.text ?? rest}
        onFocus={({ currentTarget }) => {
          enter(true)
          queueMicrotask(() => currentTarget.select())
        }}
        onBlur={() => {
          enter(false)
          if (now !== undefined && now.fault === undefined && now.other === undefined) type(undefined)
        }}
        onInput={({ currentTarget }) => hear(currentTarget.value)}
      />
      {told && <TwoWays id={`${id}-told`} fault={now?.fault} value={value} {...{ other, shown, answer }} />}
    </span>
  )
}

interface TwoWaysProps {
  readonly id: string
  readonly fault: string | undefined
  readonly value: number | undefined
  readonly other: number | undefined
  readonly shown: (value: number) => string
  readonly answer: (value: number | undefined) => void
}

/** What is wrong with what was typed, or the question which of two numbers it is. */
function TwoWays({ id, fault, value, other, shown, answer }: TwoWaysProps) {
  const words = chapterWords[useLocale()]
  return (
    <span id={id} class="told" role="status">
      {fault ?? ''}
      {other !== undefined && value !== undefined && (
        <>
          {words.twofold(shown(value), shown(other))}{' '}
          <button type="button" class="small" onClick={() => answer(other)}>
            {words.useOther(shown(other))}
          </button>{' '}
          <button type="button" class="small" onClick={() => answer(undefined)}>
            {words.keep}
          </button>
        </>
      )}
    </span>
  )
}

/** What a text says as the field's value: a share is typed in percent. */
function hearNumber(text: string, { locale, share, whole }: { locale: Locale; share: boolean; whole: boolean }): Typed {
  const words = chapterWords[locale]
  const kept = (one: number): number => (share ? fromPercent(one) : one)
  const mark = whole && /^\d{1,3}[.,]\d{3}$/.test(text) ? thousandsOf(text) : undefined
  const read = readNumber(text, { locale, mark })
  if (read.kind === 'wrong') return { text, value: undefined, fault: words.notNumber }
  if (read.kind === 'empty') return { text, value: undefined }
  const value = kept(read.value)
  if (whole && !Number.isInteger(value)) return { text, value, fault: words.noFraction }
  return { text, value, ...(read.kind === 'twofold' ? { other: kept(read.other) } : {}) }
}

/** A whole number has no decimals, so its one mark groups thousands. */
const thousandsOf = (text: string) => (text.includes(',') ? '.' : ',')
