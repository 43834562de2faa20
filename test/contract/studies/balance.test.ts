import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json, ProblemAnswer, Service } from '../service.ts'
import { minimal, startService } from '../service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const ask = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(payload),
  })
const withoutFund = [{ op: 'add', path: '/territory/municipalities/0/subsidies/fundCoverage', value: 0 }]

interface BalanceAnswer {
  municipalities: {
    years: { year: number; verdict: string; message: string; factors: { userClass: string; factor: number }[] }[]
    infeasibleYears: number[]
    table: Record<'plan' | 'proposed', { year: number; rows: Json[]; totals: Json; resources: Record<string, number> }>
  }[]
  patch: Json[]
  evaluated: { unfundedSubsidy: number; legalLimits: boolean }
}

describe('POST /v1/balance', () => {
  test.each([
    ['the scenario itself', () => minimal() as unknown],
    ['a scenario in an object', () => ({ scenario: minimal() })],
    [
      'a scenario with options and a patch',
      () => ({ scenario: minimal(), patch: withoutFund, year: 2030, maximumContribution: 0.6 }),
    ],
  ])('takes %s, and answers as documented', async (_, body) => {
    const answer = await ask('/v1/balance', body())
    expect(answer.statusCode).toBe(200)
    service.expectDocumented(answer, { path: '/v1/balance', method: 'post' })
    expect(answer.json<BalanceAnswer>().evaluated).toEqual({ unfundedSubsidy: 0, legalLimits: true })
  })

  test('its patch goes back in and then nothing is left to change', async () => {
    const first = (await ask('/v1/balance', { scenario: minimal(), patch: withoutFund })).json<BalanceAnswer>()
    expect(first.municipalities[0]?.years[0]?.verdict).toBe('adjusted')
    const again = (await ask('/v1/balance', { scenario: minimal(), patch: first.patch })).json<BalanceAnswer>()
    expect(new Set(again.municipalities[0]?.years.map(({ verdict }) => verdict))).toEqual(new Set(['unchanged']))
  })

  test("the council's tables add up, before and after", async () => {
    const { municipalities } = (
      await ask('/v1/balance', { scenario: minimal(), patch: withoutFund })
    ).json<BalanceAnswer>()
    const { plan, proposed } = municipalities[0]!.table
    for (const { rows, totals, resources, year } of [plan, proposed]) {
      expect(year).toBe(2025)
      for (const field of ['users', 'yearlySubsidy', 'monthlyContribution']) {
        expect(rows.reduce((sum, row) => sum + Number(row[field]), 0)).toBeCloseTo(Number(totals[field]), 4)
      }
      const { contributions = 0, fundTransfer = 0, unfunded = 0, surplus = 0 } = resources
      expect(contributions + fundTransfer + unfunded - surplus).toBeCloseTo(Number(totals.yearlySubsidy), 2)
    }
    expect(plan.resources.unfunded).toBeGreaterThan(0)
    expect(proposed.resources.unfunded).toBe(0)
  })

  test('says which limits keep a year from closing, in the language asked for', async () => {
    const body = {
      scenario: minimal(),
      patch: withoutFund,
      maximumContribution: 0.5,
      minimumSubsidy: { stratum1: 0.4 },
    }
    const spanish = (await ask('/v1/balance', body)).json<BalanceAnswer>().municipalities[0]!
    expect(spanish.infeasibleYears).toHaveLength(spanish.years.length)
    expect(spanish.years[0]?.message).toContain('el subsidio del estrato 1 no baja de 40,0')
    const english = await ask('/v1/balance', body, { 'accept-language': 'en' })
    expect(english.json<BalanceAnswer>().municipalities[0]?.years[0]?.message).toContain('may not exceed the 50.0%')
  })

  test.each<[string, unknown, string, string]>([
    ['a stored scenario that does not exist', { scenarioId: 'x' }, '/scenarioId', 'unknown-reference'],
    ['options without a scenario', { maximumContribution: 0.5 }, '/scenario', 'required'],
    ['an unknown option', { scenario: minimal(), maxContribution: 0.5 }, '/maxContribution', 'unknown-field'],
    ['a factor below zero', { scenario: minimal(), maximumContribution: -1 }, '/maximumContribution', 'too-small'],
    ['an unknown alternative', { scenario: minimal(), alternative: 'otra' }, '/alternative', 'unknown-reference'],
    ['an unknown municipality', { scenario: minimal(), municipality: 'otro' }, '/municipality', 'unknown-reference'],
    ['a year outside the plan', { scenario: minimal(), year: 2024 }, '/year', 'year-outside-plan'],
    ['a scenario that breaks a rule', { scenario: { ...minimal(), baseYear: 'x' } }, '/scenario/baseYear', 'type'],
    ['a patch of no known kind', { scenario: minimal(), patch: 3 }, '/patch', 'type'],
    [
      'a patch without a place',
      { scenario: minimal(), patch: [{ op: 'remove', path: '/no' }] },
      '/patch',
      'patch-failed',
    ],
    ['a patch that breaks a rule', { scenario: minimal(), patch: { baseYear: 'x' } }, '/patch', 'type'],
  ])('refuses %s with its place', async (_, body, pointer, code) => {
    const answer = await ask('/v1/balance', body)
    expect(answer.statusCode).toBe(422)
    service.expectDocumented(answer, { path: '/v1/balance', method: 'post' })
    const [found] = answer.json<ProblemAnswer>().errors
    expect([found?.pointer, found?.code]).toEqual([pointer, code])
  })
})

