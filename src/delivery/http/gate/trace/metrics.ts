import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countJobs } from '../../../store/counts.ts'
import type { Database } from '../../../store/database.ts'
import { timed } from '../../../store/timing.ts'
import { scopeOf } from '../scopes.ts'
import { callOf } from '../who.ts'

/** What Prometheus reads; each service has its own. */
export interface Meter {
  readonly registry: Registry
  /** The store, with its answers timed. */
  readonly database: Database
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Counts what the service does and how many studies wait for a thread; with `whole`, the process and its event loop too. */
export function meter(database: Database, waiting: () => number, whole: boolean): Meter {
  const registry = new Registry()
  if (whole) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const store = new Histogram({
    ...{ name: 'pfv_store_seconds', help: 'Time of one answer of the store', buckets, registers },
  })
  new Gauge({
    ...{ name: 'pfv_jobs', help: 'Jobs by state', labelNames: ['state'], registers },
    async collect() {
      this.reset()
      for (const { state, count } of await countJobs(database)) this.set({ state }, count)
    },
  })
  new Gauge({
    ...{ name: 'pfv_studies_waiting', help: 'Studies that wait for a thread', registers },
    collect() {
      this.set(waiting())
    },
  })
  return { registry, database: timed(database, (seconds) => store.observe(seconds)) }
}

/** Times every answer by its route, and counts the plans that were evaluated. */
export function measure(app: FastifyInstance, { registry }: Meter): void {
  const registers = [registry]
  const latency = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    ...{ labelNames: ['method', 'route', 'status'], buckets, registers },
  })
  const evaluations = new Counter({
    name: 'pfv_evaluations_total',
    help: 'Plans evaluated, by the route that asked for it',
    ...{ labelNames: ['route'], registers },
  })
  app.addHook('onResponse', async (request, reply) => {
    const call = callOf(request)
    const labels = { method: call.method, route: call.template, status: String(reply.statusCode) }
    latency.observe(labels, reply.elapsedTime / 1000)
    const study = call.method === 'POST' ? scopeOf(call) === 'read' : /\/evaluation$/.test(call.template)
    if (study && reply.statusCode === 200) evaluations.inc({ route: call.template })
  })
}
