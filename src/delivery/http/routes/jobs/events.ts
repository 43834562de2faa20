import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Locale } from '../../../../text/numbers.ts'
import type { Job } from '../../../jobs/job.ts'
import { hasEnded } from '../../../jobs/jobs.ts'
import { chooseLocale } from '../../language.ts'
import { Refusal } from '../../problem.ts'
import type { App } from '../../schema.ts'
import { problemAnswers } from '../../schema.ts'
import { jobOf, jobParams, toldJob } from './shapes.ts'

/** How often the job is looked at, and how long a stream may be silent before a comment keeps proxies from closing it, ms. */
const pace = { look: 500, heartbeat: 15_000 }
const mostStreams = 500

/** GET /v1/jobs/{id}/events: server-sent events with the job as it stands, each time it moves, until it has ended. */
export function jobEventRoutes(app: App): void {
  // Who listens now: a signal for each, so that one that goes away leaves nothing behind on a signal of all.
  const listening = new Set<AbortController>()
  app.addHook('preClose', async () => {
    for (const one of listening) one.abort()
  })
  app.get(
    '/v1/jobs/:id/events',
    {
      schema: {
        ...{ tags: ['jobs'], summary: 'Avance de un trabajo en vivo', params: jobParams },
        description:
          'Server-sent events: `progress` each time the job moves, `end` once with its last state; each carries the job as JSON. After `end` the client closes. Who comes back with `Last-Event-ID` is told only what came after it.',
        response: {
          200: { description: 'Eventos / Events', content: { 'text/event-stream': { schema: z.string() } } },
          ...problemAnswers(400, 404),
        },
      },
    },
    async (request, reply) => {
      await jobOf(app, request)
      if (listening.size >= mostStreams) {
        reply.header('retry-after', '10')
        throw new Refusal('busy')
      }
      const locale = chooseLocale(request.headers['accept-language'])
      reply.hijack()
      const { raw } = reply
      const gone = new AbortController()
      raw.on('close', () => gone.abort())
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value)
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'content-language': locale,
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      listening.add(gone)
      try {
        const last = String(request.headers['last-event-id'] ?? '')
        await tell(raw, { signal: gone.signal, locale, last, find: () => jobOf(app, request), ...pace })
      } catch (error) {
        if (!gone.signal.aborted) request.log.error({ err: error }, 'events')
      } finally {
        listening.delete(gone)
        raw.end()
      }
    },
  )
}

/** Where events are written: an answer under way. */
interface Sink {
  readonly write: (text: string) => unknown
  /** Whether the listener is slower than the job. */
  readonly writableNeedDrain: boolean
}

interface Telling {
  readonly signal: AbortSignal
  readonly locale: Locale
  /** The last event that the listener has. */
  readonly last: string
  readonly find: () => Promise<Job>
  readonly look: number
  readonly heartbeat: number
}

/** Tells how a job goes until it has ended; throws the signal's reason where the listener goes away before. */
export async function tell(sink: Sink, { signal, locale, find, look, heartbeat, ...from }: Telling): Promise<void> {
  sink.write('retry: 2000\n\n')
  let { last } = from
  for (let silent = 0; ; silent += look) {
    signal.throwIfAborted()
    const job = await find()
    // The whole state every time: whoever misses an event misses nothing that the next does not say.
    const id = `${job.state}-${job.attempts}-${job.done}`
    const ended = hasEnded(job)
    if (ended || (id !== last && !sink.writableNeedDrain)) {
      const data = JSON.stringify(toldJob(job, locale))
      sink.write(`id: ${id}\nevent: ${ended ? 'end' : 'progress'}\ndata: ${data}\n\n`)
      last = id
      silent = 0
    } else if (silent >= heartbeat && !sink.writableNeedDrain) {
      sink.write(': …\n\n')
      silent = 0
    }
    if (ended) return
    await wait(look, undefined, { signal })
  }
}
