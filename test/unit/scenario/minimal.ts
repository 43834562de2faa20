import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import type { PatchOperation } from '../../../src/scenario/document/plan.ts'
import { applyPatch } from '../../../src/scenario/patch.ts'
import type { Problem } from '../../../src/scenario/problem.ts'
import { readScenario } from '../../../src/scenario/read.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import type { ProblemCode } from '../../../src/text/problems.ts'

/** One broken document: the symptom, the code and place it must be told by, and what breaks the smallest valid plan. */
export type Case = [symptom: string, code: ProblemCode, pointer: string, ...operations: PatchOperation[]]

/** A fresh copy of the smallest valid plan, changed by these operations. */
export function minimalWith(...operations: PatchOperation[]): unknown {
  const patched = applyPatch(minimal, operations)
  if (!patched.ok) throw new Error(`the test's own patch fails at ${patched.at}`)
  return patched.document
}

export const add = (path: string, value: unknown): PatchOperation => ({ op: 'add', path, value })
export const replace = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value })
export const remove = (path: string): PatchOperation => ({ op: 'remove', path })

/** The problems of a document that must not read. */
export function problemsOf(document: unknown): Problem[] {
  const read = readScenario(document)
  return read.ok ? [] : read.problems
}

/** The scenario of a document that must read. */
export function scenarioOf(document: unknown): Scenario {
  const read = readScenario(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.scenario
}

/** The warnings of a document that must read. */
export function warningsOf(document: unknown): Problem[] {
  const read = readScenario(document)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2))
  return read.warnings
}

export const town = '/territory/municipalities/0'
export const plan = '/alternatives/0'
export const costs = '/alternatives/0/projects/0/costs'
