import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { mergePatch } from '../../src/scenario/patch.ts'

/** A figure that a case expects: a number, arithmetic as text, or null where it is undefined. */
export type Wanted = number | string | null
/** Expected values by calendar year, and which row of the line they belong to. */
export type WantedRow = Readonly<Record<string, Wanted | Readonly<Record<string, string>>>>
type Json = Readonly<Record<string, unknown>>

/** What a case says of the evaluation of one alternative. */
export interface Expected {
  /** Which alternative; the first where absent. */
  readonly alternative?: string
  readonly lines?: Readonly<Record<string, WantedRow | readonly WantedRow[]>>
  /** A figure, or its values by key (and year). */
  readonly figures?: Json
  readonly criteria?: Readonly<Record<string, Wanted>>
  readonly viability?: Readonly<Record<string, Readonly<Record<string, Wanted | boolean>>>>
  readonly viable?: boolean
  readonly populationMethods?: readonly Json[]
  /** Rows of the budget, or of sources by programme and stage, found by what they say besides the amounts. */
  readonly budget?: readonly Json[]
  readonly stages?: readonly Json[]
  readonly ranking?: { readonly order?: readonly Json[]; readonly setAside?: readonly string[] }
  readonly warnings?: readonly string[]
  readonly noWarnings?: readonly string[]
  /** The scenario is refused with these codes. */
  readonly problems?: readonly string[]
}

/** One case of a chapter. */
export interface Case {
  readonly name: string
  readonly numeral: string
  readonly given: Json
  readonly expect: Expected
  readonly tolerance?: number
}

const expectations = [
  ...['alternative', 'lines', 'figures', 'criteria', 'viability', 'viable', 'populationMethods'],
  ...['budget', 'stages', 'ranking', 'warnings', 'noWarnings', 'problems'],
]

const load = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'), { merge: true })
const base = load('base.yaml')

/** The cases of a chapter's file. Errors: Error where a case lacks a part or expects what nobody compares. */
export function casesOf(file: string): readonly Case[] {
  const cases = load(file) as readonly Case[]
  for (const { name, numeral, given, expect } of cases) {
    if (!name || !numeral || given === undefined || !expect) throw new Error(`${file}: «${name}» is not whole`)
    const unknown = Object.keys(expect).filter((key) => !expectations.includes(key))
    if (unknown.length > 0) throw new Error(`${file}: «${name}» expects ${unknown.join()}`)
  }
  return cases
}

/**
 * The scenario of a case: the base scenario changed by `given` (RFC 7396). A list is replaced whole, so two words spare
 * copying it: `municipality` changes the first municipality, `alternative` the first alternative.
 */
export function scenarioOf({ given }: Case): unknown {
  const { municipality, alternative, ...rest } = given
  const document = mergePatch(base, rest) as {
    territory: { municipalities: unknown[] }
    alternatives: unknown[]
  }
  const changedFirst = ([first, ...others]: unknown[], patch: unknown) =>
    patch === undefined ? [first, ...others] : [mergePatch(first, patch), ...others]
  return {
    ...document,
    territory: { ...document.territory, municipalities: changedFirst(document.territory.municipalities, municipality) },
    alternatives: changedFirst(document.alternatives, alternative),
  }
}
