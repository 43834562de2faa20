import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minimal, type ProblemAnswer, type Service, startService } from '../service.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let service: Service
let workbook: Buffer

beforeAll(async () => {
  service = await startService()
  workbook = (await service.app.inject({ method: 'POST', url: '/v1/workbook.xlsx', payload: minimal() })).rawPayload
}, 120_000)
afterAll(() => service.app.close())

const send = (payload: Buffer, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'POST', url: '/v1/import', headers: { 'content-type': xlsx, ...headers }, payload })

describe('a workbook sent back', () => {
  it('is the plan that it was made from', async () => {
    const answer = await send(workbook)
    expect(answer.statusCode).toBe(200)
    service.expectDocumented(answer, { method: 'post', path: '/v1/import' })
    expect(answer.json().scenario).toEqual(minimal())
  })

  it('is refused in words of its own where it is none, damaged, blank or a bomb', async () => {
    const template = await service.app.inject({ url: '/v1/template.xlsx' })
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(210_000_000) }))
    const cases: readonly [Buffer, string][] = [
      [Buffer.from('nombre;valor'), 'workbook-not-zip'],
      [workbook.subarray(0, workbook.length / 2), 'workbook-damaged'],
      [template.rawPayload, 'workbook-empty'],
      [bomb, 'workbook-bomb'],
    ]
    for (const [body, code] of cases) {
      const answer = await send(body)
      expect(answer.statusCode, code).toBe(422)
      service.expectDocumented(answer, { method: 'post', path: '/v1/import' })
      expect((answer.json() as ProblemAnswer).errors[0]?.code).toBe(code)
    }
  })

  it('is refused by the size that it claims', async () => {
    const answer = await send(workbook, { 'content-length': '100000000' })
    expect(answer.statusCode).toBe(413)
    service.expectDocumented(answer, { method: 'post', path: '/v1/import' })
  })
})
