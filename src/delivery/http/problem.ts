import { z } from 'zod'
import type { Problem as ScenarioProblem } from '../../scenario/problem.ts'
import { jobProblems } from '../../text/jobs/problems.ts'
import type { Locale } from '../../text/numbers.ts'
import { gateProblems } from '../../text/service/problems.ts'

/** Respuesta de error según RFC 9457. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    request: z.string().describe('Under this id the request stands in the log.'),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON Pointer into the body, or the name of the query parameter after a `?`.'),
          code: z.string(),
          message: z.string(),
          received: z.unknown().optional().describe('The value received; a long one is cut.'),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })

export type ProblemBody = z.infer<typeof problemSchema>

interface Words {
  title: string
  detail: string
}

const kinds = {
  ...gateProblems,
  ...jobProblems,
  malformed: {
    status: 400,
    es: { title: 'Solicitud mal formada', detail: 'El cuerpo de la solicitud no es un documento JSON.' },
    en: { title: 'Malformed request', detail: 'The body of the request is not a JSON document.' },
  },
  query: {
    status: 400,
    es: { title: 'Parámetros incorrectos', detail: 'La dirección lleva parámetros que no existen o no valen.' },
    en: { title: 'Bad parameters', detail: 'The address carries parameters that do not exist or are not valid.' },
  },
  'not-found': {
    status: 404,
    es: {
      title: 'No existe',
      detail: 'En esta dirección no hay nada; revise la dirección, o el contrato en /openapi.json.',
    },
    en: { title: 'Not found', detail: 'There is nothing at this address; check it, or the contract at /openapi.json.' },
  },
  'method-not-allowed': {
    status: 405,
    es: {
      title: 'Método no permitido',
      detail: 'Esta dirección no admite ese método; el encabezado Allow dice cuáles.',
    },
    en: { title: 'Method not allowed', detail: 'This address does not take that method; the Allow header says which.' },
  },
  'not-acceptable': {
    status: 406,
    es: {
      title: 'Formato no disponible',
      detail:
        'Esta dirección no responde en el formato que pide Accept; pida application/json, o el que dice el contrato.',
    },
    en: {
      title: 'Not acceptable',
      detail:
        'This address does not answer in what Accept asks for; ask for application/json, or what the contract says.',
    },
  },
  'too-large': {
    status: 413,
    es: {
      title: 'Demasiado grande',
      detail: 'El cuerpo de la solicitud supera el tamaño permitido; divídalo, o suba PFV_BODY_LIMIT en el servicio.',
    },
    en: {
      title: 'Too large',
      detail: 'The body of the request is larger than is allowed; split it, or raise PFV_BODY_LIMIT of the service.',
    },
  },
  'unsupported-type': {
    status: 415,
    es: { title: 'Tipo no admitido', detail: 'El cuerpo debe ser JSON y decirlo: Content-Type: application/json.' },
    en: { title: 'Unsupported type', detail: 'The body must be JSON and say so: Content-Type: application/json.' },
  },
  'precondition-failed': {
    status: 412,
    es: {
      title: 'Alguien lo cambió antes',
      detail: 'Lo que usted vio ya no es lo último: vuelva a leerlo y repita el cambio sobre esa versión.',
    },
    en: {
      title: 'Somebody changed it before',
      detail: 'What you saw is no longer the newest: read it again and repeat the change on that version.',
    },
  },
  'precondition-required': {
    status: 428,
    es: {
      title: 'Falta decir sobre qué versión',
      detail: 'Este cambio necesita el encabezado If-Match con el ETag de la versión que usted vio.',
    },
    en: {
      title: 'Precondition required',
      detail: 'This change needs the If-Match header with the ETag of the version that you saw.',
    },
  },
  scenario: {
    status: 422,
    es: {
      title: 'El escenario no cumple las reglas',
      detail: 'Cada regla incumplida está en errors, con el lugar y el valor.',
    },
    en: {
      title: 'The scenario breaks the rules',
      detail: 'Each broken rule is in errors, with its place and its value.',
    },
  },
  refused: {
    status: 400,
    es: { title: 'Solicitud rechazada', detail: 'La solicitud no se puede atender tal como llegó.' },
    en: { title: 'Refused request', detail: 'The request cannot be served as it came.' },
  },
  fault: {
    status: 500,
    es: {
      title: 'Falla nuestra',
      detail: 'Algo falló de nuestro lado y quedó registrado; indique el número de la solicitud (request).',
    },
    en: {
      title: 'A fault of ours',
      detail: 'Something failed on our side and has been logged; quote the number of the request.',
    },
  },
} as const satisfies Record<string, { status: number } & Record<Locale, Words>>

export type ProblemKind = keyof typeof kinds

interface Findings {
  errors?: readonly ScenarioProblem[]
  /** Where only the status of a kind is not the usual one, such as 414 of a refused request. */
  status?: number
}

/** An answer that is not a success: thrown by a route, written by the error handler. */
export class Refusal extends Error {
  readonly kind: ProblemKind
  readonly errors: readonly ScenarioProblem[] | undefined
  readonly statusCode: number

  constructor(kind: ProblemKind, { errors, status }: Findings = {}) {
    super(kind)
    this.kind = kind
    this.errors = errors
    this.statusCode = status ?? kinds[kind].status
  }
}

/** The body of an error answer in the reader's language. */
export function problemBody(
  refusal: Refusal,
  { locale, instance, request }: { locale: Locale; instance: string; request: string },
): ProblemBody {
  const words = kinds[refusal.kind][locale]
  return {
    type: `urn:pfv:problem:${refusal.kind}`,
    title: words.title,
    status: refusal.statusCode,
    detail: words.detail,
    instance,
    request,
    ...(refusal.errors === undefined
      ? {}
      : {
          errors: refusal.errors.map((error) => ({
            pointer: error.pointer,
            code: error.code,
            message: error[locale],
            ...(error.received === undefined ? {} : { received: error.received }),
          })),
        }),
  }
}
