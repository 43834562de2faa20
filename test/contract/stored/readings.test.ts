import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../../src/delivery/http/app.ts'
import type { Aside } from '../../../src/delivery/http/threads/aside.ts'
import { openDatabase } from '../../../src/delivery/store/database.ts'
import type { Answer, Service } from '../service.ts'
import { minimal, startService } from '../service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
}, 60_000)
afterAll(() => service.app.close())

const get = (url: string): Promise<Answer> => service.app.inject({ url })
async function store(payload: object): Promise<string> {
  const answer = await service.app.inject({ method: 'POST', url: '/v1/scenarios', payload })
  return answer.json<{ id: string }>().id
}

test('the next page stands in the Link header, with the same search, and no word is searched with its accents', async () => {
  for (let i = 0; i < 3; i += 1) await store({ ...minimal(), name: `Página única ${i}` })
  const first = await get('/v1/scenarios?q=PAGINA+unica&limit=2')
  const [, address = ''] = /^<([^>]+)>; rel="next"$/.exec(String(first.headers.link)) ?? []
  const second = await get(address)
  const names = [first, second]
    .flatMap((page) => page.json<{ items: { name: string }[] }>().items)
    .map((one) => one.name)
  expect(names).toEqual(['Página única 2', 'Página única 1', 'Página única 0'])
  expect(second.headers.link).toBeUndefined()
})

const readings = [
  ...['evaluation', 'evaluation?include=figures', 'budget', 'indicators', 'completeness', 'screening'],
  ...['household-bill', 'schedule', 'alternatives/como-hoy/lines/billing'],
]

