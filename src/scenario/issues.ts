import type { z } from 'zod'
import { type FormName, isForm, isPattern } from '../text/problems.ts'
import { isObject, knownFields } from './fields.ts'
import { ownMember, toPointer } from './pointer.ts'
import { type Problem, problem } from './problem.ts'

type Issue = z.core.$ZodIssue
type Steps = readonly PropertyKey[]

/** The problems, at most so many, that a failed reading of a document stands for, each told at the place where it is. */
export function problemsOf(issues: readonly Issue[], raw: unknown, most: number): Problem[] {
  const found: Problem[] = []
  for (const issue of issues) {
    if (found.length >= most) break
    if (issue.code !== 'unrecognized_keys') found.push(translate(issue, raw))
    else {
      const known = knownFields(issue.message)
      for (const key of issue.keys.slice(0, most - found.length))
        found.push(unknownField([...issue.path, key], known, raw))
    }
  }
  return found
}

function valueAt(raw: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => ownMember(value, String(step)), raw)
}

function translate(issue: Issue, raw: unknown): Problem {
  const steps = issue.path
  const received = valueAt(raw, steps)
  const place = { pointer: toPointer(steps), received }
  switch (issue.code) {
    case 'invalid_key':
      return wrongKey(issue, steps, raw)
    case 'invalid_union':
      return received === undefined ? missing(steps) : problem('type', place, formOf(issue.message))
    case 'invalid_type':
      if (received === undefined) return missing(steps)
      if (issue.expected === 'int' && typeof received === 'number') return problem('integer', place)
      return problem('type', place, formOf(issue.expected))
    case 'invalid_value':
      return received === undefined ? missing(steps) : problem('enum', place, issue.values.map(String))
    case 'too_small':
    case 'too_big':
      return outOfLimits(issue, place)
    case 'invalid_format':
      return problem('format', place, isPattern(issue.message) ? issue.message : 'other')
    default:
      return custom(issue.message, place)
  }
}

function missing(steps: Steps): Problem {
  if (steps.length === 0) return problem('type', { pointer: '' }, 'object')
  return problem('required', { pointer: toPointer(steps) }, String(steps[steps.length - 1] ?? ''))
}

function unknownField(steps: Steps, known: readonly string[], raw: unknown): Problem {
  const field = String(steps[steps.length - 1])
  return problem(
    'unknown-field',
    { pointer: toPointer(steps), received: valueAt(raw, steps) },
    field.slice(0, 100),
    nearest(field, known),
    known,
  )
}

function wrongKey(issue: z.core.$ZodIssueInvalidKey, steps: Steps, raw: unknown): Problem {
  const inner = issue.issues[0]
  if (inner?.code === 'invalid_value') return unknownField(steps, inner.values.map(String), raw)
  const place = { pointer: toPointer(steps), received: steps[steps.length - 1]?.toString() }
  if (inner?.message === 'reserved-id') return problem('reserved-id', place)
  return problem('format', place, inner !== undefined && isPattern(inner.message) ? inner.message : 'other')
}

function outOfLimits(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  place: { pointer: string; received: unknown },
): Problem {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') return problem(small ? 'too-short' : 'too-long', place, limit)
  if (issue.origin === 'array') return problem(small ? 'too-few' : 'too-many', place, limit)
  return problem(small ? 'too-small' : 'too-big', place, limit, issue.inclusive ?? true)
}

function custom(message: string, place: { pointer: string; received: unknown }): Problem {
  if (message === 'reserved-id') return problem('reserved-id', place)
  if (message === 'empty') return problem('empty-points', place)
  if (message === 'too-many-years') return problem('too-many', place, 120)
  return problem('wrong-value', place)
}

const formNames: Record<string, FormName> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'flag',
  object: 'object',
  record: 'object',
  array: 'list',
  recovery: 'object-or-list',
  measures: 'object-or-list',
  affected: 'text-or-object',
  'factor-by-component': 'number-or-object',
  'figure-by-zone': 'number-or-object',
  'cost-by-material': 'object',
  'cost-by-stream': 'object',
}

function formOf(expected: string): FormName {
  const named = Object.hasOwn(formNames, expected) ? formNames[expected] : undefined
  if (named !== undefined) return named
  if (expected.startsWith('target-')) return 'by-municipality'
  if (expected.startsWith('diagnosis-')) return 'object'
  return isForm(expected) ? expected : 'other'
}

/** The known name most like the one given, if it is like it at all. */
function nearest(given: string, known: readonly string[]): string | undefined {
  const word = given.slice(0, 60)
  const ranked = known.map((name) => ({ name, away: distance(word.toLowerCase(), name.toLowerCase()) }))
  ranked.sort((a, b) => a.away - b.away)
  const best = ranked[0]
  return best !== undefined && best.away <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

const absence =
  /-missing$|^unknown-reference$|^census-count$|^expansion-class$|^driver-without-base$|^factor-without-users$|-no-|^unit-and-driver$|^no-status-quo$/

/**
 * A copy of a document without the places that could not be read, so that the rules can still be asked about the rest;
 * `touches` says which of their answers may only be due to what was taken out.
 */
export function withoutBroken(raw: unknown, problems: readonly Problem[]) {
  const document = copied(raw)
  const removed = problems.map(({ pointer, code }) => remove(document, pointer, code === 'required'))
  const touches = (found: Problem): boolean =>
    removed.some((pointer) => {
      const apart = !under(found.pointer, pointer) && !under(pointer, found.pointer)
      const holder = pointer.slice(0, pointer.lastIndexOf('/'))
      return !apart || (absence.test(found.code) && under(found.pointer, holder))
    })
  return { document, touches }
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copied(member)]))
}

function under(pointer: string, above: string): boolean {
  return `${pointer}/`.startsWith(`${above}/`)
}

function remove(document: unknown, pointer: string, missingField: boolean): string {
  const tokens = pointer.split('/').slice(1)
  if (missingField) tokens.pop()
  while (tokens.length > 0) {
    const steps = tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    const holder = valueAt(document, steps.slice(0, -1))
    const field = steps[steps.length - 1]!
    // taking a member out of a list would move the others, and their pointers with them
    if (isObject(holder)) {
      delete holder[field]
      return `/${tokens.join('/')}`
    }
    tokens.pop()
  }
  return ''
}
