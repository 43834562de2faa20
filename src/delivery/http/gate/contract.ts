import { isSafe } from './loopback.ts'
import { creates, scopeOf } from './scopes.ts'

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

const problem = (description: string, headers: Json = {}) => ({
  description,
  ...(Object.keys(headers).length === 0 ? {} : { headers }),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
const retryAfter = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } }

const refusals = {
  401: problem('Falta una clave que valga / A valid key is missing', {
    'WWW-Authenticate': { schema: { type: 'string' } },
  }),
  403: problem('La clave no alcanza, o la solicitud viene de otro sitio / Not with this key, or not from this site'),
  429: problem('Demasiadas solicitudes / Too many requests', retryAfter),
  503: problem('Ahora no se puede; repita más tarde / Not now; try again later', retryAfter),
}
/** What may be refused of any body, even where none is read. */
const badBody = {
  400: problem('La solicitud está mal formada / The request is malformed'),
  413: problem('Demasiado grande / Too large'),
  415: problem('El cuerpo debe ser JSON / The body must be JSON'),
}
const longAddress = { 414: problem('Un nombre de la dirección es demasiado largo / Too long a name in the address') }
const conflict = problem('La Idempotency-Key ya se usó o está en curso / Idempotency-Key used or under way')
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  description: 'The same request under the same key is done once, and answered the same for 24 hours.',
}

/** How a key is shown. */
export const securitySchemes = {
  key: { type: 'http' as const, scheme: 'bearer', description: 'pfv_…; on a loopback address no key is needed.' },
}

/** Adds to every call of the document what the gate asks of it and may answer. */
export function gated(document: Json): Json {
  const paths = isObject(document.paths) ? document.paths : {}
  const entries = Object.entries(paths).map(([path, calls]): [string, unknown] => {
    if (!isObject(calls)) return [path, calls]
    const all = Object.entries(calls).map(([method, call]) => [
      method,
      isObject(call) ? asked(path, method, call) : call,
    ])
    return [path, Object.fromEntries(all)]
  })
  return { ...document, paths: Object.fromEntries(entries) }
}

function asked(path: string, method: string, call: Json): Json {
  const responses = isObject(call.responses) ? call.responses : {}
  const known = {
    method: method.toUpperCase(),
    template: path.replace(/\{(\w+)\}/g, ':$1'),
    statuses: Object.keys(responses),
  }
  const scope = scopeOf(known)
  if (scope === undefined)
    return { ...call, security: [], responses: { ...responses, 403: refusals[403], 503: refusals[503] } }
  const parameters = Array.isArray(call.parameters) ? call.parameters : []
  const once = creates(known)
  return {
    ...call,
    security: [{ key: [] }],
    'x-scope': scope,
    ...(once ? { parameters: [...parameters, idempotencyKey] } : {}),
    responses: {
      ...(once ? { 409: conflict } : {}),
      ...(path.includes('{') ? longAddress : {}),
      ...(isSafe(known.method) ? {} : badBody),
      ...refusals,
      ...responses,
    },
  }
}
