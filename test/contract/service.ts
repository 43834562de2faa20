import { readFileSync } from 'node:fs'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { expect } from 'vitest'
import { buildApp } from '../../src/delivery/http/app.ts'

export type Json = Record<string, unknown>
export type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>
}

export const minimal = (): Json =>
  JSON.parse(readFileSync(new URL('../../scenarios/minimal.json', import.meta.url), 'utf8')) as Json

/**
 * What the gate answers before a route is reached, which the tests of the gate ask for: keys, limits, an address too long
 * for any route, and a body where none is read.
 */
export const isOfGate = (promise: string): boolean =>
  / (?:401|403|409|414|429|503)$/.test(promise) || /^DELETE .* (?:400|413|415)$/.test(promise)

const escaped = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1')

/** The service with its own document at hand, so that an answer can be held against it. */
export class Service {
  readonly app: FastifyInstance
  readonly document: Document
  private readonly ajv: Ajv2020
  private readonly validators = new Map<string, ValidateFunction>()

  constructor(app: FastifyInstance) {
    this.app = app
    this.document = app.swagger() as unknown as Document
    this.ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
    this.ajv.addSchema({ ...this.document, $id: 'openapi' })
  }

  post(payload: unknown, headers: Record<string, string> = {}, query = ''): Promise<Answer> {
    return this.app.inject({
      method: 'POST',
      url: `/v1/evaluations${query}`,
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    } as InjectOptions)
  }

  /** Every documented pair of call and status, as `POST /v1/evaluations 422`. */
  documented(): string[] {
    return Object.entries(this.document.paths).flatMap(([path, calls]) =>
      Object.entries(calls).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
      ),
    )
  }

  /** Fails where the answer's status, media type or body is not the one that the document promises for the call. */
  expectDocumented(answer: Answer, call: { method: string; path: string }): void {
    const responses = this.document.paths[call.path]?.[call.method]?.responses ?? {}
    const media = String(answer.headers['content-type']).split(';')[0] ?? ''
    expect(Object.keys(responses), `${call.method} ${call.path}`).toContain(String(answer.statusCode))
    if (answer.statusCode === 204) {
      expect(answer.body).toBe('')
      return
    }
    expect(Object.keys(responses[answer.statusCode]?.content ?? {})).toContain(media)
    const pointer = [
      'paths',
      call.path,
      call.method,
      'responses',
      String(answer.statusCode),
      'content',
      media,
      'schema',
    ]
    const reference = `openapi#/${pointer.map(escaped).join('/')}`
    let validate = this.validators.get(reference)
    if (validate === undefined) {
      validate = this.ajv.compile({ $ref: reference })
      this.validators.set(reference, validate)
    }
    validate(media.endsWith('json') ? answer.json() : answer.body)
    expect(validate.errors ?? [], `${call.method} ${call.path} ${answer.statusCode}`).toEqual([])
  }
}

export const startService = async (): Promise<Service> => new Service(await buildApp())

export interface ProblemAnswer {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  request: string
  errors: { pointer: string; code: string; message: string; received?: unknown }[]
}
