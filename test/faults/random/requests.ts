import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { Json } from './draw.ts'
import { Drawer, isObject } from './draw.ts'

/** One call of the contract. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly operation: Json
}

/** A request to send, and of which call it is. */
export interface Drawn {
  readonly call: Call
  readonly request: InjectOptions & { url: string; headers: Record<string, string> }
}

/** What stands in the store and in the book, so that requests reach past the first «not found». */
export interface Known {
  /** Values by the name of a parameter of the address. */
  readonly params: Readonly<Record<string, readonly string[]>>
  /** Plans to ask about. */
  readonly plans: readonly unknown[]
  readonly tags: readonly string[]
}

/** How often each call is drawn: making documents takes seconds, and what they may answer is soon told. */
function weightOf({ method, path }: Call): number {
  if (
    /\.(?:xlsx|pdf|docx|zip)$|workbook|report|charts\.zip|\{format\}|import|provider-extract|plan\.html|stability/.test(
      path,
    )
  )
    return 1
  if (/simulations|portfolios|jobs|grid|sensitivity|stress|lender|adjustments|comparison/.test(path)) return 4
  return method === 'delete' ? 4 : 20
}

export const callsOf = (document: { paths?: unknown }): Call[] =>
  Object.entries(isObject(document.paths) ? document.paths : {}).flatMap(([path, calls]) =>
    Object.entries(calls as Json).map(([method, operation]) => ({ method, path, operation: operation as Json })),
  )

/** Draws requests out of the contract: good ones, nearly good ones and garbage, for every call of it. */
export function requests(document: { paths?: unknown; components?: unknown }, known: Known): fc.Arbitrary<Drawn> {
  const calls = callsOf(document).flatMap((call) => Array.from({ length: weightOf(call) }, () => call))
  const components = isObject(document.components) ? document.components : {}
  const schemas = isObject(components.schemas) ? components.schemas : {}
  return fc.gen().map((g) => {
    const of = new Author(new Drawer(g, schemas), known)
    return of.write(of.drawer.oneOf(calls))
  })
}

class Author {
  readonly drawer: Drawer
  private readonly known: Known

  constructor(drawer: Drawer, known: Known) {
    this.drawer = drawer
    this.known = known
  }

