import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../../scenario/problem.ts'
import type { ProblemKind } from '../problem.ts'

/** A route's answer, which asks nothing of the framework but its request and its reply. */
export type Handler = (this: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** What a study's handler looks at, as it stands once the gate and the store have done their part. */
export interface Question {
  /** Which study. */
  readonly name: string
  /** As it was asked; an answer may link to its neighbours. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** `{params, query, body}` as JSON. */
  readonly asked: string
}

/** What the handler answered, or why it refused. */
export type Told =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }
  | {
      readonly refused: ProblemKind
      readonly findings: { readonly errors?: readonly Problem[]; readonly status: number }
    }

/** Where the handler of a study runs: here, or on a thread beside the one that answers. */
export type Aside = (name: string, handler: Handler) => Handler

declare module 'fastify' {
  interface FastifyInstance {
    aside: Aside
  }
  interface FastifyContextConfig {
    /** A study that starts threads of its own or a job: its handler stays with the thread that answers. */
    ownThreads?: boolean
  }
}
