import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** The built page: beside the compiled service, or in the same place of a checkout. */
const folder = fileURLToPath(new URL('../../../dist/web/', import.meta.url))

/** Nothing inline and nothing from elsewhere; pictures of charts are drawn in the page, so they come as data. */
const pagePolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The worker generates the kernels of the book; the page itself never may. */
const workerPolicy = "default-src 'self'; script-src 'self' 'unsafe-eval'"

const aYear = 31_536_000

const notBuilt = `<!doctype html>
<html lang="es">
  <meta charset="utf-8">
  <title>Plan Financiero Viable</title>
  <h1>La página aún no está construida</h1>
  <p>Ejecute <code>npm run build</code> y vuelva a abrir esta dirección. El servicio responde en <a href="/docs">/docs</a>.</p>
</html>
`

/** Serves the planner's page from the same process: `/` and its assets, whose names change with their contents. */
export async function servePage(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, decorateReply: true })
  const hidden = { schema: { hide: true } }
  app.get('/', hidden, async (_, reply) => {
    headersOf(reply, pagePolicy).header('cache-control', 'no-cache')
    // Looked for on every call, since the page may be built while the service runs.
    if (!existsSync(`${folder}index.html`)) return reply.type('text/html; charset=utf-8').send(notBuilt)
    return reply.sendFile('index.html')
  })
  app.get('/favicon.svg', hidden, async (_, reply) =>
    headersOf(reply, pagePolicy).header('cache-control', 'public, max-age=86400').sendFile('favicon.svg'),
  )
  app.get<{ Params: { '*': string } }>('/assets/*', hidden, async (request, reply) => {
    const path = request.params['*']
    headersOf(reply, path.startsWith('worker/') ? workerPolicy : pagePolicy)
    if (existsSync(`${folder}assets/${path}`)) reply.header('cache-control', `public, max-age=${aYear}, immutable`)
    return reply.sendFile(`assets/${path}`)
  })
}

const headersOf = (reply: FastifyReply, policy: string): FastifyReply =>
  reply
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
