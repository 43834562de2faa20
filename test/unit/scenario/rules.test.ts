import { describe, expect, test } from 'vitest'
import { problemTexts } from '../../../src/text/problems.ts'
import { warningProblems } from '../../../src/text/problems-warnings.ts'
import { costCases } from './cases-costs.ts'
import { fundingCases } from './cases-funding.ts'
import { referenceCases } from './cases-references.ts'
import { shapeCases } from './cases-shape.ts'
import { territoryCases } from './cases-territory.ts'
import { minimalWith, problemsOf } from './minimal.ts'

const cases = [...shapeCases, ...territoryCases, ...referenceCases, ...costCases, ...fundingCases]

describe('each rule is told by its own code at its own place', () => {
  test.each(cases)('%s is %s at %s', (_symptom, code, pointer, ...operations) => {
    const problems = problemsOf(minimalWith(...operations))
    expect(problems.map((found) => ({ code: found.code, pointer: found.pointer }))).toEqual([{ code, pointer }])
    for (const { es, en } of problems) {
      expect(es).toMatch(/^\S.*[.?]$/)
      expect(en).toMatch(/^\S.*[.?]$/)
      expect(es + en).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  test('no code of a problem is without such a case', () => {
    const reached = new Set<string>(cases.map(([, code]) => code))
    const elsewhere = ['too-large', 'too-wide', 'too-many-problems', 'wrong-value', ...Object.keys(warningProblems)]
    expect(Object.keys(problemTexts).filter((code) => !reached.has(code) && !elsewhere.includes(code))).toEqual([])
  })
})
