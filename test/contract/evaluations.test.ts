import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../src/study/result.ts'
import { includable, resultSchema } from '../../src/study/result.ts'
import type { Json, Service } from './service.ts'
import { minimal, startService } from './service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.app.close())

const ask = async (query: string) => (await service.post(minimal(), {}, query)).json<Result>()
const alternativeOf = (result: Result) => result.variants[0]?.alternatives[0]

test('an evaluation holds every section of the contract', async () => {
  const result = await ask('')
  expect(resultSchema.safeParse(result).error?.issues ?? []).toEqual([])
  expect(result.variants[0]?.id).toBe('base')
  expect(result.scenario.hash).toMatch(/^[0-9a-f]{64}$/)
  const { waste, financial, base } = result.years
  expect([waste[0], financial[0]]).toEqual([base, base])
})

test('the same plan gives the same answer, byte by byte', async () => {
  const [first, second] = [await service.post(minimal()), await service.post(minimal())]
  expect(second.body).toBe(first.body)
})

test.each(includable.filter((section) => section !== 'items'))(
  'include=%s brings that section alone',
  async (section) => {
    const result = await ask(`?include=${section}`)
    const { id, name, viable, ...sections } = alternativeOf(result) as unknown as Json
    expect([typeof id, typeof name, typeof viable]).toEqual(['string', 'string', 'boolean'])
    expect(Object.keys(sections)).toEqual(section === 'ranking' ? [] : [section])
    expect(result.variants[0]?.ranking === undefined).toBe(section !== 'ranking')
  },
)

test('lines=cash,billing brings those two lines', async () => {
  const lines = alternativeOf(await ask('?lines=cash,billing'))?.lines ?? {}
  expect(new Set(Object.keys(lines))).toEqual(new Set(['billing', 'cash']))
})

test('rows of single items come only to those who ask for them', async () => {
  const itemRows = (result: Result): number =>
    Object.values(alternativeOf(result)?.lines ?? {}).flatMap(({ rows }) =>
      rows.filter(({ at }) => at.item !== undefined),
    ).length
  expect(itemRows(await ask(''))).toBe(0)
  expect(itemRows(await ask('?include=lines,items'))).toBeGreaterThan(0)
})

test('variants=population brings a low and a high scenario and how far their figures are apart', async () => {
  const result = await ask('?variants=population&include=figures')
  expect(result.variants.map(({ id }) => id)).toEqual(['base', 'low', 'high'])
  const cost = result.spread?.find(({ figure }) => figure === 'pvCosts')
  expect(cost?.values.low).toBe(result.variants[1]?.alternatives[0]?.figures.pvCosts)
  expect(cost?.least).toBeLessThan(cost?.greatest as number)
  expect(await ask('')).not.toHaveProperty('spread')
  expect((await service.post(minimal(), {}, '?variants=wages')).statusCode).toBe(400)
})