  write(call: Call): Drawn {
    const { drawer } = this
    const parameters = (Array.isArray(call.operation.parameters) ? call.operation.parameters : []) as Json[]
    const path = call.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => this.place(name, parameters))
    const query = new URLSearchParams()
    for (const { in: where, name, schema, required } of parameters) {
      if (where !== 'query' || !(required === true || drawer.chance(25))) continue
      query.append(String(name), this.text(drawer.chance(85) ? this.option(String(name), schema) : drawer.odd()))
    }
    if (drawer.chance(3)) query.append(drawer.oneOf(['otro', '__proto__', '', 'limit', '%']), this.text(drawer.odd()))
    const headers = this.headers(call)
    const body = this.body(call)
    if (body !== undefined && headers['content-type'] === undefined) headers['content-type'] = body.type
    const url = query.size === 0 ? path : `${path}?${query}`
    const method = call.method.toUpperCase() as 'GET'
    return { call, request: { method, url, headers, ...(body === undefined ? {} : { payload: body.payload }) } }
  }

  private place(name: string, parameters: readonly Json[]): string {
    const { drawer } = this
    const pool = this.pool(name)
    if (pool !== undefined && drawer.chance(90)) return encodeURIComponent(drawer.oneOf(pool))
    const schema = parameters.find((one) => one.in === 'path' && one.name === name)?.schema
    const text = this.text(drawer.chance(50) ? drawer.value(schema) : drawer.odd())
    // Half of a pair cannot stand in an address, and nothing between two strokes is another address.
    return encodeURIComponent(text.slice(0, 200).replaceAll(/\p{Cs}/gu, '')) || 'x'
  }

  /** Values that may stand for a parameter; a drawn name such as `toString` is none of them. */
  private pool(name: string): readonly string[] | undefined {
    const { params } = this.known
    return Object.hasOwn(params, name) ? params[name] : undefined
  }

  private option(name: string, schema: unknown): unknown {
    const pool = this.pool(name)
    return pool !== undefined && this.drawer.chance(70) ? this.drawer.oneOf(pool) : this.drawer.value(schema)
  }

  private text(value: unknown): string {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
    return text.replaceAll(/\p{Cs}/gu, '').slice(0, 3000)
  }

  private headers(call: Call): Record<string, string> {
    const { drawer, known } = this
    const made: Record<string, string> = {}
    const add = (percent: number, name: string, values: readonly string[]): void => {
      if (drawer.chance(percent)) made[name] = drawer.oneOf(values)
    }
    add(30, 'accept-language', ['es', 'en', 'en-GB,es;q=0.5', '*', 'fr', ';;;', ''])
    add(6, 'accept', ['application/json', 'text/csv', '*/*', 'image/png', 'text/html', ';q=', 'application/*;q=0'])
    add(15, 'x-request-id', ['a-1', 'x'.repeat(100), '', 'dos palabras'])
    add(20, 'accept-encoding', ['gzip', 'br', 'identity', 'identity;q=0', '*;q=0', 'zzz'])
    add(1, 'host', ['example.org', 'localhost', '127.0.0.1:80', ''])
    add(1, 'origin', ['http://example.org', 'null', 'http://localhost'])
    add(1, 'sec-fetch-site', ['cross-site', 'same-origin'])
    add(5, 'authorization', ['Bearer pfv_x', 'Basic x', 'Bearer'])
    add(15, 'if-none-match', [...known.tags, '*', 'W/"x"', '"'])
    if (call.method !== 'get') {
      add(call.method === 'post' ? 5 : 70, 'if-match', [...known.tags, '*', '"x"', '', 'W/*'])
      add(20, 'idempotency-key', ['uno', 'dos', 'tres', '', 'x'.repeat(300), 'ñ', 'a b'])
      add(4, 'content-type', ['text/plain', 'application/xml', 'application/json; charset=latin1', '', 'x'])
    }
    return made
  }

  private body({ operation }: Call): { payload: string | Buffer; type: string } | undefined {
    const { drawer } = this
    const content = isObject(operation.requestBody) ? (operation.requestBody.content as Json) : undefined
    if (content === undefined) return drawer.chance(3) ? { payload: '{}', type: 'application/json' } : undefined
    if (drawer.chance(2)) return undefined
    const type = drawer.oneOf(Object.keys(content))
    if (!/json/.test(type)) return { payload: Buffer.from(this.text(drawer.odd())), type }
    if (drawer.chance(4)) return { payload: this.text(drawer.odd()).slice(0, drawer.whole(0, 30)), type }
    const { schema } = content[type] as Json
    const drawn = this.question(schema)
    return { payload: JSON.stringify(drawer.chance(25) ? drawer.mutated(drawn) : drawn), type }
  }

  /** A body of a schema, more often than not with a plan in it that can be evaluated. */
  private question(schema: unknown): unknown {
    const { drawer, known } = this
    const drawn = bounded(drawer.value(schema))
    if (!isObject(drawn) || drawer.chance(15)) return drawn
    const plan = drawer.oneOf(known.plans)
    for (const name of Object.keys(drawn)) {
      const pool = this.pool(name)
      if (pool !== undefined && drawer.chance(80)) drawn[name] = drawer.oneOf(pool)
    }
    if ('schemaVersion' in drawn) return drawer.chance(60) ? plan : drawn
    if (isObject(drawn.request)) return { ...drawn, request: { ...drawn.request, scenario: plan } }
    if (Array.isArray(drawn.items) && drawer.chance(80)) return { ...drawn, items: drawn.items.map(() => plan) }
    if (!('scenario' in drawn || 'scenarioId' in drawn) && drawer.chance(50)) return drawn
    const { scenarioId: _, version: __, ...rest } = drawn
    if (drawer.chance(70)) delete rest.patch
    return { ...rest, scenario: plan }
  }
}

/** The same without work for minutes: how long a simulation lasts is asked elsewhere. */
function bounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bounded)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const most = { draws: 20, steps: 5, points: 5, weights: 20 }[key]
      return [key, most !== undefined && typeof inner === 'number' ? Math.min(inner, most) : bounded(inner)]
    }),
  )
}
