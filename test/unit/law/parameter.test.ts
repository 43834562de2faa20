import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { parseUnit } from '../../../src/formula/units.ts'
import type { LawId, NumericLawId } from '../../../src/law/parameter.ts'
import { findLaw, findLawOn, isLawId, lawParameters } from '../../../src/law/parameter.ts'

const day = z.iso.date()
const valueSchema = z.strictObject({
  from: day,
  to: day.optional(),
  value: z.union([z.number(), z.string().min(1), z.array(z.union([z.number(), z.string().min(1)])).min(1)]),
  norm: z.string().min(1),
  article: z.string().min(1),
  title: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  confirmed: z.enum(['verbatim', 'secondary', 'recalled']),
  plan: z.enum(['resolution-1045-2003', 'resolution-754-2014']).optional(),
  note: z.string().min(1).optional(),
})
const parameterSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  es: z.string().min(1),
  en: z.string().min(1),
  unit: z.string().min(1),
  values: z.array(valueSchema).min(1),
})

const parameters = Object.entries(lawParameters)
const figure = (id: LawId, year: number) => findLaw(id, year)?.value

describe('every legal parameter', () => {
  it('has its shape: figure, norm, article, title, address and confidence', () => {
    for (const [id, parameter] of parameters) {
      expect(() => parameterSchema.parse(parameter), id).not.toThrow()
      expect(parameter.id).toBe(id)
    }
  })

  it('has dates that ascend and do not overlap, plan by plan', () => {
    for (const [id, { values }] of parameters) {
      for (const norm of ['resolution-1045-2003', 'resolution-754-2014']) {
        const dated = values.filter(({ plan }) => plan === undefined || plan === norm)
        for (const [i, value] of dated.entries()) {
          expect(value.to === undefined || value.from <= value.to, id).toBe(true)
          const next = dated[i + 1]
          if (next !== undefined) expect(value.to !== undefined && value.to < next.from, id).toBe(true)
        }
      }
    }
  })

  it('has a unit that the unit algebra can read, or is a date or a text', () => {
    for (const [id, { unit, values }] of parameters) {
      const isNumeric = values.every(({ value }) => typeof value === 'number')
      if (isNumeric) expect(() => parseUnit(unit), id).not.toThrow()
      else expect(['date', 'text', 'share']).toContain(unit)
    }
  })

  it('is a share between 0 and 1, but for factors that multiply', () => {
    const factors = /Factor|Slope|Offset/
    for (const [id, { unit, values }] of parameters) {
      if (unit !== 'share' || factors.test(id)) continue
      for (const { value } of values) for (const one of [value].flat()) expect(Number(one), id).toBeLessThanOrEqual(1)
    }
  })

  it('says so where nobody has confirmed it', () => {
    const recalled = parameters.filter(([, { values }]) => values.some(({ confirmed }) => confirmed === 'recalled'))
    expect(recalled.map(([id]) => id)).toEqual([
      'subsidyLimitStratum2',
      'subsidyLimitStratum3',
      'subsidyLimitOthers',
      'contributionNeutral',
      'tariffUpdateTrigger',
      'sgpMinimumSubsidyShare',
      'landfillDensityDefault',
      'ipccDocFraction',
      'ipccMethaneFraction',
      'ipccOxidationCovered',
      'ipccOxidationDefault',
      'gwpMethane',
    ])
  })

  it('states the price base of its pesos where they are not of the year', () => {
    const pesos = parameters.filter(([id, { unit }]) => id.startsWith('cra720') && unit.startsWith('COP'))
    expect(pesos.length).toBe(48)
    for (const [id, { values }] of pesos) expect(values[0]?.note, id).toContain('diciembre de 2014')
  })
})

