import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { Agent, request as ask } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inFolder, startService } from '../faults/base/process.ts'

export interface ServiceTime {
  readonly name: string
  readonly perSecond: number
  readonly p99: number
  /** Of the speed of an echo that is asked the same and sends as much. */
  readonly ofEcho: number
}

const connections = 10
const roundMs = 3000
const path = '/v1/evaluations'
const root = fileURLToPath(new URL('../..', import.meta.url))
const plan = JSON.parse(readFileSync(join(root, 'scenarios/san-pedro-valle.json'), 'utf8')) as Record<string, unknown>

/** A service that does nothing: it reads the body and sends the same bytes each time, compressed to who takes that. */
const echo = `
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import Fastify from 'fastify'
const answer = readFileSync(process.argv[1])
const packed = brotliCompressSync(answer, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
const app = Fastify({ bodyLimit: 5e6 })
app.all('*', ({ headers }, reply) => {
  reply.type('application/json; charset=utf-8')
  return headers['accept-encoding'] === 'br' ? reply.header('content-encoding', 'br').send(packed) : reply.send(answer)
})
process.stdout.write(await app.listen({ port: 0, host: '127.0.0.1' }))`

interface Question {
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** San Pedro's evaluation asked of the service and of an echo by turns: always another, always the same, that in brotli, and stored. */
export async function serviceTimes(rounds = 3): Promise<ServiceTime[]> {
  return await inFolder(async (folder) => {
    const service = await startService({ environment: { PFV_DATA: join(folder, 'data') } })
    const body = JSON.stringify(plan)
    const file = join(folder, 'answer.json')
    writeFileSync(file, await asked(service.address, path, body))
    const child = spawn(process.execPath, ['--input-type=module', '-e', echo, file], { cwd: root })
    try {
      const [told] = (await once(child.stdout, 'data')) as [Buffer]
      const address = told.toString()
      const kept = JSON.parse(await asked(service.address, '/v1/scenarios', body)) as { id: string }
      let turn = 0
      const works: Readonly<Record<string, () => Question>> = {
        cold: () => {
          turn += 1
          return { path, body: JSON.stringify({ ...plan, name: `Plan ${turn}` }) }
        },
        cached: () => ({ path, body }),
        compressed: () => ({ path, body, headers: { 'accept-encoding': 'br' } }),
        stored: () => ({ path: `/v1/scenarios/${kept.id}/evaluation` }),
      }
      const times: ServiceTime[] = []
      for (const [name, next] of Object.entries(works)) {
        const [own, bare]: [number[], number[]] = [[], []]
        for (let i = 0; i < rounds; i += 1) {
          own.push(...(await round(service.address, next)))
          bare.push(...(await round(address, next)))
        }
        const sorted = own.toSorted((x, y) => x - y)
        const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
        const perSecond = (own.length * 1000) / (rounds * roundMs)
        times.push({ name, perSecond, p99, ofEcho: own.length / bare.length })
      }
      return times
    } finally {
      child.kill('SIGKILL')
      service.child.kill('SIGKILL')
    }
  })
}

async function asked(address: string, to: string, body: string): Promise<string> {
  const answer = await fetch(`${address}${to}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  if (!answer.ok) throw new Error(await answer.text())
  return await answer.text()
}

/** The milliseconds of each answer of a round. */
async function round(address: string, next: () => Question): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const end = performance.now() + roundMs
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const begun = performance.now()
      await send(agent, address, next())
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  agent.destroy()
  return times
}

function send(agent: Agent, address: string, { path: to, body, headers: asked }: Question): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { ...asked, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const sent = ask(`${address}${to}`, { agent, method: body === undefined ? 'GET' : 'POST', headers })
    sent.once('error', reject)
    sent.once('response', (answer) => {
      answer.resume()
      answer.once('error', reject)
      answer.once('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}`))))
    })
    sent.end(body)
  })
}
