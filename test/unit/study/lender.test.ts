import { describe, expect, it } from 'vitest'
import loans from '../../../scenarios/loans.json' with { type: 'json' }
import minimal from '../../../scenarios/minimal.json' with { type: 'json' }
import { debtServiceCover } from '../../../src/model/6-statements/ratios.ts'
import { evenCover, lifeCover, sculpted } from '../../../src/study/lender/cover.ts'
import { lenderPack } from '../../../src/study/lender/lender.ts'
import { loanLineWarnings } from '../../../src/study/lender/loan-lines.ts'
import { runAlternative, series } from '../../../src/study/run.ts'
import { planOf } from './plans.ts'

/** 1,000 drawn at t = 0 at 10 %, two level payments of 576.19; 1,152.38 of cash a year covers it twice. */
const level = 1000 * (0.1 / (1 - 1.1 ** -2))
const debt = {
  cash: [0, 2 * level, 2 * level, 2 * level],
  draws: [1000, 0, 0, 0],
  interest: [0, 100, (1100 - level) * 0.1, 0],
  closing: [1000, 1100 - level, 0, 0],
  service: [0, level, level, 0],
}

describe('the covers of a debt', () => {
  it('over its life are the even cover of its service', () => {
    const [atDraw, later, none] = lifeCover(debt, 2)
    expect(atDraw).toBeCloseTo(2, 9)
    expect(later).toBeCloseTo(2, 9)
    expect(none).toBeNull()
    expect(evenCover(debt, { last: 2, opening: 0 })).toBeCloseTo(2, 6)
  })

  it('over the project also count the cash after the debt is repaid', () => {
    const [atDraw] = lifeCover(debt, 3)
    expect(atDraw).toBeCloseTo(2 + (2 * level) / 1.1 ** 3 / 1000, 9)
  })
})

describe('a sculpted repayment', () => {
  it('serves each year the cash over the target, so the cover is even until the debt ends', () => {
    const cash = [0, 500, 900, 400, 800]
    const shaped = sculpted(
      { ...debt, cash, draws: [1000, 0, 0, 0, 0], interest: [0, 100, 60, 0, 0], closing: [1000, 600, 0, 0, 0] },
      { cover: 1.25, last: 4, opening: 0 },
    )
    expect(shaped.covers.slice(1, 3)).toEqual([1.25, 1.25])
    expect(shaped.principal[1]).toBeCloseTo(500 / 1.25 - 100, 9)
    expect(shaped.principal.reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 9)
    expect(shaped.unrepaid).toBe(0)
  })

  it('pays the interest where the cash does not reach and says what stays unrepaid', () => {
    const shaped = sculpted({ ...debt, cash: [0, 50, 50, 50] }, { cover: 1, last: 2, opening: 0 })
    expect(shaped.principal).toEqual([0, 0, 0, 0])
    expect(shaped.interest[1]).toBe(100)
    expect(shaped.covers[1]).toBe(0.5)
    expect(shaped.unrepaid).toBe(1000)
    const poor = { ...debt, cash: [0, 50, 50, 50] }
    expect(evenCover(poor, { last: 2, opening: 0 })).toBeCloseTo(lifeCover(poor, 2)[0] ?? 0, 6)
    expect(evenCover(poor, { last: 2, opening: 0 })).toBeLessThan(1)
  })
})

