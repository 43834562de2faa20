import type { FastifyReply, FastifyRequest } from 'fastify'
import { Piscina } from 'piscina'
import { Refusal } from '../problem.ts'
import type { Aside, Question, Told } from './aside.ts'
import { Turns } from './turns.ts'

/** Threads that evaluate, so that the thread that answers keeps nobody waiting for another's study. */
export interface StudyThreads {
  readonly aside: Aside
  /** Questions that wait for a thread. */
  readonly waiting: () => number
  readonly close: () => Promise<void>
}

/** Past these a question is refused at once: it would wait for longer than its asker, or fill the memory. */
const mostWaiting = { count: 256, weight: 256_000_000 }
/** What of a request's headers a study may look at. */
const seen = ['accept', 'accept-language', 'if-none-match'] as const
const own = import.meta.url
/** Only a checkout runs TypeScript as it is. */
const isCheckout = own.endsWith('.ts')

/** `count` threads that live as long as the service; one of them starts at once, the others when there is work. */
export function openStudyThreads(count: number, logLevel: 'error' | 'silent'): StudyThreads {
  const pool = new Piscina({
    ...{ filename: new URL(`studies.worker.${isCheckout ? 'ts' : 'js'}`, own).href, workerData: { logLevel } },
    ...{ minThreads: 1, maxThreads: count, idleTimeout: Number.POSITIVE_INFINITY },
    ...(isCheckout ? { execArgv: ['--import', 'tsx'] } : {}),
  })
  const turns = new Turns(count, mostWaiting)
  const ask = async (question: Question, isGone: () => boolean): Promise<Told | undefined> => {
    const turn = turns.take(question.asked.length)
    if (turn === undefined) throw new Refusal('busy')
    await turn
    try {
      return isGone() ? undefined : ((await pool.run(question)) as Told)
    } finally {
      turns.leave()
    }
  }
  return {
    aside: (name) => async (request, reply) => {
      const told = await ask(questionOf(name, request), () => reply.raw.destroyed)
      return told === undefined ? reply.hijack() : answer(told, reply)
    },
    waiting: () => turns.length,
    close: () => pool.destroy(),
  }
}

function questionOf(name: string, { id, url, headers, params, query, body }: FastifyRequest): Question {
  const shown = seen.flatMap((header) => {
    const value = headers[header]
    return value === undefined ? [] : [[header, value] as const]
  })
  return {
    name,
    url,
    headers: { ...Object.fromEntries(shown), 'x-request-id': id },
    asked: JSON.stringify({ params, query, body }),
  }
}

function answer(told: Told, reply: FastifyReply): FastifyReply {
  if ('refused' in told) throw new Refusal(told.refused, told.findings)
  return reply.code(told.status).headers(told.headers).send(Buffer.from(told.body.buffer))
}