interface Bills {
  baseYear: number
  alternatives: {
    id: string
    households: { userClass: string; zone: string; years: Record<string, number | null>[] }[]
  }[]
}

describe('POST /v1/household-bill', () => {
  test('tells each stratum what it pays and what it gets', async () => {
    const answer = await ask('/v1/household-bill', minimal())
    service.expectDocumented(answer, { path: '/v1/household-bill', method: 'post' })
    const { alternatives } = answer.json<Bills>()
    const homes = alternatives[0]?.households ?? []
    expect(homes.map(({ userClass }) => userClass)).toEqual(['stratum1', 'stratum2'])
    const [base, next] = homes[0]?.years ?? []
    // 9.000 + 220.000 COP/t · 0,6 kg · 3,3 personas · 365/12 días, menos el 40 %
    const full = 9000 + (220_000 * 0.6 * 3.3 * (365 / 12)) / 1000
    expect(base?.tariff).toBeCloseTo(full * 0.6, 6)
    expect(next?.tariff).toBeCloseTo(full * 0.6 * 1.04, 6)
    expect(next?.tariffBaseYear).toBeCloseTo(full * 0.6, 6)
    expect(next?.incomeShare).toBeCloseTo((full * 0.6) / 1_300_000, 9)
    expect(base?.coverage).toBeCloseTo(850 / 900, 9)
    expect(base?.weeklyFrequency).toBeNull()
  })

  test('the frequency is the measured one in the base year and the target from the next', async () => {
    const patch = [
      { op: 'add', path: '/territory/municipalities/0/users/0/weeklyFrequency', value: 2 },
      { op: 'add', path: '/alternatives/0/targets', value: { weeklyFrequency: { 'villa-ejemplo': 3 } } },
    ]
    const body = { scenario: minimal(), patch, stratum: 'stratum1' }
    const { alternatives } = (await ask('/v1/household-bill', body)).json<Bills>()
    expect(alternatives[0]?.households).toHaveLength(1)
    expect(alternatives[0]?.households[0]?.years.slice(0, 3).map((y) => y.weeklyFrequency)).toEqual([2, 3, 3])
  })

  test('refuses a stratum that does not exist', async () => {
    const answer = await ask('/v1/household-bill', { scenario: minimal(), stratum: 'stratum7' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json<ProblemAnswer>().errors[0]).toMatchObject({ pointer: '/stratum', code: 'enum' })
  })
})