test.each(readings)('the %s of a stored plan is not worked out again, not even after a restart', async (name) => {
  const database = await openDatabase({ data: 'memory' })
  let studies = 0
  const aside: Aside = (_, handler) => async (request, reply) => {
    studies += 1
    return await handler(request, reply)
  }
  const open = () => buildApp({ database, jobs: { works: false }, studies: { aside, waiting: () => 0 } })
  const first = await open()
  const saved = await first.inject({ method: 'POST', url: '/v1/scenarios', payload: minimal() })
  const url = `/v1/scenarios/${saved.json<{ id: string }>().id}/${name}`
  const answers = [await first.inject({ url }), await first.inject({ url })]
  await first.close()
  const second = await open()
  answers.push(await second.inject({ url }))
  const other = await second.inject({ url, headers: { 'accept-language': 'en' } })
  await second.close()
  await database.close()
  expect(studies).toBe(2)
  expect([...answers, other].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  const [worked, ...kept] = answers
  for (const again of kept) {
    expect(again.body).toBe(worked?.body)
    for (const header of ['content-type', 'content-language', 'cache-control', 'etag', 'vary'])
      expect(again.headers[header], header).toBe(worked?.headers[header])
  }
})

test('a line that was read as numbers is a table for who asks for one', async () => {
  const url = `/v1/scenarios/${await store(minimal())}/alternatives/como-hoy/lines/billing`
  const types = []
  for (const accept of ['application/json', 'text/csv', '*/*', 'text/csv'])
    types.push((await service.app.inject({ url, headers: { accept } })).headers['content-type'])
  expect(types.map((type) => String(type).split(';')[0])).toEqual([
    ...['application/json', 'text/csv', 'application/json', 'text/csv'],
  ])
})

test('a stored plan that is named in a question is the newest one each time', async () => {
  const url = '/v1/scenarios'
  const saved = await service.app.inject({ method: 'POST', url, payload: minimal() })
  const { id } = saved.json<{ id: string }>()
  const named = async () => {
    const answer = await service.app.inject({ method: 'POST', url: '/v1/evaluations', payload: { scenarioId: id } })
    return answer.json<{ scenario: { name: string } }>().scenario.name
  }
  const before = await named()
  await service.app.inject({
    ...{ method: 'PUT', url: `${url}/${id}`, headers: { 'if-match': String(saved.headers.etag) } },
    payload: { ...minimal(), name: 'La de ahora' },
  })
  expect([before, await named()]).toEqual([minimal().name, 'La de ahora'])
})

test('a table of all lines starts no formula in a spreadsheet', async () => {
  const plan = minimal()
  const [alternative] = plan.alternatives as { id: string; name: string }[]
  const text = JSON.stringify(plan).replaceAll(`"${alternative?.id}"`, '"-cmd"')
  const renamed = { ...(JSON.parse(text) as object), name: '=HYPERLINK("x")' }
  const answer = await get(`/v1/scenarios/${await store(renamed)}/lines.csv`)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  const cells = answer.body.split(/\r?\n/).flatMap((line) => line.split(','))
  const risky = cells.filter((cell) => /^"?[=+@\t\r]|^"?-(?![\d.])/.test(cell))
  expect(risky).toEqual([])
})

interface Explained {
  readonly value: number | null
  readonly operands: readonly { kind: string; id: string; value: number | null; href?: string }[]
}

test('every operand of an explanation is explained where its link leads, down to the data of the plan', async () => {
  const id = await store(minimal())
  const pending = [`/v1/scenarios/${id}/versions/1/alternatives/como-hoy/lines/billing/explanation?year=2028`]
  const visited = new Set<string>()
  for (let url = pending.pop(); url !== undefined && visited.size < 40; url = pending.pop()) {
    if (visited.has(url)) continue
    visited.add(url)
    const answer = await get(url)
    expect(answer.statusCode, url).toBe(200)
    for (const { kind, id: line, value, href } of answer.json<Explained>().operands) {
      expect(href !== undefined, `${kind} ${line}`).toBe(kind === 'line' || kind === 'law')
      if (href === undefined) continue
      if (kind === 'law') expect((await get(href)).statusCode, href).toBe(200)
      else {
        expect(href).toContain('/versions/1/')
        expect((await get(href)).json<Explained>().value, href).toBe(value)
        pending.push(href)
      }
    }
  }
  expect(visited.size).toBeGreaterThan(5)
}, 120_000)

test('a question that many ask at once is answered to all alike, and a refusal of one keeps nobody waiting', async () => {
  const id = await store({ ...minimal(), name: 'Preguntado a la vez' })
  const all = await Promise.all(Array.from({ length: 12 }, () => get(`/v1/scenarios/${id}/evaluation`)))
  expect(new Set(all.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  expect(new Set(all.map(({ body }) => body)).size).toBe(1)
  const [alternative] = minimal().alternatives as object[]
  const broken = { ...minimal(), alternatives: [alternative, alternative] }
  const ask = () => service.app.inject({ method: 'POST', url: '/v1/evaluations', payload: broken })
  const refused = await Promise.all(Array.from({ length: 12 }, ask))
  expect(new Set(refused.map(({ statusCode }) => statusCode))).toEqual(new Set([422]))
})

test('a line reads the same alone as in the evaluation, in pesos of each year and of the base year', async () => {
  const id = await store(minimal())
  for (const money of ['current', 'baseYear']) {
    const whole = await get(`/v1/scenarios/${id}/evaluation?money=${money}&lines=billing`)
    const { variants } = whole.json<{
      variants: { alternatives: { id: string; lines: Record<string, unknown> }[] }[]
    }>()
    for (const { id: alternative, lines } of variants[0]?.alternatives ?? []) {
      const alone = await get(`/v1/scenarios/${id}/alternatives/${alternative}/lines/billing?money=${money}`)
      expect(alone.json()).toMatchObject(lines.billing as object)
    }
  }
})

test('a name that every object has is no line, and an unknown variant of the single page is refused in words', async () => {
  const id = await store(minimal())
  expect((await get(`/v1/scenarios/${id}/alternatives/como-hoy/lines/toString`)).statusCode).toBe(404)
  const observed = { year: 2026, line: 'toString', value: 1, source: 'acta' }
  const noted = await service.app.inject({ method: 'POST', url: `/v1/scenarios/${id}/observations`, payload: observed })
  expect([noted.statusCode, noted.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer]).toEqual([422, '/line'])
  const page = await get(`/v1/scenarios/${id}/plan.html?variant=ninguna`)
  expect([page.statusCode, page.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer]).toEqual([
    400,
    '?variant',
  ])
})
