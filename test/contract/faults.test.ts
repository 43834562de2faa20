import Fastify from 'fastify'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { answerError } from '../../src/delivery/http/errors.ts'
import { Fault } from '../../src/formula/interpret.ts'

test('a fault of ours is logged with line, place and year index, and told outside in general words', async () => {
  const log: string[] = []
  const logger = pino({ level: 'error' }, { write: (entry: string) => log.push(entry) })
  const app = Fastify({ loggerInstance: logger })
  app.setErrorHandler(answerError)
  app.get('/', () => {
    throw new Fault('cash', { at: { entity: 'provider' }, t: 3 }, 'not finite')
  })
  const answer = await app.inject({ url: '/' })
  await app.close()
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({ title: 'Falla nuestra', status: 500, request: 'req-1' })
  expect(answer.body).not.toMatch(/cash|provider|not finite|\.ts/)
  const entry = JSON.parse(log[0] ?? '{}') as { reqId: string; err: Record<string, unknown> }
  expect(entry.reqId).toBe('req-1')
  expect(entry.err).toMatchObject({ line: 'cash', at: { entity: 'provider' }, t: 3 })
  expect(entry.err.stack).toContain('not finite')
})
