import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { group, id } from '../../../../scenario/fields.ts'
import { problemsOf } from '../../../../scenario/issues.ts'
import { readSimulation } from '../../../../study/simulation/read.ts'
import type { JobKind, NewJob } from '../../../jobs/job.ts'
import { jobKinds } from '../../../jobs/job.ts'
import type { DocumentRequest } from '../../../jobs/kinds/documents.ts'
import type { SimulationRequest } from '../../../jobs/kinds/simulation.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { moneySchema } from '../../schema.ts'
import { chosenPlace, readStudyBody, studyBodySchema } from '../../study-body.ts'
import { portfolioBodySchema, readPortfolio } from './portfolios.ts'
import { simulationOptions } from './simulation-shapes.ts'

type Asked = Pick<NewJob, 'kind' | 'request' | 'parts'>

const shown = {
  alternative: id.optional().describe('alternativa; si falta, la primera del orden'),
  variant: id.optional().describe('variante; si falta, la de base'),
  money: moneySchema,
}
const workbookOptions = group(shown)
const reportOptions = group({ ...shown, format: z.enum(['pdf', 'docx']).default('pdf').describe('formato') })

const bodyOf = <K extends JobKind, R extends z.ZodType>(kind: K, request: R) =>
  z.strictObject({ kind: z.literal(kind), request }).meta({ id: `${kind[0]?.toUpperCase()}${kind.slice(1)}Job` })

/** The body of POST /v1/jobs for the document. */
export const jobBodySchema = z.union([
  bodyOf('simulation', studyBodySchema(simulationOptions, 'SimulationJobRequest')),
  bodyOf('portfolio', portfolioBodySchema),
  bodyOf('workbook', studyBodySchema(workbookOptions, 'WorkbookJobRequest')),
  bodyOf('report', studyBodySchema(reportOptions, 'ReportJobRequest')),
])

const envelope = group({ kind: z.enum(jobKinds).describe('qué se pide'), request: z.unknown() })

/** The job that the body asks for, or every problem of it with its pointer into the body. */
export async function readJobBody(app: App, { actor, body }: Pick<FastifyRequest, 'actor' | 'body'>): Promise<Asked> {
  if (body === undefined) throw new Refusal('malformed')
  const read = envelope.safeParse(body)
  if (!read.success) throw new Refusal('body', { errors: problemsOf(read.error.issues, body, mostProblems) })
  const { kind, request = {} } = read.data
  try {
    if (kind === 'portfolio') return await readPortfolio(app, { actor }, request)
    if (kind === 'simulation') return simulationJob(request)
    return documentJob(kind, request)
  } catch (error) {
    if (!(error instanceof Refusal) || !error.errors) throw error
    throw new Refusal(error.kind, { errors: error.errors.map((e) => ({ ...e, pointer: `/request${e.pointer}` })) })
  }
}

const mostProblems = 100

/** A simulation to be done as a job, checked. */
export function simulationJob(body: unknown): Asked {
  const { scenario, document, options: asked } = readStudyBody(body, simulationOptions)
  const read = readSimulation(scenario, asked)
  if (!read.ok) throw new Refusal('scenario', { errors: read.problems })
  const request: SimulationRequest = { document, asked }
  return { kind: 'simulation', request: {}, parts: [{ request, items: asked.draws }] }
}

function documentJob(kind: 'workbook' | 'report', body: unknown): Asked {
  const {
    scenario,
    document,
    options: asked,
  } = readStudyBody(body, kind === 'report' ? reportOptions : workbookOptions)
  chosenPlace(scenario.alternatives, asked.alternative, '/alternative')
  if (asked.variant !== 'base') chosenPlace(scenario.variants, asked.variant, '/variant')
  const request: DocumentRequest = { kind, document, asked }
  return { kind, request: {}, parts: [{ request, items: 1 }] }
}