describe("the lender's pack of a plan with three loans", () => {
  const plan = planOf(loans)
  const pack = lenderPack(plan, 1, { minimumCash: 100e6, maximumIndebtedness: 0.5, reserveMonths: 3 })

  it('divides the cash it shows by the service it shows', () => {
    const cover = series(runAlternative(plan, 1), debtServiceCover)
    for (const [t, found] of pack.cover.entries()) {
      if (found === null) continue
      expect(found).toBeCloseTo((pack.cashForDebtService[t] as number) / (pack.debtService[t] as number), 9)
      expect(found).toBe(cover[t])
    }
    expect(pack.coverMinimum.value).toBe(Math.min(...pack.cover.filter((x) => x !== null)))
  })

  it('repays of each loan what was lent and what was capitalised', () => {
    for (const loan of pack.loans) {
      expect(loan.openAtHorizon).toBeCloseTo(0, 3)
      expect(loan.principalToDate.at(-1)).toBeCloseTo(loan.principal, 3)
      expect(loan.interestToDate.at(-1)).toBeCloseTo(loan.interest, 3)
      if (loan.id === 'findeter-relleno') expect(loan.principal).toBeGreaterThan(loan.drawn)
      else expect(loan.principal).toBeCloseTo(loan.drawn, 3)
    }
  })

  it('finds the all-in cost above the rate where there is a fee, and equal to it where there is none', () => {
    const cost = (id: string) => pack.loans.find((l) => l.id === id)?.allInCost ?? 0
    expect(cost('vigente')).toBeCloseTo(0.15, 9)
    expect(cost('banco-flota')).toBeGreaterThan(0.135)
    expect(cost('banco-flota')).toBeLessThan(0.14)
  })

  it('gives a bullet its whole term as average life', () => {
    expect(pack.loans.find((l) => l.id === 'puente-clausura')?.averageLife).toBeCloseTo(3, 9)
  })

  it('holds in reserve the months asked of the next year’s service', () => {
    expect(pack.reserve.required[3]).toBeCloseTo((pack.debtService[4] as number) / 4, 6)
  })

  it('judges each covenant by its worst year', () => {
    expect(pack.covenants.map((c) => c.id)).toEqual(['minimumCover', 'reserve', 'minimumCash', 'maximumIndebtedness'])
    for (const { passed, worst, year } of pack.covenants) {
      expect(typeof passed).toBe('boolean')
      expect(worst).not.toBeNull()
      expect(year).toBeGreaterThanOrEqual(plan.baseYear)
    }
    expect(lenderPack(plan, 1, { minimumCash: 1e13 }).covenants.find((c) => c.id === 'minimumCash')?.passed).toBe(false)
  })

  it('counts the loans that a waterfall draws', () => {
    const floor = { waterfall: [{ source: 'loan', rate: 0.12, term: 5 }], cashFloor: 3e9 }
    const drawn = planOf({ ...plan, alternatives: plan.alternatives.map((a) => ({ ...a, financing: floor })) })
    const found = lenderPack(drawn, 1).loans.filter((l) => l.id.startsWith('waterfall-'))
    expect(found.length).toBeGreaterThan(0)
    for (const loan of found) expect(loan.allInCost).toBeCloseTo(0.12, 9)
  })
})

describe('a plan without debt', () => {
  it('has nothing to cover, and says so with nulls', () => {
    const pack = lenderPack(planOf(minimal), 0)
    expect(pack.loans).toEqual([])
    expect(pack.coverMinimum).toEqual({ value: null, year: null })
    expect(pack.loanLifeCoverMinimum.value).toBeNull()
    expect(pack.evenCover).toBeNull()
    expect(pack.averageLife).toBeNull()
    expect(pack.sculpted.unrepaid).toBe(0)
  })
})

describe("Findeter's lines", () => {
  const [, second] = loans.alternatives
  const withLoan = (change: object) =>
    planOf({
      ...loans,
      variants: [],
      alternatives: [loans.alternatives[0], { ...second, loans: [{ ...second?.loans?.[0], ...change }] }],
    })

  it.each<[string, object, string[]]>([
    ['a term beyond the line', { term: 13 }, ['/alternatives/1/loans/0/term']],
    ['a grace beyond the line', { grace: 3 }, ['/alternatives/1/loans/0/grace']],
    ['the line by its id', { line: 'findeterOrdinary', term: 13 }, ['/alternatives/1/loans/0/term']],
    [
      'the line without its accents and commas',
      { line: 'FINDETER reperfilamiento de deuda', term: 11, grace: 1 },
      ['/alternatives/1/loans/0/term'],
    ],
    ['what the line gives', {}, []],
    ['a line of somebody else', { line: 'cupo del Infi', term: 30 }, []],
    ['a line that had ended by then', { line: 'findeterCompensated', term: 30 }, []],
  ])('warn of %s', (_, change, pointers) => {
    const found = loanLineWarnings(runAlternative(withLoan(change), 1))
    expect(found.map((w) => w.pointer)).toEqual(pointers)
    for (const { code, message } of found) {
      expect(code).toBe('loan-line')
      expect(message.es).toMatch(/admite a lo sumo \d+ en 2026/)
    }
  })
})
