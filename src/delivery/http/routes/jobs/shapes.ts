import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { progressWords } from '../../../../text/jobs/words.ts'
import type { Locale } from '../../../../text/numbers.ts'
import type { Job, NewJob } from '../../../jobs/job.ts'
import { jobKinds } from '../../../jobs/job.ts'
import { holds } from '../../gate/scopes.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'

const moment = z.string().describe('ISO 8601, UTC')

/** Trabajo: what is being done, how far it is, and where its result will be. */
export const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(jobKinds),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    progress: z.number().min(0).max(1),
    message: z.string().describe('How far it is, in words'),
    attempts: z.int().describe('Most starts that a part of it took: more than 1 after a crash'),
    problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    createdAt: moment,
    endedAt: moment.nullable(),
    expiresAt: moment.nullable().describe('Until then its result is kept'),
    links: z.strictObject({ self: z.string(), events: z.string(), result: z.string().nullable() }),
  })
  .meta({ id: 'Job' })

export function toldJob(job: Job, locale: Locale): z.infer<typeof jobSchema> {
  const { id, kind, state, done, items, attempts, problem, createdAt, endedAt, expiresAt } = job
  const self = `/v1/jobs/${id}`
  return {
    ...{ id, kind, state, progress: state === 'done' ? 1 : items === 0 ? 0 : Math.min(1, done / items) },
    message: progressWords(job, locale),
    attempts,
    problem: problem === null ? null : { code: problem.code, message: problem[locale] },
    ...{ createdAt, endedAt, expiresAt },
    links: { self, events: `${self}/events`, result: state === 'done' ? `${self}/result` : null },
  }
}

/** Hands a job in and answers 202 with its address; a job is kept, so that it asks for write wherever it comes from. */
export async function acceptJob(
  app: App,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  asked: Pick<NewJob, 'kind' | 'request' | 'parts'>,
): Promise<z.infer<typeof jobSchema>> {
  const locale = chooseLocale(request.headers['accept-language'])
  const { workspace, keyId, scope } = request.actor
  if (!holds(scope, 'write')) throw new Refusal('scope')
  const job = await app.jobs.create({ ...asked, workspace, createdBy: keyId, locale })
  if (!job) {
    reply.header('retry-after', '30')
    throw new Refusal('too-many-jobs')
  }
  reply.code(202).header('content-language', locale).header('location', `/v1/jobs/${job.id}`)
  return toldJob(job, locale)
}

/** The job of an address, seen from the asker's workspace only. */
export async function jobOf(app: App, { actor, params }: { actor: { workspace: string }; params: { id: string } }) {
  const job = await app.jobs.find(actor.workspace, params.id)
  if (!job) throw new Refusal('not-found')
  return job
}

export const jobParams = z.strictObject({ id: z.string().max(64) })