describe('finding what is in force', () => {
  it('changes the subsidy limits between 2010 and 2011', () => {
    const limits = (year: number) =>
      (['subsidyLimitStratum1', 'subsidyLimitStratum2', 'subsidyLimitStratum3', 'subsidyLimitOthers'] as const).map(
        (id) => figure(id, year),
      )
    expect(limits(2010)).toEqual([0.5, 0.4, 0.15, 0])
    expect(limits(2011)).toEqual([0.7, 0.4, 0.15, 0])
    expect(findLawOn('subsidyLimitStratum1', '2010-12-31')?.value).toBe(0.5)
    expect(findLawOn('subsidyLimitStratum1', '2011-01-01')?.value).toBe(0.7)
    expect(figure('subsidyLimitStratum1', 1993)).toBeUndefined()
  })

  it('turns the cap on contributions into a floor', () => {
    expect(figure('contributionMaxAll', 2010)).toBe(0.2)
    expect(figure('contributionMaxAll', 2011)).toBeUndefined()
    const floors = [
      'contributionMinStratum5',
      'contributionMinStratum6',
      'contributionMinCommercial',
      'contributionMinIndustrial',
    ] as const
    expect(floors.map((id) => figure(id, 2010))).toEqual([undefined, undefined, undefined, undefined])
    expect(floors.map((id) => figure(id, 2011))).toEqual([0.5, 0.6, 0.5, 0.3])
    expect([2003, 2024].map((year) => figure('contributionNeutral', year))).toEqual([0, 0])
  })

  it('gives the horizon of the norm under which the plan is made', () => {
    expect(findLaw('planHorizonYears', 2024)?.value).toBe(15)
    expect(findLaw('planHorizonYears', 2024, 'resolution-754-2014')?.value).toBe(12)
    expect(findLaw('planHorizonYears754', 2024)?.value).toBe(12)
    expect(findLaw('planHorizonYears', 2013, 'resolution-754-2014')).toBeUndefined()
    expect([figure('shortTermYears', 2003), figure('mediumTermYears', 2003), figure('longTermYears', 2003)]).toEqual([
      3, 6, 15,
    ])
  })

  it('keeps the days and deadlines of the resolution', () => {
    expect(findLaw('receivableDaysYear', 2024)?.value).toBe(360)
    expect(findLaw('startDeadlineOver100000', 2003)?.value).toBe('2004-09-01')
    expect(findLaw('startDeadline50000To100000', 2003)?.value).toBe('2005-01-31')
    expect(findLaw('startDeadlineUnder50000', 2003)?.value).toBe('2005-10-03')
    expect(findLaw('dumpClosureDeadline', 2005)?.value).toBe('2005-10-03')
    expect(findLaw('repealedFrom', 2014)?.value).toBe('2014-11-25')
  })

  it('gives the minimum wage of each year from 1990 to 2026', () => {
    expect(lawParameters.monthlyMinimumWage.values.length).toBe(37)
    expect([1990, 2003, 2026].map((year) => figure('monthlyMinimumWage', year))).toEqual([41025, 332000, 1750905])
    const viat = (year: number) => findLaw('viatWageShare', year)!.value * findLaw('monthlyMinimumWage', year)!.value
    expect([2024, 2025, 2026].map((year) => viat(year).toFixed(2))).toEqual(['10400.00', '11388.00', '14007.24'])
  })

  it('knows which names are parameters, and which are numbers', () => {
    expect(isLawId('wasteHorizonYears')).toBe(true)
    expect(isLawId('toString')).toBe(false)
    expectTypeOf<'wasteHorizonYears'>().toExtend<NumericLawId>()
    expectTypeOf<'repealedFrom'>().not.toExtend<NumericLawId>()
    expectTypeOf(findLaw('wasteHorizonYears', 2003)!.value).toEqualTypeOf<number>()
  })
})

describe('the constants of Resolución CRA 720', () => {
  const year = 2020
  const of = (id: NumericLawId) => findLaw(id, year)!.value

  it('give the component costs computed from the published formulas', () => {
    const crt = (name: 'Direct' | 'Transfer', km: number, tonnes: number) =>
      of(`cra720Crt${name}Base`) + of(`cra720Crt${name}Distance`) * km + of(`cra720Crt${name}Tonnes`) / tonnes
    expect(crt('Direct', 15, 1200)).toBeCloseTo(83051.54, 2)
    expect(crt('Transfer', 15, 1200)).toBeCloseTo(113002.34, 2)
    expect(crt('Direct', 80, 10000)).toBeCloseTo(124653.38, 2)
    expect(crt('Transfer', 80, 10000)).toBeCloseTo(112584.12, 2)
    const cdf = (tonnes: number) =>
      Math.min(of('cra720CdfUseBase') + of('cra720CdfUseTonnes') / tonnes, of('cra720CdfUseCap')) +
      Math.min(of('cra720CdfPostBase') + of('cra720CdfPostTonnes') / tonnes, of('cra720CdfPostCap'))
    expect([900, 1200, 3000].map((tonnes) => cdf(tonnes).toFixed(2))).toEqual(['146081.00', '135677.32', '67156.24'])
  })

  it('bind the leachate caps at much the same volume, a sign that they were copied right', () => {
    for (const scenario of [1, 2, 3, 4] as const) {
      const volume = (part: 'Use' | 'Post') =>
        of(`cra720Ctl${scenario}${part}Volume`) /
        (of(`cra720Ctl${scenario}${part}Cap`) - of(`cra720Ctl${scenario}${part}Base`))
      expect(volume('Use')).toBeGreaterThan(6183)
      expect(volume('Use')).toBeLessThan(6256)
      expect(volume('Post')).toBeGreaterThan(6043)
      expect(volume('Post')).toBeLessThan(6154)
    }
  })
})
